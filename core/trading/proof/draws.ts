// SPDX-License-Identifier: Apache-2.0
/** V10 and V11: seed, order of calling and K, computed again from the numbers that were promised. */

import { hex } from '@gongxin/trust/canonical'
import { commitment } from '@gongxin/trust/draw'
import {
  bytesOf,
  coefficientFrom,
  coefficientList,
  type DataOf,
  mustRecuse,
  nextCall,
  numberOfBid,
  ordersOf,
  redrawGround,
  rootOfBids,
  rootOfPool,
  seedOfDraw,
  type TenderState,
} from '../tender/index.ts'
import { type Answer, type Judged, judged, same } from './answer.ts'
import type { Look } from './look.ts'

/** V10: promise, pool, seed, order, calls; a second draw only on the ground that the record shows. */
export function drawAnswer(look: Look): Answer {
  return judged(look, {
    DrawRequested: (_, { before }) => (before.draw === null ? undefined : redrawn(look, before)),
    DrawClosed: ({ data, at }, { before }) =>
      redrawGround(before, at) === data.because ? undefined : 'REDRAW_UNDECLARED',
    PoolPublished: ({ data }, { before }) => {
      const { draw } = before
      if (draw === null || draw.published !== null) return 'REDRAW_UNDECLARED'
      if (draw.numbers.length > 0) return 'POOL_LATE'
      if (draw.pool === null) return 'withheld'
      const { salt, experts } = draw.pool
      const same = rootOfPool(salt, experts) === data.root && experts.length === data.size
      return same ? undefined : 'POOL_PROOF'
    },
    DrawNumberCommitted: (_, { before }) =>
      (before.draw?.numbers.length ?? 0) > 0 ? 'CONTRIB_LATE' : undefined,
    DrawNumberRevealed: ({ data }, { before }) =>
      keepsPromise(data, before.draw?.commitments ?? []) ? undefined : 'SEED',
    ExpertsDrawn: ({ data }, { before }) => drawnFault(data, before),
    ExpertCalled: ({ data }, { before }) => callFault(look, data, before),
  })
}

/** The request after a draw that was given up stands right behind its giving up. */
function redrawn({ moments }: Look, before: TenderState): Judged {
  const last = moments.find(({ seq }) => seq === before.version)
  return last?.envelope.type === 'DrawClosed' ? undefined : 'REDRAW_UNDECLARED'
}

interface Promised {
  readonly contributor: string
  readonly commitment: string
}

function keepsPromise(
  { contributor, number }: { readonly contributor: string; readonly number: string },
  promised: readonly Promised[],
): boolean {
  const promise = promised.find((one) => one.contributor === contributor)
  return promise?.commitment === hex(commitment(contributor, bytesOf(number)))
}

function drawnFault(data: DataOf<'ExpertsDrawn'>, { draw }: TenderState): Judged {
  if (draw === null || draw.result !== null || draw.request.draw !== data.draw) {
    return 'REDRAW_UNDECLARED'
  }
  const seeded = seedOfDraw(draw)
  if ('fault' in seeded || seeded.seed !== data.seed) return 'SEED'
  if (draw.pool === null) return 'withheld'
  const orders = ordersOf(seeded.seed, draw.request.strata, draw.pool.experts)
  return same(orders, data.orders) ? undefined : 'PERMUTATION'
}

function callFault(look: Look, data: DataOf<'ExpertCalled'>, before: TenderState): Judged {
  // Whose seat fell vacant is known to whoever may read the committee.
  const seated = look.moments.some((m) => m.seq <= before.version && isSeating(m.envelope.type))
  if (seated && before.committee === null) return 'withheld'
  const next = nextCall(before, data.specialty)
  if (next?.index !== data.index || next.draw.request.draw !== data.draw) return 'SKIP_INVALID'
  const expert = next.draw.pool?.experts[data.index]
  if (expert === undefined) return 'withheld'
  const must = mustRecuse(before, expert)
  if (must) return data.answer === 'recusal' ? undefined : 'RECUSAL'
  return data.answer === 'recusal' ? 'SKIP_INVALID' : undefined
}

function isSeating(type: string): boolean {
  return type === 'CommitteeNamed'
}

/** V11: the list of the document, the numbers promised, one number of each opened bid. */
export function coefficientAnswer(look: Look): Answer {
  return judged(look, {
    CoefficientNumberCommitted: (_, { before }) =>
      before.coefficient.numbers.length > 0 ? 'CONTRIB_LATE' : undefined,
    CoefficientNumberRevealed: ({ data }, { before }) =>
      keepsPromise(data, before.coefficient.commitments) ? undefined : 'SEED',
    OpeningRecorded: ({ data }, { before }) => coefficientFault(data, before),
  })
}

function coefficientFault(
  { coefficient, rows }: DataOf<'OpeningRecorded'>,
  before: TenderState,
): Judged {
  const list = coefficientList(before)
  const opened = rows.filter((row) => row.decrypted).map((row) => row.bid)
  if (coefficient === null) return list === null || opened.length === 0 ? undefined : 'K_VALUE'
  const { root, bids, shown, silent, seed, chosen } = coefficient
  const sides = before.coefficient.commitments.map((c) => c.contributor)
  const numbers = before.coefficient.numbers.map((n) => n.contributor)
  const fits =
    same(coefficient.list, list) &&
    root === rootOfBids(before.bids.map((bid) => bid.commitment)) &&
    sameSet(
      bids.map(({ bid }) => bid),
      opened,
    ) &&
    sameSet([...shown, ...silent], sides) &&
    sameSet(shown, numbers)
  if (!fits) return 'K_VALUE'
  const of = { list: coefficient.list, root, bids, shown }
  const again = coefficientFrom(of, before.coefficient)
  if (again.seed !== seed || again.chosen !== chosen) return 'K_VALUE'
  const told = before.bids.filter((bid) => bid.content !== null)
  const other = told.some((bid) =>
    bids.some((b) => b.bid === bid.no && b.number !== numberOfBid(bid)),
  )
  if (other) return 'K_VALUE'
  return told.length < opened.length ? 'withheld' : undefined
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join()
}
