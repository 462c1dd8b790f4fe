// SPDX-License-Identifier: Apache-2.0
/** The small routes over real rows: paging, filters, search, and what belongs to somebody else. */

import { moment } from '@gongxin/core/kernel'
import { expect, it } from 'vitest'
import { searchVector, searchVersion } from '../store/index.ts'
import { stage } from './testing.ts'

const { app, deps, cookieOf } = await stage()
const { queries, region } = deps.store
const [owner, rival, authority, audit] = await Promise.all(
  ['tenderOwner', 'bidder1', 'authority', 'audit'].map(cookieOf),
)
const ownerParty = '91450200MA5KX1C70K'
const at = (minute: number) => moment(`2026-11-24T00:${String(minute).padStart(2, '0')}:00Z`)

const get = async (url: string, cookie = '') =>
  (await app.inject({ url: `/api${url}`, headers: { cookie } })).json()

for (let no = 1; no <= 5; no++) {
  const id = no === 1 ? 'T1' : `T-${no}`
  const title = `柳州市雒容大道第${no}标段`
  const line = { kind: 'construction', line: 'engineering', district: '柳州市' }
  const times = { updatedAt: at(Math.min(no, 3)), deadline: null, ceilingFen: 0 }
  const doc = {
    ...{ id, title, phase: 'planned', suspended: false, version: 0, agency: null },
    ...{ ...line, ...times, owner: '市城投', authority: '市住建局', secret: 'x' },
  }
  const search = searchVector(title, '')
  await queries
    .insertInto('tender')
    .values({
      ...{ region, id, title, ...line, phase: 'planned', version: 0, updated_at: times.updatedAt },
      owner: no < 3 ? ownerParty : 'other',
      authority: no < 4 ? 'office-authority' : 'office-other',
      doc: JSON.stringify(doc),
      search_version: searchVersion,
      search,
    })
    .execute()
  const notice = {
    ...{ id: `N-${no}`, tender: id, kind: 'N-02', kindTitle: { zh: '公告', en: 'Notice' } },
    ...{ title, publishedAt: at(no), district: '柳州市', line: 'engineering', owner: '市城投' },
    ...{ ceilingFen: null, deadline: null },
  }
  await queries
    .insertInto('notice')
    .values({
      ...{ region, stream: `tender/${id}`, id: `N-${no}`, kind: 'N-02', title, body: '' },
      ...{ published_at: at(no), line: 'engineering', district: '柳州市' },
      ...{ doc: JSON.stringify(notice), search_version: searchVersion, search },
    })
    .execute()
}

interface Listed {
  readonly id?: string
  readonly uscc?: string
  readonly tender: { readonly id: string }
}

async function walked(path: string, cookie = ''): Promise<string[]> {
  const ids: string[] = []
  let cursor = ''
  do {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`, cookie)
    ids.push(...page.items.map((item: Listed) => item.id ?? item.uscc ?? item.tender.id))
    cursor = page.next === null ? '' : `&cursor=${page.next}`
  } while (cursor !== '')
  return ids
}

it('pages meet every row once, ties included', async () => {
  expect((await walked('/tenders')).sort()).toEqual(['T-2', 'T-3', 'T-4', 'T-5', 'T1'])
  expect(await walked('/notices')).toEqual(['N-5', 'N-4', 'N-3', 'N-2', 'N-1'])
  expect((await walked('/notices?q=雒容')).length).toBe(5)
  expect((await walked('/tenders?q=雒容大道')).length).toBe(5)
  expect(await walked('/notices?kind=N-09')).toEqual([])
})

it('a field the shape does not name never leaves', async () => {
  expect(JSON.stringify(await get('/tenders'))).not.toContain('secret')
})

it('mine is what the party has a part in', async () => {
  expect((await walked('/tenders?mine=1', owner)).sort()).toEqual(['T-2', 'T1'])
  expect(await walked('/tenders?mine=1', rival)).toEqual([])
  expect((await walked('/tenders?mine=1', audit)).length).toBe(5)
  expect((await get('/tenders?mine=1')).code).toBe('sign-in-needed')
})

it('the board shows an authority its own tenders and the audit office all', async () => {
  expect((await walked('/supervision/board', authority)).length).toBe(3)
  expect((await walked('/supervision/board', audit)).length).toBe(5)
})

it('the board counts the hour against the clocks that the line keeps, and folds no tender', async () => {
  const duty = {
    ...{ id: 'refund', act: 'refund-deposits', title: { zh: '退还', en: 'Refund' }, why: '五日' },
    ...{ owner: ownerParty, since: at(0), until: at(1) },
  }
  const rows = queries.updateTable('tender').where('region', '=', region)
  const doc = (
    await queries.selectFrom('tender').select('doc').where('id', '=', 'T-2').execute()
  )[0]
  const kept = { ...Object(doc?.doc), duties: [duty], breached: 2 }
  await rows
    .set({ doc: JSON.stringify(kept) })
    .where('id', '=', 'T-2')
    .execute()
  const page = await get('/supervision/board?limit=50', authority)
  const shown = page.items.find((item: Listed) => item.tender.id === 'T-2')
  expect(shown).toMatchObject({ signal: 'red', breached: 2, duties: [{ overdue: true }] })
  const other = page.items.find((item: Listed) => item.tender.id === 'T1')
  expect(other).toMatchObject({ signal: 'green', breached: 0, duties: [] })
})

it('the clocks of a complaint are on the board of the office that handles it, and on no other', async () => {
  const duty = {
    ...{
      id: 'complaint-T1',
      act: 'check-complaint',
      title: { zh: '审查', en: 'Check' },
      why: '三日',
    },
    ...{ owner: 'office-authority', since: at(0), until: at(1), known: ['office-authority'] },
  }
  const [found] = await queries.selectFrom('tender').select('doc').where('id', '=', 'T-3').execute()
  const kept = { ...Object(found?.doc), duties: [duty], breached: 0 }
  await queries
    .updateTable('tender')
    .set({ doc: JSON.stringify(kept) })
    .where('region', '=', region)
    .where('id', '=', 'T-3')
    .execute()
  const shown = async (cookie = '') => {
    const page = await get('/supervision/board?limit=50', cookie)
    return page.items.find((item: Listed) => item.tender.id === 'T-3')
  }
  expect(await shown(authority)).toMatchObject({ signal: 'red', duties: [{ id: 'complaint-T1' }] })
  expect(await shown(audit)).toMatchObject({ signal: 'green', duties: [] })
  expect(JSON.stringify(await shown(authority))).not.toContain('known')
})

it('tasks and messages are for the party alone', async () => {
  const base = { region, organisation: ownerParty, stream: 'tender/T1' }
  await queries
    .insertInto('task')
    .values({ ...base, id: 'a', act: 'publish-notice', why: '第十六条', due_at: at(1) })
    .execute()
  await queries
    .insertInto('inbox_message')
    .values({ ...base, id: 'm/1', subject: '<b>题</b>', body: '文', delivered_at: at(1) })
    .execute()
  expect((await get('/tasks', owner)).items).toMatchObject([
    { tender: 'T1', tenderTitle: '柳州市雒容大道第1标段', overdue: true },
  ])
  expect((await get('/tasks', rival)).items).toEqual([])
  const read = (cookie = '') =>
    app.inject({ method: 'POST', url: '/api/inbox/m%2F1/read', headers: { cookie } })
  expect((await read(rival)).statusCode).toBe(404)
  expect((await read(owner)).statusCode).toBe(204)
  expect((await get('/inbox', owner)).items).toMatchObject([{ subject: '<b>题</b>', tender: 'T1' }])
  expect((await get('/inbox', owner)).items[0].readAt).not.toBeNull()
  expect((await get('/inbox', rival)).items).toEqual([])
})

it('organisations are found by name and role, and a pattern is only text', async () => {
  const names = async (query: string) =>
    (await get(`/organisations?${query}`)).items.map((one: { name: string }) => one.name)
  expect(await names('q=路桥&role=bidder')).toEqual(['广西柳江湾路桥有限公司'])
  expect(await names('q=%25')).toEqual([])
  expect((await walked('/organisations')).length).toBe(9)
})

it('a draft is the party’s own', async () => {
  const url = '/api/tenders/T1/drafts/notice'
  const headers = { cookie: owner ?? '' }
  await app.inject({ method: 'PUT', url, headers, payload: { body: { a: 1 } } })
  expect((await get('/tenders/T1/drafts/notice', owner)).body).toEqual({ a: 1 })
  expect((await get('/tenders/T1/drafts/notice', rival)).body).toBeNull()
})
