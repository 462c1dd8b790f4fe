// SPDX-License-Identifier: Apache-2.0
/** SM2 signatures (GB/T 32918.2) as GM/T 0009 uses them: identity digest and message hash, always. */

import { concat, domain, sameBytes, utf8 } from '../canonical/index.ts'
import {
  findDer,
  listContent,
  readOnly,
  unsignedOf,
  writeDer,
  writeUnsigned,
} from '../der/index.ts'
import {
  basePoint,
  curveBytes,
  curveOrder,
  findPoint,
  findScalar,
  inverseOf,
  isInfinity,
  numberBytes,
  numberOf,
  type Point,
  pointBytes,
  reduced,
  scalarSize,
  timesSecret,
} from './curve.ts'
import { hmacSm3 } from './hmac.ts'
import { sumOfProducts, withTable } from './products.ts'
import { sm3Digest } from './sm3.ts'

/** The identity that GM/T 0009 gives to whoever has agreed on no other. */
export const defaultIdentity = '1234567812345678'
export const signatureSize = 2 * scalarSize

/**
 * Why a signature does not count. `SIG_SCHEME` names a signature that another scheme would take:
 * plain ECDSA on this curve, or SM2 with an empty identity, both common products of libraries.
 */
export type SignatureFault = 'SIG_ENCODING' | 'SIG_SCHEME' | 'SIG_INVALID'

export interface VerifyingKey {
  readonly point: Point
  /** `Z_A`: binds the identity, the curve and the key. */
  readonly identityDigest: Uint8Array
}

export interface Signing {
  /** Thirty-two bytes, from 1 to two less than the order. */
  readonly privateKey: Uint8Array
  readonly message: Uint8Array
  /** Fresh random bytes; a repeat of them is no disaster, because the nonce takes in all of this. */
  readonly entropy: Uint8Array
  readonly identity?: string
}

/** A login signature can never be a bid signature: each purpose signs under its own name. */
export function purposeMessage(purpose: string, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(domain(purpose), message)
}

/** The public key as `04 ‖ x ‖ y`, or nothing when this is no private key. */
export function sm2PublicKey(privateKey: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const secret = findPrivate(privateKey)
  return secret === undefined ? undefined : pointBytes(timesSecret(basePoint, secret))
}

/** Made once per key. `often` pays for a table that three or more signatures earn back. */
export function verifyingKey(
  publicKey: Uint8Array,
  { identity = defaultIdentity, often = false } = {},
): VerifyingKey | undefined {
  const point = findPoint(publicKey)
  if (point === undefined) return undefined
  return {
    point: often ? withTable(point) : point,
    identityDigest: identityDigest(identity, point),
  }
}

/** `r ‖ s`, 64 bytes. Throws on what is no private key, for the key is always our own. */
export function signSm2(signing: Signing): Uint8Array<ArrayBuffer> {
  const secret = findPrivate(signing.privateKey)
  if (secret === undefined) throw new RangeError('this is no SM2 private key')
  const point = timesSecret(basePoint, secret)
  const digest = messageDigest(
    identityDigest(signing.identity ?? defaultIdentity, point),
    signing.message,
  )
  return signedDigest(signing, secret, digest)
}

/** `e` of a message under the usual identity: what a device is asked to sign. */
export function sm2Digest(publicKey: Uint8Array, message: Uint8Array): Uint8Array | undefined {
  const key = verifyingKey(publicKey)
  return key === undefined ? undefined : messageDigest(key.identityDigest, message)
}

/** Inside a device: whoever asks has made `e` already, and what it is of cannot be seen any more. */
export function signSm2Digest(
  signing: Omit<Signing, 'message' | 'identity'>,
  digest: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const secret = findPrivate(signing.privateKey)
  if (secret === undefined) throw new RangeError('this is no SM2 private key')
  if (digest.length !== 32) throw new RangeError('a digest has 32 bytes')
  return signedDigest(signing, secret, digest)
}

type Keyed = Pick<Signing, 'privateKey' | 'entropy'>

function signedDigest(signing: Keyed, secret: bigint, digest: Uint8Array): Uint8Array<ArrayBuffer> {
  for (const nonce of nonces(signing, digest)) {
    const signature = signatureWith({ secret, digest, nonce })
    if (signature !== undefined) return signature
  }
  throw new RangeError('no nonce was found')
}

export interface Claim {
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

export function verifySm2(key: VerifyingKey, claim: Claim): boolean {
  const parts = findParts(claim.signature)
  if (parts === undefined) return false
  return matches(key.point, parts, messageDigest(key.identityDigest, claim.message))
}

/** Nothing when the signature holds; else the reason, worked out only then. */
export function signatureFault(key: VerifyingKey, claim: Claim): SignatureFault | undefined {
  const parts = findParts(claim.signature)
  if (parts === undefined) return 'SIG_ENCODING'
  if (verifySm2(key, claim)) return undefined
  const empty = messageDigest(identityDigest('', key.point), claim.message)
  const other =
    matches(key.point, parts, empty) ||
    [empty, sm3Digest(claim.message)].some((digest) => matchesEcdsa(key.point, parts, digest))
  return other ? 'SIG_SCHEME' : 'SIG_INVALID'
}

/** `SEQUENCE { r, s }` as certificates carry it; read back only from its one strict form. */
export function signatureToDer(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = findParts(signature)
  if (parts === undefined) throw new RangeError('this is no SM2 signature')
  return writeDer('sequence', ...parts.map((part) => writeUnsigned(numberBytes(part))))
}

export function findSignatureInDer(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const list = readOnly(findDer(der), 'sequence')
  const parts = list === undefined ? undefined : listContent(list)
  if (parts?.length !== 2) return undefined
  const numbers = parts.map((part) => unsignedOf(readOnly(part, 'integer')))
  const [r, s] = numbers
  if (r === undefined || s === undefined) return undefined
  if (r.length > scalarSize || s.length > scalarSize) return undefined
  const signature = concat(numberBytes(numberOf(r)), numberBytes(numberOf(s)))
  return findParts(signature) === undefined ? undefined : signature
}

/** One signature with a nonce given, as the published vectors ask; nothing if the nonce is spent. */
export function signatureWith(given: {
  readonly secret: bigint
  readonly digest: Uint8Array
  readonly nonce: bigint
}): Uint8Array<ArrayBuffer> | undefined {
  const { secret, nonce } = given
  const r = reduced(numberOf(given.digest) + timesSecret(basePoint, nonce).x)
  if (r === 0n || r + nonce === curveOrder) return undefined
  const s = reduced(inverseOf(1n + secret) * reduced(nonce - reduced(r * secret)))
  return s === 0n ? undefined : concat(numberBytes(r), numberBytes(s))
}

/** `e`: what is signed is never the bare message. */
export function messageDigest(identity: Uint8Array, message: Uint8Array): Uint8Array {
  return sm3Digest(concat(identity, message))
}

export function identityDigest(identity: string, point: Point): Uint8Array<ArrayBuffer> {
  const name = utf8(identity)
  const bits = name.length * 8
  if (bits > 0xffff) throw new RangeError('an identity has at most 8191 bytes')
  const size = Uint8Array.of(bits >>> 8, bits)
  return sm3Digest(concat(size, name, curveBytes, pointBytes(point).subarray(1)))
}

/** Deterministic with fresh entropy: the generator of RFC 6979 §3.2 and §3.6 over SM3. */
function* nonces({ privateKey, entropy }: Keyed, digest: Uint8Array): Generator<bigint> {
  const seed = concat(privateKey, numberBytes(reduced(numberOf(digest))), entropy)
  let value: Uint8Array = new Uint8Array(32).fill(1)
  let key: Uint8Array = new Uint8Array(32)
  for (const mark of [0, 1]) {
    key = hmacSm3(key, concat(value, Uint8Array.of(mark), seed))
    value = hmacSm3(key, value)
  }
  for (;;) {
    value = hmacSm3(key, value)
    const nonce = findScalar(value)
    if (nonce !== undefined) yield nonce
    key = hmacSm3(key, concat(value, Uint8Array.of(0)))
    value = hmacSm3(key, value)
  }
}

type Parts = readonly [r: bigint, s: bigint]

/** Both in range and their sum not the order: the one spelling that counts. */
function findParts(signature: Uint8Array): Parts | undefined {
  if (signature.length !== signatureSize) return undefined
  const r = findScalar(signature.subarray(0, scalarSize))
  const s = findScalar(signature.subarray(scalarSize))
  return r === undefined || s === undefined || r + s === curveOrder ? undefined : [r, s]
}

function matches(point: Point, [r, s]: Parts, digest: Uint8Array): boolean {
  const sum = sumOfProducts([
    { point: basePoint, scalar: s },
    { point, scalar: reduced(r + s) },
  ])
  if (isInfinity(sum)) return false
  return sameBytes(numberBytes(reduced(numberOf(digest) + sum.x)), numberBytes(r))
}

function matchesEcdsa(point: Point, [r, s]: Parts, digest: Uint8Array): boolean {
  const inverse = inverseOf(s)
  const sum = sumOfProducts([
    { point: basePoint, scalar: reduced(numberOf(digest) * inverse) },
    { point, scalar: reduced(r * inverse) },
  ])
  return !isInfinity(sum) && reduced(sum.x) === r
}

/** One more than the secret must have an inverse, so the last scalar is no key. */
function findPrivate(bytes: Uint8Array): bigint | undefined {
  const secret = findScalar(bytes)
  return secret === curveOrder - 1n ? undefined : secret
}
