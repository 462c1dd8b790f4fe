// SPDX-License-Identifier: Apache-2.0
/** CSV that no spreadsheet runs, marks that fall on what was asked, and a feed that is XML. */

import { moment } from '@gongxin/core/kernel'
import { usualProcedure } from '@gongxin/core/procedures'
import { describe, expect, it } from 'vitest'
import { renderFeed } from './feed.ts'
import { stretches } from './search.tsx'
import { addressWith } from './setting.ts'
import { standingSheets, tenderSheet } from './sheets.ts'
import { cell, csvOf } from './table.tsx'
import { plainNames, publicTrail, tenderAt } from './testing.ts'

const now = moment('2026-03-10T02:00:00Z')
const setting = { language: 'zh', largeType: false, now, demo: false, address: '/' } as const

describe('csv', () => {
  it('makes formulas text, keeps numbers, and quotes what needs it', () => {
    const rows = [
      ['=1+1', '-5', '@x', '+a', 'a,b', '说"是"', '1,234.50', '-cmd'].map((t) => cell(t)),
    ]
    const columns = rows[0]?.map((_, i) => ({ title: `c${i}` })) ?? []
    const csv = csvOf({ caption: '', empty: '', columns, rows })
    expect(csv.split('\r\n')[1]).toBe(`'=1+1,-5,'@x,'+a,"a,b","说""是""","1,234.50",'-cmd`)
    expect(csv.startsWith('\uFEFF')).toBe(true)
  })

  it('exists for every standing list, and for a tender as far as it has come', () => {
    for (const sheet of Object.values(standingSheets)) {
      expect(sheet(setting).split('\r\n').length).toBeGreaterThan(3)
    }
    const of = { id: 'T1', trail: publicTrail(tenderAt('noticed')) }
    expect(tenderSheet('opening', of, setting)).toBeNull()
    expect(tenderSheet('trail', of, setting)).toContain('招标公告')
    const opened = {
      id: 'T1',
      trail: publicTrail(tenderAt('opened', { ...plainNames, bidder: () => '=HYPERLINK("x")' })),
    }
    expect(tenderSheet('opening', opened, setting)).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('marks of a search', () => {
  it.each([
    ['城中区污水管网改造', '污水管网', '污水管网'],
    ['城中区污水管网改造', '管网 城中', '城中管网'],
    ['污', '污', ''],
    ['<b>桥梁</b>', '桥梁', '桥梁'],
  ])('%s for %s', (title, question, marked) => {
    const parts = stretches(title, question)
    expect(
      parts
        .filter((p) => p.hit)
        .map((p) => p.text)
        .join(''),
    ).toBe(marked)
    expect(parts.map((p) => p.text).join('')).toBe(title)
  })
})

describe('addresses', () => {
  it('set and drop parameters', () => {
    expect(addressWith('/notices?q=a&cursor=x', { cursor: null, kind: 'N-02' })).toBe(
      '/notices?q=a&kind=N-02',
    )
    expect(addressWith('/notices?cursor=x', { cursor: null })).toBe('/notices')
  })
})

describe('the feed', () => {
  it('escapes and dates', () => {
    const feed = renderFeed(
      [
        {
          id: 'N1',
          tender: 'T1',
          kind: 'N-02',
          kindTitle: { zh: '招标公告', en: 'Notice' },
          title: '<b>&\u0001',
          publishedAt: now,
          district: '',
          line: 'engineering',
          procedure: usualProcedure,
          owner: 'x',
          ceilingFen: null,
          deadline: null,
        },
      ],
      { origin: 'http://localhost', now },
    )
    expect(feed).toContain('<title>&lt;b&gt;&amp;</title>')
    expect(feed).toContain('/tenders/T1/notice')
    expect(feed).toContain(`<updated>${now}</updated>`)
  })
})
