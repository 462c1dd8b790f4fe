// SPDX-License-Identifier: Apache-2.0
/** One value, one text: what is written is read, and nothing else is. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CanonicalFault,
  canonicalBytes,
  canonicalize,
  type Json,
  NotCanonical,
  parseCanonical,
  utf8,
} from './index.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function faultOfValue(value: Json): CanonicalFault | undefined {
  try {
    canonicalize(value)
    return undefined
  } catch (error) {
    if (error instanceof NotCanonical) return error.fault
    throw error
  }
}

function faultOfText(text: string): CanonicalFault | undefined {
  const parsed = parseCanonical(new TextEncoder().encode(text))
  return parsed.ok ? undefined : parsed.fault
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth)
}

const textArbitrary = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.normalize('NFC'))
const valueArbitrary = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    textArbitrary,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(textArbitrary, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value

describe('writing', () => {
  test.each<[string, Json, string]>([
    [
      'keys come in order of UTF-16 units',
      { b: 1, a: 2, A: 3, 10: 4, 9: 5 },
      '{"10":4,"9":5,"A":3,"a":2,"b":1}',
    ],
    ['a key outside the BMP sorts before U+FF01', { '！': 1, '𝄞': 2 }, '{"𝄞":2,"！":1}'],
    ['nothing is spaced', [1, [true, null], {}], '[1,[true,null],{}]'],
    ['only quote and backslash are escaped', 'a"b\\c/柳州', '"a\\"b\\\\c/柳州"'],
    ['minus zero is zero', -0, '0'],
    [
      'the largest integers are whole',
      [2 ** 53 - 1, 1 - 2 ** 53],
      '[9007199254740991,-9007199254740991]',
    ],
  ])('%s', (_claim, value, text) => {
    expect(canonicalize(value)).toBe(text)
  })

  test('more keys than insertion likes are still in order', () => {
    const keys = Array.from({ length: 60 }, (_, i) => `k${(i * 37) % 60}`)
    const value = Object.fromEntries(keys.map((key) => [key, 0]))
    expect(canonicalize(value)).toBe(
      `{${keys
        .toSorted()
        .map((key) => `"${key}":0`)
        .join()}}`,
    )
  })

  test('keeps the line feeds of a paragraph', () => {
    const paragraph = 'first\nsecond "quoted" \\ third'
    expect(canonicalize(paragraph)).toBe(JSON.stringify(paragraph))
    expect(parseCanonical(canonicalBytes(paragraph))).toEqual({ ok: true, value: paragraph })
  })

  test.each<[CanonicalFault, Json]>([
    ['control-character', 'a\tb'],
    ['control-character', 'a\u007fb'],
    ['lone-surrogate', 'a\ud800'],
    ['not-nfc', 'e\u0301'],
    ['not-nfc', { 'e\u0301': 1 }],
    ['not-safe-integer', 0.5],
    ['not-safe-integer', 2 ** 53],
    ['not-safe-integer', Number.NaN],
    ['forbidden-key', JSON.parse('{"__proto__":1}')],
    ['depth', JSON.parse(nested(17))],
    ['not-json', JSON.parse('[]').at(0)],
  ])('refuses %s in %j', (fault, value) => {
    expect(faultOfValue(value)).toBe(fault)
  })

  test('sixteen levels are written', () => {
    expect(canonicalize(JSON.parse(nested(16)))).toBe(nested(16))
  })

  test('an object with a life of its own is not a value', () => {
    const dated: Json = JSON.parse('{}')
    Object.setPrototypeOf(dated, Date.prototype)
    expect(faultOfValue(dated)).toBe('not-json')
  })
})

describe('reading', () => {
  test.each<[CanonicalFault, string]>([
    ['duplicate-key', '{"a":1,"a":2}'],
    ['duplicate-key', '{"a":1,"b":2,"a":3}'],
    ['key-order', '{"b":1,"a":2}'],
    ['forbidden-key', '{"__proto__":1}'],
    ['syntax', '{"a": 1}'],
    ['syntax', '[1,]'],
    ['syntax', ''],
    ['syntax', '{"a"}'],
    ['syntax', '{a:1}'],
    ['syntax', 'tru'],
    ['syntax', '"open'],
    ['trailing-bytes', '1 '],
    ['trailing-bytes', '{}{}'],
    ['trailing-bytes', '01x'.slice(1)],
    ['number-form', '1.0'],
    ['number-form', '1e2'],
    ['number-form', '-0'],
    ['number-form', '01'],
    ['not-safe-integer', '9007199254740992'],
    ['string-escape', '"\\u0041"'],
    ['string-escape', '"\\/"'],
    ['string-escape', '"\\t"'],
    ['string-escape', '"\\r"'],
    ['control-character', '"\t"'],
    ['not-nfc', '"e\u0301"'],
    ['depth', nested(17)],
  ])('refuses %s: %s', (fault, text) => {
    expect(faultOfText(text)).toBe(fault)
  })

  test.each([
    ['overlong', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['beyond Unicode', [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]],
    ['cut off', [0x22, 0xe6, 0x9f]],
    ['a stray continuation', [0x22, 0x80, 0x22]],
  ])('refuses bytes that are %s', (_what, bytes) => {
    expect(parseCanonical(Uint8Array.from(bytes))).toMatchObject({ ok: false, fault: 'utf8' })
  })

  test('a fault says where it was met', () => {
    expect(parseCanonical(utf8('{"a":1,"a":2}'))).toMatchObject({ ok: false, at: 10 })
  })
})

describe('both ways', () => {
  test('what was written is read as the same value, and is JSON to everybody else', () => {
    fc.assert(
      fc.property(valueArbitrary, (value) => {
        fc.pre(faultOfValue(value) === undefined)
        const bytes = canonicalBytes(value)
        const parsed = parseCanonical(bytes)
        expect(parsed).toEqual({ ok: true, value: JSON.parse(decoder.decode(bytes)) })
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  test('a text that is accepted is the very text its value is written as', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'small' }), (text) => {
        const bytes = new TextEncoder().encode(text)
        const parsed = parseCanonical(bytes)
        if (parsed.ok) expect(canonicalBytes(parsed.value)).toEqual(bytes)
      }),
      { seed: 5, numRuns: 1000 },
    )
  })

  test('one flipped bit is another value or no value, never the same one', () => {
    const bytes = canonicalBytes({ a: [1, '柳州', { b: true }], z: null })
    const before = canonicalize({ a: [1, '柳州', { b: true }], z: null })
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      const parsed = parseCanonical(changed)
      if (parsed.ok) expect(canonicalize(parsed.value)).not.toBe(before)
    }
  })

  test('UTF-8 is that of the platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        fc.pre(!/\p{Surrogate}/u.test(text))
        expect(utf8(text)).toEqual(new TextEncoder().encode(text))
      }),
      { seed: 7, numRuns: 1000 },
    )
  })

  test('a text longer than one piece survives', () => {
    const long = '柳州市公共资源交易中心'.repeat(2000)
    expect(parseCanonical(canonicalBytes(long))).toEqual({ ok: true, value: long })
  })
})
