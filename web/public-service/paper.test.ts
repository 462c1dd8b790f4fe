// SPDX-License-Identifier: Apache-2.0
/** The page of a paper leads to its check and to the signature of the platform. */

import { moment } from '@gongxin/core/kernel'
import { expect, it } from 'vitest'
import { type PageSetting, renderPaper } from './index.ts'
import { papersOf, plainNames, tenderAt } from './testing.ts'

const now = moment('2026-03-10T02:00:00Z')
const setting: PageSetting = { language: 'zh', largeType: false, now, demo: true, address: '/x' }
const [first, second] = papersOf(tenderAt('awarded', plainNames)).map(({ paper }) => paper)

it('says where it is checked in words and in a square code of those words', () => {
  if (first === undefined || second === undefined) throw new Error('no papers')
  const drawn = (of: typeof first) => renderPaper(of, setting)
  const codeOf = (html: string) => /<svg[^>]*查验二维码.*?<\/svg>/s.exec(html)?.[0]
  expect(drawn(first)).toContain(`<a href="${first.check}">${first.check}</a>`)
  expect(codeOf(drawn(first))).toBeDefined()
  expect(codeOf(drawn({ ...second, check: first.check }))).toBe(codeOf(drawn(first)))
  expect(codeOf(drawn(second))).not.toBe(codeOf(drawn(first)))
})

it('leads to the signature where there is one, and names none where there is none', () => {
  if (first === undefined) throw new Error('no papers')
  const drawn = (signature: string | null) => renderPaper({ ...first, signature }, setting)
  expect(drawn(first.signature)).toContain(`href="${first.href}.p7s"`)
  expect(drawn(null)).not.toContain('p7s')
})
