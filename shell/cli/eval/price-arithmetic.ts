// SPDX-License-Identifier: Apache-2.0
/** `arith[]`: words against figures, unit price against total. */

import { type Rational, rational, roundTo } from '@gongxin/core/kernel'
import { correctArithmetic, yuanOfWords } from '@gongxin/core/law'
import { yuanAnswer } from './amounts.ts'
import type { Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'

export function arithmetic(fields: Fields): readonly Answers[] {
  return fields.objects('arith').map((item) => {
    if (item.has('words')) return byWords(item)
    if (item.has('unit')) return byUnit(item)
    throw item.wrong('words', 'missing; or unit, qty, total')
  })
}

function byWords(item: Fields): Answers {
  const words = yuanOfWords(item.text('words'))
  if (words === null) throw item.wrong('words', 'is not an amount in Chinese capitals')
  const figures = item.hasValue('figures') ? item.decimal('figures') : words
  return { expect: yuanAnswer(correctArithmetic({ kind: 'AC-1', words, figures }).value) }
}

/** A slip of the decimal point is a finding of the committee, so only the flag says it. */
function byUnit(item: Fields): Answers {
  const decimalSlip = item.hasValue('decimalSlip') && item.flag('decimalSlip')
  const quantity = item.amount('qty')
  if (decimalSlip && quantity.equals(rational(0))) throw item.wrong('qty', 'must not be zero')
  const unit = item.amount('unit')
  const total = item.amount('total')
  const fixed = correctArithmetic({ kind: 'AC-2', unit, quantity, total, decimalSlip })
  const mended: Rational | undefined = decimalSlip ? fixed.unit : undefined
  return {
    expect: roundTo(fixed.value, 2),
    ...(mended === undefined ? {} : { unitExpect: roundTo(mended, 2) }),
  }
}
