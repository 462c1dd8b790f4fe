// SPDX-License-Identifier: Apache-2.0
/** SBID/1: opening a part step by step; no byte is released before its chunk is known to be true. */

import { concat, sameBytes } from '../canonical/index.ts'
import { treeRoot } from '../log/index.ts'
import { type PartKey, partKeyCommitment } from './keys.ts'
import {
  type CipherMaker,
  chunkLeaf,
  lengthSize,
  openChunk,
  type PartCipher,
  paddedSize,
  partCipher,
  plainSizeOf,
  sealedChunkSize,
} from './part.ts'
import type { StagePlace } from './place.ts'
import type { SealedPart } from './sealing.ts'

/**
 * `PART_ROOT` is the platform's fault and the rest is the bidder's, so the bytes are compared with
 * the committed tree before they are opened whenever their leaves are at hand.
 */
export type PartFault =
  | 'PART_ROOT'
  | 'KEY_COMMIT'
  | 'STREAM_TRUNCATED'
  | 'AEAD_FAIL'
  | 'PADDING'
  | 'PART_FORM'

export interface UnsealingState {
  readonly part: PartCipher
  readonly sealed: SealedPart
  readonly held: Uint8Array
  readonly leaves: readonly Uint8Array[]
  /** Leaves that were known beforehand and lead to the committed root. */
  readonly expected?: readonly Uint8Array[]
  /** Content released so far, and how much there is in all once the first chunk is open. */
  readonly released: number
  readonly contentLength?: number
}

export type UnsealingStep =
  | {
      readonly ok: true
      readonly state: UnsealingState
      readonly content: readonly Uint8Array[]
    }
  | { readonly ok: false; readonly fault: PartFault }

export interface PartToOpen {
  readonly place: StagePlace
  readonly sealed: SealedPart
  readonly key: PartKey
  /** Leaf hashes of all chunks, if kept: then a damaged chunk is found at once and by number. */
  readonly leaves?: readonly Uint8Array[]
  /** The cipher of this machine, where it has a quicker one. */
  readonly cipher?: CipherMaker | undefined
}

export function beginUnsealing(toOpen: PartToOpen): UnsealingStep {
  const { place, sealed, key, leaves } = toOpen
  const size = plainSizeOf(sealed)
  if (size === undefined) return { ok: false, fault: 'PART_FORM' }
  if (!sameBytes(partKeyCommitment(key, place, sealed.j), sealed.partKC)) {
    return { ok: false, fault: 'KEY_COMMIT' }
  }
  if (leaves !== undefined && !sameBytes(treeRoot(leaves), sealed.partRoot)) {
    return { ok: false, fault: 'PART_ROOT' }
  }
  const { tender, lot, stage } = place
  const plan = { tender, lot, stage, j: sealed.j, kind: sealed.kind, size }
  const start: UnsealingState = {
    part: partCipher(plan, key, toOpen.cipher),
    sealed,
    held: new Uint8Array(0),
    leaves: [],
    released: 0,
    ...(leaves === undefined ? {} : { expected: leaves }),
  }
  return { ok: true, state: start, content: [] }
}

/** After a fault there is no state to go on with: the part stays closed. */
export function pushSealed(state: UnsealingState, bytes: Uint8Array): UnsealingStep {
  const all = state.held.length === 0 ? bytes : concat(state.held, bytes)
  const content: Uint8Array[] = []
  let now = state
  let at = 0
  while (at < all.length) {
    const index = now.leaves.length
    if (index >= now.part.chunks) return { ok: false, fault: 'STREAM_TRUNCATED' }
    const size = Math.min(sealedChunkSize, now.sealed.ctLen - index * sealedChunkSize)
    if (all.length - at < size) break
    const step = openedChunk(now, all.subarray(at, at + size))
    if (!step.ok) return step
    now = step.state
    content.push(...step.content)
    at += size
  }
  return { ok: true, state: { ...now, held: all.slice(at) }, content }
}

/** Only now is the part whole: what was released before counts for nothing without this. */
export function finishUnsealing(state: UnsealingState): PartFault | undefined {
  const whole = state.leaves.length === state.part.chunks && state.held.length === 0
  if (!whole || state.released !== state.contentLength) return 'STREAM_TRUNCATED'
  return sameBytes(treeRoot(state.leaves), state.sealed.partRoot) ? undefined : 'PART_ROOT'
}

function openedChunk(state: UnsealingState, sealed: Uint8Array): UnsealingStep {
  const index = state.leaves.length
  const leaf = chunkLeaf(sealed)
  const expected = state.expected?.[index]
  if (state.expected !== undefined && (expected === undefined || !sameBytes(expected, leaf))) {
    return { ok: false, fault: 'PART_ROOT' }
  }
  const plain = openChunk(state.part, index, sealed)
  if (plain === undefined) return { ok: false, fault: 'AEAD_FAIL' }
  const contentLength = state.contentLength ?? lengthIn(plain)
  if (paddedSize(contentLength) !== state.part.plan.size) return { ok: false, fault: 'PADDING' }

  const body = index === 0 ? plain.subarray(lengthSize) : plain
  const size = Math.min(body.length, contentLength - state.released)
  if (body.subarray(size).some((byte) => byte !== 0)) return { ok: false, fault: 'PADDING' }
  const leaves = [...state.leaves, leaf]
  const released = state.released + size
  const content = size === 0 ? [] : [body.subarray(0, size)]
  return { ok: true, state: { ...state, leaves, released, contentLength }, content }
}

function lengthIn(plain: Uint8Array): number {
  const view = new DataView(plain.buffer, plain.byteOffset, lengthSize)
  return Number(view.getBigUint64(0))
}
