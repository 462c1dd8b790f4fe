// SPDX-License-Identifier: Apache-2.0
/** SM2 encryption (GB/T 32918.4) in the order C1 ‖ C3 ‖ C2: a wrong digest releases nothing. */

import { concat, sameBytes, u32, utf8 } from '../canonical/index.ts'
import {
  basePoint,
  findPoint,
  findScalar,
  numberBytes,
  type Point,
  pointBytes,
  scalarFrom,
  timesSecret,
} from './curve.ts'
import { hkdfSm3 } from './hmac.ts'
import { sm3Digest } from './sm3.ts'

const pointSize = 65
const digestSize = 32

/** For keys and other short texts; `entropy` is 32 fresh random bytes and serves once. */
export function encryptSm2(
  publicKey: Uint8Array,
  plain: Uint8Array,
  entropy: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const point = findPoint(publicKey)
  if (point === undefined) throw new RangeError('this is no SM2 public key')
  if (plain.length === 0) throw new RangeError('SM2 encrypts at least one byte')
  if (entropy.length < 32) throw new RangeError('entropy has at least 32 bytes')
  for (let count = 0; ; count++) {
    const info = concat(utf8('SM2 encryption\0'), u32(count))
    const wide = hkdfSm3({ secret: entropy, salt: pointBytes(point), info }, 48)
    const cipher = encryptionWith(point, plain, scalarFrom(wide))
    if (cipher !== undefined) return cipher
  }
}

/** Nothing on any failure: a shape, a point off the curve, a digest that differs. */
export function decryptSm2(
  privateKey: Uint8Array,
  cipher: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  const secret = findScalar(privateKey)
  if (secret === undefined || cipher.length <= pointSize + digestSize) return undefined
  // The short form is no part of this format, so that a text has one spelling.
  const start = findPoint(cipher.subarray(0, pointSize))
  if (start === undefined) return undefined
  const common = timesSecret(start, secret)
  const masked = cipher.subarray(pointSize + digestSize)
  const mask = maskOf(common, masked.length)
  if (mask === undefined) return undefined
  const plain = masked.map((byte, i) => byte ^ (mask[i] ?? 0))
  const digest = cipher.subarray(pointSize, pointSize + digestSize)
  return sameBytes(digestOf(common, plain), digest) ? Uint8Array.from(plain) : undefined
}

/** One encryption with a nonce given, as the published vectors ask; nothing if the mask is zero. */
export function encryptionWith(
  point: Point,
  plain: Uint8Array,
  nonce: bigint,
): Uint8Array<ArrayBuffer> | undefined {
  const common = timesSecret(point, nonce)
  const mask = maskOf(common, plain.length)
  if (mask === undefined) return undefined
  const masked = plain.map((byte, i) => byte ^ (mask[i] ?? 0))
  return concat(pointBytes(timesSecret(basePoint, nonce)), digestOf(common, plain), masked)
}

/** The key derivation of the standard; a mask of zeros would show the text and is refused. */
function maskOf(common: Point, size: number): Uint8Array | undefined {
  const blocks = Array.from({ length: Math.ceil(size / digestSize) }, (_, i) =>
    sm3Digest(concat(numberBytes(common.x), numberBytes(common.y), u32(i + 1))),
  )
  const mask = concat(...blocks).subarray(0, size)
  return mask.every((byte) => byte === 0) ? undefined : mask
}

function digestOf(common: Point, plain: Uint8Array): Uint8Array {
  return sm3Digest(concat(numberBytes(common.x), plain, numberBytes(common.y)))
}
