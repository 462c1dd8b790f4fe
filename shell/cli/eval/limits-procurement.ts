// SPDX-License-Identifier: Apache-2.0
/** Group `limits-procurement`: calendar or working days counted on from a day, or back. */

import { day } from '@gongxin/core/kernel'
import { calendar, calendarBegins, periodEnd } from '@gongxin/core/law'
import type { Evaluate } from './evaluate.ts'

/** Longest count that a case may ask for: ten years of days. */
const mostDays = 3660
const lastStart = day('2200-12-31')

export const evaluate: Evaluate = (fields) => {
  const start = fields.day('start')
  if (start > lastStart) throw fields.wrong('start', `no calendar after ${lastStart}`)
  const n = fields.integer('add')
  if (Math.abs(n) > mostDays) throw fields.wrong('add', `must not exceed ${mostDays}`)
  const unit = fields.oneOf('unit', ['D', 'WD'] as const)
  const end = periodEnd({ start, n, unit }, calendar)
  if (end === null) throw fields.wrong('start', `no calendar before ${calendarBegins}`)
  return { end }
}
