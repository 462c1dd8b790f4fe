// SPDX-License-Identifier: Apache-2.0
/** SBID/1: sealing a file of any size step by step; each step takes bytes and gives back chunks. */

import { concat } from '../canonical/index.ts'
import { treeRoot } from '../log/index.ts'
import { partKey, partKeyCommitment } from './keys.ts'
import {
  type CipherMaker,
  chunkLeaf,
  chunkSize,
  type LeafMaker,
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
  /** Sealed chunks whose leaves are still to be made: fewer than four. */
  readonly unhashed: readonly Uint8Array[]
  readonly quickLeaves: LeafMaker | undefined
}

/** What this machine does quicker than plain code; the bytes are the same without. */
export interface QuickHands {
  readonly cipher?: CipherMaker
  readonly leaves?: LeafMaker
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
  { cipher, leaves }: QuickHands = {},
): SealingState {
  const { contentLength, ...place } = toSeal
  if (!Number.isSafeInteger(contentLength) || contentLength < 0 || contentLength > longestPart) {
    throw new RangeError('a part of impossible length')
  }
  const key = partKey(master, place, place.j)
  return {
    part: partCipher({ ...place, size: paddedSize(contentLength) }, key, cipher),
    commitment: partKeyCommitment(key, place, place.j),
    contentLength,
    taken: 0,
    held: lengthBytes(contentLength),
    leaves: [],
    unhashed: [],
    quickLeaves: leaves,
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
      partRoot: treeRoot([...last.leaves, ...last.unhashed.map(chunkLeaf)]),
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
    const index = state.leaves.length + state.unhashed.length + chunks.length
    const size = Math.min(chunkSize, part.plan.size - index * chunkSize)
    if (size <= 0 || all.length - at < size) break
    chunks.push(sealChunk(part, index, all.subarray(at, at + size)))
    at += size
  }
  return { state: hashed({ ...state, held: all.slice(at) }, chunks), chunks }
}

/** Four at a time; the last chunk of a part may be shorter and is never one of four. */
function hashed(state: SealingState, chunks: readonly Uint8Array[]): SealingState {
  const { quickLeaves, leaves } = state
  if (quickLeaves === undefined) {
    return { ...state, leaves: [...leaves, ...chunks.map(chunkLeaf)] }
  }
  const waiting = [...state.unhashed, ...chunks]
  const made: Uint8Array[] = []
  while (waiting.length >= 4) {
    const four = waiting.splice(0, 4)
    const alike = four.every(({ length }) => length === four[0]?.length)
    made.push(...(alike ? quickLeaves(four) : four.map(chunkLeaf)))
  }
  return { ...state, leaves: [...leaves, ...made], unhashed: waiting }
}

function lengthBytes(length: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(lengthSize))
  view.setBigUint64(0, BigInt(length))
  return new Uint8Array(view.buffer)
}
