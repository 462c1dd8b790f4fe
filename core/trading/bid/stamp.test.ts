// SPDX-License-Identifier: Apache-2.0
/** A stamp counts for its own receipt, under an authority of the list, and for nothing else. */

import { hex } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { expect, test } from 'vitest'
import { certain, moment } from '../../kernel/index.ts'
import { stampedAt, testAccredited } from '../../testing/index.ts'
import { findAccredited, stampedMoment } from './index.ts'

const accredited = certain(findAccredited(testAccredited), 'a list')
const hash = sm3Digest(new Uint8Array(1))
const at = moment('2026-03-20T01:02:03.004Z')
const token = hex(stampedAt(at, hash))

test('the moment is that of the token, for this entry and under this list alone', () => {
  expect(stampedMoment({ entry: hex(hash), token }, accredited)).toBe(at)
  const other = hex(sm3Digest(hash))
  expect(stampedMoment({ entry: other, token }, accredited)).toBeNull()
  expect(stampedMoment({ entry: hex(hash), token }, { stamping: [] })).toBeNull()
  expect(stampedMoment({ entry: hex(hash), token: token.slice(2) }, accredited)).toBeNull()
  expect(stampedMoment({ entry: 'no hex', token }, accredited)).toBeNull()
})

test('a list that is not canonical, or holds what is no certificate, is none', () => {
  expect(accredited.roots).toHaveLength(1)
  expect(findAccredited(`${testAccredited} `)).toBeUndefined()
  expect(findAccredited('{"roots":[],"stamping":[]}')).toBeUndefined()
  const [root] = accredited.roots
  const der = hex(certain(root, 'a root').certificate.der)
  expect(findAccredited(testAccredited.replaceAll(der, der.slice(2)))).toBeUndefined()
})
