// SPDX-License-Identifier: Apache-2.0
/** 计算过程: the figures a formula used, so that a page can show the working. */

import { type Rational, roundTo } from '../../kernel/index.ts'

/** One line of the working: what it is, and its value as decimal text or words. */
export interface WorkingStep {
  readonly label: string
  readonly value: string
}

/** An exact value with the steps that led to it. */
export interface Worked {
  readonly value: Rational
  readonly steps: readonly WorkingStep[]
}

export function step(label: string, value: Rational | string, places = 2): WorkingStep {
  return { label, value: typeof value === 'string' ? value : roundTo(value, places) }
}
