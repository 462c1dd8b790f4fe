// SPDX-License-Identifier: Apache-2.0
/** 综合评估法 of a case: expert marks, totals and the ranking. */

import { type Rational, rounded, sum, zero } from '@gongxin/core/kernel'
import { aggregateMarks, markText, rankComposite } from '@gongxin/core/law'
import type { Given } from './cases.ts'
import { isRecord } from './cases.ts'
import type { Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'
import { type Bid, evaluatedOf, rankAnswer, shaped } from './price-bids.ts'
import type { PriceCase } from './price-scoring.ts'

/** RD-5: every factor is rounded to two places before the sum. */
export function compositeAnswers(
  { fields, given }: PriceCase,
  exact: ReadonlyMap<string, Rational>,
): Answers {
  const marksOf = (key: string, bid: Bid) =>
    fields.hasValue(key) ? markOf(fields, key, bid) : zero
  const scored = given.bids.map((bid) => {
    const price = rounded(exact.get(bid.id) ?? zero, 2)
    const tech = marksOf('tech', bid)
    const biz = marksOf('biz', bid)
    return {
      bid,
      id: bid.id,
      price: evaluatedOf(bid),
      marks: { price, tech, biz },
      total: sum([price, tech, biz]),
    }
  })
  const { ranked, ties } = rankComposite(scored)
  const answer = (markFor: (one: (typeof scored)[number]) => Rational) =>
    shaped(given, (bid) => {
      const one = scored.find((s) => s.id === bid.id)
      return markText(one === undefined ? zero : markFor(one))
    })
  return {
    price: answer((one) => one.marks.price),
    ...(fields.has('tech') ? { tech: answer((one) => one.marks.tech) } : {}),
    ...(fields.has('biz') ? { biz: answer((one) => one.marks.biz) } : {}),
    total: answer((one) => one.total),
    rank: rankAnswer(
      given,
      ranked.map((one) => one.id),
    ),
    ...(ties.length === 0 ? {} : { tied: ties.map((tie) => rankAnswer(given, tie)) }),
  }
}

/** The mark of one bid: a number, marks per expert, or factors with marks per expert. */
function markOf(fields: Fields, key: string, bid: Bid): Rational {
  const name = `${key}.${bid.id}`
  if (fields.isObject(key)) return aggregated(fields, fields.object(key).raw(bid.id), name)
  const item = fields.list(key)[Number(bid.id) - 1]
  if (item === undefined) throw fields.wrong(name, 'missing')
  return aggregated(fields, item, name)
}

function aggregated(fields: Fields, value: Given, name: string): Rational {
  if (isRecord(value)) {
    const factors = Object.entries(value)
    return sum(factors.map(([factor, marks]) => aggregated(fields, marks, `${name}.${factor}`)))
  }
  if (!Array.isArray(value)) {
    return rounded(fields.notNegative(fields.decimalOf(value, name), name), 2)
  }
  if (value.length === 0) throw fields.wrong(name, 'must not be empty')
  const marks = value.map((mark, i) =>
    fields.notNegative(fields.decimalOf(mark, `${name}[${i}]`), `${name}[${i}]`),
  )
  return aggregateMarks(marks, { trim: trims(fields) }).value
}

/** The ruleset trims by default; the case may say otherwise. */
function trims(fields: Fields): boolean {
  return fields.hasValue('trimExperts') ? fields.flag('trimExperts') : true
}
