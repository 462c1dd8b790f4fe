// SPDX-License-Identifier: Apache-2.0
/** 清标: what a bid's own figures say when words, units and totals disagree. */

import { rational, roundFen, yuanShown } from '../../../kernel/index.ts'
import { correctArithmetic, looksLikeDecimalSlip, yuanOfWords } from '../../../law/index.ts'
import type { BidContent } from '../bid.ts'
import { yuanRational } from './price.ts'

export interface Arithmetic {
  /** 分: the price after correction; equal to the announced one where nothing was wrong. */
  readonly priceFen: number
  readonly steps: readonly string[]
}

/** AC-1 on the letter's words, then AC-2 line by line on the bill, whose sum is the price. */
export function arithmeticOf(content: BidContent): Arithmetic {
  const { form, bill } = content
  const written = content.priceInWords === '' ? null : yuanOfWords(content.priceInWords)
  const announced = yuanRational(form.priceFen)
  const letter =
    written === null
      ? null
      : correctArithmetic({ kind: 'AC-1', words: written, figures: announced })
  if (bill.length === 0) return fromLetter(form.priceFen, letter)
  const lines = bill.map(correctedLine)
  const priceFen = lines.reduce((total, line) => total + line.totalFen, 0)
  const steps = lines.flatMap((line) => line.steps)
  if (priceFen === form.priceFen) return { priceFen, steps }
  const total = `各项合计${yuanShown(priceFen)}元，开标一览表${yuanShown(form.priceFen)}元`
  return { priceFen, steps: [...steps, total] }
}

function fromLetter(
  priceFen: number,
  letter: ReturnType<typeof correctArithmetic> | null,
): Arithmetic {
  if (letter === null || !letter.changed) return { priceFen, steps: [] }
  const fen = roundFen(letter.value.mul(rational(100)))
  return { priceFen: fen, steps: letter.steps.map((s) => `${s.label}：${s.value}`) }
}

function correctedLine(item: BidContent['bill'][number]): { totalFen: number; steps: string[] } {
  const figures = {
    unit: rational(item.unitPrice),
    quantity: rational(item.quantity),
    total: yuanRational(item.totalFen),
  }
  // A product within half a fen of the total is the same amount, not an error.
  if (roundFen(figures.unit.mul(figures.quantity).mul(rational(100))) === item.totalFen) {
    return { totalFen: item.totalFen, steps: [] }
  }
  const decimalSlip = looksLikeDecimalSlip(figures)
  const corrected = correctArithmetic({ kind: 'AC-2', ...figures, decimalSlip })
  const totalFen = roundFen(corrected.value.mul(rational(100)))
  const said = corrected.steps.map((s) => `${item.id} ${s.label}：${s.value}`)
  return { totalFen, steps: corrected.changed ? said : [] }
}
