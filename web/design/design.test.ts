// SPDX-License-Identifier: Apache-2.0
/** Words in both languages, figures as they should read, colours that can be read. */

import { day, moment } from '@gongxin/core/kernel'
import { describe, expect, it } from 'vitest'
import { codeWords } from './codes.ts'
import { dateShown, momentShown, moneyShown, tenThousandShown, timeLeft } from './format.ts'
import { messages, sayIn } from './messages.ts'
import { portalStylesheetPath } from './stylesheet.ts'
import { tokens } from './tokens.ts'

describe('messages', () => {
  it('exist in both languages with the same values to fill in', () => {
    for (const [key, { zh, en }] of Object.entries(messages)) {
      const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
      if (key !== 'chineseOnly') expect(zh, key).toMatch(/\p{Script=Han}/u)
      expect(en, key).not.toMatch(/\p{Script=Han}/u)
      expect(en.length, key).toBeGreaterThan(0)
      if (zh !== '') expect(holes(en), key).toEqual(holes(zh))
      expect(zh, key).not.toContain('！')
    }
  })

  it('name every code in both languages', () => {
    for (const group of Object.values(codeWords)) {
      for (const [code, { zh, en }] of Object.entries(group)) {
        expect((zh === '') === (en === ''), code).toBe(true)
      }
    }
  })

  it('take their values', () => {
    expect(sayIn('zh')('closesIn', { left: '3天' })).toBe('还有3天')
  })
})

describe('formats', () => {
  const at = moment('2026-11-24T01:30:00Z')

  it('writes days and moments in 北京时间', () => {
    expect(momentShown(at, 'zh')).toBe('2026年11月24日（周二）09:30')
    expect(momentShown(at, 'en')).toBe('24 Nov 2026 (Tue) 09:30')
    expect(dateShown(day('2026-01-04'), 'zh')).toBe('2026年1月4日（周日）')
  })

  it.each([
    [0, '0.00', '0.00元'],
    [1, '0.000001', '0.01元'],
    [123_456_78, '12.345678', '12.345678万元'],
    [990_000_000_000, '990,000.00', '990,000.00万元'],
    [99_999_900, '99.9999', '99.9999万元'],
  ])('%i 分', (fen, bare, shown) => {
    expect(tenThousandShown(fen)).toBe(bare)
    expect(moneyShown(fen, 'zh')).toBe(shown)
  })

  it('says how long is left', () => {
    expect(timeLeft(at, moment('2026-11-26T03:00:00Z'), 'zh')).toBe('2天1小时')
    expect(timeLeft(at, moment('2026-11-24T01:30:01Z'), 'en')).toBe('1 minute')
    expect(timeLeft(at, at, 'zh')).toBe('')
  })
})

describe('colours', () => {
  it.each([
    ['ink', 'paper'],
    ['inkSoft', 'paper'],
    ['seal', 'paper'],
    ['paper', 'seal'],
    ['sealDeep', 'paper'],
    ['proof', 'proofMist'],
    ['ink', 'proofMist'],
    ['amber', 'amberMist'],
    ['ink', 'amberMist'],
    ['link', 'paper'],
    ['link', 'proofMist'],
    ['inkSoft', 'proofMist'],
  ] as const)('%s on %s is AA', (front, back) => {
    expect(contrast(tokens[front], tokens[back])).toBeGreaterThanOrEqual(4.5)
  })
})

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('the style sheet', () => {
  it('is named by its content', () => {
    expect(portalStylesheetPath).toMatch(/^\/assets\/portal-[0-9a-f]{16}\.css$/)
  })
})
