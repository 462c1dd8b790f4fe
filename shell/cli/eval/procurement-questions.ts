// SPDX-License-Identifier: Apache-2.0
/** Small questions of `scores-procurement`: corrections, shares, elimination and price weights. */

import { day, one, type Rational, rational } from '@gongxin/core/kernel'
import {
  correctPrice,
  eliminatedCount,
  isCorrectedPriceValid,
  isPriceWeightLawful,
  isSharedRateLawful,
  leastConforming,
  leastEliminationRate,
  pointsOf,
  sharedDeduction,
} from '@gongxin/core/law'
import type { Answer, Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'
import { amountAnswer, ceilingOf } from './procurement-quotes.ts'

/** Figures as they stand since small firms were given twice as much. */
const lawDay = day('2022-07-01')

/** PP-3 and PP-4: which offers of large and small firms together are deducted. */
export function sharedOffer(item: Fields, within: Fields): Answers {
  const allSmall = item.hasValue('allSmall') && item.flag('allSmall')
  const related = item.hasValue('related') && item.flag('related')
  const share = item.hasValue('share') || !allSmall ? item.amount('share') : one
  if (share.gt(one)) throw item.wrong('share', 'is a share from 0 to 1')
  const ruled = sharedDeduction({ share, related, allSmall }, lawDay)
  if (ruled === 'PP-1') return { deduct: null, ruleId: ruled }
  const rate = sharedRate(item.hasValue('rate') ? item : within, item)
  return { deduct: ruled === null ? '0' : rate }
}

/** The rate as it was written; works have their own range. */
function sharedRate(saying: Fields, item: Fields): string {
  const rate = saying.amount('rate')
  const objects = item.hasValue('object')
    ? [item.oneOf('object', ['goods', 'service', 'works'] as const)]
    : (['goods', 'works'] as const)
  if (!objects.some((object) => isSharedRateLawful(object, rate, lawDay))) {
    throw saying.wrong(
      'rate',
      'must be 0.04 to 0.06 for goods and services, 0.01 to 0.02 for works',
    )
  }
  return saying.isText('rate') ? saying.text('rate') : rate.toString()
}

/** Fewer than two who conform make no framework, whatever the rate. */
export function elimination(item: Fields, within: Fields): Answers {
  const conforming = item.count('n')
  const saying = item.hasValue('rate') ? item : within
  const rate = saying.amount('rate')
  if (rate.lt(leastEliminationRate) || rate.gte(one)) {
    throw saying.wrong('rate', 'must be at least 0.20 and below 1')
  }
  if (conforming < leastConforming) return { out: null, ok: false }
  const out = eliminatedCount(conforming, rate)
  return out < conforming ? { out } : { out, ok: false }
}

export function priceWeight(item: Fields): Answers {
  const regime = item.oneOf('regime', ['O87', 'C214'] as const)
  const object = item.oneOf('object', ['goods', 'service', 'services'] as const)
  const weight = weightOf(item).div(rational(100))
  return { ok: isPriceWeightLawful(regime, object === 'goods' ? 'goods' : 'service', weight) }
}

/** In points; a weight up to one is read as a share of a hundred points. */
export function weightOf(fields: Fields): Rational {
  const points = pointsOf(fields.amount('weight'))
  if (points.gt(rational(100))) throw fields.wrong('weight', 'must not exceed 100 points')
  return points
}

/** Each of them asks for a correction; a unit price alone does not, `unit` also names the unit. */
export const correctionKeys = [
  'sheetWords',
  'sheetDigits',
  'sheetTotal',
  'bodyTotal',
  'qty',
  'total',
] as const

export function correction(item: Fields, within: Fields): Answers {
  const given = (key: string) => (item.hasValue(key) ? item.amount(key) : null)
  const digits = given('sheetDigits') ?? given('sheetTotal')
  const words = given('sheetWords')
  const body = given('bodyTotal') ?? given('total')
  const noSheet = digits === null && words === null
  const corrected = correctPrice({
    sheetFigures: noSheet ? given('total') : digits,
    sheetWords: words,
    bodyTotal: body,
    lines: linesOf(item),
  })
  if (corrected === null) throw item.wrong('total', 'missing; or sheetTotal, sheetDigits')
  const { value, rules, mended } = corrected
  return {
    result: amountAnswer(value),
    rule: ruleAnswer(rules),
    ...(mended === null ? {} : { unitFixed: amountAnswer(mended.unit) }),
    ...validity(value, { item, within }),
  }
}

function linesOf(item: Fields) {
  if (!item.hasValue('qty')) return []
  return [{ quantity: item.amount('qty'), unit: item.amount('unit') }]
}

/** Several faults name their rules in the order of the article. */
function ruleAnswer(rules: readonly number[]): Answer {
  return rules.length > 1 ? rules : (rules[0] ?? null)
}

/** Asked only where something could make the corrected price invalid. */
function validity(value: Rational, of: { item: Fields; within: Fields }): Answers {
  const ceiling = ceilingOf(of.item) ?? ceilingOf(of.within)
  const asked = of.item.hasValue('confirmed')
  if (ceiling === null && !asked) return {}
  const confirmed = !asked || of.item.flag('confirmed')
  return { ok: isCorrectedPriceValid(value, { ceiling, confirmed }) }
}
