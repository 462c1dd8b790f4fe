// SPDX-License-Identifier: Apache-2.0
/** K follows from numbers promised before the deadline and from the bids; the machine has no say. */

import { describe, expect, test } from 'vitest'
import { certain } from '../kernel/index.ts'
import { calendar } from '../law/index.ts'
import { decide, findAct, numberOfBid, type TenderEvent } from '../trading/tender/index.ts'
import { coefficientFault, owner, runWholeTender } from './index.ts'
import { dataOf } from './select.ts'

const world = runWholeTender({ until: 'opened' })
const [record] = dataOf(world.events(), 'OpeningRecorded')
const drawn = certain(record?.coefficient ?? undefined, 'works draw a coefficient')

describe('下浮系数', () => {
  test('is drawn by three numbers and every opened bid, and runs again from public data', () => {
    expect(drawn.shown).toEqual(['owner', 'centre', 'authority'])
    expect(drawn.bids).toHaveLength(4)
    expect(coefficientFault(world.events())).toBeUndefined()
  })

  test('takes from each bid what an auditor finds in it', () => {
    const found = world.state().bids.map((bid) => ({ bid: bid.no, number: numberOfBid(bid) }))
    expect(drawn.bids).toEqual(found)
  })

  test('is the same whatever chance the platform brings along', () => {
    const before = certain(
      world.history.find(({ step }) => step.act === 'announce-opening'),
      'it was announced',
    )
    const announce = certain(findAct('announce-opening'), 'an act')
    const chosen = ['0', 'a', 'f'].map((digit) => {
      const facts = { random: digit.repeat(64) }
      const at = { now: before.step.at, calendar, facts }
      const asked = { body: {}, state: before.before, actor: owner.actor, at }
      const answer = decide(announce, asked)
      return answer.kind === 'happened' ? dataOf(answer.events, 'OpeningRecorded')[0] : undefined
    })
    expect(chosen).toEqual([record, record, record])
  })

  test('is another for another bid', () => {
    const seeds = new Set(
      [1, 2, 3].map((n) => {
        const pricesFen = [980_000_000, 965_000_000, 950_000_000 + n]
        const [of] = dataOf(
          runWholeTender({ pricesFen, until: 'opened' }).events(),
          'OpeningRecorded',
        )
        return of?.coefficient?.seed
      }),
    )
    expect(seeds.size).toBe(3)
  })

  const forged = (change: Partial<typeof drawn>): readonly TenderEvent[] =>
    world
      .events()
      .map((event) =>
        event.type === 'OpeningRecorded'
          ? { ...event, data: { ...event.data, coefficient: { ...drawn, ...change } } }
          : event,
      )

  test.each<[string, Partial<typeof drawn>]>([
    ['another value', { chosen: drawn.list.find((k) => k !== drawn.chosen) ?? '' }],
    ['another seed', { seed: '0'.repeat(64) }],
    ['a number left out', { shown: ['owner', 'centre'], silent: ['authority'] }],
    ['another list', { list: ['0.01'] }],
    ['another root', { root: '0'.repeat(64) }],
    ['a bid left out', { bids: drawn.bids.slice(1) }],
  ])('%s written afterwards is found out', (fault, change) => {
    expect(coefficientFault(forged(change))).toBe(fault)
  })
})
