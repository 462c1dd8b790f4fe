// SPDX-License-Identifier: Apache-2.0
/** The portal shows what is public, in words a citizen reads, and hostile text only as text. */

import { moment } from '@gongxin/core/kernel'
import { runWholeTender } from '@gongxin/core/testing'
import { replay, stateFor } from '@gongxin/core/trading/tender'
import { describe, expect, test } from 'vitest'
import { type Frame, renderHome, renderProject } from './index.ts'

const frame: Frame = {
  now: moment('2026-03-24T01:00:00Z'),
  demo: true,
  style: '/assets/portal.css',
}
const notice = {
  id: 'n1',
  tender: 'LZ2026-000001',
  kind: 'N-02',
  kindTitle: { zh: '招标公告', en: 'Notice' },
  title: '柳北区雀儿山路（北段）道路改造及雨污分流管网工程施工招标公告',
  publishedAt: '2026-03-02T01:00:00.000Z',
  district: '柳北区',
  line: 'engineering',
  owner: '柳州市城投建设集团有限公司',
  ceilingFen: 990_000_000_000,
  deadline: null,
}
const visible = (html: string) => html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]*>/g, ' ')

describe('首页', () => {
  test('没有公告时告诉人下一步', () => {
    const page = renderHome({ query: '龘', notices: [], more: null }, frame)
    expect(visible(page)).toContain('没有符合条件的公告')
  })

  test('大额限价按元分节显示，标题链接到项目', () => {
    const page = renderHome({ query: '', notices: [notice], more: null }, frame)
    expect(visible(page)).toContain('9,900,000,000.00')
    expect(page).toContain('href="/tenders/LZ2026-000001"')
  })

  test('恶意文字只是文字', () => {
    const title = '<script>alert(1)</script>"\'; drop table event; --'
    const page = renderHome({ query: title, notices: [{ ...notice, title }], more: null }, frame)
    expect(page).not.toContain('<script>')
    expect(page).toContain('&lt;script&gt;')
  })
})

describe('项目页', () => {
  const pageAt = (until: string) => {
    const world = runWholeTender({ until })
    const state = stateFor(null, world.events(), replay(world.events()))
    const view = {
      id: 'LZ2026-000001',
      phase: state.phase,
      procedure: 'engineering/open-tender',
      duties: [],
    }
    return renderProject({ view, state, trail: [] }, frame)
  }

  test.each(['opened', 'publicReview', 'archived'])('%s：没有代码和空值露在外面', (until) => {
    const text = visible(pageAt(until)).replace('LZ2026-000001', '')
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    expect(text).not.toMatch(/[a-z]+(?:-[a-z]+)+|[a-z]+[A-Z][a-z]+/)
  })

  test('开标前看不到投标人和报价，开标后都在', () => {
    expect(visible(pageAt('tendering'))).not.toContain('投标报价')
    expect(visible(pageAt('opened'))).toContain('9,500,000.00')
  })
})
