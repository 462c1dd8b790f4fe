// SPDX-License-Identifier: Apache-2.0
/** SBID/1: one part as a row of sealed chunks, each bound to its place, the last one marked. */

import { canonicalBytes, concat, domain, u32 } from '../canonical/index.ts'
import { gcmTagSize, type Sm4Gcm, sm3, sm3Digest, sm4Gcm } from '../suites/index.ts'
import type { PartKey } from './keys.ts'
import { type StagePlace, sealedBidFormat } from './place.ts'

export const chunkSize = 2 ** 20
export const sealedChunkSize = chunkSize + gcmTagSize
/** 2²⁶ blocks under one key, far from where GCM wears out. */
export const longestPart = 2 ** 30
/** The true length goes first, inside the seal. */
export const lengthSize = 8

export interface PartPlan extends StagePlace {
  readonly j: number
  /** `form` for the opening form, which is part 0; what others are called is the caller's. */
  readonly kind: string
  /** Bytes under the seal: length, content and padding. */
  readonly size: number
}

/** Everything that stays the same for all chunks of a part. */
export interface PartCipher {
  readonly plan: PartPlan
  readonly chunks: number
  readonly cipher: Sm4Gcm
  readonly nonce: Uint8Array
  readonly header: Uint8Array
}

/** Makes the cipher of a key: plain code, or the kernel where there is one (ADR 8). */
export type CipherMaker = (key: Uint8Array) => Sm4Gcm

export function partCipher(plan: PartPlan, key: PartKey, make: CipherMaker = sm4Gcm): PartCipher {
  if (!Number.isSafeInteger(plan.size) || plan.size < lengthSize || plan.size > longestPart) {
    throw new RangeError(`a part has ${lengthSize} to ${longestPart} bytes`)
  }
  return {
    plan,
    chunks: chunksOf(plan.size),
    cipher: make(key.content),
    nonce: key.nonce,
    header: partHeader(plan),
  }
}

/** Chunks may be sealed in any order and on several machines; each is bound to its place. */
export function sealChunk(part: PartCipher, index: number, plain: Uint8Array): Uint8Array {
  if (plain.length !== plainSizeAt(part, index)) throw new RangeError('a chunk of another size')
  return part.cipher.seal(nonceAt(part, index), plain, part.header)
}

/** Nothing when the chunk is altered, out of place, or of another part. */
export function openChunk(
  part: PartCipher,
  index: number,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length !== plainSizeAt(part, index) + gcmTagSize) return undefined
  return part.cipher.open(nonceAt(part, index), sealed, part.header)
}

/** What the tree of a part is made of: the leaf hash of the log, taken without a copy. */
export function chunkLeaf(sealed: Uint8Array): Uint8Array {
  return sm3().update(Uint8Array.of(0x00)).update(sealed).digest()
}

/** Leaves of four chunks of one length at once, where the machine has a quicker way (ADR 8). */
export type LeafMaker = (chunks: readonly Uint8Array[]) => readonly Uint8Array[]

export function chunksOf(size: number): number {
  return Math.ceil(size / chunkSize)
}

/** What lies under the seal, or nothing when these numbers of a manifest do not fit together. */
export function plainSizeOf(part: {
  readonly chunks: number
  readonly ctLen: number
}): number | undefined {
  const size = part.ctLen - part.chunks * gcmTagSize
  if (!Number.isSafeInteger(size) || size < lengthSize || size > longestPart) return undefined
  return sealedSizeOf(size) === part.ctLen ? size : undefined
}

/** `ctLen`: what is uploaded for so many bytes under the seal. */
export function sealedSizeOf(size: number): number {
  return size + chunksOf(size) * gcmTagSize
}

/**
 * Padmé (PURBs, PETS 2019): lengths are rounded up so that only the order of magnitude shows, at
 * a price of an eighth at most, and less the longer the text.
 */
export function paddedSize(contentLength: number): number {
  const size = lengthSize + contentLength
  const exponent = Math.floor(Math.log2(size))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - kept)
  return Math.ceil(size / step) * step
}

/** Every chunk carries this with it; to exchange a header is to break every tag. */
function partHeader({ tender, lot, stage, j, kind, size }: PartPlan): Uint8Array {
  const header = { v: sealedBidFormat, tender, lot, stage, j, kind, size, chunkSize }
  return sm3Digest(concat(domain(`${sealedBidFormat} part-header`), canonicalBytes(header)))
}

/** STREAM: the number stops reordering, the mark on the last stops cutting. */
function nonceAt({ nonce, chunks }: PartCipher, index: number): Uint8Array {
  return concat(nonce, u32(index), Uint8Array.of(index === chunks - 1 ? 1 : 0))
}

function plainSizeAt({ plan, chunks }: PartCipher, index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= chunks) return -1
  return index === chunks - 1 ? plan.size - index * chunkSize : chunkSize
}
