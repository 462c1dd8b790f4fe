// SPDX-License-Identifier: Apache-2.0
/** Money and moments go to the screen and come back unchanged, whatever zone the machine is in. */

import { moment } from '@gongxin/core/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayShown,
  fenOfInput,
  inputOfInstant,
  instantOfInput,
  momentShown,
  spanShown,
  yuanInputOf,
} from './shown.ts'

describe('money in yuan', () => {
  test('comes back as the same fen', () => {
    const fen = fc.integer({ min: -99_999_999_999, max: 99_999_999_999_999 })
    fc.assert(
      fc.property(fen, (amount) => {
        expect(fenOfInput(yuanInputOf(amount))).toBe(amount)
      }),
      { seed: 20_261_124, numRuns: 500 },
    )
  })

  test('is read as people write it', () => {
    expect(fenOfInput('1,234,567.8')).toBe(123_456_780)
    expect(fenOfInput('１２３．４５元')).toBe(12_345)
    expect(fenOfInput('0')).toBe(0)
    expect(fenOfInput('12.345')).toBeUndefined()
    expect(fenOfInput('一百')).toBeUndefined()
    expect(fenOfInput('')).toBeUndefined()
  })
})

describe('moments', () => {
  test('are typed in 北京时间 and kept in UTC', () => {
    expect(instantOfInput('2026-11-24T09:30')).toBe('2026-11-24T01:30:00.000Z')
    expect(inputOfInstant('2026-11-24T01:30:00.000Z')).toBe('2026-11-24T09:30')
    expect(instantOfInput('')).toBe('')
    expect(inputOfInstant('')).toBe('')
  })

  test('cross midnight in 北京时间, not in UTC', () => {
    const late = moment('2026-11-24T23:30:00+08:00')
    expect(momentShown(late, 'zh')).toBe('2026年11月24日（周二）23:30')
    expect(momentShown(late, 'en')).toBe('24 Nov 2026 (Tue) 23:30')
  })

  test('say days and spans in words', () => {
    expect(dayShown('2026-01-01', 'zh')).toBe('2026年1月1日（周四）')
    expect(spanShown(3 * 86_400_000 + 4 * 3_600_000, 'zh')).toBe('3天4小时')
    expect(spanShown(-1, 'en')).toBe('0 min 0 s')
    expect(momentShown(null, 'zh')).toBe('—')
  })
})
