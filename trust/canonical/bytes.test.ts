// SPDX-License-Identifier: Apache-2.0
/** The small arithmetic under every hash: a wrong byte here is a wrong proof everywhere. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBytes, concat, domain, findBytes, hex, prefixed, sameBytes, u32 } from './index.ts'

const bytes = fc.uint8Array({ maxLength: 20 })

test('hex is that of the platform, both ways', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      expect(hex(value)).toBe(Buffer.from(value).toString('hex'))
      expect(findBytes(hex(value))).toEqual(value)
    }),
    { seed: 19 },
  )
})

test.each(['0', 'AB', 'zz', '0x', ' 00', '00 '])('%j is no hex of ours', (text) => {
  expect(findBytes(text)).toBeUndefined()
})

test('order is that of the platform', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(a, b))
      expect(sameBytes(a, b)).toBe(Buffer.compare(a, b) === 0)
    }),
    { seed: 23 },
  )
})

test('what is prefixed can be cut in one way only', () => {
  fc.assert(
    fc.property(bytes, bytes, bytes, bytes, (a, b, c, d) => {
      const same = sameBytes(a, c) && sameBytes(b, d)
      const joined = concat(prefixed(a), prefixed(b))
      expect(sameBytes(joined, concat(prefixed(c), prefixed(d)))).toBe(same)
    }),
    {
      seed: 29,
      examples: [[Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(), Uint8Array.of(1)]],
    },
  )
})

test('numbers are big-endian', () => {
  expect(hex(u32(0))).toBe('00000000')
  expect(hex(u32(0x01020304))).toBe('01020304')
  expect(hex(u32(2 ** 32 - 1))).toBe('ffffffff')
})

test('a domain ends in a zero byte, so none is the beginning of another', () => {
  expect(hex(domain('A'))).toBe('4100')
})
