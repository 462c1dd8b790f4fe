// SPDX-License-Identifier: Apache-2.0
/** Whatever people try, in whatever order, the invariants of the handbook hold. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayNot, replay } from '../trading/tender/index.ts'
import {
  brokenInvariants,
  clerkOfBidder,
  clerkOfOwner,
  findDifference,
  newWorld,
  openTenderTraces,
  type Persona,
  rerunFault,
  runHistory,
  runWholeTender,
} from './index.ts'

const choice = fc.record({
  usual: fc.integer({ min: 0, max: 9 }).map((n) => n < 7),
  pick: fc.nat(10_000),
  detail: fc.nat(100),
  minutes: fc.integer({ min: 0, max: 90 }),
})
const choices = fc.noBias(fc.array(choice, { minLength: 140, maxLength: 260, size: 'max' }))
const reached = new Set<string>()

describe('random histories', () => {
  test.each(['works', 'goods'] as const)('of %s keep every invariant', (kind) => {
    fc.assert(
      fc.property(choices, (list) => {
        const world = runHistory(list, kind)
        reached.add(world.state().phase)
        expect(brokenInvariants(world)).toEqual([])
        expect(replay(world.events())).toEqual(world.state())
      }),
      { seed: 20260302, numRuns: 80 },
    )
  })

  test('come far enough to mean something', () => {
    expect([...reached]).toEqual(expect.arrayContaining(['archived', 'failed', 'terminated']))
  })
})

describe('traces and whole tenders', () => {
  test.each(openTenderTraces.flatMap(({ traces }) => traces))('$title', async (of) => {
    const world = newWorld()
    await findDifference(of, world)
    expect(brokenInvariants(world)).toEqual([])
  })

  test('a whole tender keeps them, and its draw runs again from public data', () => {
    const world = runWholeTender()
    expect(brokenInvariants(world)).toEqual([])
    expect(rerunFault(world.events())).toBeUndefined()
  })

  test('a rejection for collusion that the machine wrote alone is found out', () => {
    const world = runWholeTender()
    const fault = { bid: 'B01', ground: 'RJ-7', clause: '3', facts: '报价规律性差异' }
    const type = 'BidRejected' as const
    const data = { ...fault, votesFor: 5, votes: 5 }
    const history = world.history.map((entry) =>
      entry.step.act === 'close-bidding' && entry.tried.kind === 'done'
        ? {
            ...entry,
            tried: { ...entry.tried, events: [{ type, at: entry.step.at, data }] },
          }
        : entry,
    )
    expect(brokenInvariants({ ...world, history })).toEqual([
      'IV-15 broken by close-bidding of 系统',
    ])
  })

  test('one clerk who sends a bid and opens the bids is found out, and is not let in', () => {
    const world = runWholeTender()
    const history = world.history.map((entry) => {
      const hats: Readonly<Record<string, Persona>> = {
        'start-opening': clerkOfOwner,
        'submit-bid': clerkOfBidder,
      }
      const who = hats[entry.step.act] ?? entry.step.who
      return { ...entry, step: { ...entry.step, who } }
    })
    const told = brokenInvariants({ ...world, history })
    expect(told).toContain('IV-16: one person opened the bids and held the key of one')
    const state = runWholeTender({ until: 'closed' }).state()
    const opening = { state, actor: clerkOfOwner.actor }
    expect(mayNot({ name: 'start-opening' }, opening)?.reason).toBe('both-sides')
    const sending = { state: runWholeTender({ until: 'tendering' }).state() }
    const sender = { ...sending, actor: clerkOfBidder.actor }
    expect(mayNot({ name: 'submit-bid' }, sender)?.reason).toBe('both-sides')
  })

  test('a draw whose number was changed afterwards is found out', () => {
    const events = runWholeTender()
      .events()
      .map((event) =>
        event.type === 'ExpertsDrawn'
          ? {
              ...event,
              data: {
                ...event.data,
                orders: event.data.orders.map((o) => ({ ...o, order: o.order.toReversed() })),
              },
            }
          : event,
      )
    expect(rerunFault(events)).toBe('another order of A01')
  })
})
