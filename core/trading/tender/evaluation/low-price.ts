// SPDX-License-Identifier: Apache-2.0
/** 异常低价: which bids must be asked before anybody marks; a machine never rejects them. */

import { rational } from '../../../kernel/index.ts'
import { procedureOf } from '../decide.ts'
import { lowPricesBy } from '../rules/index.ts'
import type { TenderState } from '../state.ts'
import { liveBids, priceFenOf } from './live.ts'

/** Numbers of the live bids strictly below a line of the document or of the law. */
export function lowPriceBids(state: TenderState): readonly string[] {
  const live = liveBids(state)
  const { notice } = state
  if (live.length === 0 || notice === null) return []
  const prices = live.map((bid) => rational(priceFenOf(bid)))
  const announced = live.map((bid) => rational(bid.content?.form.priceFen ?? 0))
  const rule = procedureOf(state).rules.lowPrice
  const asked = lowPricesBy(rule, { state, notice, prices, announced })
  return live.filter((_, index) => asked.includes(index)).map((bid) => bid.no)
}

export function askedAboutLowPrice(state: TenderState, bid: string): boolean {
  const asked = state.evaluation?.clarifications ?? []
  return asked.some((c) => c.bid === bid && c.kind === 'low-price')
}
