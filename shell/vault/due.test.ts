// SPDX-License-Identifier: Apache-2.0
/** Ticks come in order, each once, and none holds a tender after the one of its deadline. */

import { addMinutes, addMs } from '@gongxin/core/kernel'
import { momentOf, tickPlans } from '@gongxin/core/trading/vault'
import { expect, test } from 'vitest'
import { dueTicks, type OpenLot, type Standing } from './due.ts'

const start = 29_000_160
const { demo, production } = tickPlans
const lot = (tender: string, minutes: number, ms = 0): OpenLot => {
  return { tender, deadline: addMs(momentOf(start + minutes), ms) }
}
const names = (lots: readonly OpenLot[]) => lots.map(({ tender }) => tender).join('')

function seen(plan: typeof demo, standing: Partial<Standing<OpenLot>> & { minutes: number }) {
  const { minutes, open = [], due = [], last = start } = standing
  const now = momentOf(start + minutes)
  return [...dueTicks(plan, { last, now, open, due })].map(({ tick, holds, seals }) => {
    return [tick - start, names(holds), names(seals)] as const
  })
}

test('in production a minute that was missed stays missing', () => {
  expect(seen(production, { minutes: 0 })).toEqual([])
  expect(seen(production, { minutes: 1 })).toEqual([[1, '', '']])
  expect(seen(production, { minutes: 9 })).toEqual([[9, '', '']])
  expect(seen(production, { minutes: 9, last: null })).toEqual([[9, '', '']])
  expect(seen(demo, { minutes: 9, last: null })).toEqual([[9, '', '']])
})

test('a demo that jumps makes up for exactly what was planned', () => {
  const [a, b] = [lot('A', 500), lot('B', 5_000)]
  const ticks = seen(demo, { minutes: 1_440, open: [a, b], due: [a] })
  expect(ticks).toHaveLength(4 + 61)
  expect(ticks[0]).toEqual([360, 'AB', ''])
  expect(ticks.filter(([, , seals]) => seals !== '')).toEqual([[500, 'AB', 'A']])
  expect(ticks.at(-1)).toEqual([1_440, 'B', ''])
})

test('tenders of one deadline share their last tick, and one that is held goes on', () => {
  const [a, b, c] = [lot('A', 5), lot('B', 5), lot('C', 5)]
  const ticks = seen(production, { minutes: 5, last: start + 4, open: [a, b, c], due: [a, b] })
  expect(ticks).toEqual([[5, 'ABC', 'AB']])
  expect(seen(production, { minutes: 6, last: start + 5, open: [c] })).toEqual([[6, 'C', '']])
})

test('a deadline within a minute takes the next number, and so does one whose number is gone', () => {
  const [a, b] = [lot('A', 4, 30_000), lot('B', 5)]
  const now = { last: start + 4, open: [a, b], due: [a] }
  const half = addMs(momentOf(start + 4), 30_000)
  const early = [...dueTicks(production, { ...now, now: half })]
  expect(early.map(({ tick, holds }) => [tick - start, names(holds)])).toEqual([[5, 'AB']])
  const later = { minutes: 5, last: start + 5, open: [b], due: [b] }
  expect(seen(production, later)).toEqual([[6, 'B', 'B']])
  expect(seen(production, { minutes: 6, last: start + 6 })).toEqual([])
})

test('after an outage over a deadline its tick still has its own number', () => {
  const a = lot('A', 5)
  expect(seen(production, { minutes: 40, open: [a], due: [a] })).toEqual([
    [5, 'A', 'A'],
    [40, '', ''],
  ])
  expect(addMinutes(momentOf(start), 5)).toBe(a.deadline)
})
