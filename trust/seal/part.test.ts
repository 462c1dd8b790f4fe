// SPDX-License-Identifier: Apache-2.0
/** A part comes back whole or not at all, in whatever pieces it went in. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, utf8 } from '../canonical/index.ts'
import { leafHash } from '../log/index.ts'
import {
  beginSealing,
  chunkLeaf,
  chunkSize,
  finishSealing,
  paddedSize,
  partKey,
  pushContent,
  sealedChunkSize,
} from './index.ts'
import { big, comesBack, form, long, master, open, place, seal, small } from './testing.ts'

describe('a part', () => {
  test('of any length comes back, in whatever pieces it goes in', () => {
    const lengths = [0, 1, 7, 8, 9, 1000, chunkSize - 8, chunkSize - 7, chunkSize, chunkSize + 1]
    for (const length of lengths) {
      const content = long.subarray(0, length)
      const { part, chunks } = seal(content, {}, 1 + Math.floor(length / 3))
      expect(part.chunks).toBe(chunks.length)
      expect(part.ctLen).toBe(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
      expect(comesBack(part, chunks, content)).toBe(true)
    }
    expect(comesBack(big.part, big.chunks, long)).toBe(true)
  })

  test('shows of its length only where it lies on a coarse scale', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 29 }), (length) => {
        const size = paddedSize(length)
        expect(size).toBeGreaterThanOrEqual(length + 8)
        expect(size - length - 8).toBeLessThanOrEqual((length + 8) * 0.125)
        expect(paddedSize(size - 8)).toBe(size)
      }),
      { seed: 67 },
    )
    expect(seal(utf8('98000000')).part.ctLen).toBe(seal(utf8('71000000')).part.ctLen)
  })

  test('that grows or stops while it is sealed is not sealed', () => {
    const begun = beginSealing({ ...place, j: 0, kind: 'form', contentLength: 2 }, master)
    expect(() => pushContent(begun, form)).toThrow('grown')
    expect(() => finishSealing(begun)).toThrow('whole')
    const endless = { ...place, j: 0, kind: 'form', contentLength: 2 ** 30 + 1 }
    expect(() => beginSealing(endless, master)).toThrow('length')
    expect(() => beginSealing({ ...endless, contentLength: 1 }, form)).toThrow('32')
  })

  test('T-10: cut, reordered, prolonged or altered is refused', () => {
    const [first = form, second = form, third = form] = big.chunks
    const cases: readonly [Uint8Array, string][] = [
      [concat(first, second), 'STREAM_TRUNCATED'],
      [concat(first, second, third.subarray(0, -1)), 'STREAM_TRUNCATED'],
      [concat(second, first, third), 'AEAD_FAIL'],
      [concat(first, second, third, Uint8Array.of(0)), 'STREAM_TRUNCATED'],
      [
        concat(
          first,
          second.map((b, i) => (i === 9 ? b ^ 1 : b)),
          third,
        ),
        'AEAD_FAIL',
      ],
      [form.subarray(0, 0), 'STREAM_TRUNCATED'],
    ]
    for (const [bytes, fault] of cases) expect(open(big.part, bytes)).toBe(fault)
    // One chunk less in the manifest: the last one would have to carry the mark, and does not.
    const shorter = { ...big.part, chunks: 2, ctLen: 2 * sealedChunkSize }
    expect(open(shorter, concat(first, second))).toBe('AEAD_FAIL')
    expect(open({ ...big.part, chunks: 2 }, concat(first, second))).toBe('PART_FORM')
  })

  test('T-06: with the bytes of another part is refused, and by leaves before it is opened', () => {
    const other = seal(utf8('{"priceFen":7100000000}'), { kind: 'document' })
    const bytes = concat(...other.chunks)
    expect(open({ ...small.part, ctLen: other.part.ctLen }, bytes)).toBe('AEAD_FAIL')
    const leaves = small.chunks.map(chunkLeaf)
    expect(open(small.part, bytes, { leaves })).toBe('PART_ROOT')
    expect(open(small.part, bytes, { leaves: other.chunks.map(chunkLeaf) })).toBe('PART_ROOT')
    expect(open(small.part, concat(...small.chunks), { leaves })).toEqual(form)
    expect(open({ ...small.part, partRoot: master }, concat(...small.chunks))).toBe('PART_ROOT')
  })

  test('of another tender, lot, stage or place among parts has another key', () => {
    const key = partKey(master, place, 0)
    for (const other of [{ tender: 'LZ' }, { lot: '2' }, { stage: 'tech' }]) {
      expect(open(small.part, small.chunks[0] ?? form, { place: { ...place, ...other } })).toBe(
        'KEY_COMMIT',
      )
      expect(partKey(master, { ...place, ...other }, 0)).not.toEqual(key)
    }
    expect(partKey(master, place, 1)).not.toEqual(key)
    expect(partKey(master, { ...place, tender: 'LZ2026-0001231', lot: '' }, 0)).not.toEqual(key)
  })
})

describe('a leaf', () => {
  test('is that of the log', () => expect(chunkLeaf(form)).toEqual(leafHash(form)))
})
