// SPDX-License-Identifier: Apache-2.0
/** One member's marks: for each bid and factor a mark and, where the rules ask, a page. */

import { rational } from '@gongxin/core/kernel'
import type { Bid, Factor, TenderState } from '@gongxin/core/trading/tender'
import { at, type Body, isBody, isList, type Value } from '../form/index.ts'

export interface Mark {
  readonly bid: string
  readonly factor: string
  readonly mark: string
  readonly page: string
}

export function factorsOf(state: TenderState): readonly Factor[] {
  const method = state.notice?.terms.method
  return method?.kind === 'composite' ? method.factors : []
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
export function openMarks(state: TenderState, sheet: Value): number {
  const marks = marksIn(sheet)
  const factors = factorsOf(state)
  return liveBids(state).reduce((open, bid) => {
    const faults = factors.filter((factor) => {
      const own = marks.find((m) => m.bid === bid.no && m.factor === factor.id)
      return faultOf(factor, own) !== undefined
    })
    return open + faults.length
  }, 0)
}

/** Only marks of bids and factors that are still in: a rejection may have come meanwhile. */
export function marksToLock(state: TenderState, sheet: Value): Body {
  const [bids, factors] = [liveBids(state), factorsOf(state)]
  const marks = marksIn(sheet).filter(
    (m) => bids.some((b) => b.no === m.bid) && factors.some((f) => f.id === m.factor),
  )
  return { marks: marks.map((m) => ({ ...m, page: m.page.trim() })) }
}
