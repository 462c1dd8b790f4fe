// SPDX-License-Identifier: Apache-2.0
/** A draw favours nobody, is the same for everybody, and cannot be steered by the last to speak. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, u32, utf8 } from '../canonical/index.ts'
import { inclusionProof, verifyInclusion } from '../log/index.ts'
import { sm3Digest } from '../suites/index.ts'
import {
  coefficient,
  commitment,
  firstOf,
  permutation,
  poolLeaf,
  poolRoot,
  type SeedFacts,
  type SeedFault,
  seedOf,
  stream,
} from './index.ts'

const seedNumber = (n: number) => sm3Digest(u32(n))
const contributionOf = (contributor: string, n: number) => ({
  contributor,
  number: seedNumber(n),
  commitment: commitment(contributor, seedNumber(n)),
})
const facts: SeedFacts = {
  drawId: 'LZ2026-000123/experts/1',
  poolRoot: seedNumber(100),
  rulesDigest: seedNumber(101),
  contributions: [
    contributionOf('监督部门', 1),
    contributionOf('交易中心', 2),
    contributionOf('招标人', 3),
  ],
}

/** Sum of squared deviations over the expected count. */
function chiSquare(counts: readonly number[], draws: number): number {
  const expected = draws / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

describe('the seed', () => {
  const seed = (change: Partial<SeedFacts>) => {
    const seeding = seedOf({ ...facts, ...change })
    return seeding.ok ? seeding.seed : seeding.fault
  }

  test('is the same for the same facts', () => {
    expect(seed({})).toEqual(seed({}))
    expect(seed({})).toHaveLength(32)
  })

  test.each<[string, Partial<SeedFacts>]>([
    ['draw', { drawId: 'LZ2026-000123/experts/2' }],
    ['pool', { poolRoot: seedNumber(102) }],
    ['rules', { rulesDigest: seedNumber(102) }],
    ['contributor', { contributions: facts.contributions.slice(1) }],
    ['order of commitment', { contributions: facts.contributions.toReversed() }],
    ['number', { contributions: [contributionOf('监督部门', 9), ...facts.contributions.slice(1)] }],
    ['number in a bid', { bidNumbers: [seedNumber(7)] }],
    ['root at the deadline', { deadlineRoot: seedNumber(8) }],
  ])('is another for another %s', (_what, change) => {
    expect(seed(change)).not.toEqual(seed({}))
    expect(seed(change)).toHaveLength(32)
  })

  test('does not depend on the order in which bids are opened', () => {
    const numbers = [seedNumber(7), seedNumber(8), seedNumber(9)]
    expect(seed({ bidNumbers: numbers })).toEqual(seed({ bidNumbers: numbers.toReversed() }))
  })

  test('comes from the numbers in the bids alone where every contributor stayed silent', () => {
    const alone = seed({ contributions: [], bidNumbers: [seedNumber(7)] })
    expect(alone).toHaveLength(32)
    expect(seed({ contributions: [], bidNumbers: [seedNumber(8)] })).not.toEqual(alone)
  })

  const [first = contributionOf('监督部门', 1)] = facts.contributions
  test.each<[SeedFault, Partial<SeedFacts>]>([
    ['no-contribution', { contributions: [] }],
    ['contributor-repeated', { contributions: [first, first] }],
    ['commitment-mismatch', { contributions: [{ ...first, number: seedNumber(5) }] }],
    ['commitment-mismatch', { contributions: [{ ...first, contributor: '招标人' }] }],
    ['number-size', { contributions: [{ ...first, number: utf8('x') }] }],
    ['number-size', { bidNumbers: [utf8('x')] }],
    ['root-size', { poolRoot: utf8('x') }],
    ['root-size', { deadlineRoot: utf8('x') }],
  ])('is refused with %s', (fault, change) => {
    expect(seed(change)).toBe(fault)
  })
})

describe('the stream', () => {
  test('follows the specification word by word', () => {
    const key = sm3Digest(concat(utf8('DRAW/1 stream\0k\0'), seedNumber(1)))
    const block = (n: number) => new DataView(sm3Digest(concat(key, u32(n))).buffer)
    const drawn = stream('k', seedNumber(1))
    const wanted = [0, 1].flatMap((n) =>
      [0, 4, 8, 12, 16, 20, 24, 28].map((i) => block(n).getUint32(i)),
    )
    expect(wanted.map(() => drawn.below(2 ** 32))).toEqual(wanted)
  })

  test('labels do not lean on one another', () => {
    const take = (label: string) => permutation(stream(label, seedNumber(1)), 20)
    expect(take('economics')).not.toEqual(take('technical'))
  })

  test('rejects the incomplete run instead of favouring small numbers', () => {
    // Of 2^31 + 1 almost half of all words are thrown away; a plain remainder would double the rest.
    const n = 2 ** 31 + 1
    const drawn = stream('half', seedNumber(2))
    const low = Array.from({ length: 4000 }, () => drawn.below(n)).filter((x) => x < n / 2)
    expect(Math.abs(low.length - 2000)).toBeLessThan(4 * Math.sqrt(1000))
  })

  test.each([0, -1, 1.5, 2 ** 32 + 1])('cannot draw below %d', (n) => {
    expect(() => stream('x', seedNumber(1)).below(n)).toThrow(RangeError)
  })
})

describe('choices', () => {
  test('a permutation holds each place once, and again the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(), (n, s) => {
        const order = permutation(stream('p', seedNumber(s)), n)
        expect(order.toSorted((a, b) => a - b)).toEqual([...Array(n).keys()])
        expect(permutation(stream('p', seedNumber(s)), n)).toEqual(order)
      }),
      { seed: 13 },
    )
  })

  test('the first few are the beginning of the whole order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (n, s) => {
        const k = s % (n + 1)
        const whole = permutation(stream('p', seedNumber(s)), n)
        expect(firstOf(stream('p', seedNumber(s)), n, k)).toEqual(whole.slice(0, k))
      }),
      { seed: 17 },
    )
  })

  test('every ordered pair of five comes equally often', () => {
    const draws = 20_000
    const counts = new Map<string, number>()
    for (let s = 0; s < draws; s++) {
      const pair = firstOf(stream('u', seedNumber(s)), 5, 2).join()
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
    expect(counts.size).toBe(20)
    // 19 degrees of freedom: 43.8 is passed once in a thousand seeds, and this seed is fixed.
    expect(chiSquare([...counts.values()], draws)).toBeLessThan(43.8)
  })

  test('every K value of a list comes equally often', () => {
    const list = ['0.95', '0.96', '0.97', '0.98', '0.99', '1.00', '1.01']
    const counts = new Map(list.map((value) => [value, 0]))
    const drawn = stream('k', seedNumber(3))
    for (let i = 0; i < 14_000; i++) {
      const value = coefficient(drawn, list)
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    expect(chiSquare([...counts.values()], 14_000)).toBeLessThan(22.5)
  })

  test('more than there are cannot be drawn, nor one of none', () => {
    expect(() => firstOf(stream('x', seedNumber(1)), 3, 4)).toThrow(RangeError)
    expect(() => coefficient(stream('x', seedNumber(1)), [])).toThrow(RangeError)
  })
})

describe('the pool', () => {
  const pool = Array.from({ length: 9 }, (_, i) => ({
    salt: seedNumber(i),
    record: { expert: `专家${i}`, specialty: '市政' },
  }))

  test('lets each expert prove to have been in it', () => {
    const leaves = pool.map(poolLeaf)
    leaves.forEach((leaf, index) => {
      const proof = inclusionProof(leaves, index)
      const claim = { leaf, index, size: leaves.length, proof, root: poolRoot(pool) }
      expect(verifyInclusion(claim)).toBe(true)
    })
  })

  test('has another root when it is salted anew', () => {
    const again = pool.map((entry, i) => ({ ...entry, salt: seedNumber(50 + i) }))
    expect(poolRoot(again)).not.toEqual(poolRoot(pool))
  })

  test('takes no record without a full salt', () => {
    expect(() => poolLeaf({ salt: utf8('x'), record: null })).toThrow('32')
  })
})
