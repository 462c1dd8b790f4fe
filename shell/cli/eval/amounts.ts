// SPDX-License-Identifier: Apache-2.0
/** How amounts are written in answers: whole yuan as a number, others as text with two places. */

import { type Fen, fenOfYuan, isFen, type Rational, rational, roundTo } from '@gongxin/core/kernel'
import type { Fields } from './fields.ts'

/** Whole yuan as a JSON number, 角 and 分 as decimal text (RU-14). */
export function yuanAnswer(amount: Rational): number | string {
  const text = roundTo(amount, 2)
  const whole = Number(text.slice(0, -3))
  return text.endsWith('.00') && Number.isSafeInteger(whole) ? whole : text
}

export function fenAnswer(amount: Fen): number | string {
  return yuanAnswer(rational(amount).div(rational(100)))
}

/** An amount of yuan with at most two places, as integer 分. */
export function fenField(fields: Fields, key: string): Fen {
  return fenOf(fields, fields.amount(key), key)
}

export function fenOf(fields: Fields, amount: Rational, name: string): Fen {
  const fen = amount.mul(rational(100))
  if (!isFen(Number(fen.toFraction()))) {
    throw fields.wrong(name, 'must be an amount in yuan with at most two decimals')
  }
  return fenOfYuan(roundTo(amount, 2))
}
