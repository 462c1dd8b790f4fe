// SPDX-License-Identifier: Apache-2.0
/** 异常低价: which bids must be asked before anybody marks; a machine never rejects them. */

import { rational } from '../../../kernel/index.ts'
import { type AlarmLine, lowPriceAlarm } from '../../../law/index.ts'
import type { TenderState } from '../state.ts'
import { liveBids, priceFenOf } from './live.ts'

/** Numbers of the live bids strictly below a line of the document. */
export function lowPriceBids(state: TenderState): readonly string[] {
  const live = liveBids(state)
  if (live.length === 0) return []
  const prices = live.map((bid) => rational(priceFenOf(bid)))
  const asked = linesOf(state).flatMap((line) => lowPriceAlarm(line, prices).ask)
  return live.filter((_, index) => asked.includes(index)).map((bid) => bid.no)
}

function linesOf(state: TenderState): readonly AlarmLine[] {
  const terms = state.notice?.terms
  if (terms === undefined) return []
  const { ratioOfMean, ratioOfCeiling } = terms.lowPriceAlarm
  const byMean: readonly AlarmLine[] =
    ratioOfMean === undefined ? [] : [{ kind: 'ratio-of-mean', ratio: rational(ratioOfMean) }]
  if (ratioOfCeiling === undefined || terms.ceilingFen === null) return byMean
  const ceiling = rational(terms.ceilingFen)
  return [...byMean, { kind: 'ratio-of-ceiling', ratio: rational(ratioOfCeiling), ceiling }]
}

export function askedAboutLowPrice(state: TenderState, bid: string): boolean {
  const asked = state.evaluation?.clarifications ?? []
  return asked.some((c) => c.bid === bid && c.kind === 'low-price')
}
