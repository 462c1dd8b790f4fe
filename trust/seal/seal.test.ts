// SPDX-License-Identifier: Apache-2.0
/** The commitment binds the bytes and, by its nonce, hides them. */

import { expect, test } from 'vitest'
import { concat, hex, utf8 } from '../canonical/index.ts'
import { sm3Digest } from '../suites/index.ts'
import { sealCommitment } from './index.ts'

const nonce = sm3Digest(utf8('nonce'))

test('the commitment is the one of the specification', () => {
  const spelt = concat(utf8('SEAL/0 commit\0'), nonce, utf8('报价'))
  expect(sealCommitment(nonce, utf8('报价'))).toBe(hex(sm3Digest(spelt)))
})

test('another nonce gives another commitment to the same bytes', () => {
  expect(sealCommitment(sm3Digest(nonce), utf8('报价'))).not.toBe(
    sealCommitment(nonce, utf8('报价')),
  )
})

test('a short nonce is not taken', () => {
  expect(() => sealCommitment(utf8('short'), utf8('报价'))).toThrow('32')
})
