// SPDX-License-Identifier: Apache-2.0
/** Vectors computed by a second program from the specification: what was published stays true. */

import { describe, expect, test } from 'vitest'
import { canonicalBytes, compareBytes, hex } from '../canonical/index.ts'
import { coefficient, commitment, permutation, poolRoot, seedOf, stream } from '../draw/index.ts'
import { entryOf, noEntry, originDigest, payloadDigest } from '../event/index.ts'
import { sm3Digest } from '../suites/index.ts'

const filled = (byte: number) => new Uint8Array(32).fill(byte)
const salt = Uint8Array.from({ length: 32 }, (_, i) => i)

describe('EVT/1', () => {
  const digest = payloadDigest(salt, { title: '柳北区道路改造', ceilingPriceFen: 123_456_700 })
  const origin = originDigest(salt, { address: '10.0.0.1' })

  test('payload and origin', () => {
    expect(digest).toBe('8c95b3301decf09ed21fad02cba1b18426b76e28c10f062e7728f8265270730d')
    expect(origin).toBe('dbd53212f1c0d73fecc8dfd73d9b92acc7018b63730e9b428424e3b4cef055b0')
  })

  test('a first entry', () => {
    const entry = entryOf({
      type: 'NoticePublished',
      tender: 'LZ2026-000123',
      lot: '1',
      seq: 0,
      prev: noEntry,
      at: '2026-03-02T01:00:00.000Z',
      actor: { role: 'tenderOwner', organisation: '91450200MA5L000000' },
      assurance: 'step-up',
      payload: { schema: 'NoticePublished/1', digest, access: 'public' },
      origin,
    })
    expect(entry.hash).toBe('aba64d5f813b72697283ba0523b9dd606708c86a7c147d521105b462b8d79adb')
  })
})

describe('DRAW/1', () => {
  const contributors = ['监督部门', '交易中心', '招标人']
  const contributions = contributors.map((contributor, i) => ({
    contributor,
    number: filled(i + 1),
    commitment: commitment(contributor, filled(i + 1)),
  }))
  const pool = [0, 1, 2].map((i) => ({ salt: filled(0x40 + i), record: { expert: `专家${i}` } }))
  const facts = {
    drawId: 'LZ2026-000123/experts/1',
    poolRoot: poolRoot(pool),
    rulesDigest: sm3Digest(canonicalBytes({ experts: 5 })),
    contributions,
  }
  const seedFrom = (more: object) => {
    const seeding = seedOf({ ...facts, ...more })
    return seeding.ok ? seeding.seed : filled(0)
  }
  const before = seedFrom({})
  const after = seedFrom({ bidNumbers: [filled(9), filled(8)], deadlineRoot: filled(7) })

  test('a commitment and the root of a pool', () => {
    expect(hex(contributions[0]?.commitment ?? filled(0))).toBe(
      '080e2b16b7a0b2d9fd0b9ec343926acffb1e751208a73a924d0dbacac0f9a573',
    )
    expect(hex(facts.poolRoot)).toBe(
      '1524ee4fe1a3a750ac8f5f6d7844ee89ff73265e7f60fd770b293499b4568d9d',
    )
  })

  test('seeds before and after the opening', () => {
    expect(hex(before)).toBe('ed8cd09fef41123e9d6ee8dfff028c89790db50c84a561c1fab231a85d3d716f')
    expect(hex(after)).toBe('1075c100a579b1fecddfefa7326328cb7a98aa3a3408815ae75b9c0161529331')
  })

  test('an order and a K value', () => {
    const order = [5, 7, 6, 3, 9, 8, 2, 11, 4, 10, 0, 1]
    expect(permutation(stream('technical', before), 12)).toEqual(order)
    expect(coefficient(stream('k', after), [0, 1, 2, 3, 4, 5, 6])).toBe(5)
  })

  test('the numbers of bids are taken in their own order', () => {
    expect([filled(9), filled(8)].toSorted(compareBytes)[0]).toEqual(filled(8))
  })
})
