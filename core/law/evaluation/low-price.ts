// SPDX-License-Identifier: Apache-2.0
/** 异常低价: whom the committee must ask. An alarm never rejects a bid. */

import { mean, type Rational } from '../../kernel/index.ts'
import { step, type WorkingStep } from './working.ts'

/** LP-2: the alarm line is a figure of the tender document. */
export type AlarmLine =
  | { readonly kind: 'ratio-of-mean'; readonly ratio: Rational }
  | { readonly kind: 'ratio-of-ceiling'; readonly ratio: Rational; readonly ceiling: Rational }

export interface LowPriceAlarm {
  readonly mean: Rational
  readonly limit: Rational
  /** Positions of the bids strictly below the line, in the order given. */
  readonly ask: readonly number[]
  /** Always empty: 1117号文 13 forbids rejecting without asking. */
  readonly autoReject: readonly never[]
  readonly steps: readonly WorkingStep[]
}

export function lowPriceAlarm(line: AlarmLine, valid: readonly Rational[]): LowPriceAlarm {
  const average = mean(valid)
  const limit = line.ratio.mul(line.kind === 'ratio-of-mean' ? average : line.ceiling)
  const ask = valid.flatMap((price, i) => (price.lt(limit) ? [i] : []))
  return {
    mean: average,
    limit,
    ask,
    autoReject: [],
    steps: [step('有效报价平均值', average), step('预警线', limit)],
  }
}
