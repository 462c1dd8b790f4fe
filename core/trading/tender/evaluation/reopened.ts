// SPDX-License-Identifier: Apache-2.0
/** 复核: which marks a member gives again, and which stand; only the points ordered are open. */

import type { DataOf } from '../events.ts'
import type { Evaluation, TenderState } from '../state.ts'
import { factorsOf } from '../terms.ts'
import { liveBids } from './live.ts'

type Sheet = DataOf<'ScoresLocked'>
export type Point = DataOf<'ReEvaluationOrdered'>['points'][number]

interface MarkPlace {
  readonly bid: string
  readonly factor: string
}

function samePlace(a: MarkPlace) {
  return (b: MarkPlace) => a.bid === b.bid && a.factor === b.factor
}

/** All marks at first; in a re-evaluation those ordered, and those the member never gave. */
export function marksExpected(state: TenderState, member: string): readonly MarkPlace[] {
  const method = state.notice?.terms.method
  const factors = factorsOf(method)
  const all = liveBids(state).flatMap((bid) =>
    factors.map((factor) => ({ bid: bid.no, factor: factor.id })),
  )
  const reopened = state.evaluation?.reopened
  if (reopened == null) return all
  const own = earlierSheet(state.evaluation, member)?.marks ?? []
  return all.filter((place) => isOrdered(reopened.points, place) || !own.some(samePlace(place)))
}

function isOrdered(points: readonly Point[], place: MarkPlace): boolean {
  return points.some(
    ({ about, bid, factor }) =>
      about === 'mark' && bid === place.bid && (factor === null || factor === place.factor),
  )
}

/** May the committee touch this bid now? Before any re-evaluation, every bid. */
export function isReopened(state: TenderState, bid: string, ...about: readonly Point['about'][]) {
  const points = state.evaluation?.reopened?.points
  return points === undefined || points.some((p) => p.bid === bid && about.includes(p.about))
}

/** The whole sheet of a member: what was marked anew over what stands. */
export function wholeSheet(evaluation: Evaluation, sheet: Sheet): Sheet {
  const standing = (earlierSheet(evaluation, sheet.member)?.marks ?? []).filter(
    (mark) => !sheet.marks.some(samePlace(mark)),
  )
  return { ...sheet, marks: [...standing, ...sheet.marks] }
}

function earlierSheet(evaluation: Evaluation | null, member: string): Sheet | undefined {
  return evaluation?.earlier.find((sheet) => sheet.member === member)
}
