// SPDX-License-Identifier: Apache-2.0
/** The page in view goes into the sheet so that it is found again, and fits its field. */

import { expect, test } from 'vitest'
import { isPdf, pageShown } from './reading.ts'

const file = (name: string, mediaType = 'application/pdf') => ({
  ...{ digest: name.length.toString(16).padStart(64, '0'), name, size: 1, mediaType },
})
const offer = file('商务标.pdf')
const long = file(`${'施工组织设计'.repeat(10)}.pdf`)
const sheet = file('清单.xlsx', 'application/zip')

test('one PDF of a bid needs its number alone, of several each is named', () => {
  const reading = { bid: '1', file: offer, page: 7 }
  expect(pageShown([offer, sheet], reading)).toBe('7')
  expect(pageShown([offer, long, sheet], reading)).toBe('《商务标》7')
})

test('a file is a PDF by its type, or by its name where its type was not known', () => {
  const unknown = 'application/octet-stream'
  expect([offer, file('扫描件.PDF', unknown)].map(isPdf)).toEqual([true, true])
  expect([sheet, file('压缩包.zip', unknown)].map(isPdf)).toEqual([false, false])
})

test('nothing is noted before a file is there', () => {
  expect(pageShown([offer], undefined)).toBeUndefined()
  expect(pageShown([offer], { bid: '1', file: offer, page: 0 })).toBeUndefined()
})

test('the longest name with the highest page fits the field of forty characters', () => {
  const shown = pageShown([offer, long], { bid: '1', file: long, page: 99_999 })
  expect(shown?.endsWith('》99999')).toBe(true)
  expect(shown?.length).toBeLessThanOrEqual(40)
})
