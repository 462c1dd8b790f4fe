// SPDX-License-Identifier: Apache-2.0
/** 三个价格: the quote as announced, as corrected, and as adjusted by policy for evaluation alone. */

import { least, one, type Rational, rational, rounded, sum } from '../../kernel/index.ts'

export interface Quote {
  readonly id: string
  /** 报价: as announced; abnormal prices are judged by it. */
  readonly announced: Rational
  /** After the corrections that the supplier confirmed; the contract is signed at it. */
  readonly corrected: Rational
  /** Shares of the original quote, such as 0.10 for a small firm and 0.20 for a domestic product. */
  readonly deductions: readonly Rational[]
}

/** PP-9: every deduction is taken from the original quote, none from what another one left. */
export function adjustedPrice({ corrected, deductions }: Quote): Rational {
  return corrected.mul(one.sub(sum(deductions)))
}

/** 评标基准价: the lowest adjusted price; no quote is left out for being highest or lowest. */
export function priceBase(quotes: readonly Quote[]): Rational {
  return least(quotes.map(adjustedPrice))
}

/** 4.3 and RND-2: base over price times the points, exact until the one rounding to two places. */
export function procurementPriceScore(quote: Quote, base: Rational, points: Rational): Rational {
  return rounded(base.div(adjustedPrice(quote)).mul(points), 2)
}

/** ORD-5: contracts and ties use the real quote, never the adjusted one. */
export function contractPrice({ corrected }: Quote): Rational {
  return corrected
}

/** A quote that was not corrected. */
export function plainQuote(
  id: string,
  announced: Rational,
  deductions: readonly Rational[] = [],
): Quote {
  return { id, announced, corrected: announced, deductions }
}

/** RND-3 and RND-4: the mean of the members' marks for one factor, and the printed total. */
export function totalOfFactors(factors: readonly Rational[]): Rational {
  return sum(factors.map((factor) => rounded(factor, 2)))
}

/** Points of a weight that a document writes as a share: 0.30 is 30 points. */
export function pointsOf(weight: Rational): Rational {
  return weight.lte(one) ? weight.mul(rational(100)) : weight
}
