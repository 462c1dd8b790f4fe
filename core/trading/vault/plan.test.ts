// SPDX-License-Identifier: Apache-2.0
/** The plan of ticks hangs on the clock and on deadlines, which are public, and on nothing else. */

import { describe, expect, test } from 'vitest'
import { moment } from '../../kernel/index.ts'
import { momentOf, nextTick, type TickPlan, tickOf, tickPlans } from './index.ts'

function ticksOf(plan: TickPlan, from: number, to: number, deadlines: readonly number[] = []) {
  const ticks: number[] = []
  for (let tick = from; ; ) {
    tick = nextTick(plan, tick, deadlines)
    if (tick > to) return ticks
    ticks.push(tick)
  }
}

describe('the plan of ticks', () => {
  const { demo, production } = tickPlans
  const start = 29_000_160
  const day = 24 * 60

  test('is a root a minute in production', () => {
    expect(ticksOf(production, start, start + day)).toHaveLength(day)
    expect(ticksOf(production, start, start + day, [start + 500])).toHaveLength(day)
  })

  test('is four a day in a demo, and sixty more before a deadline', () => {
    expect(ticksOf(demo, start, start + day)).toEqual([360, 720, 1080, 1440].map((m) => start + m))
    const deadline = start + 500
    const ticks = ticksOf(demo, start, start + day, [deadline])
    expect(ticks).toHaveLength(4 + 61)
    expect(ticks.slice(1, 3)).toEqual([deadline - 60, deadline - 59])
    expect(ticks).toContain(deadline)
    expect(ticks).not.toContain(deadline + 1)
  })

  test('gives two deadlines in one hour each minute once', () => {
    const ticks = ticksOf(demo, start, start + day, [start + 500, start + 530])
    expect(ticks).toHaveLength(4 + 91)
    expect(new Set(ticks).size).toBe(ticks.length)
  })

  test('counts whole minutes, and a deadline within one to its end', () => {
    expect(tickOf(moment('1970-01-01T00:02:00.000Z'))).toBe(2)
    expect(tickOf(moment('1970-01-01T00:02:00.001Z'))).toBe(3)
    expect(momentOf(3)).toBe('1970-01-01T00:03:00.000Z')
  })
})
