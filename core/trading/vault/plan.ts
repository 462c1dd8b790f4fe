// SPDX-License-Identifier: Apache-2.0
/** 时刻根计划: at which minutes the city gives a root, as data (decision 23). */

import { epochOf, type Instant, instantOfEpoch } from '../../kernel/index.ts'

const minuteMs = 60_000

export interface TickPlan {
  readonly name: 'production' | 'demo'
  /** A root at every multiple of so many minutes. */
  readonly everyMinutes: number
  /** Before a deadline, and at it, a root every minute for so long. */
  readonly everyMinuteFor: number
  /**
   * Whether minutes that the clock jumped over get their roots afterwards. In production they do
   * not: a missing root is the evidence of an outage.
   */
  readonly catchesUp: boolean
}

export const tickPlans: Readonly<Record<TickPlan['name'], TickPlan>> = {
  production: { name: 'production', everyMinutes: 1, everyMinuteFor: 60, catchesUp: false },
  demo: { name: 'demo', everyMinutes: 6 * 60, everyMinuteFor: 60, catchesUp: true },
}

/** The first whole minute since 1970 that is not before this moment: the tick of a deadline. */
export function tickOf(at: Instant): number {
  return Math.ceil(epochOf(at) / minuteMs)
}

/** When a tick is due. */
export function momentOf(tick: number): Instant {
  return instantOfEpoch(tick * minuteMs)
}

/** The first tick of the plan after this one; a deadline is the tick of a deadline to come. */
export function nextTick(plan: TickPlan, last: number, deadlines: readonly number[]): number {
  const { everyMinutes, everyMinuteFor } = plan
  const usual = (Math.floor(last / everyMinutes) + 1) * everyMinutes
  const nearing = deadlines
    .filter((deadline) => deadline > last)
    .map((deadline) => Math.max(last + 1, deadline - everyMinuteFor))
  return Math.min(usual, ...nearing)
}
