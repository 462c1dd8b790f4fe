// SPDX-License-Identifier: Apache-2.0
/** The only source of "now". A demo may run ahead of the world; production never does. */

import { epochOf, type Instant, instantOfEpoch, type Refused, refused } from '@gongxin/core/kernel'

export interface Clock {
  now(): Instant
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
}

const name = 'demo-clock-offset-ms'
const hundredYearsMs = 100 * 366 * 86_400_000

export async function createClock(options: ClockOptions): Promise<Clock> {
  const { memory, machine = Date.now, isUnwritten = async () => false } = options
  if (options.mode === 'production') return fixedClock(machine)
  let offset = 0
  let begun = false
  const now = () => instantOfEpoch(machine() + offset)
  const refresh = async () => {
    const kept = await memory.find(name)
    if (typeof kept !== 'number' || !Number.isSafeInteger(kept)) return
    offset = begun ? Math.max(offset, kept) : kept
    begun = true
  }
  await refresh()
  return {
    now,
    offsetMs: () => offset,
    refresh,
    async move(to) {
      const target = typeof to === 'string' ? epochOf(to) : epochOf(now()) + to.byMs
      const next = Math.round(target - machine())
      if (next < offset && !(await isUnwritten()))
        return refused('clock-moves-forward-only', { now: now() })
      if (!(next <= hundredYearsMs)) return refused('clock-too-far', { now: now() })
      await memory.save(name, next)
      offset = next
      return now()
    },
  }
}

function fixedClock(machine: () => number): Clock {
  return {
    now: () => instantOfEpoch(machine()),
    offsetMs: () => 0,
    refresh: async () => {},
    move: async () => refused('clock-is-fixed'),
  }
}
