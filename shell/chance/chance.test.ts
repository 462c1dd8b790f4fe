// SPDX-License-Identifier: Apache-2.0
/** What is random once must not come again, at the edges of a page least of all. */

import { expect, it } from 'vitest'
import { freshBytes } from './index.ts'

it('pieces of any size are whole, and none comes twice', () => {
  const sizes = Array.from({ length: 3_000 }, (_, i) => 16 + (i % 64))
  const pieces = sizes.map((size) => freshBytes(size))
  expect(pieces.map((piece) => piece.length)).toEqual(sizes)
  expect(new Set(pieces.map((piece) => piece.toString('hex', 0, 16))).size).toBe(sizes.length)
})

it('a piece stays as it was given when more is asked for', () => {
  const first = freshBytes(32)
  const copy = Buffer.from(first)
  for (let i = 0; i < 1_000; i++) freshBytes(32)
  expect(first.equals(copy)).toBe(true)
  expect(freshBytes(10_000)).toHaveLength(10_000)
})
