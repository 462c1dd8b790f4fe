// SPDX-License-Identifier: Apache-2.0
/** The only source of "now". A demo may run ahead of the world; production never does. */

import { epochOf, type Instant, instantOfEpoch, type Refused, refused } from '@gongxin/core/kernel'

export interface Clock {
  /** Never before what it said last: where the machine steps back, time stands until it has caught up. */
  now(): Instant
  /** How far the machine is behind what was said already; nothing may be judged by it beyond a moment. */
  behindMs(): number
  /** How far this clock is ahead of the machine, 0 in production. */
  offsetMs(): number
  /** Moves forward; back is refused, for what has happened has its hour. */
  move(to: Instant | { readonly byMs: number }): Promise<Instant | Refused>
  /** Takes up what another process moved. */
  refresh(): Promise<void>
}

/** Where the offset of a demo clock is kept: the settings of the store. */
export interface ClockMemory {
  find(name: string): Promise<unknown>
  save(name: string, value: number): Promise<void>
}

export interface ClockOptions {
  readonly mode: 'demo' | 'production'
  readonly memory: ClockMemory
  /** The machine's own time in milliseconds; tests bring another. */
  readonly machine?: () => number
  /** True while nothing has happened yet: only then may a demo begin in the past. */
  readonly isUnwritten?: () => Promise<boolean>
  /** The latest moment on record, from whichever process; null where nothing is. */
  readonly latest?: () => Promise<Instant | null>
}

/** More than this and the clock is wrong (trust-design §2.7). */
export const mostBehindMs = 500

const name = 'demo-clock-offset-ms'
const hundredYearsMs = 100 * 366 * 86_400_000

export async function createClock(options: ClockOptions): Promise<Clock> {
  const { memory, machine = Date.now, isUnwritten = async () => false } = options
  const latest = (await options.latest?.()) ?? null
  const floor = latest === null ? Number.NEGATIVE_INFINITY : epochOf(latest)
  if (options.mode === 'production') return fixedClock(forward(machine, floor))
  let offset = 0
  let begun = false
  let course = forward(() => machine() + offset, floor)
  const now = () => instantOfEpoch(course.now())
  const refresh = async () => {
    const kept = await memory.find(name)
    if (typeof kept !== 'number' || !Number.isSafeInteger(kept)) return
    offset = begun ? Math.max(offset, kept) : kept
    begun = true
  }
  await refresh()
  return {
    now,
    behindMs: () => course.behindMs(),
    offsetMs: () => offset,
    refresh,
    async move(to) {
      const target = typeof to === 'string' ? epochOf(to) : epochOf(now()) + to.byMs
      const next = Math.round(target - machine())
      if (next < offset && !(await isUnwritten()))
        return refused('clock-moves-forward-only', { now: now() })
      if (!(next <= hundredYearsMs)) return refused('clock-too-far', { now: now() })
      await memory.save(name, next)
      // Only where nothing is written yet does this go back.
      if (next < offset) course = forward(() => machine() + offset, Number.NEGATIVE_INFINITY)
      offset = next
      return now()
    },
  }
}

interface Course {
  now(): number
  behindMs(): number
}

function forward(machine: () => number, floor: number): Course {
  let said = floor
  return {
    now() {
      said = Math.max(said, machine())
      return said
    },
    behindMs: () => Math.max(0, said - machine()),
  }
}

function fixedClock(course: Course): Clock {
  return {
    now: () => instantOfEpoch(course.now()),
    behindMs: course.behindMs,
    offsetMs: () => 0,
    refresh: async () => {},
    move: async () => refused('clock-is-fixed'),
  }
}
