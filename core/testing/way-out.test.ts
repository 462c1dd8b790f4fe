// SPDX-License-Identifier: Apache-2.0
/** From every state of 抽取 and 评标 that people can get into, there is a lawful way on. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, moment } from '../kernel/index.ts'
import type { TenderState } from '../trading/tender/index.ts'
import { runWholeTender } from './index.ts'
import { moved, taken, troublesIn, wayOut } from './way-out.ts'

const opened = runWholeTender({ until: 'opened', plan: { kind: 'goods' } }).state()
const begun = moment('2026-03-23T06:00:00Z')
const sides = ['owner', 'centre', 'authority'] as const
const met = new Set<string>()
const tried = new Set<string>()

/** States that differ only in who and when have the same way out. */
function kindOf(state: TenderState, troubles: readonly string[]): string {
  const { committee, evaluation, phase } = state
  return [phase, evaluation?.step, committee?.vacant.length, ...troubles].join()
}

const move = fc.record({
  pick: fc.nat(1000),
  detail: fc.nat(1000),
  minutes: fc.integer({ min: 0, max: 40 }),
})
const walk = fc.noBias(fc.array(move, { minLength: 60, maxLength: 90, size: 'max' }))

test('抽取和评标的每一种状态都有出路', () => {
  fc.assert(
    fc.property(walk, (moves) => {
      let state = opened
      let at = begun
      for (const [i, next] of moves.entries()) {
        const step = moved(state, at, next)
        state = step === undefined ? state : taken(state, step)
        at = addMinutes(at, next.minutes)
        if (state.phase === 'reported') break
        const troubles = troublesIn(state, at)
        for (const trouble of troubles) met.add(trouble)
        const kind = kindOf(state, troubles)
        if (tried.has(kind)) continue
        tried.add(kind)
        const silent = sides[i % 3] ?? 'owner'
        expect([wayOut(state, at, silent), kind]).not.toEqual([null, kind])
      }
    }),
    { seed: 20260323, numRuns: 40 },
  )
})

test('and the walks met every trouble there is a way out of', () => {
  expect(tried.size).toBeGreaterThan(30)
  expect([...met].sort()).toEqual(
    [
      'drawn-anew-while-evaluating',
      'expert-absent',
      'expert-seat-vacant',
      'number-late',
      'numbers-missing',
      'owner-seat-vacant',
      'pool-exhausted',
      'pool-too-small',
      'promise-late',
      'vacant-while-signing',
    ].sort(),
  )
})
