// SPDX-License-Identifier: Apache-2.0
/** SM4 and its authenticated mode against the standard, the platform and a second library. */

import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { sm4 as second } from 'sm-crypto-v2'
import { describe, expect, test } from 'vitest'
import { concat, findBytes, hex } from '../canonical/index.ts'
import { sm4Backwards, sm4Block, sm4Counter, sm4Gcm, sm4Schedule } from './index.ts'

const bytes = (text: string) => findBytes(text) ?? new Uint8Array(0)
const key = bytes('0123456789abcdeffedcba9876543210')
const none = new Uint8Array(0)
const anyBytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size })

describe('SM4', () => {
  test('the published block, once and back', () => {
    const schedule = sm4Schedule(key)
    const cipher = sm4Block(schedule, key)
    expect(hex(cipher)).toBe('681edf34d206965e86b3e94f536e4246')
    expect(sm4Block(sm4Backwards(schedule), cipher)).toEqual(key)
  })

  test('the published block after a million rounds', () => {
    const schedule = sm4Schedule(key)
    let block = key
    for (let i = 0; i < 1_000_000; i++) block = sm4Block(schedule, block)
    expect(hex(block)).toBe('595298c7c6fd271f0402f804c33d3f66')
  })

  test('counter mode is that of the platform, for every length', () => {
    fc.assert(
      fc.property(anyBytes(16), anyBytes(12), fc.uint8Array({ maxLength: 80 }), (k, iv, plain) => {
        const start = concat(iv, Uint8Array.of(0, 0, 0, 7))
        const native = createCipheriv('sm4-ctr', k, start).update(plain)
        const ours = sm4Counter(sm4Schedule(k), { iv, counter: 7 }, plain)
        expect(hex(ours)).toBe(native.toString('hex'))
      }),
      { seed: 31, numRuns: 200 },
    )
  })

  test('a key of another size and a part of a block are not taken', () => {
    expect(() => sm4Schedule(key.subarray(1))).toThrow('16')
    expect(() => sm4Block(sm4Schedule(key), key.subarray(1))).toThrow('16')
  })
})

describe('SM4-GCM', () => {
  // RFC 8998 appendix A.1.
  const iv = bytes('00001234567800000000abcd')
  const aad = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2')
  const plain = bytes(
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd' +
      'eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
  )
  const sealed =
    '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
    'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d' +
    '83de3541e4c2b58177e065a9bf7b62ec'

  test('the published message', () => {
    expect(hex(sm4Gcm(key).seal(iv, plain, aad))).toBe(sealed)
    expect(sm4Gcm(key).open(iv, bytes(sealed), aad)).toEqual(plain)
  })

  test('a second library agrees at every length', () => {
    fc.assert(
      fc.property(
        anyBytes(16),
        anyBytes(12),
        fc.uint8Array({ minLength: 1, maxLength: 70 }),
        fc.uint8Array({ maxLength: 40 }),
        (k, nonce, text, more) => {
          const other = second.encrypt(text, k, {
            mode: 'gcm',
            iv: nonce,
            associatedData: more,
            padding: 'none',
            output: 'array',
            outputTag: true,
          })
          const parts: unknown = other
          const shown = parts as { output: Uint8Array; tag: Uint8Array }
          const ours = sm4Gcm(k).seal(nonce, text, more)
          expect(hex(ours)).toBe(hex(concat(shown.output, shown.tag ?? none)))
          expect(sm4Gcm(k).open(nonce, ours, more)).toEqual(text)
        },
      ),
      { seed: 37, numRuns: 100 },
    )
  })

  test('nothing is released for any one changed bit, nor without a tag', () => {
    const whole = bytes(sealed)
    for (let bit = 0; bit < whole.length * 8; bit += 7) {
      const changed = whole.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(sm4Gcm(key).open(iv, changed, aad)).toBeUndefined()
    }
    expect(sm4Gcm(key).open(iv, whole.subarray(0, 64), aad)).toBeUndefined()
    expect(sm4Gcm(key).open(iv, whole.subarray(0, 15), aad)).toBeUndefined()
    expect(sm4Gcm(key).open(iv, whole, none)).toBeUndefined()
    expect(sm4Gcm(key).open(iv.subarray(1), whole, aad)).toBeUndefined()
  })

  test('an empty message has a tag too, and a nonce of another size is not taken', () => {
    const empty = sm4Gcm(key).seal(iv, none, none)
    expect(empty).toHaveLength(16)
    expect(sm4Gcm(key).open(iv, empty, none)).toEqual(none)
    expect(() => sm4Gcm(key).seal(concat(iv, iv), plain, aad)).toThrow('12')
  })
})
