// SPDX-License-Identifier: Apache-2.0
/** 报价修正: the four rules of O87 59 in their order, each on the result of the one before (RU-25). */

import { type Rational, rational, sum, zero } from '../../kernel/index.ts'
import { looksLikeDecimalSlip } from '../evaluation/arithmetic.ts'

export interface UnitLine {
  readonly unit: Rational
  readonly quantity: Rational
}

/** Whatever a bid says about its price; null where it says nothing. */
export interface StatedPrice {
  /** 开标一览表, in figures and in words. */
  readonly sheetFigures: Rational | null
  readonly sheetWords: Rational | null
  /** The total that other parts of the bid name. */
  readonly bodyTotal: Rational | null
  readonly lines: readonly UnitLine[]
}

export type CorrectionRule = 1 | 2 | 3 | 4

export interface CorrectedPrice {
  readonly value: Rational
  /** The rules that changed or decided something, in the order of the article. */
  readonly rules: readonly CorrectionRule[]
  /** The unit price as mended, by rule 3 alone, and the line it belongs to. */
  readonly mended: { readonly line: number; readonly unit: Rational } | null
}

/** Null where nothing names a price. The supplier confirms the result, else the bid is invalid. */
export function correctPrice(stated: StatedPrice): CorrectedPrice | null {
  const total = statedTotal(stated)
  const product = sum(stated.lines.map(({ unit, quantity }) => unit.mul(quantity)))
  if (total === null) {
    return stated.lines.length === 0 ? null : { value: product, rules: [], mended: null }
  }
  if (stated.lines.length === 0 || product.equals(total.value)) return { ...total, mended: null }
  const slipped = slippedLine(stated.lines, total.value)
  if (slipped !== null) {
    return { value: total.value, rules: [...total.rules, 3], mended: slipped }
  }
  return { value: product, rules: [...total.rules, 4], mended: null }
}

/** Rules 1 and 2: the opening sheet before other parts, words before figures. */
function statedTotal(stated: StatedPrice): Omit<CorrectedPrice, 'mended'> | null {
  const { sheetFigures, sheetWords, bodyTotal } = stated
  const sheet = sheetFigures ?? sheetWords
  if (sheet === null) return bodyTotal === null ? null : { value: bodyTotal, rules: [] }
  const differs = (other: Rational | null) => other !== null && !other.equals(sheet)
  const besideSheet =
    bodyTotal !== null && differs(bodyTotal) && !(sheetWords?.equals(bodyTotal) ?? false)
  const rules: CorrectionRule[] = [
    ...(besideSheet ? ([1] as const) : []),
    ...(differs(sheetWords) ? ([2] as const) : []),
  ]
  return { value: sheetWords ?? sheet, rules }
}

/** RU-24: a power of ten between a line and what the total leaves for it is a slipped point. */
function slippedLine(lines: readonly UnitLine[], total: Rational): CorrectedPrice['mended'] {
  const product = sum(lines.map(({ unit, quantity }) => unit.mul(quantity)))
  for (const [line, { unit, quantity }] of lines.entries()) {
    const left = total.sub(product.sub(unit.mul(quantity)))
    const slip = { unit, quantity, total: left }
    if (quantity.gt(zero) && left.gt(zero) && looksLikeDecimalSlip(slip)) {
      return { line, unit: left.div(quantity) }
    }
  }
  return null
}

/** O87 59 and 63: confirmed in writing, and not above budget or ceiling once corrected. */
export function isCorrectedPriceValid(
  value: Rational,
  of: { readonly ceiling: Rational | null; readonly confirmed: boolean },
): boolean {
  return of.confirmed && value.gte(rational(0)) && (of.ceiling === null || value.lte(of.ceiling))
}
