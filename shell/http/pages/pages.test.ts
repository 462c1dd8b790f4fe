// SPDX-License-Identifier: Apache-2.0
/** The addresses of the portal over a real store and a tender service that only remembers. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moment } from '@gongxin/core/kernel'
import { eventShapes } from '@gongxin/core/trading/tender'
import { portalStylesheetPath } from '@gongxin/web/public-service'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../log/index.ts'
import { createStore, type Store, searchVector } from '../../store/index.ts'
import { testDatabase } from '../../store/testing.ts'
import type { TrailLine } from '../contract/index.ts'
import { monthStarts } from './home.ts'
import { registerPages } from './index.ts'

const now = moment('2026-11-24T01:00:00Z')
const owner = '91450200MA5L000001'

const registered: TrailLine = {
  seq: 0,
  type: 'ProjectRegistered',
  title: eventShapes.ProjectRegistered.title,
  at: now,
  actor: { role: 'tenderOwner' },
  entry: '{}',
  hash: 'ab'.repeat(32),
  body: {
    data: {
      projectCode: '2602-450202-04-01-123456',
      projectName: '河东污水管网工程',
      name: '河东污水管网工程第一标段',
      kind: 'works',
      approval: { document: '柳发改〔2026〕1号', by: '发改委', organisation: 'self' },
      funds: { object: 'OB-1', source: '财政资金', budgetFen: 1, investFen: 1 },
      estimateFen: 1,
      compulsory: true,
      stateControlled: true,
      region: '450200',
      district: '城中区',
      industry: '市政',
      owner: { party: owner, name: '柳州市建设公司' },
      authority: { party: '11450200MB1C000004', name: '柳州市住建局' },
      procedure: 'engineering/open-tender',
      round: 1,
      previous: null,
    },
    findings: [],
  },
  salt: null,
}

const { url, region } = await testDatabase()
let store: Store
const dataFolder = await mkdtemp(join(tmpdir(), 'gongxin-pages-'))
let app: FastifyInstance

beforeAll(async () => {
  store = createStore({ url, region })
  await fill()
  app = fastify({ routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true } })
  await registerPages(app, {
    store,
    clock: { now: () => now },
    config: { mode: 'demo' },
    log: await createLog({ store, clock: { now: () => now }, dataFolder, witnesses: [] }),
    papers: { list: async () => [], read: async () => null, signs: false, addressOf: () => '' },
    tenders: {
      trail: async (tender) => (tender === 'T1' ? [registered] : null),
      lastRoot: async () => null,
    },
  })
})

afterAll(async () => {
  await app.close()
  await store.close()
  await rm(dataFolder, { recursive: true, force: true })
})

async function fill(): Promise<void> {
  const doc = JSON.stringify({})
  await store.queries
    .insertInto('organisation')
    .values({
      region,
      id: owner,
      name: '柳州市建设公司',
      kind: 'enterprise',
      roles: ['tenderOwner'],
      doc,
      created_at: now,
      updated_at: now,
    })
    .execute()
  for (const index of Array.from({ length: 45 }, (_, i) => i)) await addTender(index)
}

async function addTender(index: number): Promise<void> {
  const title = index === 7 ? '河东污水管网工程' : `=城中区道路第${index}标段`
  const at = moment(`2026-11-${String(1 + (index % 20)).padStart(2, '0')}T01:00:00Z`)
  const deadline = moment(`2026-11-2${5 + (index % 4)}T01:30:00Z`)
  const both = { title, district: '城中区', line: 'engineering', owner, ceilingFen: 123_000_000 }
  const line = {
    ...both,
    id: `T${index}`,
    phase: 'tendering',
    suspended: false,
    kind: 'works',
    agency: null,
    authority: '11450200MB1C000004',
    deadline,
    updatedAt: at,
    version: 1,
  }
  const { phase, kind, authority } = line
  const shared = { region, title, district: '城中区', line: 'engineering' }
  await store.queries
    .insertInto('tender')
    .values({
      ...shared,
      id: line.id,
      phase,
      kind,
      owner,
      authority,
      bid_deadline: deadline,
      version: 1,
      updated_at: at,
      doc: JSON.stringify(line),
    })
    .execute()
  const kindTitle = { zh: '招标公告', en: 'Tender notice' }
  const notice = { ...both, id: 'N1', tender: line.id, kind: 'N-02', kindTitle, deadline }
  await store.queries
    .insertInto('notice')
    .values({
      ...shared,
      stream: `tender/${line.id}`,
      id: 'N1',
      kind: 'N-02',
      published_at: at,
      body: '',
      doc: JSON.stringify({ ...notice, publishedAt: at }),
      search: searchVector(title, ''),
      search_version: 1,
    })
    .execute()
}

async function get(address: string, headers: Record<string, string> = {}) {
  const answer = await app.inject({ method: 'GET', url: address, headers })
  return { status: answer.statusCode, body: answer.body, headers: answer.headers }
}

describe('pages', () => {
  it.each([
    '/',
    '/notices',
    '/notices?kind=N-02&district=城中区&line=engineering&days=30',
    '/notices?cursor=broken&days=x&kind=%00',
    '/calendar',
    '/law',
    '/law/readings',
    '/guide',
    '/about',
    '/log',
    '/tenders/T1',
    '/tenders/T1/opening',
    `/entities/${owner}`,
  ])('%s is a page', async (address) => {
    const { status, body, headers } = await get(encodeURI(address))
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('演示环境，数据均为虚构')
  })

  it.each([
    '/nothing',
    '/tenders/T2',
    '/tenders/T1/notice',
    '/tenders/%3Cb%3E',
    '/entities/91450200MA5L00000X',
    '/tenders/T1/opening.csv',
  ])('%s is not there, and says so kindly', async (address) => {
    const { status, body } = await get(address)
    expect(status).toBe(404)
    expect(body).toContain('没有这个页面')
  })

  it('leaves the interface and the workbench to themselves', async () => {
    for (const address of ['/api/nothing', '/app/nothing']) {
      const { status, headers } = await get(address)
      expect(status).toBe(404)
      expect(headers['content-type']).not.toContain('html')
    }
  })
})

describe('notices', () => {
  it('are paged by cursor without loss or repetition, and named by their owner', async () => {
    const seen: string[] = []
    let address: string | undefined = '/notices'
    while (address !== undefined) {
      const { body } = await get(address)
      seen.push(...[...body.matchAll(/href="\/tenders\/(T\d+)\/notice"/g)].map((m) => m[1] ?? ''))
      expect(body).toContain('柳州市建设公司')
      address = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(45)
    expect(seen).toHaveLength(45)
  })

  it('are found by words, with the words marked', async () => {
    const { body } = await get(`/notices?q=${encodeURIComponent('污水管网')}`)
    expect(body).toContain('<mark>污水管网</mark>')
    expect(body).toContain('共1条')
  })

  it('come as a feed and as a table no spreadsheet runs', async () => {
    const feed = await get('/notices.atom', { host: 'gongxin.test' })
    expect(feed.headers['content-type']).toContain('application/atom+xml')
    expect(feed.body).toContain('http://gongxin.test/tenders/')
    const csv = await get('/notices.csv')
    expect(csv.headers['content-disposition']).toContain('notices.csv')
    expect(csv.body).toContain("'=城中区道路")
    expect(csv.body.trim().split('\r\n')).toHaveLength(46)
  })
})

describe('lists', () => {
  it.each([
    '/calendar.csv',
    '/months.csv',
    '/law/limits.csv',
    '/law/documents.csv',
    '/law/readings.csv',
    '/guide.csv',
    '/about.csv',
    '/tenders/T1/trail.csv',
    `/entities/${owner}.csv`,
  ])('%s is CSV', async (address) => {
    const { status, headers, body } = await get(address)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(body.split('\r\n').length).toBeGreaterThan(2)
  })

  it('counts whole months of 北京时间', () => {
    expect(monthStarts(moment('2026-01-31T17:00:00Z'), 2)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ])
  })
})

describe('choices', () => {
  it('are kept in a cookie, and obeyed afterwards', async () => {
    const chosen = await get('/about?lang=en&type=large')
    expect(chosen.headers['set-cookie']).toEqual([
      expect.stringContaining('lang=en;'),
      expect.stringContaining('type=large;'),
    ])
    expect(chosen.body).toContain('<html lang="en" class="large">')
    const later = await get('/about', { cookie: 'lang=en; type=large' })
    expect(later.body).toContain('<html lang="en" class="large">')
    const odd = await get('/about?lang=fr%0d%0aX:1')
    expect(odd.headers['set-cookie']).toBeUndefined()
  })
})

describe('the style sheet', () => {
  it('may be kept for ever', async () => {
    const { status, headers } = await get(portalStylesheetPath)
    expect(status).toBe(200)
    expect(headers['cache-control']).toContain('immutable')
  })
})
