// SPDX-License-Identifier: Apache-2.0
/** All lives of the city as one list in the order of time. */

import {
  addDays,
  addMinutes,
  type CivilDate,
  epochOf,
  type Instant,
  instantOn,
} from '@gongxin/core/kernel'
import type { Cast } from './cast.ts'
import { lifeOf, startedFor } from './life.ts'
import { type Plan, planOf } from './plan.ts'
import { projects } from './projects.ts'
import type { Step } from './step.ts'

export interface City {
  readonly seed: number
  readonly cast: Cast
  readonly present: CivilDate
  readonly plans: readonly Plan[]
}

export interface CityOptions {
  readonly seed: number
  readonly cast: Cast
  /** Day on which the demo is to stand when all is told. */
  readonly present: CivilDate
  /** Only so many tenders. */
  readonly first?: number
}

export function cityOf({ seed, cast, present, first }: CityOptions): City {
  const until = presentHour(present)
  const plans = projects.map((project, i) =>
    startedFor(planOf(project, i + 1, { seed, cast, present }), until),
  )
  return { seed, cast, present, plans: plans.slice(0, first) }
}

/** Everything is told by noon of the present day. */
export function presentHour(present: CivilDate): Instant {
  return instantOn(present, '12:00')
}

export interface Entry {
  readonly plan: Plan
  /** Place of the step in its own life; part of its key. */
  readonly place: number
  readonly step: Step
}

/** Steps of one moment keep the order of the table, and each life its own order. */
export function agendaOf({ plans }: Pick<City, 'plans'>): readonly Entry[] {
  return plans
    .flatMap((plan) => [...lifeOf(plan)].map((step, place): Entry => ({ plan, place, step })))
    .sort((a, b) => compare(a.step.at, b.step.at) || a.plan.no - b.plan.no || a.place - b.place)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The hour at which the telling begins, before the first act. */
export function beginningOf(agenda: readonly Entry[], present: CivilDate): Instant {
  return addMinutes(agenda[0]?.step.at ?? presentHour(present), -60)
}

/** The present for a clock that cannot be set back: as many days ahead as the telling takes. */
export function presentAhead(
  agenda: readonly Entry[],
  present: CivilDate,
  now: Instant,
): CivilDate {
  const days = Math.ceil(minutesBetween(beginningOf(agenda, present), now) / (24 * 60))
  return addDays(present, Math.max(0, days + 1))
}

function minutesBetween(from: Instant, to: Instant): number {
  return (epochOf(to) - epochOf(from)) / 60_000
}
