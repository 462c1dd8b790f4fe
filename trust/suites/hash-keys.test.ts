// SPDX-License-Identifier: Apache-2.0
/** Keys from keys, the second hash and the outside signature, against the library of the platform. */

import { createHash, createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBytes, hex, utf8 } from '../canonical/index.ts'
import {
  ed25519PublicKey,
  hkdfSm3,
  hmacSm3,
  sha256Digest,
  signEd25519,
  verifyEd25519,
} from './index.ts'

const some = fc.uint8Array({ maxLength: 150 })

test('HMAC-SM3 is that of the platform, for short and long keys', () => {
  fc.assert(
    fc.property(some, some, (key, message) => {
      const native = createHmac('sm3', key).update(message).digest('hex')
      expect(hex(hmacSm3(key, message))).toBe(native)
    }),
    { seed: 41 },
  )
})

test('HKDF-SM3 is that of the platform, for every size', () => {
  fc.assert(
    fc.property(some, some, some, fc.integer({ min: 1, max: 200 }), (secret, salt, info, size) => {
      const native = Buffer.from(hkdfSync('sm3', secret, salt, info, size)).toString('hex')
      expect(hex(hkdfSm3({ secret, salt, info }, size))).toBe(native)
    }),
    { seed: 43 },
  )
  expect(() => hkdfSm3({ secret: utf8(''), salt: utf8(''), info: utf8('') }, 8161)).toThrow('255')
})

test('SHA-256 is that of the platform around the block borders', () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, i) => i * 31)
  for (let size = 0; size <= 200; size++) {
    const part = bytes.subarray(0, size)
    expect(hex(sha256Digest(part))).toBe(createHash('sha256').update(part).digest('hex'))
  }
})

describe('Ed25519', () => {
  // RFC 8032 §7.1, test 2.
  const seed = findBytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
  const message = Uint8Array.of(0x72)

  test('the published message is signed as published, and nothing else verifies', () => {
    if (seed === undefined) throw new Error('the seed is hex')
    const key = ed25519PublicKey(seed)
    const signature = signEd25519(seed, message)
    expect(hex(key)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
    expect(hex(signature)).toMatch(/^92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223eb/)
    expect(verifyEd25519(key, message, signature)).toBe(true)
    expect(verifyEd25519(key, utf8('x'), signature)).toBe(false)
    expect(verifyEd25519(key, message, signature.subarray(1))).toBe(false)
    expect(verifyEd25519(key.subarray(1), message, signature)).toBe(false)
  })
})
