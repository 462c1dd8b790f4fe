// SPDX-License-Identifier: Apache-2.0
/** 投诉期限: ten days from knowing, without the days on which an objection waits for its reply. */

import {
  addDays,
  assert,
  type CivilDate,
  daysBetween,
  nextWorkday,
  versionOn,
} from '../kernel/index.ts'
import { type Counting, limitOf } from './limits.ts'

/** One objection and its reply; not yet answered where `repliedOn` is absent. */
export interface ObjectionSpan {
  readonly objectedOn: CivilDate
  readonly repliedOn?: CivilDate
}

export interface ComplaintClock {
  readonly knew: CivilDate
  /** In any order; overlapping ones are not counted twice. */
  readonly objections?: readonly ObjectionSpan[]
  /** Days already known not to count, instead of the objections' own. */
  readonly excluded?: number
}

export interface ComplaintEnd {
  /** Null while an objection that came in time still waits for its reply. */
  readonly raw: CivilDate | null
  readonly safe: CivilDate | null
  readonly excludedDays: number
  readonly provisional: boolean
}

/**
 * RU-02: several objections add up; one made after the time ran out changes nothing; the end rolls
 * to a working day.
 */
export function complaintEnd(clock: ComplaintClock, counting: Counting): ComplaintEnd {
  const limit = limitOf('LIM-25')
  const n = counting.n ?? versionOn(limit.versions, counting.lawDay).n ?? 0
  const { calendar } = counting
  let raw = addDays(clock.knew, n)
  let excludedDays = 0
  let coveredUntil = clock.knew
  for (const span of inOrder(clock.objections ?? [])) {
    const safe = nextWorkday(raw, calendar)
    if (span.objectedOn > safe) continue
    if (span.repliedOn === undefined) {
      return { raw: null, safe: null, excludedDays, provisional: calendar.isProvisional(safe) }
    }
    assert(span.repliedOn >= span.objectedOn, 'a reply follows its objection')
    const begins = later(span.objectedOn, coveredUntil)
    const waited = Math.max(0, daysBetween(begins, span.repliedOn))
    const added = clock.excluded === undefined ? waited : 0
    // An objection on the rolled last day stops the clock that still runs on that day.
    raw = addDays(span.objectedOn > raw ? safe : raw, added)
    excludedDays += added
    coveredUntil = later(coveredUntil, span.repliedOn)
  }
  const inTime = isInTime(clock, addDays(clock.knew, n), counting)
  const given = inTime ? (clock.excluded ?? 0) : 0
  raw = addDays(raw, given)
  const safe = nextWorkday(raw, calendar)
  return {
    raw,
    safe,
    excludedDays: excludedDays + given,
    provisional: calendar.isProvisional(safe),
  }
}

/** Days given by number count only where no objection is named, or the first came in time. */
function isInTime(clock: ComplaintClock, raw: CivilDate, counting: Counting): boolean {
  const first = inOrder(clock.objections ?? [])[0]
  return first === undefined || first.objectedOn <= nextWorkday(raw, counting.calendar)
}

function inOrder(spans: readonly ObjectionSpan[]): readonly ObjectionSpan[] {
  return [...spans].sort((a, b) => (a.objectedOn < b.objectedOn ? -1 : 1))
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b
}
