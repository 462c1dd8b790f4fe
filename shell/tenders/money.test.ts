// SPDX-License-Identifier: Apache-2.0
/** Deposits off the usual way, on a real database: what the bank pays is what is written down. */

import { addMinutes } from '@gongxin/core/kernel'
import {
  authority,
  bidders,
  contentOf,
  owner,
  type Persona,
  type Step,
} from '@gongxin/core/testing'
import { beforeEach, expect, test } from 'vitest'
import { staged } from './testing.ts'

const { clock, paid, start, store, tenders, publish, must, pays, seen, callerOf, id } =
  await staged()

/** What the list keeps of this tender for the board. */
async function kept(): Promise<unknown> {
  const rows = store.queries.selectFrom('tender').select('doc').where('id', '=', id())
  return (await rows.executeTakeFirstOrThrow()).doc
}

const [first, second] = bidders as readonly [Persona, Persona]
const sendsBid = (who: Persona): Step => {
  return { who, act: 'submit-bid', content: contentOf({ priceFen: 950_000_000 }), at: clock.at }
}

beforeEach(() => publish())

test('a withdrawn deposit goes back in a day, out of sight; a new one may be paid', async () => {
  expect(await pays(first, 'a')).toBe(true)
  await must(sendsBid(first))
  const before = await tenders.trail(id(), null, -1)
  await must({ who: first, act: 'withdraw-bid', at: addMinutes(start, 60) })
  clock.at = addMinutes(start, 60 + 24 * 60 - 1)
  await tenders.tick()
  expect(paid).toEqual([])
  clock.at = addMinutes(clock.at, 1)
  await tenders.tick()
  await tenders.tick()
  expect(paid).toMatchObject([{ principalFen: 20_000_000 }])
  expect(await tenders.ownBid(id(), callerOf(first))).toMatchObject({ deposit: null, returns: 1 })
  expect(await tenders.trail(id(), null, -1)).toEqual(before)
  expect(await pays(first, 'b')).toBe(true)
  await must(sendsBid(first))
})

test('who sends the bid again before that keeps the deposit where it is', async () => {
  await pays(first, 'a')
  await must(sendsBid(first))
  await must({ who: first, act: 'withdraw-bid', at: addMinutes(start, 60) })
  await must({ ...sendsBid(first), at: addMinutes(start, 90) })
  clock.at = addMinutes(start, 3 * 24 * 60)
  await tenders.tick()
  expect(paid.filter(({ reference }) => reference.startsWith(id()))).toEqual([])
})

test('an end during the tendering brings every deposit back; late money follows', async () => {
  await pays(first, 'a')
  await must(sendsBid(first))
  await pays(second, 'b')
  const body = { reason: '洪水', forceMajeure: true }
  await must({ who: owner, act: 'terminate', body, at: addMinutes(start, 100) })
  expect((await seen(owner)).deposits).toHaveLength(2)
  expect((await seen(authority)).deposits).toEqual([])
  expect(await kept()).toMatchObject({ breached: 0, duties: [{ id: 'refund' }] })
  await must({ who: owner, act: 'refund-deposits', at: addMinutes(start, 20 * 24 * 60) })
  await tenders.tick()
  expect(paid).toHaveLength(2)
  expect(await kept()).toMatchObject({ breached: 2, duties: [] })
  const third = bidders[2] ?? first
  expect(await pays(third, 'c')).toBe(true)
  await tenders.tick()
  await tenders.tick()
  expect(paid).toHaveLength(3)
  const { deposits } = await seen(owner)
  expect(deposits.every((d) => d.refund?.principalFen === d.amountFen)).toBe(true)
})

test('money that arrives while everything is suspended is written down', async () => {
  const directive = { id: 'Z1', number: '1号', basis: ['实施条例 62'], text: '暂停', lifts: null }
  const body = { ...directive, kind: 'suspend' }
  await must({ who: authority, act: 'issue-directive', body, at: start })
  expect(await pays(first, 'a')).toBe(true)
  expect(await tenders.ownBid(id(), callerOf(first))).toMatchObject({
    bidder: { name: first.name },
  })
})
