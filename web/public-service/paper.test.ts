// SPDX-License-Identifier: Apache-2.0
/** The page of a paper leads to its check and to the signature of the platform. */

import { moment } from '@gongxin/core/kernel'
import { expect, it } from 'vitest'
import { type PageSetting, renderPaper } from './index.ts'
import { papersOf, plainNames, tenderAt } from './testing.ts'
import { readCode } from './testing-code.ts'

const now = moment('2026-03-10T02:00:00Z')
const setting: PageSetting = { language: 'zh', largeType: false, now, demo: true, address: '/x' }
const papers = papersOf(tenderAt('awarded', plainNames)).map(({ paper }) => paper)
const [first] = papers

it('says where it is checked in words, and in a square code that reads the same', () => {
  if (papers.length < 2) throw new Error('no papers')
  for (const paper of papers) {
    const html = renderPaper(paper, setting)
    const code = /<svg[^>]*查验二维码.*?<\/svg>/s.exec(html)?.[0] ?? ''
    expect(html).toContain(`<a href="${paper.check}">${paper.check}</a>`)
    expect(readCode(code)).toBe(paper.check)
  }
})

it('leads to the signature where there is one, and names none where there is none', () => {
  if (first === undefined) throw new Error('no papers')
  const drawn = (signature: string | null) => renderPaper({ ...first, signature }, setting)
  expect(drawn(first.signature)).toContain(`href="${first.href}.p7s"`)
  expect(drawn(null)).not.toContain('p7s')
})
