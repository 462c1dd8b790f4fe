// SPDX-License-Identifier: Apache-2.0
/** HMAC (RFC 2104) and HKDF (RFC 5869) over SM3: keys from keys. */

import { concat } from '../canonical/index.ts'
import { sm3Digest } from './sm3.ts'

const blockSize = 64
const digestSize = 32

export function hmacSm3(key: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(blockSize)
  block.set(key.length > blockSize ? sm3Digest(key) : key)
  const inner = sm3Digest(
    concat(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  )
  return sm3Digest(
    concat(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  )
}

export interface KeySource {
  readonly secret: Uint8Array
  readonly salt: Uint8Array
  readonly info: Uint8Array
}

/** Extract, then expand to `size` bytes. Different `info` gives independent keys. */
export function hkdfSm3({ secret, salt, info }: KeySource, size: number): Uint8Array<ArrayBuffer> {
  if (size > 255 * digestSize) throw new RangeError('HKDF ends after 255 blocks')
  const key = hmacSm3(salt, secret)
  const blocks: Uint8Array[] = []
  let last: Uint8Array = new Uint8Array(0)
  for (let count = 1; blocks.length * digestSize < size; count++) {
    last = hmacSm3(key, concat(last, info, Uint8Array.of(count)))
    blocks.push(last)
  }
  return concat(...blocks).slice(0, size)
}
