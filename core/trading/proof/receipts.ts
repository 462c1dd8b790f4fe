// SPDX-License-Identifier: Apache-2.0
/** A bidder's receipt held against the bundle: the log that was shown then and the one shown now are one. */

import { hex, sameBytes, utf8 } from '@gongxin/trust/canonical'
import { findCheckpoint, findNote, leafHash, verifyCheckpoint } from '@gongxin/trust/log'
import { jsonIn, z } from '../../kernel/index.ts'
import { type SecondPart, secondPart } from '../bid/index.ts'
import { type Answer, answerOf } from './answer.ts'
import { type Bundle, entryFiles } from './bundle.ts'
import { ticksIn } from './look.ts'
import { findPolicy } from './policy.ts'

/** As the bid tool saves it: of the whole file only its second part speaks of the log. */
const kept = z.object({ id: z.string(), secondPart })

/** Nothing where the text is no receipt with a second part. */
export function findReceipt(text: string): SecondPart | undefined {
  const read = kept.safeParse(jsonIn(text))
  return read.success ? read.data.secondPart : undefined
}

/** V2, T-20: never throws for what the receipt says. */
export function receiptAnswer(bundle: Bundle, receipt: SecondPart): Answer {
  const told = toldBy(bundle, receipt)
  if (typeof told === 'string') return answerOf(told, whereOf(receipt))
  const { log, entry, body } = receipt
  const leaf = hex(leafHash(utf8(entry)))
  const places = placesIn(bundle)
  const there = places.find(({ idx }) => idx === log?.idx)
  const same = places.find((place) => place.leaf === leaf)
  const tick = ticksIn(bundle).find(({ data }) => data.tick === body.data.tick)
  const split =
    (told.sizes === 'equal' && !told.sameRoot) ||
    (there !== undefined && there.leaf !== leaf) ||
    (same !== undefined && same.idx !== log?.idx) ||
    (tick !== undefined && tick.data.root !== body.data.root)
  if (split) return answerOf('INCONSISTENT_LOG', whereOf(receipt))
  // Without a tick of that minute or a tree of that size the bundle alone cannot say.
  const decided = told.sizes === 'equal' || same !== undefined
  return answerOf(decided ? undefined : 'withheld', whereOf(receipt))
}

/** Whose checkpoint the receipt holds, beside the closing one. */
function toldBy(bundle: Bundle, { log }: SecondPart) {
  const note = log === null ? undefined : findNote(utf8(log.checkpoint))
  const keys = findPolicy(bundle.policy)
  const closing = findCheckpoint(findNote(bundle.checkpoint)?.text ?? '')
  if (log === null || closing === undefined || keys === undefined) return 'withheld'
  if (note === undefined) return 'CHECKPOINT_FORM'
  const signed = verifyCheckpoint(note, keys)
  if (!signed.ok) return signed.fault
  const { size, root } = signed.checkpoint
  if (size !== log.size || hex(root) !== log.root) return 'CHECKPOINT_FORM'
  if (size > closing.size) return 'ROLLBACK'
  const sizes: 'equal' | 'grown' = size === closing.size ? 'equal' : 'grown'
  return { sizes, sameRoot: sameBytes(root, closing.root) }
}

function whereOf({ proof }: SecondPart): string {
  return `receipt ${proof.tick}`
}

function placesIn({ entries, proofs }: Bundle) {
  return entryFiles.flatMap((file) =>
    entries[file].map((bytes, at) => ({
      idx: proofs[file][at]?.idx ?? -1,
      leaf: hex(leafHash(bytes)),
    })),
  )
}
