// SPDX-License-Identifier: Apache-2.0
/** T-09: one GCM text that opens under two keys, built here, and refused by the commitment. */

import { expect, test } from 'vitest'
import { concat, hex, utf8 } from '../canonical/index.ts'
import { numberOf, sm3Digest, sm4Block, sm4Counter, sm4Gcm, sm4Schedule } from '../suites/index.ts'
import { beginUnsealing, partKey, partKeyCommitment } from './index.ts'

const order = 128n
const reduction = 0xe1n << 120n

/** Product in GF(2¹²⁸) as GCM writes it, the first bit being the highest. */
function times(x: bigint, y: bigint): bigint {
  let product = 0n
  let power = y
  for (let bit = order - 1n; bit >= 0n; bit--) {
    if ((x >> bit) & 1n) product ^= power
    power = power & 1n ? (power >> 1n) ^ reduction : power >> 1n
  }
  return product
}

/** x to 2¹²⁸ − 2. */
function inverse(x: bigint): bigint {
  let result = 1n << (order - 1n)
  let power = x
  for (let i = 1; i < 128; i++) {
    power = times(power, power)
    result = times(result, power)
  }
  return result
}

const block = (value: bigint) =>
  Uint8Array.from(Buffer.from(value.toString(16).padStart(32, '0'), 'hex'))
const iv = new Uint8Array(12)
const none = new Uint8Array(0)

/** Three blocks: the text of one key, one block solved for, and their lengths. */
function openingUnderBoth(one: Uint8Array, other: Uint8Array, text: Uint8Array): Uint8Array {
  const first = sm4Counter(sm4Schedule(one), { iv, counter: 2 }, text)
  const lengths = (8n * 32n) % 2n ** 64n
  const side = (key: Uint8Array) => {
    const schedule = sm4Schedule(key)
    const h = numberOf(sm4Block(schedule, new Uint8Array(16)))
    const mask = numberOf(sm4Counter(schedule, { iv, counter: 1 }, new Uint8Array(16)))
    const square = times(h, h)
    const known = times(numberOf(first), times(square, h)) ^ times(lengths, h) ^ mask
    return { square, known }
  }
  const [a, b] = [side(one), side(other)]
  const second = times(a.known ^ b.known, inverse(a.square ^ b.square))
  const tag = a.known ^ times(second, a.square)
  return concat(first, block(second), block(tag))
}

test('GCM alone lets a bid mean two things; the commitment lets it mean one', () => {
  const place = { tender: 'LZ2026-000123', lot: '1', stage: 'all' }
  const keys = ['one', 'other'].map((name) => ({
    content: sm3Digest(utf8(name)).subarray(0, 16),
    nonce: partKey(sm3Digest(utf8('m')), place, 0).nonce,
  }))
  const [one, other] = keys
  if (one === undefined || other === undefined) throw new Error('two keys')
  const sealed = openingUnderBoth(one.content, other.content, utf8('priceFen98000000'))
  const readings = keys.map(({ content }) => sm4Gcm(content).open(iv, sealed, none))
  expect(readings.every((reading) => reading !== undefined)).toBe(true)
  expect(hex(readings[0] ?? none)).toContain(hex(utf8('priceFen98000000')))
  expect(readings[0]).not.toEqual(readings[1])

  const part = {
    j: 0,
    kind: 'form',
    chunks: 1,
    ctLen: 48,
    partRoot: sm3Digest(sealed),
    partKC: partKeyCommitment(one, place, 0),
  }
  expect(beginUnsealing({ place, sealed: part, key: one }).ok).toBe(true)
  expect(beginUnsealing({ place, sealed: part, key: other })).toEqual({
    ok: false,
    fault: 'KEY_COMMIT',
  })
})
