// SPDX-License-Identifier: Apache-2.0
/** One member's marks: for each bid and factor a mark and, where the rules ask, a page. */

import { rational } from '@gongxin/core/kernel'
import {
  type Bid,
  type Factor,
  factorsOf as factorsOfMethod,
  marksExpected,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { at, type Body, isBody, isList, type Value } from '../form/index.ts'

export interface Mark {
  readonly bid: string
  readonly factor: string
  readonly mark: string
  readonly page: string
}

export function factorsOf(state: TenderState): readonly Factor[] {
  return factorsOfMethod(state.notice?.terms.method)
}

/** Opened and not rejected: what is still to be judged. */
export function liveBids(state: TenderState): readonly Bid[] {
  return state.bids.filter((bid) => bid.standing === 'opened' && bid.content !== null)
}

export function marksIn(sheet: Value): readonly Mark[] {
  const marks = at(sheet, ['marks'])
  return (marks !== undefined && isList(marks) ? marks : []).flatMap((one) =>
    isBody(one)
      ? [
          {
            bid: String(one.bid ?? ''),
            factor: String(one.factor ?? ''),
            mark: String(one.mark ?? ''),
            page: String(one.page ?? ''),
          },
        ]
      : [],
  )
}

export function withMark(sheet: Value, mark: Mark): Body {
  const others = marksIn(sheet).filter((m) => m.bid !== mark.bid || m.factor !== mark.factor)
  return { marks: [...others, mark].map((m) => ({ ...m })) }
}

export type MarkFault = 'missing' | 'form' | 'above-full' | 'page'

export function faultOf(factor: Factor, mark: Mark | undefined): MarkFault | undefined {
  if (mark === undefined || mark.mark === '') return 'missing'
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(mark.mark)) return 'form'
  if (rational(mark.mark).gt(rational(factor.full))) return 'above-full'
  return factor.needsPage && mark.page.trim() === '' ? 'page' : undefined
}

/** How many places of the sheet are still not in order. */
export function openMarks(state: TenderState, member: string, sheet: Value): number {
  const marks = marksIn(sheet)
  const factors = factorsOf(state)
  return marksExpected(state, member).filter((due) => {
    const factor = factors.find((f) => f.id === due.factor)
    const own = marks.find((m) => m.bid === due.bid && m.factor === due.factor)
    return factor !== undefined && faultOf(factor, own) !== undefined
  }).length
}

/** Only marks that are due: a rejection may have come meanwhile, or only a point is reopened. */
export function marksToLock(state: TenderState, member: string, sheet: Value): Body {
  const due = marksExpected(state, member)
  const marks = marksIn(sheet).filter((m) =>
    due.some((d) => d.bid === m.bid && d.factor === m.factor),
  )
  return { marks: marks.map((m) => ({ ...m, page: m.page.trim() })) }
}
