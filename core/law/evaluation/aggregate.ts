// SPDX-License-Identifier: Apache-2.0
/** 评委打分汇总: the mean, or the mean without one highest and one lowest mark. */

import { assert, mean, type Rational, rounded } from '../../kernel/index.ts'
import { step, type Worked } from './working.ts'

export interface Aggregation {
  /** Drop one highest and one lowest where there are five marks or more. */
  readonly trim: boolean
  /** Decimals of the result, half up; two by default. */
  readonly places?: number
}

/** RU-12: applied to each factor on its own, in marks. */
export function aggregateMarks(marks: readonly Rational[], of: Aggregation): Worked {
  assert(marks.length > 0, 'an aggregate needs a mark')
  const trims = of.trim && marks.length >= 5
  const ordered = [...marks].sort((a, b) => a.compare(b))
  const kept = trims ? ordered.slice(1, -1) : ordered
  const value = rounded(mean(kept), of.places ?? 2)
  const how = trims ? '去掉一个最高分和一个最低分后的平均值' : '平均值'
  return { value, steps: [step(`${marks.length}名评委打分，${how}`, value)] }
}
