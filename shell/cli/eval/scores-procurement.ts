// SPDX-License-Identifier: Apache-2.0
/** Group `scores-procurement`: everything that a case, and each of its sub-cases, asks. */

import { roundTo } from '@gongxin/core/kernel'
import { adjustedPrice, priceBase, procurementPriceScore } from '@gongxin/core/law'
import type { Answers, Evaluate } from './evaluate.ts'
import type { Fields } from './fields.ts'
import { triggers } from './procurement-abnormal.ts'
import {
  correction,
  correctionKeys,
  elimination,
  priceWeight,
  sharedOffer,
  weightOf,
} from './procurement-questions.ts'
import { amountAnswer, type Quotes, quotesOf, shapedBy } from './procurement-quotes.ts'
import { ranking } from './procurement-ranking.ts'

export const evaluate: Evaluate = (fields) => {
  const own = [...evaluations(fields), ...questionsOf(fields, fields)]
  if (!fields.has('cases')) {
    if (own.length === 0) throw fields.wrong('bids', 'missing; or totals, cases')
    return Object.assign({}, ...own)
  }
  const cases = fields.objects('cases').map((item): Answers => {
    const answers = questionsOf(item, fields)
    if (answers.length === 0) throw item.wrong('suspect', 'missing, or what else a sub-case asks')
    return Object.assign({}, ...answers)
  })
  return { ...Object.assign({}, ...own), cases }
}

/** Prices, scores and ranks of the bids of a case. */
function evaluations(fields: Fields): readonly Answers[] {
  const quotes = fields.hasValue('bids') ? quotesOf(fields) : null
  const ranks = ['method', 'totals', 'brand'].some((key) => fields.hasValue(key))
  return [
    ...(quotes === null ? [] : [priced(fields, quotes)]),
    ...(ranks ? [ranking(fields, quotes)] : []),
  ]
}

/** Questions that are told by their keys. */
function questionsOf(item: Fields, within: Fields): readonly Answers[] {
  const asked: readonly [boolean, () => Answers][] = [
    [item.hasValue('suspect'), () => triggers(item, within)],
    [item.has('share') || item.has('allSmall'), () => sharedOffer(item, within)],
    [item.has('n'), () => elimination(item, within)],
    [item.has('regime'), () => priceWeight(item)],
    [correctionKeys.some((key) => item.has(key)), () => correction(item, within)],
  ]
  return asked.filter(([is]) => is).map(([, answer]) => answer())
}

/** Who is over the ceiling is invalid and leaves the base. */
function priced(fields: Fields, quotes: Quotes): Answers {
  const invalid = quotes.overCeiling.map(({ id }) => (quotes.shape === 'map' ? id : Number(id)))
  const judged = quotes.ceiling === null ? {} : { invalid }
  const scores = fields.hasValue('weight') ? weightOf(fields) : null
  if (quotes.valid.length === 0) return { base: null, ...judged }
  const base = priceBase(quotes.valid)
  const ofB = quotes.shape === 'map' ? quotes.valid.find(({ id }) => id === 'B') : undefined
  return {
    base: amountAnswer(base),
    adjusted: shapedBy(quotes, (quote) => amountAnswer(adjustedPrice(quote))),
    ...(scores === null
      ? {}
      : { score: shapedBy(quotes, (q) => roundTo(procurementPriceScore(q, base, scores), 2)) }),
    ...(ofB === undefined ? {} : { contractPriceIfB: amountAnswer(ofB.corrected) }),
    ...judged,
  }
}
