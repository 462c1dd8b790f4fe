// SPDX-License-Identifier: Apache-2.0
/** Time stamps of bids: over the hash of the receipt, asked once, and never waited for. */

import { addMinutes, moment } from '@gongxin/core/kernel'
import { bidder, revocationListAt, stampedAt, testAccredited } from '@gongxin/core/testing'
import { findAccredited, stampedMoment } from '@gongxin/core/trading/bid'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { beforeAll, expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { biddingOn } from './bidding/testing.ts'
import { staged } from './testing.ts'

let answer: (bytes: Uint8Array) => Promise<Uint8Array> = async () => new Uint8Array(0)
let asked = 0
const stage = await staged({
  authority: {
    accredited: async () => testAccredited,
    certify: async () => [],
    revocationLists: async () => [revocationListAt(moment('2026-03-23T01:00:00Z'))],
  },
  stamping: {
    stamp(bytes) {
      asked += 1
      return answer(bytes)
    },
  },
})
const { plainBid } = biddingOn(stage)
const at = addMinutes(stage.start, 60)
const accredited = findAccredited(testAccredited)

beforeAll(async () => {
  await stage.publish()
})

async function submitted(index: number, priceFen: number) {
  const who = bidder(index)
  const body = await plainBid(who, priceFen)
  const outcome = await stage.perform({ who, act: 'submit-bid', body, at })
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  return { who, hash: outcome.answer.receipt.hash }
}

const own = async ({ who }: Awaited<ReturnType<typeof submitted>>) => {
  await stage.tenders.stampsSettled()
  return stage.tenders.ownStamp(stage.id(), stage.callerOf(who))
}

test('the stamp of a bid is over the hash that its receipt names', async () => {
  answer = async (bytes) => stampedAt(at, bytes)
  const bid = await submitted(0, 980_000_000)
  const stamp = await own(bid)
  expect(stamp?.entry).toBe(bid.hash)
  const token = stamp?.token ?? ''
  expect(accredited && stampedMoment({ entry: bid.hash, token }, accredited)).toBe(at)
  const all = await stage.tenders.stampsOf(stage.id())
  expect([...all.keys()]).toEqual([bid.hash])
})

test('nobody waits for an authority that does not answer', async () => {
  let release = (_: Uint8Array) => {}
  answer = () =>
    new Promise((resolve) => {
      release = resolve
    })
  const bid = await submitted(1, 970_000_000)
  expect(await stage.tenders.ownStamp(stage.id(), stage.callerOf(bid.who))).toBeUndefined()
  release(stampedAt(at, findBytes(bid.hash) ?? new Uint8Array(0)))
  expect((await own(bid))?.token).not.toBeNull()
})

test.each([
  ['is away', 2, async () => Promise.reject(new Unavailable('away'))],
  ['stamps something else', 3, async () => stampedAt(at, new Uint8Array(32))],
  ['answers what is no token', 4, async () => new Uint8Array(8)],
])('that an authority %s is written down, and it is not asked again', async (_, index, says) => {
  answer = says
  const before = asked
  const bid = await submitted(index, 960_000_000 + index)
  expect(await own(bid)).toEqual({ entry: bid.hash, token: null })
  await stage.tenders.tick()
  await stage.tenders.stampsSettled()
  expect(asked).toBe(before + 1)
  expect((await stage.tenders.stampsOf(stage.id())).has(bid.hash)).toBe(false)
})

test('the closing is stamped too', async () => {
  answer = async (bytes) => stampedAt(stage.plan.deadline, bytes)
  stage.clock.at = addMinutes(stage.plan.deadline, 1)
  await stage.tenders.tick()
  await stage.tenders.stampsSettled()
  const closing = (await stage.store.events.read(`tender/${stage.id()}`, -1)).find(
    ({ type }) => type === 'BiddingClosed',
  )
  const hash = hex(new Uint8Array(closing?.hash ?? []))
  expect((await stage.tenders.stampsOf(stage.id())).has(hash)).toBe(true)
})
