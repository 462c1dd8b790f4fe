// SPDX-License-Identifier: Apache-2.0
/** 算术修正: words before figures, unit price before total, save an obvious decimal slip. */

import { assert, type Rational, rational, zero } from '../../kernel/index.ts'
import { step, type Worked } from './working.ts'

/** AC-1: an amount in words against the same in figures, in yuan. */
export interface WordsAgainstFigures {
  readonly kind: 'AC-1'
  readonly words: Rational
  readonly figures: Rational
}

/** AC-2: unit price times quantity against the total, in yuan. */
export interface UnitAgainstTotal {
  readonly kind: 'AC-2'
  readonly unit: Rational
  readonly quantity: Rational
  readonly total: Rational
  /** The committee found that the decimal point of the unit price slipped. */
  readonly decimalSlip: boolean
}

export interface CorrectedAmount extends Worked {
  /** The unit price that stands after the correction, where there is one. */
  readonly unit?: Rational
  readonly changed: boolean
}

/** §5.2; the bidder confirms the result, a refusal is a ground of rejection (RJ-17). */
export function correctArithmetic(of: WordsAgainstFigures | UnitAgainstTotal): CorrectedAmount {
  return of.kind === 'AC-1' ? byWords(of) : byUnit(of)
}

/** Unit and total differ by a whole power of ten: a hint to the committee, not a finding. */
export function looksLikeDecimalSlip(of: Omit<UnitAgainstTotal, 'kind' | 'decimalSlip'>): boolean {
  const product = of.unit.mul(of.quantity)
  if (product.lte(zero) || of.total.lte(zero) || product.equals(of.total)) return false
  const ratio = product.gt(of.total) ? product.div(of.total) : of.total.div(product)
  return /^10+$/.test(ratio.toFraction())
}

function byWords({ words, figures }: WordsAgainstFigures): CorrectedAmount {
  return {
    value: words,
    changed: !words.equals(figures),
    steps: [step('大写金额', words), step('小写金额', figures), step('以大写为准', words)],
  }
}

function byUnit({ unit, quantity, total, decimalSlip }: UnitAgainstTotal): CorrectedAmount {
  const product = unit.mul(quantity)
  const shown = [step('单价', unit), step('数量', quantity, 3), step('总价', total)]
  if (!decimalSlip) {
    return {
      value: product,
      unit,
      changed: !product.equals(total),
      steps: [...shown, step('以单价为准，总价', product)],
    }
  }
  assert(quantity.gt(rational(0)), 'a unit price needs a quantity')
  const mended = total.div(quantity)
  return {
    value: total,
    unit: mended,
    changed: !mended.equals(unit),
    steps: [...shown, step('单价小数点错位，以总价为准，单价', mended)],
  }
}
