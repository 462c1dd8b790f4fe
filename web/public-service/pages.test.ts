// SPDX-License-Identifier: Apache-2.0
/** Every page with nothing, one and many, the longest names, the largest sums, in two languages. */

import { type Instant, moment } from '@gongxin/core/kernel'
import { procedures, usualProcedure } from '@gongxin/core/procedures'
import { eventShapes, phases, tenderActs } from '@gongxin/core/trading/tender'
import type { LogView } from '@gongxin/shell/http/contract'
import { describe, expect, it } from 'vitest'
import { messages } from '../design/index.ts'
import {
  type HomeModel,
  type NoticeRow,
  type NoticesModel,
  type PageSetting,
  renderAbout,
  renderCalendar,
  renderEntity,
  renderGuide,
  renderHall,
  renderHome,
  renderLaw,
  renderLog,
  renderNotFound,
  renderNotice,
  renderNotices,
  renderPaper,
  renderProcedure,
  renderProject,
  renderReadings,
  renderUnavailable,
  type TenderRow,
} from './index.ts'
import {
  bidderCode,
  later,
  type Names,
  papersOf,
  plainNames,
  publicTrail,
  type Reach,
  tenderAt,
  type World,
} from './testing.ts'

const now = moment('2026-03-10T02:00:00Z')
const languages = ['zh', 'en'] as const

function settingOf(language: 'zh' | 'en', more: Partial<PageSetting> = {}): PageSetting {
  return { language, largeType: false, now, demo: true, address: '/x', ...more }
}

const longest: Names = {
  project: '柳州市河东片区老旧小区雨污分流管网改造工程'.padEnd(60, '第三标段'),
  bidder: (index) =>
    `广西柳州城市建设投资发展集团第${index + 1}建筑安装工程有限责任公司`.padEnd(40, '司'),
  bidders: 60,
  priceFen: 990_000_000_000,
  text: '长文',
}

const hostile: Names = {
  project: '<script>alert(1)</script>"&\'',
  bidder: (index) => `<img src=x onerror=y>${index}`,
  bidders: 3,
  priceFen: 100,
  text: '</dd><script>steal()</script>',
}

const reaches: readonly Reach[] = ['registered', 'noticed', 'clarified', 'opened', 'awarded']

function tender(index: number, more: Partial<TenderRow> = {}): TenderRow {
  return {
    id: `T${index}`,
    title: longest.project,
    phase: phases[index % phases.length] ?? 'planned',
    suspended: index % 2 === 0,
    line: 'engineering',
    procedure: usualProcedure,
    district: '融水苗族自治县',
    owner: bidderCode(index),
    ownerName: longest.bidder(0),
    ceilingFen: index === 0 ? 0 : 990_000_000_000,
    deadline: later(now, index % 20),
    updatedAt: now,
    ...more,
  }
}

function notice(index: number): NoticeRow {
  return {
    id: `N${index}`,
    tender: `T${index}`,
    kind: index % 2 === 0 ? 'N-02' : 'N-08',
    kindTitle: { zh: '招标公告', en: 'Tender notice' },
    title: `${longest.project}`,
    publishedAt: now,
    district: '城中区',
    line: 'engineering',
    procedure: usualProcedure,
    owner: bidderCode(1),
    ownerName: longest.bidder(1),
    ceilingFen: index === 0 ? null : 990_000_000_000,
    deadline: index === 0 ? null : later(now, 3),
  }
}

const rows = <T>(count: number, row: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => row(index))

function homeOf(count: number): HomeModel {
  return {
    openings: rows(count, tender),
    closing: rows(count, tender),
    notices: rows(count, notice),
    lines: [{ line: 'engineering', count }],
    months: rows(Math.min(count, 6), (i) => ({
      month: `2026-0${i + 1}`,
      notices: i * 7,
      tenderNotices: i,
    })),
  }
}

function noticesOf(count: number, more: Partial<NoticesModel> = {}): NoticesModel {
  return {
    q: '',
    kind: null,
    district: null,
    line: null,
    days: null,
    counts: {
      kind: [{ value: 'N-02', count }],
      district: [{ value: '城中区', count }],
      line: [{ value: 'engineering', count }],
      days: [{ value: '1', count }],
    },
    items: rows(count, notice),
    total: count,
    capped: false,
    relaxed: false,
    next: count > 1 ? 'abc' : null,
    isFirst: true,
    ...more,
  }
}

function entityOf(count: number) {
  return {
    organisation: {
      uscc: bidderCode(1),
      name: longest.bidder(0),
      kind: 'enterprise',
      roles: ['bidder' as const, 'tenderOwner' as const],
      since: now,
    },
    owned: rows(count, tender),
    won: rows(count, tender),
  }
}

const documents = rows(2, (i) => ({
  name: `文件${i}`,
  title: { zh: `招标文件${i}`, en: `Document ${i}` },
  at: now,
  href: `/api/files/${i}`,
}))

/** The public papers, each line with its content: a page takes what it needs. */
/** Pages of one tender, at a moment that suits how far it is. */
function tenderPages(world: World, setting: PageSetting): readonly string[] {
  const trail = publicTrail(world)
  const of = { id: 'T1', trail, vaultRoot: null }
  const notice = renderNotice(of, setting)
  const papers = papersOf(world)
  const lines = papers.map(({ line }) => line)
  const project = renderProject({ ...of, documents, papers: lines }, setting)
  const pages = [
    project,
    renderHall(of, setting),
    ...papers.map(({ paper }) => renderPaper(paper, setting)),
  ]
  return notice === null ? pages : [...pages, notice]
}

/** As many witnesses and entries, half of them attested. */
function logOf(count: number): LogView {
  const state = { size: count, root: 'cd'.repeat(32), at: now }
  const types = ['NoticePublished', 'BidSubmitted', 'Unheard']
  return {
    recorded: count === 0 ? null : state,
    attested: count < 2 ? null : { ...state, size: count / 2 },
    quorum: 4,
    expected: count,
    witnesses: Array.from({ length: count }, (_, i) => {
      return { name: `见证${i}`, seen: i % 2 === 0 ? null : { size: count / 2, at: now } }
    }),
    latest: Array.from({ length: count }, (_, idx) => {
      const type = types[idx % 3] ?? ''
      const sealed = type === 'BidSubmitted'
      return { idx, type, tender: `LZ2026-${idx}`, at: now, sealed, leaf: 'ef'.repeat(32) }
    }),
  }
}

function everyPage(setting: PageSetting): readonly string[] {
  const lists = [0, 1, 60].flatMap((count) => [
    renderHome(homeOf(count), setting),
    renderNotices(noticesOf(count), setting),
    renderCalendar({ openings: rows(count, tender) }, setting),
    renderEntity(entityOf(count), setting),
    renderLog(logOf(count), setting),
  ])
  const plain = [renderLaw, renderReadings, renderGuide, renderAbout]
  const fixed = [...plain, renderNotFound, renderUnavailable].map((render) => render(setting))
  const tenders = [plainNames, longest].flatMap((names) =>
    [...reaches, 'suspended' as const].flatMap((reach) =>
      tenderPages(tenderAt(reach, names), setting),
    ),
  )
  const few = tenderPages(tenderAt('awarded', { ...plainNames, bidders: 1 }), setting)
  const guides = procedures.map(({ id }) => renderProcedure(id, setting) ?? '')
  return [...lists, ...fixed, ...guides, ...tenders, ...few]
}

function visible(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<code>.*?<\/code>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}

describe.each(languages)('every page in %s', (language) => {
  const pages = everyPage(settingOf(language))

  it('has one title, one first heading, and headings in order', () => {
    for (const html of pages) {
      expect(html.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]))
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      expect(levels.every((level, i) => level - (levels[i - 1] ?? 0) <= 1)).toBe(true)
      expect(levels[0]).toBe(1)
    }
  })

  it('has a skip link, landmarks, the demo line and the last update', () => {
    const updated = messages.updated[language].split('{')[0] ?? ''
    for (const html of pages) {
      expect(html).toContain('href="#content"')
      expect(html).toContain('<main id="content"')
      expect(html).toContain(messages.demoBanner[language])
      expect(html).toContain(updated)
    }
  })

  it('shows no code, key or hole', () => {
    const acts = tenderActs.map((act) => act.name)
    // One-word types, such as the one for 暂停, are words that people use too.
    const types = Object.keys(eventShapes).filter((type) => /[a-z][A-Z]/.test(type))
    for (const html of pages) {
      const text = visible(html)
      expect(text).not.toMatch(/undefined|null\b|NaN|\[object|\{\w+\}/)
      expect(text.match(/\b[a-z]+[A-Z]\w*/g) ?? []).toEqual([])
      const words = new Set(text.match(/[A-Za-z]+(?:-[A-Za-z]+)*/g) ?? [])
      expect(
        [...acts.filter((act) => act.includes('-')), ...types].filter((w) => words.has(w)),
      ).toEqual([])
      if (language === 'zh') {
        expect(text.match(/(?<![A-Za-z\d/.])[a-z]+(?:-[a-z]+)+/g) ?? []).toEqual([])
      }
    }
  })

  it('has unique ids, and every link inside the page leads somewhere', () => {
    for (const html of pages) {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
      const inside = [...html.matchAll(/href="#([^"]+)"/g)].map((m) => m[1])
      expect(inside.filter((id) => !ids.includes(id))).toEqual([])
    }
  })

  it('escapes hostile text', () => {
    const setting = settingOf(language, { address: '/x?q="><script>' })
    for (const reach of reaches) {
      for (const html of tenderPages(tenderAt(reach, hostile), setting)) {
        expect(html).not.toContain('<script')
        expect(html).not.toContain('<img')
      }
    }
    const q = '<script>alert(1)</script>'
    expect(renderNotices(noticesOf(1, { q }), setting)).not.toContain('<script')
  })
})

describe('the project page', () => {
  const at = (text: string): Instant => moment(text)
  const drawn = (reach: Reach, when = '2026-03-10T02:00:00Z') =>
    visible(
      renderProject(
        { id: 'T1', trail: publicTrail(tenderAt(reach)), documents, papers: [], vaultRoot: null },
        settingOf('zh', { now: at(when) }),
      ),
    )

  it('says the state, the next date and its clause', () => {
    const text = drawn('noticed')
    expect(text).toContain('2026年3月24日（周二）09:30')
    expect(text).toContain('招标投标法第24条')
    expect(text).toContain('待确认')
  })

  it('marks what a clarification changed, and says that the tender is suspended', () => {
    expect(drawn('clarified')).toMatch(/变更前 ?： ?180日\s+变更后 ?： ?200日/)
    expect(drawn('suspended')).toContain('有异议尚未答复')
    expect(drawn('noticed')).not.toContain('有异议尚未答复')
  })

  it('tells nothing of bids before the opening, and the record after it', () => {
    expect(drawn('clarified')).not.toContain('第1建设有限公司')
    const text = drawn('opened', '2026-03-26T02:00:00Z')
    expect(text).toContain('第1建设有限公司')
    expect(text).toContain('98,765,432.10')
    expect(text).toContain('从公布的3个数中抽得')
  })

  it('gives the result with its reason, and withholds with a reason', () => {
    const text = drawn('awarded', '2026-04-10T02:00:00Z')
    expect(text).toContain('排名第一，依法确定')
    expect(text).toContain('不公开：评标情况依法保密')
  })

  it('says a failed tender failed', () => {
    const names = { ...plainNames, bidders: 1 }
    const trail = publicTrail(tenderAt('opened', names))
    const text = visible(renderHall({ id: 'T1', trail }, settingOf('zh')))
    expect(text).toContain('本项目没有开标')
  })
})

describe('the opening hall', () => {
  it('counts down and reloads while it waits, and stops when the record is out', () => {
    const hall = (reach: Reach) =>
      renderHall({ id: 'T1', trail: publicTrail(tenderAt(reach)) }, settingOf('zh'))
    expect(hall('noticed')).toContain('http-equiv="refresh" content="60"')
    expect(visible(hall('noticed'))).toContain('距开标还有13天23小时')
    expect(hall('opened')).not.toContain('http-equiv')
  })
})

describe('large type and links of display', () => {
  it('is a class on the root, and keeps the rest of the address', () => {
    const html = renderAbout(settingOf('en', { largeType: true, address: '/about?a=1' }))
    expect(html).toContain('<html lang="en" class="large">')
    expect(html).toContain('href="/about?a=1&amp;lang=zh"')
  })
})

describe('the page of the log', () => {
  it('is where the latest entry of a project is proved', () => {
    const [page = ''] = tenderPages(tenderAt('noticed'), settingOf('zh'))
    const { length } = publicTrail(tenderAt('noticed'))
    expect(page).toContain(`href="/api/tenders/T1/log/${length - 1}"`)
  })

  it('keeps what is recorded apart from what is attested', () => {
    const html = renderLog(logOf(4), settingOf('zh'))
    const states = [...html.matchAll(/data-label="状态">([^<]+)/g)].map((m) => m[1])
    expect(states).toEqual(['已公证', '已公证', '已记录', '已记录'])
    expect(html).toContain('cd'.repeat(32))
    expect(html).toContain('递交投标文件（密封留痕，截止后编入）')
    expect(html).toContain('href="/tenders/LZ2026-0"')
  })

  it('says that nobody attests where there is no witness', () => {
    const html = renderLog({ ...logOf(1), expected: 0, witnesses: [] }, settingOf('zh'))
    expect(html).toContain('尚未接入见证单位')
    expect(html).not.toContain('/log/checkpoint')
    expect(renderLog(logOf(0), settingOf('zh'))).toContain('日志里还没有条目。')
  })
})
