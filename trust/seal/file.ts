// SPDX-License-Identifier: Apache-2.0
/** SBID/1: the sealed file that goes with a manifest, written, checked and opened as a stream. */

import { concat, type Json, sameBytes, utf8 } from '../canonical/index.ts'
import { treeRoot } from '../log/index.ts'
import { sealIdentity } from './identity.ts'
import { type ManifestBody, manifestBytes, manifestDigest } from './manifest.ts'
import { chunkLeaf, sealedChunkSize } from './part.ts'
import { type BidPlace, masterSize } from './place.ts'
import {
  beginSealing,
  finishSealing,
  pushContent,
  type QuickHands,
  type SealedPart,
} from './sealing.ts'
import {
  beginUnsealing,
  finishUnsealing,
  type PartFault,
  type PartToOpen,
  pushSealed,
} from './unsealing.ts'
import { type Holding, wrapStage } from './wraps.ts'

/** The first eight bytes tell a sealed file from any other. */
export const sealedFileMark = utf8('SBID/1\n\0')

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** One part before it is sealed; part 0 is the opening form. */
export interface Content {
  readonly kind: string
  /** Bytes in all, known beforehand. */
  readonly size: number
  readonly bytes: Bytes
}

export interface BidToSeal
  extends BidPlace,
    Holding,
    Pick<ManifestBody, 'ticketKey' | 'verNo' | 'prevCommit'> {
  /** `04 ‖ x ‖ y` of the key that opens the bid in the hands of its bidder. */
  readonly bidderKey: Uint8Array
  /** Who bids, with what was signed over the digest of the manifest. */
  readonly identity: (digest: Uint8Array) => Json | Promise<Json>
  readonly contents: readonly Content[]
}

export interface SealingHands extends QuickHands {
  readonly random: (size: number) => Uint8Array
  /** Takes the sealed file piece by piece, in order. */
  readonly write: (piece: Uint8Array) => void | Promise<void>
}

export interface SealedBid {
  readonly manifest: Uint8Array
  readonly master: Uint8Array
  /** Length of the sealed file. */
  readonly size: number
}

/** Seals everything in one stage. Throws RangeError when a content is not as long as announced. */
export async function sealBid(bid: BidToSeal, hands: SealingHands): Promise<SealedBid> {
  const { tender, lot, ticketKey, verNo, prevCommit } = bid
  const place = { tender, lot, stage: 'all' }
  const master = hands.random(masterSize)
  const parts: SealedPart[] = []
  await hands.write(sealedFileMark)
  for (const [j, { kind, size, bytes }] of bid.contents.entries()) {
    let state = beginSealing({ ...place, j, kind, contentLength: size }, master, hands)
    for await (const piece of bytes) {
      const step = pushContent(state, piece)
      state = step.state
      for (const chunk of step.chunks) await hands.write(chunk)
    }
    const last = finishSealing(state)
    for (const chunk of last.chunks) await hands.write(chunk)
    parts.push(last.part)
  }
  const { holders, threshold, bidderKey } = bid
  const entropy = hands.random(32)
  const wrap = { place, ticketKey, master, holders, threshold, bidderKey, entropy }
  const body: ManifestBody = {
    ...{ tender, lot, ticketKey, verNo, prevCommit },
    stages: [{ ...wrapStage(wrap), parts }],
    drawNonce: hands.random(32),
    nonce32: hands.random(32),
  }
  const digest = manifestDigest(body)
  const sealedIdentity = sealIdentity({ place, master, digest }, await bid.identity(digest))
  return {
    manifest: manifestBytes({ ...body, sealedIdentity }),
    master,
    size: sealedFileSize(parts),
  }
}

export function sealedFileSize(parts: readonly SealedPart[]): number {
  return parts.reduce((sum, { ctLen }) => sum + ctLen, sealedFileMark.length)
}

/** Where the part begins in the sealed file. */
export function partStart(parts: readonly SealedPart[], j: number): number {
  return sealedFileSize(parts.slice(0, j))
}

export type FileFault = 'FILE_FORM' | 'PART_ROOT' | 'STREAM_TRUNCATED'

/** Is this the file of the manifest, whole and in order? Asked without any key. */
export async function fileFault(
  parts: readonly SealedPart[],
  file: Bytes,
): Promise<FileFault | undefined> {
  const sizes = [sealedFileMark.length, ...parts.flatMap(chunkSizes)]
  const leaves: Uint8Array[] = []
  let marked = false
  for await (const [index, piece] of cut(file, sizes)) {
    if (index > sizes.length - 1) return 'STREAM_TRUNCATED'
    if (index === 0) marked = sameBytes(piece, sealedFileMark)
    if (!marked) return 'FILE_FORM'
    if (index > 0) leaves.push(chunkLeaf(piece))
  }
  if (leaves.length !== sizes.length - 1) return 'STREAM_TRUNCATED'
  let from = 0
  for (const { chunks, partRoot } of parts) {
    if (!sameBytes(treeRoot(leaves.slice(from, from + chunks)), partRoot)) return 'PART_ROOT'
    from += chunks
  }
  return undefined
}

/** Why a part did not open; what came out of it before counts for nothing. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened'
  readonly fault: PartFault

  constructor(fault: PartFault) {
    super(fault)
    this.fault = fault
  }
}

/** The content of one part, piece by piece. Throws {@link NotOpened}, at the end if need be. */
export async function* openedPart(toOpen: PartToOpen, sealed: Bytes): AsyncGenerator<Uint8Array> {
  let step = beginUnsealing(toOpen)
  if (!step.ok) throw new NotOpened(step.fault)
  for await (const piece of sealed) {
    step = pushSealed(step.state, piece)
    if (!step.ok) throw new NotOpened(step.fault)
    yield* step.content
  }
  const fault = finishUnsealing(step.state)
  if (fault !== undefined) throw new NotOpened(fault)
}

function chunkSizes({ chunks, ctLen }: SealedPart): readonly number[] {
  const last = ctLen - (chunks - 1) * sealedChunkSize
  return Array.from({ length: chunks }, (_, i) => (i === chunks - 1 ? last : sealedChunkSize))
}

/** The bytes in pieces of the given sizes; whatever is left over comes last, under the next number. */
async function* cut(
  bytes: Bytes,
  sizes: readonly number[],
): AsyncIterable<readonly [number, Uint8Array]> {
  let held: readonly Uint8Array[] = []
  let size = 0
  let index = 0
  for await (const piece of bytes) {
    held = [...held, piece]
    size += piece.length
    for (let wanted = sizes[index]; wanted !== undefined && size >= wanted; wanted = sizes[index]) {
      const whole = concat(...held)
      yield [index, whole.subarray(0, wanted)]
      held = [whole.subarray(wanted)]
      size -= wanted
      index += 1
    }
  }
  if (size > 0) yield [sizes.length, concat(...held)]
}
