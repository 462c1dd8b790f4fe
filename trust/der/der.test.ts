// SPDX-License-Identifier: Apache-2.0
/** Strict reading: whatever comes in has one spelling, and what we write comes back in. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBytes, hex, utf8 } from '../canonical/index.ts'
import {
  bitsOf,
  countOf,
  findDer,
  findList,
  identifierOf,
  inside,
  instead,
  listContent,
  momentOf,
  textOf,
  truthOf,
  unsignedOf,
  walk,
  writeBits,
  writeCount,
  writeDer,
  writeIdentifier,
  writeMoment,
  writePreciseMoment,
  writeSet,
  writeText,
  writeTruth,
  writeUnsigned,
} from './index.ts'

const bytes = (text: string) => findBytes(text) ?? new Uint8Array(0)
const read = (text: string) => findDer(bytes(text))

describe('a value', () => {
  test.each([
    ['nothing at all', ''],
    ['a tag alone', '02'],
    ['a cut content', '020201'],
    ['a trailing byte', '02010100'],
    ['an indefinite length', '3080020101' + '0000'],
    ['a long length for a short one', '02810101'],
    ['a length with a leading zero', `04820080${'00'.repeat(128)}`],
    ['a length of five bytes', '04850000000001ff'],
    ['a reserved length', '04ff01'],
    ['a length beyond everything', '0484ffffffff00'],
    ['a tag of many bytes', '1f0100'],
    ['a text in pieces', '2403040101'],
    ['an end of contents', '0000'],
    ['a sequence marked simple', '1000'],
    ['an application tag', '4100'],
    ['a private tag', 'c10101'],
  ])('with %s is refused', (_, form) => expect(read(form)).toBeUndefined())

  test('of every length comes back', () => {
    for (const size of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const whole = writeDer('octetString', new Uint8Array(size))
      expect(findDer(whole)?.content).toHaveLength(size)
      expect(findDer(whole.subarray(0, -1))).toBeUndefined()
    }
  })

  test('any bytes are refused or come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (some) => {
        const der = findDer(some)
        if (der === undefined) return
        expect(hex(writeDer(der.tag, der.content))).toBe(hex(some))
        listContent(der)
      }),
      { seed: 59, numRuns: 2000 },
    )
  })
})

describe('simple values', () => {
  test('numbers', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), (n) => {
        expect(countOf(findDer(writeCount(n * 1000)))).toBe(n * 1000)
      }),
      { seed: 61 },
    )
    expect(hex(writeUnsigned(bytes('000080')))).toBe('02020080')
    expect(unsignedOf(read('02020080'))).toEqual(bytes('80'))
    for (const bad of ['0200', '020180', '02020001', `0207${'01'.repeat(7)}`]) {
      expect(countOf(read(bad))).toBeUndefined()
    }
    expect(() => writeCount(-1)).toThrow('count')
  })

  test('truth', () => {
    expect(truthOf(findDer(writeTruth(true)))).toBe(true)
    expect(truthOf(findDer(writeTruth(false)))).toBe(false)
    for (const bad of ['010101', '0100', '0102ffff', '0201ff']) {
      expect(truthOf(read(bad))).toBeUndefined()
    }
  })

  test('bits', () => {
    expect(bitsOf(findDer(writeBits(bytes('a0'), 5)))).toEqual({ bytes: bytes('a0'), unused: 5 })
    for (const bad of ['0300', '030101', '030208a0', '030205a1']) {
      expect(bitsOf(read(bad))).toBeUndefined()
    }
  })

  test('identifiers', () => {
    for (const id of ['1.2.156.10197.1.501', '2.5.29.15', '2.999.3', '0.9', '1.3.6.1.5.5.7.3.8']) {
      expect(identifierOf(findDer(writeIdentifier(id)))).toBe(id)
    }
    expect(hex(writeIdentifier('1.2.156.10197.1.501'))).toBe('06082a811ccf55018375')
    for (const bad of ['0600', '060180', '06022a80', '06032a8001', '060a2affffffffffffffff7f']) {
      expect(identifierOf(read(bad))).toBeUndefined()
    }
    expect(() => writeIdentifier('1.2.-3')).toThrow('arc')
  })

  test('texts', () => {
    expect(textOf(findDer(writeText('柳州')))).toBe('柳州')
    expect(textOf(read('1302434e'))).toBe('CN')
    expect(textOf(read('1e0467f35dde'))).toBe('柳州'.replace('州', '\u5dde'))
    for (const bad of ['0c01ff', '130180', '1e0167', '1e02d800', '0401aa']) {
      expect(textOf(read(bad))).toBeUndefined()
    }
  })
})

describe('moments', () => {
  const at = (tag: 'utcTime' | 'generalizedTime', text: string) =>
    momentOf(findDer(writeDer(tag, utf8(text))))

  test('two digits stand for 1950 to 2049', () => {
    expect(at('utcTime', '491231235959Z')).toBe('2049-12-31T23:59:59.000Z')
    expect(at('utcTime', '500101000000Z')).toBe('1950-01-01T00:00:00.000Z')
  })

  test('come back in the form that their year asks for', () => {
    for (const text of ['2049-12-31T23:59:59.000Z', '2050-01-01T00:00:00.000Z']) {
      expect(momentOf(findDer(writeMoment(text)))).toBe(text)
    }
    expect(findDer(writeMoment('2050-01-01T00:00:00.000Z'))?.tag).toBe(0x18)
    const fine = '2026-11-24T02:15:00.120Z'
    expect(momentOf(findDer(writePreciseMoment(fine)))).toBe(fine)
    expect(hex(writePreciseMoment(fine))).toContain(hex(utf8('00.12Z')))
    expect(() => writeMoment('2026-02-29T00:00:00.000Z')).toThrow('moment')
  })

  test.each([
    ['utcTime', '2601010000Z'],
    ['utcTime', '260101000000+0800'],
    ['utcTime', '260230000000Z'],
    ['generalizedTime', '20260101240000Z'],
    ['generalizedTime', '20260101000000.10Z'],
    ['generalizedTime', '20260101000000'],
    ['generalizedTime', '21000229000000Z'],
    ['generalizedTime', '20260001000000Z'],
    ['utcTime', '20260101000000Z'],
  ] as const)('%s %s is none', (tag, text) => expect(at(tag, text)).toBeUndefined())

  test('a day that comes every four years is one', () => {
    expect(at('generalizedTime', '20280229000000Z')).toBe('2028-02-29T00:00:00.000Z')
  })
})

describe('structures', () => {
  test('a set is in order, a sequence is as it is', () => {
    expect(hex(writeSet([bytes('0402ffff'), bytes('020101')]))).toBe('31070201010402ffff')
    expect(findList(read('31070402ffff020101'), 'set')).toBeUndefined()
    expect(findList(read('30070402ffff020101'), 'sequence')).toHaveLength(2)
    expect(findList(read('020101'), 'set')).toBeUndefined()
  })

  test('a walk takes what is there and knows its end', () => {
    const steps = walk(read('3009a00302010182020001'), 'sequence')
    expect(steps.take('integer')).toBeUndefined()
    expect(steps.take(inside(0))?.content).toEqual(bytes('020101'))
    expect(steps.ended()).toBe(false)
    expect(steps.take(instead(2))?.content).toEqual(bytes('0001'))
    expect(steps.ended()).toBe(true)
    expect(steps.takeAny()).toBeUndefined()
    expect(walk(undefined, 'sequence').ended()).toBe(false)
    expect(listContent(read('020101') ?? { tag: 2, content: bytes(''), whole: bytes('') })).toBe(
      undefined,
    )
  })
})
