// SPDX-License-Identifier: Apache-2.0
/** 工作日历: which days are worked, as official data per year and provisional rules beyond. */

import { certain } from './assert.ts'
import { addDays, type CivilDate, weekdayOf } from './time.ts'

/** One official year: days off on weekdays, and weekend days that are worked (调休). */
export interface OfficialYear {
  readonly year: number
  readonly off: readonly CivilDate[]
  readonly worked: readonly CivilDate[]
}

export interface WorkingCalendar {
  readonly version: string
  isWorkday(on: CivilDate): boolean
  /** Why a day is not worked, in Chinese: 周日, 法定节假日; empty for a working day. */
  whyOff(on: CivilDate): string
  /** True where no official calendar of the year has been loaded (暂定). */
  isProvisional(on: CivilDate): boolean
}

/** The day itself if it is worked, else the next working day (民法典 203). */
export function nextWorkday(on: CivilDate, calendar: WorkingCalendar): CivilDate {
  return calendar.isWorkday(on) ? on : nextWorkday(addDays(on, 1), calendar)
}

/** The n-th working day after `from`; the start day is not counted. */
export function addWorkdays(from: CivilDate, n: number, calendar: WorkingCalendar): CivilDate {
  return certain(workdaysAfter(from, n, calendar).at(-1), 'n must be at least 1')
}

/** The next `n` working days after `from`, in order. */
export function workdaysAfter(
  from: CivilDate,
  n: number,
  calendar: WorkingCalendar,
): readonly CivilDate[] {
  const days: CivilDate[] = []
  let on = from
  while (days.length < n) {
    on = addDays(on, 1)
    if (calendar.isWorkday(on)) days.push(on)
  }
  return days
}

/** Official years win; beyond them weekends and the statutory festival days of `festivals`. */
export function workingCalendar(
  version: string,
  years: readonly OfficialYear[],
  festivals: (year: number) => readonly CivilDate[],
): WorkingCalendar {
  const official = new Map(years.map((y) => [y.year, indexed(y)]))
  const provisional = new Map<number, ReadonlySet<CivilDate>>()
  const yearOf = (on: CivilDate) => Number(on.slice(0, 4))
  const festivalsOf = (year: number) => {
    const known = provisional.get(year) ?? new Set(festivals(year))
    provisional.set(year, known)
    return known
  }
  const whyOff = (on: CivilDate): string => {
    const year = official.get(yearOf(on))
    if (year?.worked.has(on)) return ''
    if (year?.off.has(on)) return '法定节假日'
    if (year === undefined && festivalsOf(yearOf(on)).has(on)) return '法定节假日（暂定）'
    const weekday = weekdayOf(on)
    return weekday >= 6 ? (weekday === 6 ? '周六' : '周日') : ''
  }
  return {
    version,
    isWorkday: (on) => whyOff(on) === '',
    whyOff,
    isProvisional: (on) => !official.has(yearOf(on)),
  }
}

function indexed(year: OfficialYear) {
  return { off: new Set(year.off), worked: new Set(year.worked) }
}
