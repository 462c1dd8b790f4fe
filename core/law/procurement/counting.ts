// SPDX-License-Identifier: Apache-2.0
/** 期间的计算 in procurement: days counted on or back, and the two clocks of questions and complaints. */

import {
  addDays,
  addWorkdays,
  type CivilDate,
  day,
  nextWorkday,
  type WorkingCalendar,
} from '../../kernel/index.ts'
import { monthsAfter } from '../anniversary.ts'
import { calendarCovers } from '../calendar.ts'
import { limitOf } from '../limits.ts'

export interface Period {
  readonly start: CivilDate
  /** Negative where it is counted back from `start`. */
  readonly n: number
  readonly unit: 'D' | 'WD'
}

/**
 * CNT-1 and CNT-2: the start day is not counted, an end on a day off rolls to the next working day;
 * calendar days counted back are not rolled (RU-21, R-068). Null where no calendar is loaded.
 */
export function periodEnd(period: Period, calendar: WorkingCalendar): CivilDate | null {
  const { start, n, unit } = period
  if (unit === 'WD' && n < 0) return workdayBefore(start, -n, calendar)
  if (unit === 'WD' && n > 0) {
    return calendarCovers(addDays(start, 1)) ? addWorkdays(start, n, calendar) : null
  }
  const raw = addDays(start, n)
  if (n < 0) return raw
  return calendarCovers(raw) ? nextWorkday(raw, calendar) : null
}

function workdayBefore(start: CivilDate, n: number, calendar: WorkingCalendar): CivilDate | null {
  let on = start
  for (let left = n; left > 0; ) {
    on = addDays(on, -1)
    if (!calendarCovers(on)) return null
    if (calendar.isWorkday(on)) left -= 1
  }
  return on
}

/** C-3: the reply period runs out first, whether the reply came early, late or never. */
export function procurementComplaintEnd(
  questionReceivedOn: CivilDate,
  calendar: WorkingCalendar,
): CivilDate {
  const replyEnd = addWorkdays(questionReceivedOn, ownFigure('TL-35'), calendar)
  return addWorkdays(replyEnd, ownFigure('TL-36'), calendar)
}

/** C-5 and C-12: working days for tests, expert review and supplements are added. */
export function complaintDecisionEnd(
  receivedOn: CivilDate,
  stoppedWorkdays: number,
  calendar: WorkingCalendar,
): CivilDate {
  return addWorkdays(receivedOn, ownFigure('TL-41') + stoppedWorkdays, calendar)
}

/** TL-44: six months to sue without reconsideration; a month without such a day ends earlier (RU-29). */
export function directSuitEnd(knewOn: CivilDate): CivilDate {
  return monthsAfter(knewOn, 6)
}

/** TL-57: the arrears of a year are published by 31 March of the next. */
export function arrearsPublicationEnd(year: number): CivilDate {
  return day(`${year + 1}-03-31`)
}

/** The figure that a limit names by itself, in its newest version. */
export function ownFigure(limit: string): number {
  return limitOf(limit).versions.at(-1)?.n ?? 0
}
