// SPDX-License-Identifier: Apache-2.0
/** Last quotes: nobody reads one before its hour, a promise binds its owner alone, and it is the price. */

import { describe, expect, test } from 'vitest'
import { moment } from '../kernel/index.ts'
import { calendar } from '../law/index.ts'
import { conclude, mayRead, priceFenOf, quotePromise, tasksOf } from '../trading/tender/index.ts'
import { findDifference, newWorld, type Trace } from './index.ts'
import * as people from './people.ts'
import { saltOf } from './phrases/rounds.ts'
import { calledTrace, changedTrace, negotiatedWhole, raisedTrace } from './traces/rounds.ts'

async function run(of: Trace) {
  const world = newWorld()
  expect(await findDifference(of, world)).toBeUndefined()
  return world
}

const whole = await run(negotiatedWhole)

describe('before the deadline', async () => {
  const world = await run(calledTrace)
  const state = world.state()
  const promises = world.events().filter(({ type }) => type === 'LastQuotePromised')

  test('a promise is read by its owner, and by nobody else', () => {
    expect(promises).toHaveLength(2)
    const [first] = promises
    if (first === undefined) throw new Error('nothing was promised')
    const others = [people.owner, people.agency, people.authority, people.auditOffice]
    const panel = state.committee?.members.map(({ member }) => people.member(member)) ?? []
    expect(panel).toHaveLength(3)
    const readers = [...others, people.centre, people.bidder(1), people.bidder(2), ...panel]
    for (const { actor } of readers) expect(mayRead(first, actor, state)).toBe(false)
    expect(mayRead(first, null, state)).toBe(false)
    expect(mayRead(first, people.bidder(0).actor, state)).toBe(true)
  })

  test('who has promised nothing is waited for, each by itself', () => {
    const now = moment('2026-03-13T03:29:00Z')
    const waiting = tasksOf(state, { now, calendar })
    expect(waiting.map(({ act, party }) => [act, party])).toEqual([
      ['promise-last-quote', people.bidder(2).actor.party],
    ])
  })
})

test('a promise is worth nothing to another, and hides the amount', () => {
  const [a, b] = whole.state().bids
  if (a === undefined || b === undefined) throw new Error('two bids')
  const quote = { amountFen: 820_000_000, salt: saltOf('甲公司') }
  expect(quotePromise(a, quote)).not.toBe(quotePromise(b, quote))
  expect(quotePromise(a, { ...quote, amountFen: 820_000_001 })).not.toBe(quotePromise(a, quote))
  expect(quotePromise(a, { ...quote, salt: saltOf('乙公司') })).not.toBe(quotePromise(a, quote))
})

test('the last quote is the price: in the ranking, the award, the letters and the contract', () => {
  const state = whole.state()
  const prices = state.bids.map((bid) => [bid.bidder.name, priceFenOf(bid)])
  expect(new Map(prices as [string, number][])).toEqual(
    new Map([
      ['甲公司', 820_000_000],
      ['乙公司', 840_000_000],
      ['丙公司', 830_000_000],
    ]),
  )
  const ranked = state.evaluation?.conclusion?.ranking.map(({ priceFen }) => priceFen)
  expect(ranked).toEqual([820_000_000, 830_000_000, 840_000_000])
  expect(state.award?.priceFen).toBe(820_000_000)
  expect(state.letters.map(({ priceFen }) => priceFen).sort()).toEqual([830_000_000, 840_000_000])
  expect(state.contract?.priceFen).toBe(820_000_000)
  expect(conclude(state, state.evaluation?.scores ?? [])).toEqual(state.evaluation?.conclusion)
})

test('who has left does not hear what is changed afterwards, nor that anybody is left', async () => {
  const world = await run(changedTrace)
  const state = world.state()
  const change = world.events().find(({ type }) => type === 'DemandChanged')
  if (change === undefined) throw new Error('nothing was changed')
  expect(mayRead(change, people.bidder(0).actor, state)).toBe(true)
  expect(mayRead(change, people.bidder(2).actor, state)).toBe(false)
  expect(mayRead(change, null, state)).toBe(false)
  const open = world.events().filter((event) => mayRead(event, null, state))
  const late = open.slice(open.findIndex(({ type }) => type === 'PreliminaryConcluded'))
  expect(JSON.stringify(late)).not.toMatch(/B0\d/)
})

test('a last quote above the first is lawful, and pointed out to the purchaser', async () => {
  const { reviewed } = (await run(raisedTrace)).state()
  expect(reviewed?.flags.filter((flag) => flag.startsWith('最后报价高于首次报价'))).toHaveLength(1)
})
