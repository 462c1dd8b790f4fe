// SPDX-License-Identifier: Apache-2.0
/** 期限: every statutory limit by id, and the arithmetic of days with the working shown. */

import {
  addDays,
  addMinutes,
  assert,
  type CivilDate,
  certain,
  citeText,
  daysBetween,
  type Instant,
  nextWorkday,
  versionOn,
  type WorkingCalendar,
  workdaysAfter,
} from '../kernel/index.ts'
import { yearsAfter } from './anniversary.ts'
import type { Limit } from './limit.ts'
import { limitsAfterEvaluation } from './limit-rows/after-evaluation.ts'
import { limitsBeforeOpening } from './limit-rows/before-opening.ts'
import { limitsBeforeProcurementEvaluation } from './limit-rows/procurement-before-evaluation.ts'
import { limitsOfProcurementConclusion } from './limit-rows/procurement-conclusion.ts'
import { limitsOfProcurementRemedies } from './limit-rows/procurement-remedies.ts'
import { limitsStandingInProcurement } from './limit-rows/procurement-standing.ts'
import { limitsStanding } from './limit-rows/standing.ts'

/** LIM-01…LIM-48 of construction, in the order of the handbook. */
export const constructionLimits: readonly Limit[] = [
  ...limitsBeforeOpening,
  ...limitsAfterEvaluation,
  ...limitsStanding,
]

/** TL-01…TL-62 of procurement, in the order of the handbook. */
export const procurementLimits: readonly Limit[] = [
  ...limitsBeforeProcurementEvaluation,
  ...limitsOfProcurementConclusion,
  ...limitsOfProcurementRemedies,
  ...limitsStandingInProcurement,
]

export const limits: readonly Limit[] = [...constructionLimits, ...procurementLimits]

const byName = new Map(limits.flatMap((row) => [[row.id, row] as const, [row.handbook, row]]))

/** By `LIM-05`, `TL-02` or `bid-preparation-time`. */
export function findLimit(name: string): Limit | undefined {
  return byName.get(name)
}

export function limitOf(name: string): Limit {
  return certain(findLimit(name), `no such limit: ${name}`)
}

/** One day of the count: counted as number `number`, or not counted and why. */
export interface DayStep {
  readonly day: CivilDate
  readonly counted: boolean
  readonly number?: number
  /** In Chinese: 当日不计, 第1日, 周日顺延, 届满日. */
  readonly why: string
}

export interface Due {
  readonly limit: string
  readonly handbook: string
  readonly since: string
  readonly from: CivilDate
  readonly n: number
  readonly unit: Limit['unit']
  /** The plain end of the count. */
  readonly raw: CivilDate
  /** The same, rolled to the next working day (民法典 203). */
  readonly safe: CivilDate
  /** Compact: the first, the last and the days passed over. */
  readonly steps: readonly DayStep[]
  readonly cites: readonly string[]
  readonly provisional: boolean
}

/** What a count leans on: the day whose law applies, the calendar, and a figure of the document. */
export interface Counting {
  readonly lawDay: CivilDate
  readonly calendar: WorkingCalendar
  /** Instead of the limit's own figure: calendar or working days as the limit says. */
  readonly n?: number
}

/**
 * When a limit in days, working days or years ends that starts on `start`; the start day itself is
 * not counted (民法典 201). A limit in hours or minutes has no day: it ends at `dueMoment`.
 */
export function due(limit: Limit, start: CivilDate, counting: Counting): Due {
  const n = figureFor(limit, counting)
  if (limit.unit === 'WD') return dueWorkdays(limit, start, { ...counting, n })
  if (limit.unit === 'Y') return dueYears(limit, start, n)
  assert(limit.unit === 'D', `${limit.handbook} is not counted in days`)
  return dueDays(limit, start, { ...counting, n })
}

/** When a limit in hours or minutes ends: to the millisecond, rest days and nights included. */
export function dueMoment(
  limit: Limit,
  start: Instant,
  counting: Pick<Counting, 'lawDay' | 'n'>,
): Instant {
  assert(isInHours(limit), `${limit.handbook} is not counted in hours or minutes`)
  return addMinutes(start, figureFor(limit, counting) * (limit.unit === 'H' ? 60 : 1))
}

export function isInHours({ unit }: Limit): boolean {
  return unit === 'H' || unit === 'MINUTE'
}

function figureFor(limit: Limit, { n, lawDay }: Pick<Counting, 'lawDay' | 'n'>): number {
  return certain(
    n ?? versionOn(limit.versions, lawDay).n,
    `${limit.handbook} has no number of its own`,
  )
}

/** Calendar days: `raw = start + n`, `safe` the working day at or after it. */
export function dueDays(limit: Limit, start: CivilDate, counting: Counting & { n: number }): Due {
  const { calendar, n } = counting
  const raw = addDays(start, n)
  const safe = nextWorkday(raw, calendar)
  const passed = daysFrom(raw, daysBetween(raw, safe))
  return {
    ...headOf(limit, start, n),
    unit: 'D',
    raw,
    safe,
    steps: [
      startStep(start),
      ...(n > 1 ? [countedStep(addDays(start, 1), 1)] : []),
      ...(n > 0 ? [countedStep(raw, n)] : []),
      ...passed.map((on) => ({ day: on, counted: false, why: `${calendar.whyOff(on)}，顺延` })),
      { day: safe, counted: false, why: '届满日' },
    ],
    provisional: [raw, safe].some((on) => calendar.isProvisional(on)),
  }
}

/** Working days: only days of the calendar count, make-up days included. */
export function dueWorkdays(
  limit: Limit,
  start: CivilDate,
  counting: Counting & { n: number },
): Due {
  const { calendar, n } = counting
  assert(n >= 1, 'working days are counted from one')
  const counted = workdaysAfter(start, n, calendar)
  const first = certain(counted[0], 'at least one working day')
  const last = certain(counted.at(-1), 'at least one working day')
  const between = daysFrom(addDays(start, 1), daysBetween(start, last))
  return {
    ...headOf(limit, start, n),
    unit: 'WD',
    raw: last,
    safe: last,
    steps: [
      startStep(start),
      ...between.flatMap((on): readonly DayStep[] => {
        const why = calendar.whyOff(on)
        if (why !== '') return [{ day: on, counted: false, why: `${why}，不计` }]
        return on === first || on === last ? [countedStep(on, counted.indexOf(on) + 1)] : []
      }),
      { day: last, counted: false, why: '届满日' },
    ],
    provisional: [start, ...between].some((on) => calendar.isProvisional(on)),
  }
}

/** Ends of retention and bans are plain dates, never rolled. */
function dueYears(limit: Limit, start: CivilDate, n: number): Due {
  const end = yearsAfter(start, n)
  return {
    ...headOf(limit, start, n),
    unit: 'Y',
    raw: end,
    safe: end,
    steps: [startStep(start), { day: end, counted: true, number: n, why: `满${n}年` }],
    provisional: false,
  }
}

/** The last day on which an act that must precede a deadline by n days is still in time. */
export function lastDateBefore(
  limit: Limit,
  deadlineDay: CivilDate,
  counting: Pick<Counting, 'lawDay' | 'n'>,
): CivilDate {
  return addDays(deadlineDay, -figureFor(limit, counting))
}

/** RU-01: a clarification moves the deadline only where too few days are left. */
export function clarificationDeadline(
  publishedOn: CivilDate,
  deadline: CivilDate,
  counting: Counting & { readonly limit?: Limit },
): CivilDate {
  const least = due(counting.limit ?? limitOf('LIM-06'), publishedOn, counting).safe
  return least > deadline ? least : deadline
}

function headOf(limit: Limit, from: CivilDate, n: number) {
  return {
    limit: limit.id,
    handbook: limit.handbook,
    since: limit.since,
    from,
    n,
    cites: limit.cites.map(citeText),
  }
}

function startStep(on: CivilDate): DayStep {
  return { day: on, counted: false, why: '起算日，当日不计' }
}

function countedStep(on: CivilDate, number: number): DayStep {
  return { day: on, counted: true, number, why: `第${number}日` }
}

function daysFrom(first: CivilDate, count: number): readonly CivilDate[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i))
}
