// SPDX-License-Identifier: Apache-2.0
/** 异常低价: three triggers in figures from 2026-02-01 on, a fourth that is the panel's judgement. */

import {
  type CivilDate,
  day,
  mean,
  type Rational,
  rational,
  type Version,
  versionOn,
} from '../../kernel/index.ts'

/** Shares of the mean, of the second lowest quote and of the ceiling. */
export interface AbnormalRates {
  readonly T1: Rational
  readonly T2: Rational
  readonly T3: Rational
}

export interface AbnormalFigures {
  /** Null before the notice: only the judgement of O87 60 applied. */
  readonly rates: AbnormalRates | null
  /** The document may raise the rates, not beyond this. */
  readonly most: Rational
}

export const abnormalFigures: readonly Version<AbnormalFigures>[] = [
  { from: day('2017-10-01'), rates: null, most: rational('0.65') },
  {
    from: day('2026-02-01'),
    rates: { T1: rational('0.50'), T2: rational('0.50'), T3: rational('0.45') },
    most: rational('0.65'),
  },
]

/** By the day the procurement began, never by today. */
export function abnormalFiguresOn(on: CivilDate): AbnormalFigures {
  return versionOn(abnormalFigures, on)
}

/** A rate of a document: at least the figure of the notice, at most 65 %. */
export function isRateLawful(of: keyof AbnormalRates, rate: Rational, on: CivilDate): boolean {
  const { rates, most } = abnormalFiguresOn(on)
  return rates !== null && rate.gte(rates[of]) && rate.lte(most)
}

export interface AbnormalCase {
  readonly suspect: Rational
  /** Announced quotes of all that passed the conformity review, the suspect among them. */
  readonly quotes: readonly Rational[]
  /** The budget where no ceiling was set; null where neither is known. */
  readonly ceiling: Rational | null
}

export interface AbnormalTriggers {
  readonly T1: boolean
  readonly T2: boolean
  /** Null where neither ceiling nor budget is known. */
  readonly T3: boolean | null
}

/** Strictly below each line; a trigger asks for an explanation and never rejects by itself. */
export function abnormalTriggers(of: AbnormalCase, rates: AbnormalRates): AbnormalTriggers {
  const { suspect, quotes, ceiling } = of
  const second = [...quotes].sort((a, b) => a.compare(b))[1]
  return {
    T1: suspect.lt(mean(quotes).mul(rates.T1)),
    T2: second !== undefined && suspect.lt(second.mul(rates.T2)),
    T3: ceiling === null ? null : suspect.lt(ceiling.mul(rates.T3)),
  }
}
