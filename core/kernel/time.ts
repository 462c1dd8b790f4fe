// SPDX-License-Identifier: Apache-2.0
/** Civil dates are days in 北京时间; instants are UTC with milliseconds. Never a bare Date. */

import { Temporal } from 'temporal-polyfill'
import { Broken } from './assert.ts'

declare const civilDate: unique symbol
declare const instant: unique symbol

/** A day in 北京时间, `YYYY-MM-DD`; compares as text. */
export type CivilDate = string & { readonly [civilDate]: true }
/** A moment, `YYYY-MM-DDTHH:mm:ss.sssZ`; compares as text. */
export type Instant = string & { readonly [instant]: true }

const dateForm = /^\d{4}-\d{2}-\d{2}$/
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
export const beijing = 'Asia/Shanghai'
const beijingOffsetMs = 8 * 3_600_000

export function isCivilDate(text: string): text is CivilDate {
  if (!dateForm.test(text)) return false
  // The plain object of the language, as in instantOfEpoch; a 30 February comes back as March.
  const date = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export function isInstant(text: string): text is Instant {
  if (!instantForm.test(text)) return false
  try {
    return instantOfEpoch(Temporal.Instant.from(text).epochMilliseconds) === text
  } catch {
    return false
  }
}

/** Reads a day; throws {@link Broken} on anything else, so only for text already checked. */
export function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Broken(`not a civil date: ${text}`)
  return text
}

/** Reads a moment with any offset; throws {@link Broken} on anything else. */
export function moment(text: string): Instant {
  return instantOfEpoch(Temporal.Instant.from(text).epochMilliseconds)
}

/** The moment `ms` milliseconds after 1970-01-01T00:00Z. */
export function instantOfEpoch(ms: number): Instant {
  // The plain object of the language: called at every event, and many times quicker than Temporal.
  const date = new Date(ms)
  if (!Number.isInteger(ms) || Number.isNaN(date.getTime()))
    throw new RangeError(`no moment: ${ms}`)
  const text = date.toISOString()
  if (!instantForm.test(text)) throw new Broken(`instant out of range: ${ms}`)
  return asInstant(text)
}

function asInstant(text: string): Instant {
  if (!hasInstantForm(text)) throw new Broken(`not an instant: ${text}`)
  return text
}

function hasInstantForm(text: string): text is Instant {
  return instantForm.test(text)
}

export function epochOf(at: Instant): number {
  return Date.parse(at)
}

export function addMs(at: Instant, ms: number): Instant {
  return instantOfEpoch(epochOf(at) + ms)
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return addMs(at, minutes * 60_000)
}

/** The day in 北京时间 on which the moment falls. */
export function dayOf(at: Instant): CivilDate {
  return day(instantOfEpoch(epochOf(at) + beijingOffsetMs).slice(0, 10))
}

/** `HH:mm` in 北京时间. */
export function clockOf(at: Instant): string {
  return instantOfEpoch(epochOf(at) + beijingOffsetMs).slice(11, 16)
}

/** The moment of a wall-clock time `HH:mm` on a day in 北京时间. */
export function instantOn(on: CivilDate, clock: string): Instant {
  return moment(`${on}T${clock}:00+08:00`)
}

/** The last millisecond of a day in 北京时间. */
export function endOf(on: CivilDate): Instant {
  return addMs(instantOn(addDays(on, 1), '00:00'), -1)
}

export function addDays(from: CivilDate, days: number): CivilDate {
  return day(Temporal.PlainDate.from(from).add({ days }).toString())
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'day' }).days
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: CivilDate): number {
  return Temporal.PlainDate.from(on).dayOfWeek
}

/** Order of two days or two moments as text; what has none comes last. */
export function soonestFirst(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
