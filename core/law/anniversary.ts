// SPDX-License-Identifier: Apache-2.0
/** Years and months after a day; a day the month lacks becomes its last day (RU-29). */

import { type CivilDate, day } from '../kernel/index.ts'

export function yearsAfter(from: CivilDate, years: number): CivilDate {
  return monthsAfter(from, years * 12)
}

export function monthsAfter(from: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  const ordinal = year * 12 + (month - 1) + months
  const newYear = Math.floor(ordinal / 12)
  const newMonth = (ordinal % 12) + 1
  return ymd(newYear, newMonth, Math.min(date, lengthOf(newYear, newMonth)))
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function ymd(year: number, month: number, date: number): CivilDate {
  const two = (n: number) => String(n).padStart(2, '0')
  return day(`${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`)
}
