// SPDX-License-Identifier: Apache-2.0
/** 差一点: the case that just holds and the one that just fails, as the tests of all rules write them. */

import {
  addDays,
  type CivilDate,
  check,
  type Facts,
  type Finding,
  isCivilDate,
  type Json,
  type Rule,
  rational,
} from '../kernel/index.ts'
import { calendar } from './calendar.ts'

export interface NearMiss {
  readonly id: string
  readonly handbook: string
  readonly met: Facts
  readonly miss: Facts
  readonly judge: (facts: 'met' | 'miss') => Finding
}

/** Near misses under the law of a day: the case that just holds, and the one change that breaks it. */
export function nearOn(lawDay: CivilDate) {
  return <F extends Facts, V>(
    rule: Rule<F, V>,
    met: NoInfer<F>,
    change: Partial<NoInfer<F>>,
  ): NearMiss => {
    const miss = { ...met, ...change }
    const { id, handbook = id } = rule
    const judge = (which: 'met' | 'miss') =>
      check(rule, which === 'met' ? met : miss, lawDay, { calendar })
    return { id, handbook, met, miss, judge }
  }
}

/** Names of the facts that differ. */
export function changedIn({ met, miss }: NearMiss): readonly string[] {
  return Object.keys(met).filter((key) => JSON.stringify(met[key]) !== JSON.stringify(miss[key]))
}

/** One day, one millisecond, one of whatever is counted, a hundredth of a per cent, or yes and no. */
export function isLeastStep(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return isLeastStep(a[0], b[0])
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) === 1
  if (typeof a === 'string' && typeof b === 'string') {
    if (isCivilDate(a) && isCivilDate(b)) return addDays(a, 1) === b || addDays(b, 1) === a
    if (isShare(a) && isShare(b)) return rational(a).sub(rational(b)).abs().equals(leastShare)
    return Math.abs(Date.parse(a) - Date.parse(b)) === 1 || isWord(a, b)
  }
  return a === null || b === null || typeof a === 'boolean'
}

/** As much of a rule as a table of all rules needs. */
export interface AnyRule {
  readonly id: string
  readonly handbook?: string
  readonly cites: readonly { readonly document: string }[]
}

export function isRule(value: unknown): value is AnyRule {
  return typeof value === 'object' && value !== null && 'holds' in value && 'id' in value
}

const leastShare = rational('0.0001')

function isShare(text: string): boolean {
  return /^\d\.\d+$/.test(text)
}

/** A choice among named ways has no step between them. */
function isWord(a: string, b: string): boolean {
  return /^[a-z-]+$/.test(a) && /^[a-z-]+$/.test(b)
}
