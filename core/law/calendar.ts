// SPDX-License-Identifier: Apache-2.0
/** 工作日历: the official years 2025 and 2026, and provisional festival days beyond them. */

import {
  addDays,
  assert,
  type CivilDate,
  certain,
  day,
  type OfficialYear,
  type WorkingCalendar,
  workingCalendar,
} from '../kernel/index.ts'

/** The first day for which a calendar is loaded; earlier days are refused, never guessed. */
export const calendarBegins = day('2025-01-01')

const official: readonly OfficialYear[] = [
  {
    year: 2025,
    off: [
      ...days('2025-01-01', 1),
      ...days('2025-01-28', 8),
      ...days('2025-04-04', 3),
      ...days('2025-05-01', 5),
      ...days('2025-05-31', 3),
      ...days('2025-10-01', 8),
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map(day),
  },
  {
    year: 2026,
    off: [
      ...days('2026-01-01', 3),
      ...days('2026-02-15', 9),
      ...days('2026-04-04', 3),
      ...days('2026-05-01', 5),
      ...days('2026-06-19', 3),
      ...days('2026-09-25', 3),
      ...days('2026-10-01', 7),
    ],
    worked: [
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ].map(day),
  },
]

/**
 * 正月初一, 清明, 端午, 中秋 by year. Provisional: computed from the lunar calendar, to be replaced
 * by the yearly notice of the State Council, which also names the make-up days (reading R-038).
 */
const lunar = [
  ['2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15'],
  ['2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03'],
  ['2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22'],
  ['2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12'],
  ['2031-01-23', '2031-04-05', '2031-06-24', '2031-10-01'],
  ['2032-02-11', '2032-04-04', '2032-06-12', '2032-09-19'],
  ['2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08'],
  ['2034-02-19', '2034-04-05', '2034-06-20', '2034-09-27'],
  ['2035-02-08', '2035-04-05', '2035-06-10', '2035-09-16'],
] as const

const festivalsByYear = new Map(lunar.map((row) => [Number(row[0].slice(0, 4)), row.map(day)]))

/** The statutory festival days of a year without an official calendar. */
export function statutoryFestivals(year: number): readonly CivilDate[] {
  assert(year >= 2025, `no calendar for ${year}`)
  const fixed = [...days(`${year}-01-01`, 1), ...days(`${year}-05-01`, 2)]
  const autumn = days(`${year}-10-01`, 3)
  const moving = festivalsByYear.get(year)
  if (moving === undefined) return [...fixed, ...autumn]
  const newYear = certain(moving[0], 'the lunar table has four days a year')
  return [...fixed, ...days(addDays(newYear, -1), 4), ...moving.slice(1), ...autumn]
}

/** The calendar of record; its version is stored with every lot that is timed by it. */
export const calendar: WorkingCalendar = workingCalendar('cn-2026-1', official, statutoryFestivals)

/** True where the calendar may be asked at all. */
export function calendarCovers(on: CivilDate): boolean {
  return on >= calendarBegins
}

function days(first: string, count: number): readonly CivilDate[] {
  return Array.from({ length: count }, (_, i) => addDays(day(first), i))
}
