// SPDX-License-Identifier: Apache-2.0
/** Access never goes backwards: what somebody could read stays readable, and no later work leaks. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  emptyTender,
  evolve,
  mayRead,
  type Reader,
  stateFor,
  type TenderEvent,
} from '../trading/tender/index.ts'
import { everyTrace, findDifference, newWorld, runHistory } from './index.ts'
import * as people from './people.ts'

const readers: readonly Reader[] = [
  null,
  ...[people.owner, people.centre, people.authority, people.auditOffice, people.machine],
  ...people.bidders.slice(0, 5),
].map((who) => (who === null ? null : who.actor))

/** The first event that a reader could read once and cannot any more. */
function lost(events: readonly TenderEvent[]): string | undefined {
  let whole = emptyTender
  const open = readers.map(() => new Set<number>())
  for (const [now, event] of events.entries()) {
    whole = evolve(whole, event)
    for (const [place, reader] of readers.entries()) {
      const read = open[place] ?? new Set()
      for (const [seq, earlier] of events.slice(0, now + 1).entries()) {
        const may = mayRead(earlier, reader, whole, seq)
        if (may) read.add(seq)
        else if (read.has(seq)) return `${earlier.type} after ${event.type} by ${reader?.role}`
      }
    }
  }
  return undefined
}

const stepped = new Set<string>()

describe('what was readable stays readable', () => {
  test.each(everyTrace)('$title', async (of) => {
    const world = newWorld(of)
    await findDifference(of, world)
    for (const { type } of world.events()) stepped.add(type)
    expect(lost(world.events())).toBeUndefined()
  })

  test('and some of these step back', () => {
    expect([...stepped]).toEqual(expect.arrayContaining(['AwardCancelled', 'EvaluationReopened']))
  })

  test('in random histories', () => {
    const choice = fc.record({
      usual: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
      pick: fc.nat(10_000),
      detail: fc.nat(100),
      minutes: fc.integer({ min: 0, max: 90 }),
    })
    const choices = fc.noBias(fc.array(choice, { minLength: 160, maxLength: 220, size: 'max' }))
    fc.assert(
      fc.property(choices, (list) => {
        const events = runHistory(list, 'goods').events()
        expect(lost(events)).toBeUndefined()
      }),
      { seed: 20260401, numRuns: 15 },
    )
  })
})

test('a second evaluation is as closed to the owner as the first', async () => {
  const traces = everyTrace
  const of = traces.find((t) => t.title.startsWith('复核：原委员会只更正'))
  const world = newWorld()
  if (of !== undefined) await findDifference({ ...of, rows: of.rows.slice(0, -2) }, world)
  const events = world.events()
  const reopened = events.findIndex((e) => e.type === 'EvaluationReopened')
  expect(reopened).toBeGreaterThan(0)
  const sheet = {
    type: 'ScoresLocked',
    at: world.state().closedAt,
    data: { member: '', marks: [] },
  }
  const again = { ...events.find((e) => e.type === 'ScoresLocked'), ...sheet } as TenderEvent
  const whole = evolve(world.state(), again)
  expect(mayRead(again, people.owner.actor, whole, whole.version)).toBe(false)
  const first = events.findIndex((e) => e.type === 'EvaluationConcluded')
  const concluded = events[first]
  expect(concluded && mayRead(concluded, people.owner.actor, whole, first)).toBe(true)
})

test('the public learns that it is looked at again, not at what', async () => {
  const of = everyTrace.find((t) => t.title.startsWith('复核：原委员会只更正'))
  const world = newWorld()
  if (of !== undefined) await findDifference({ ...of, rows: of.rows.slice(0, 2) }, world)
  const seen = stateFor(null, world.events(), world.state())
  expect(seen.phase).toBe('evaluating')
  const points = world.state().evaluation?.reopened?.points ?? []
  expect(points.map(({ defect }) => defect)).toEqual(['与投标文件不符'])
  expect(JSON.stringify(seen)).not.toContain('与投标文件不符')
  const rival = stateFor(people.bidder(1).actor, world.events(), world.state())
  expect(JSON.stringify(rival)).not.toContain('与投标文件不符')
})
