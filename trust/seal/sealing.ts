// SPDX-License-Identifier: Apache-2.0
/** SBID/1: sealing a file of any size step by step; each step takes bytes and gives back chunks. */

import { concat } from '../canonical/index.ts'
import { treeRoot } from '../log/index.ts'
import { partKey, partKeyCommitment } from './keys.ts'
import {
  type CipherMaker,
  chunkLeaf,
  chunkSize,
  lengthSize,
  longestPart,
  type PartCipher,
  type PartPlan,
  paddedSize,
  partCipher,
  sealChunk,
  sealedSizeOf,
} from './part.ts'

/** What the manifest says of a part. */
export interface SealedPart {
  readonly j: number
  readonly kind: string
  readonly chunks: number
  readonly ctLen: number
  readonly partRoot: Uint8Array
  readonly partKC: Uint8Array
}

export interface SealingState {
  readonly part: PartCipher
  readonly commitment: Uint8Array
  readonly contentLength: number
  /** Content taken so far. */
  readonly taken: number
  /** Less than a chunk, waiting for more. */
  readonly held: Uint8Array
  readonly leaves: readonly Uint8Array[]
}

export interface SealingStep {
  readonly state: SealingState
  /** In order; to be stored before the next step. */
  readonly chunks: readonly Uint8Array[]
}

export type PartToSeal = Omit<PartPlan, 'size'> & { readonly contentLength: number }

/** The length must be known beforehand, for it stands first and decides the padding. */
export function beginSealing(
  toSeal: PartToSeal,
  master: Uint8Array,
  make?: CipherMaker,
): SealingState {
  const { contentLength, ...place } = toSeal
  if (!Number.isSafeInteger(contentLength) || contentLength < 0 || contentLength > longestPart) {
    throw new RangeError('a part of impossible length')
  }
  const key = partKey(master, place, place.j)
  return {
    part: partCipher({ ...place, size: paddedSize(contentLength) }, key, make),
    commitment: partKeyCommitment(key, place, place.j),
    contentLength,
    taken: 0,
    held: lengthBytes(contentLength),
    leaves: [],
  }
}

/** Throws when more comes than was announced: then the file has changed under our hands. */
export function pushContent(state: SealingState, bytes: Uint8Array): SealingStep {
  const taken = state.taken + bytes.length
  if (taken > state.contentLength) throw new RangeError('the file has grown while it was sealed')
  return sealed({ ...state, taken }, bytes)
}

export interface Finished {
  readonly chunks: readonly Uint8Array[]
  readonly part: SealedPart
}

/** Pads, seals what is left, and says what belongs in the manifest. */
export function finishSealing(state: SealingState): Finished {
  if (state.taken !== state.contentLength) throw new RangeError('the file has not come whole')
  const { part, commitment } = state
  const { j, kind, size } = part.plan
  const padding = new Uint8Array(size - lengthSize - state.contentLength)
  const { state: last, chunks } = sealed(state, padding)
  return {
    chunks,
    part: {
      j,
      kind,
      chunks: part.chunks,
      ctLen: sealedSizeOf(size),
      partRoot: treeRoot(last.leaves),
      partKC: commitment,
    },
  }
}

function sealed(state: SealingState, bytes: Uint8Array): SealingStep {
  const { part } = state
  const all = state.held.length === 0 ? bytes : concat(state.held, bytes)
  const chunks: Uint8Array[] = []
  let at = 0
  for (;;) {
    const index = state.leaves.length + chunks.length
    const size = Math.min(chunkSize, part.plan.size - index * chunkSize)
    if (size <= 0 || all.length - at < size) break
    chunks.push(sealChunk(part, index, all.subarray(at, at + size)))
    at += size
  }
  const leaves = [...state.leaves, ...chunks.map(chunkLeaf)]
  return { state: { ...state, held: all.slice(at), leaves }, chunks }
}

function lengthBytes(length: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(lengthSize))
  view.setBigUint64(0, BigInt(length))
  return new Uint8Array(view.buffer)
}
