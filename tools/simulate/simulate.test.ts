// SPDX-License-Identifier: Apache-2.0
/** A sample of the whole run in docs/simulator.md: the same seed is the same run, and no invariant breaks. */

import { expect, test } from 'vitest'
import { runSeed } from './index.ts'

test('one seed decides everything: played twice it leaves the same trace, and another leaves another', async () => {
  const [first, again] = [await runSeed(4), await runSeed(4)]
  expect(again).toEqual(first)
  expect((await runSeed(7)).trace).not.toBe(first.trace)
})

test.each([10, 23, 31, 102])('seed %i breaks no invariant', async (seed) => {
  const { breaches, faults } = await runSeed(seed)
  expect(breaches).toEqual([])
  expect(Object.keys(faults).length).toBeGreaterThan(1)
})

test('a tender that fails for want of bidders leaves a bundle that passes', async () => {
  const result = await runSeed(3, { play: { bidders: 2 } })
  expect(result).toMatchObject({ breaches: [], phase: 'failed', bids: 2 })
})
