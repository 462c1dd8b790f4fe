// SPDX-License-Identifier: Apache-2.0
/** The whole way, by both methods, with few and many bids. */

import { describe, expect, test } from 'vitest'
import { runWholeTender } from './index.ts'

describe('a whole tender', () => {
  test.each([3, 4, 9, 40])('of works under 综合评估法 with %i bids is archived', (count) => {
    const pricesFen = Array.from({ length: count }, (_, i) => 900_000_000 + i * 2_000_000)
    expect(runWholeTender({ pricesFen }).state().phase).toBe('archived')
  })

  test('of goods under 经评审的最低投标价法 goes to the lowest price', () => {
    const world = runWholeTender({
      plan: { kind: 'goods' },
      pricesFen: [70, 99, 98].map((n) => n * 10_000_000),
    })
    expect(world.state()).toMatchObject({ phase: 'archived', award: { priceFen: 700_000_000 } })
  })

  test('of two bids fails unopened, and the deposits go back', () => {
    const { phase, bids, deposits } = runWholeTender({ pricesFen: [1, 2] }).state()
    expect(phase).toBe('failed')
    expect(bids.every((bid) => bid.standing === 'sealed')).toBe(true)
    expect(deposits.every((deposit) => deposit.refund !== null)).toBe(true)
  })
})
