// SPDX-License-Identifier: Apache-2.0
/** A clock that was set back writes nothing: time runs forward in every chain, or no witness signs it. */

import { addMinutes } from '@gongxin/core/kernel'
import { bidder } from '@gongxin/core/testing'
import { platform } from '@gongxin/core/trading/vault'
import { expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { biddingOn } from './bidding/testing.ts'
import { staged } from './testing.ts'

const stage = await staged()
const { must, perform, store, tenders, start, clock, publish } = stage
const { plainBid } = biddingOn(stage)
const who = bidder(0)

test('an act waits until the clock has come to where its stream stands', async () => {
  await publish()
  const [late, early] = [addMinutes(start, 30), addMinutes(start, 29)]
  const first = { who, act: 'submit-bid', body: await plainBid(who, 980_000_000), at: late }
  await must(first)
  const body = await plainBid(who, 970_000_000)
  const again = { who, act: 'replace-bid', body }
  await expect(perform({ ...again, at: early }, 'key')).rejects.toBeInstanceOf(Unavailable)
  expect(await perform({ ...again, at: late }, 'key')).toMatchObject({ kind: 'done' })
})

test('no root is given before the last one', async () => {
  clock.at = addMinutes(start, 40)
  await tenders.advanceVaults()
  const before = await store.events.head(platform)
  clock.at = addMinutes(start, 35)
  await tenders.advanceVaults()
  expect(await store.events.head(platform)).toBe(before)
  clock.at = addMinutes(start, 41)
  await tenders.advanceVaults()
  const ticks = await store.events.read(platform)
  expect(ticks).toHaveLength(before + 2)
  expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).toSorted())
})
