// SPDX-License-Identifier: Apache-2.0
/** A request that comes twice at once is one act, and both are told of it. */

import { addMinutes } from '@gongxin/core/kernel'
import { bidder } from '@gongxin/core/testing'
import { describe, expect, test } from 'vitest'
import { biddingOn } from './bidding/testing.ts'
import { staged } from './testing.ts'
import { createTurns } from './turns.ts'

describe('turns', () => {
  test('under one key one waits for the other, whatever became of it; other keys do not wait', async () => {
    const turns = createTurns()
    const heard: string[] = []
    let fail = () => {}
    const first = turns.take(
      'a',
      () => new Promise<void>((_, reject) => (fail = () => reject(new Error('no')))),
    )
    const second = turns.take('a', async () => void heard.push('second'))
    await turns.take('b', async () => void heard.push('other'))
    expect(heard).toEqual(['other'])
    fail()
    await expect(first).rejects.toThrow('no')
    await second
    expect(heard).toEqual(['other', 'second'])
  })
})

test('a bid that arrives twice in one moment is handed in once, and neither is refused', async () => {
  const waiting: (() => void)[] = []
  let holds = false
  const hold = () => (holds ? new Promise<void>((go) => waiting.push(go)) : Promise.resolve())
  const stage = await staged({ hold })
  await stage.publish()
  const who = bidder(0)
  const at = addMinutes(stage.start, 5)
  await stage.must({ who, act: 'download-document', body: {}, at })
  const body = await biddingOn(stage).plainBid(who, 980_000_000)
  holds = true
  const step = { who, act: 'submit-bid', body, at }
  const both = Promise.all([stage.perform(step, 'one'), stage.perform(step, 'one')])
  await expect.poll(() => waiting.length).toBe(1)
  holds = false
  for (const go of waiting) go()
  const told = (await both).map((outcome) => outcome.kind === 'done' && outcome.repeated)
  expect(told).toEqual([false, true])
})
