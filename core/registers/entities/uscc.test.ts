// SPDX-License-Identifier: Apache-2.0
/** One character either side of a valid code. */

import { expect, test } from 'vitest'
import { isUscc, normalizedUscc, readUscc, usccCheck, usccFaultShown } from './uscc.ts'

test.each([
  ['91350100M000100Y43', '350100', 'M000100Y4'],
  ['914403001922038216', '440300', '192203821'],
  ['91110000802100433B', '110000', '802100433'],
  ['12350100MB02709751', '350100', 'MB0270975'],
  [' ９１450200ma5k12347h ', '450200', 'MA5K12347'],
])('%s 有效', (code, region, organisation) => {
  expect(readUscc(code)).toMatchObject({ ok: true, region, organisation })
})

test.each([
  ['91350100M000100Y44', { code: 'check', expected: '3' }],
  ['9135010OM000100Y43', { code: 'character', character: 'O', part: 'region' }],
  ['9135010AM000100Y43', { code: 'character', character: 'A', part: 'region' }],
  ['91350100I000100Y43', { code: 'character', character: 'I', part: 'organisation' }],
  ['91350100M000100Y4', { code: 'length', length: 17 }],
  ['91350100M000100Y433', { code: 'length', length: 19 }],
  ['B1350100M000100Y43', { code: 'authority', character: 'B' }],
  ['', { code: 'length', length: 0 }],
])('%s 无效', (code, fault) => {
  const reading = readUscc(code)
  expect(reading).toMatchObject({ ok: false, fault })
  if (!reading.ok) expect(usccFaultShown(reading.fault)).not.toBe('')
})

test('任何一位写错都通不过校验', () => {
  const code = '91450200MA5K12347H'
  for (const [i, right] of [...code].entries()) {
    for (const wrong of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      if (wrong !== right) expect(isUscc(code.slice(0, i) + wrong + code.slice(i + 1))).toBe(false)
    }
  }
})

test('余数为零时校验码是零，区划不在表内只提醒', () => {
  const body = '91990100M000100Y4'
  const reading = readUscc(body + usccCheck(body))
  expect(reading).toMatchObject({ ok: true, warnings: ['region-unknown'] })
  expect(normalizedUscc('９１a')).toBe('91A')
})
