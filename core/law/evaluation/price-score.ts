// SPDX-License-Identifier: Apache-2.0
/** 投标报价得分: marks for a price against the benchmark, in exact rationals, rounded last. */

import {
  assert,
  greatest,
  hundred,
  least,
  one,
  type Rational,
  rounded,
  roundTo,
  zero,
} from '../../kernel/index.ts'
import { step, type Worked } from './working.ts'

/** RD-4: decimals of the deviation in per cent before it is used; null keeps it exact. */
export type DeviationScale = 0 | 1 | 2 | 3 | 4 | null

interface Common {
  /** F: the full mark of the price factor. */
  readonly full: Rational
  /** Least mark; 0 where the document is silent (RU-09). */
  readonly floor?: Rational
  /** A price at or below D has the full mark. */
  readonly fullAtOrBelow?: boolean
  readonly deviationScale?: DeviationScale
}

export type PriceScoring =
  /** Marks off for each 1 % above (`up`) and below (`down`) the benchmark, interpolated. */
  | (Common & { readonly kind: 'SC-LIN'; readonly up: Rational; readonly down: Rational })
  /** The same with whole per cents: CEIL 不足1%按1%计, FLOOR 不足1%不计. */
  | (Common & {
      readonly kind: 'SC-STEP'
      readonly up: Rational
      readonly down: Rational
      readonly step: 'CEIL' | 'FLOOR'
    })
  /** F − F·n·|x|/100 with a factor for each side. */
  | (Common & {
      readonly kind: 'SC-FACTOR'
      readonly factorUp: Rational
      readonly factorDown: Rational
    })
  /** 低价优先: the lowest valid price over the price, times F. */
  | (Common & { readonly kind: 'SC-RATIO'; readonly lowest: Rational })

/** x = (p − D) / D × 100, in per cent; D must not be zero. */
export function deviation(price: Rational, benchmark: Rational): Rational {
  assert(benchmark.gt(zero), 'a benchmark is above zero')
  return price.sub(benchmark).div(benchmark).mul(hundred)
}

/** The exact mark with its working; {@link markText} rounds it half up to two places. */
export function priceScore(price: Rational, benchmark: Rational, scoring: PriceScoring): Worked {
  const exact = deviation(price, benchmark)
  const x = scaled(exact, scoring.deviationScale ?? null)
  const value = clamped(rawScore(price, x, scoring), scoring)
  return {
    value,
    steps: [
      step('报价', price),
      step('基准价D', benchmark),
      step('偏差率（%）', x, scoring.deviationScale ?? 4),
      step('得分', value),
    ],
  }
}

/** RD-5: each factor is rounded half up to two decimals, then summed. */
export function markText(mark: Rational, places = 2): string {
  return roundTo(mark, places)
}

function rawScore(price: Rational, x: Rational, scoring: PriceScoring): Rational {
  if (scoring.kind === 'SC-RATIO') return scoring.lowest.div(price).mul(scoring.full)
  if (x.equals(zero) || (scoring.fullAtOrBelow === true && x.lt(zero))) return scoring.full
  const size = x.abs()
  switch (scoring.kind) {
    case 'SC-LIN':
      return scoring.full.sub(size.mul(x.gt(zero) ? scoring.up : scoring.down))
    case 'SC-STEP': {
      const steps = scoring.step === 'CEIL' ? size.ceil() : size.floor()
      return scoring.full.sub(steps.mul(x.gt(zero) ? scoring.up : scoring.down))
    }
    case 'SC-FACTOR': {
      const factor = x.gt(zero) ? scoring.factorUp : scoring.factorDown
      return scoring.full.sub(scoring.full.mul(factor).mul(size).div(hundred))
    }
  }
}

/** RU-13: negative deviations are rounded half away from zero, as positive ones. */
function scaled(x: Rational, scale: DeviationScale): Rational {
  return scale === null ? x : rounded(x, scale)
}

function clamped(mark: Rational, { full, floor = zero }: Common): Rational {
  return least([full, greatest([floor, mark])])
}

/** Turns `0.97` of a document that writes K as a factor into the rate 0.03. */
export function downRateOfFactor(factor: Rational): Rational {
  return one.sub(factor)
}
