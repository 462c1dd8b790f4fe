// SPDX-License-Identifier: Apache-2.0
/** The days of one tender, counted by the law from the day on which it is registered. */

import {
  addDays,
  addMinutes,
  addWorkdays,
  type CivilDate,
  daysBetween,
  type Instant,
  instantOn,
  nextWorkday,
} from '@gongxin/core/kernel'
import { calendar, due, limitOf } from '@gongxin/core/law'
import { between } from '../chance/index.ts'
import { has, type Plan } from './plan.ts'

export interface Timetable {
  readonly registered: CivilDate
  readonly filed: CivilDate
  readonly admitted: CivilDate
  readonly published: CivilDate
  readonly clarified: CivilDate
  /** Deadline as it is first announced, and as it is in the end. */
  readonly announced: Instant
  readonly deadline: Instant
  readonly evaluation: CivilDate
}

export function timetableOf(plan: Plan): Timetable {
  const registered = nextWorkday(plan.start, calendar)
  const filed = workdays(registered, 1)
  const admitted = workdays(filed, 1)
  const published = workdays(admitted, 1)
  const clarified = workdays(published, 3)
  const { preparation, change } = plan.procedure.rules
  const least = due(limitOf(preparation), published, { lawDay: published, calendar }).safe
  // Suppliers who pay five days ahead must have heard of it by then.
  const days = Math.max(8, daysBetween(published, least) + 1)
  const spare = between(plan.seed, `${plan.code} spare`, [days, days + 5])
  const first = nextWorkday(addDays(published, spare), calendar)
  const lawful = due(limitOf(change), clarified, { lawDay: published, calendar }).safe
  const announcedOn = has(plan, 'clarified') && lawful > first ? lawful : first
  const announced = instantOn(announcedOn, '09:30')
  const movedOn = nextWorkday(addDays(announcedOn, 5), calendar)
  const deadline = has(plan, 'deadline-moved') ? instantOn(movedOn, '09:30') : announced
  const closedOn = has(plan, 'deadline-moved') ? movedOn : announcedOn
  const evaluation = workdays(closedOn, 1)
  return {
    registered,
    filed,
    admitted,
    published,
    clarified,
    announced,
    deadline,
    evaluation,
  }
}

export function workdays(from: CivilDate, n: number): CivilDate {
  return addWorkdays(from, n, calendar)
}

/** The first working day after a day that must be over. */
export function workdayAfter(on: CivilDate): CivilDate {
  return nextWorkday(addDays(on, 1), calendar)
}

/** A moment of a day; tenders of one day are told apart by a few minutes. */
export function at(plan: Plan, on: CivilDate, clock: string): Instant {
  return addMinutes(instantOn(on, clock), (plan.no % 6) * 5)
}

export function publicReviewEnd(from: CivilDate): CivilDate {
  return due(limitOf('LIM-18'), from, { lawDay: from, calendar, n: 3 }).safe
}
