// SPDX-License-Identifier: Apache-2.0
/** A demo clock moves forward and remembers; a production clock only tells the time. */

import { moment } from '@gongxin/core/kernel'
import { expect, it } from 'vitest'
import { type ClockMemory, createClock } from './index.ts'

function memoryWith(value: unknown): ClockMemory {
  let kept = value
  return {
    find: async () => kept,
    save: async (_name, next) => {
      kept = next
    },
  }
}

const at = moment('2026-11-24T02:00:00.000Z')
const machine = () => Date.parse(at)

it('a demo clock jumps to a moment or by a span, and is found there after a restart', async () => {
  const memory = memoryWith(null)
  const clock = await createClock({ mode: 'demo', memory, machine })
  expect(clock.now()).toBe(at)
  expect(await clock.move({ byMs: 60_000 })).toBe('2026-11-24T02:01:00.000Z')
  expect(await clock.move(moment('2026-12-01T00:00:00Z'))).toBe('2026-12-01T00:00:00.000Z')
  const again = await createClock({ mode: 'demo', memory, machine })
  expect(again.now()).toBe('2026-12-01T00:00:00.000Z')
  expect(again.offsetMs()).toBe(clock.offsetMs())
})

it('a clock takes up what another process moved', async () => {
  const memory = memoryWith(0)
  const [one, two] = [
    await createClock({ mode: 'demo', memory, machine }),
    await createClock({ mode: 'demo', memory, machine }),
  ]
  await one.move({ byMs: 5 })
  await two.refresh()
  expect(two.offsetMs()).toBe(5)
})

it('no clock moves back or out of all measure', async () => {
  const clock = await createClock({ mode: 'demo', memory: memoryWith(9), machine })
  expect(await clock.move({ byMs: -1 })).toMatchObject({ reason: 'clock-moves-forward-only' })
  expect(await clock.move({ byMs: 1e15 })).toMatchObject({ reason: 'clock-too-far' })
  expect(await clock.move({ byMs: Number.NaN })).toMatchObject({ reason: 'clock-too-far' })
  expect(clock.offsetMs()).toBe(9)
})

it('a production clock is fixed, whatever a demo left behind', async () => {
  const clock = await createClock({ mode: 'production', memory: memoryWith(5_000), machine })
  expect(clock.now()).toBe(at)
  expect(await clock.move({ byMs: 1 })).toMatchObject({ reason: 'clock-is-fixed' })
})

it('a demo may begin in the past while nothing is written, and keeps that over a restart', async () => {
  const memory = memoryWith(null)
  let unwritten = true
  const options = { mode: 'demo', memory, machine, isUnwritten: async () => unwritten } as const
  const clock = await createClock(options)
  const past = moment('2026-06-01T00:00:00Z')
  expect(await clock.move(past)).toBe(past)
  expect((await createClock(options)).now()).toBe(past)
  unwritten = false
  expect(await clock.move(moment('2026-05-01T00:00:00Z'))).toMatchObject({
    reason: 'clock-moves-forward-only',
  })
})

it.each(['demo', 'production'] as const)(
  'where the machine steps back a %s clock stands, says how far, and goes on when it has caught up',
  async (mode) => {
    let ms = Date.parse(at)
    const clock = await createClock({ mode, memory: memoryWith(0), machine: () => ms })
    expect([clock.now(), clock.behindMs()]).toEqual([at, 0])
    ms -= 3_600_000
    expect([clock.now(), clock.behindMs()]).toEqual([at, 3_600_000])
    ms += 3_600_001
    expect([clock.now(), clock.behindMs()]).toEqual(['2026-11-24T02:00:00.001Z', 0])
  },
)

it('after a restart a clock does not say less than is on record', async () => {
  const latest = async () => moment('2026-11-24T03:00:00.000Z')
  const clock = await createClock({ mode: 'production', memory: memoryWith(0), machine, latest })
  expect([clock.now(), clock.behindMs()]).toEqual(['2026-11-24T03:00:00.000Z', 3_600_000])
})

it('a demo nobody has used yet may begin in the past', async () => {
  const isUnwritten = async () => true
  const clock = await createClock({ mode: 'demo', memory: memoryWith(0), machine, isUnwritten })
  clock.now()
  expect(await clock.move(moment('2026-03-01T00:00:00Z'))).toBe('2026-03-01T00:00:00.000Z')
  expect(clock.now()).toBe('2026-03-01T00:00:00.000Z')
})
