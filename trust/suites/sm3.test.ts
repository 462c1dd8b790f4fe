// SPDX-License-Identifier: Apache-2.0
/** SM3 against the vectors of the standard and against the library of the platform. */

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBytes, hex, utf8 } from '../canonical/index.ts'
import { sm3, sm3Digest } from './index.ts'

const oracle = (bytes: Uint8Array) => createHash('sm3').update(bytes).digest('hex')

describe('SM3', () => {
  // GB/T 32905 annex A.
  const published = [
    ['616263', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['61626364'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ] as const

  test.each(published)('the published message %s has its digest', (message, digest) => {
    expect(hex(sm3Digest(findBytes(message) ?? utf8('')))).toBe(digest)
  })

  test('every length around the block borders agrees with the oracle', () => {
    const bytes = Uint8Array.from({ length: 200 }, (_, i) => i * 31)
    for (let size = 0; size <= 200; size++) {
      expect(hex(sm3Digest(bytes.subarray(0, size)))).toBe(oracle(bytes.subarray(0, size)))
    }
  })

  test('a message in pieces has the digest of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 6 }), (pieces) => {
        const hasher = sm3()
        for (const piece of pieces) hasher.update(piece)
        expect(hex(hasher.digest())).toBe(oracle(Buffer.concat(pieces)))
      }),
      { seed: 11 },
    )
  })

  test('a subarray is hashed by its own bytes, not by those of its buffer', () => {
    const whole = utf8('前缀abc后缀')
    expect(hex(sm3Digest(whole.subarray(6, 9)))).toBe(published[0][1])
  })

  test('hashing does not disturb a hasher that is still under way', () => {
    const hasher = sm3().update(utf8('a'))
    sm3Digest(utf8('something else'))
    expect(hex(hasher.update(utf8('bc')).digest())).toBe(published[0][1])
  })
})
