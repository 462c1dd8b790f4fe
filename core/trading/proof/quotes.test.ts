// SPDX-License-Identifier: Apache-2.0
/** A verifier finds a promise that came late, a quote shown early or otherwise, and a wrong count. */

import { expect, test } from 'vitest'
import { moment } from '../../kernel/index.ts'
import { findDifference, negotiatedWhole, newWorld } from '../../testing/index.ts'
import {
  emptyTender,
  evolve,
  evolveWithheld,
  type TenderEvent,
  type TenderState,
} from '../tender/index.ts'
import type { Look, Moment } from './look.ts'
import { quotesAnswer } from './quotes.ts'

const world = newWorld()
const difference = await findDifference(negotiatedWhole, world)

/** The tender as a reader has it: `null` where the body is not shown. */
function lookAt(events: readonly (readonly [string, TenderEvent | null])[]): Look {
  let state: TenderState = emptyTender
  const moments = events.map(([type, event], seq): Moment => {
    const before = state
    state = event === null ? evolveWithheld(state) : evolve(state, event)
    const envelope = { type } as Moment['envelope']
    return { seq, envelope, event, before }
  })
  return { moments, state } as unknown as Look
}

const whole = world.events().map((event) => [event.type, event] as const)
const changed = (change: (event: TenderEvent) => TenderEvent) =>
  lookAt(whole.map(([type, event]) => [type, change(event)] as const))
const codesOf = (look: Look) => quotesAnswer(look).found.map(({ code }) => code)

test('what happened stands', () => {
  expect(difference).toBeUndefined()
  expect(quotesAnswer(lookAt(whole))).toEqual({ checked: 8, found: [], withheld: 0 })
})

test('a promise at the deadline is late', () => {
  const at = moment('2026-03-13T03:30:00Z')
  const last = world.events().findLast(({ type }) => type === 'LastQuotePromised')
  expect(codesOf(changed((e) => (e === last ? { ...e, at } : e)))).toEqual(['LATE_BID'])
})

test('a quote shown before the deadline is early, and another amount breaks the promise', () => {
  const first = world.events().find(({ type }) => type === 'LastQuoteShown')
  const early = moment('2026-03-13T03:29:59Z')
  expect(codesOf(changed((e) => (e === first ? { ...e, at: early } : e)))).toEqual(['EARLY_OPEN'])
  const dearer = changed((e) =>
    e === first && e.type === 'LastQuoteShown'
      ? { ...e, data: { ...e.data, amountFen: e.data.amountFen + 1 } }
      : e,
  )
  expect(codesOf(dearer)).toEqual(['COMMIT_MISMATCH', 'RECORD_MISMATCH'])
})

test('a price that nobody showed is found, and what is hidden is withheld', () => {
  const wrong = changed((e) =>
    e.type === 'LastQuotesConcluded'
      ? { ...e, data: { ...e.data, quotes: e.data.quotes.slice(1) } }
      : e,
  )
  expect(codesOf(wrong)).toEqual(['RECORD_MISMATCH'])
  const hidden = whole.map(
    ([type, event]) => [type, type === 'LastQuotePromised' ? null : event] as const,
  )
  expect(quotesAnswer(lookAt(hidden))).toEqual({ checked: 1, found: [], withheld: 7 })
})
