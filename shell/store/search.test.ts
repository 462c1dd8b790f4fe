// SPDX-License-Identifier: Apache-2.0
/** Search finds what people type, including words that only mean the same. */

import { moment } from '@gongxin/core/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStore } from './index.ts'
import { testDatabase } from './testing.ts'
import { searchQuery, searchVector } from './words.ts'

const { url, region } = await testDatabase()
const store = createStore({ url, region })
afterAll(() => store.close())

const notices = [
  ['柳北区第二中学空调设备（一标段）采购公告', '本项目为学校空调及配套服务的采购，预算二百万元。'],
  ['融水苗族自治县贝江桥加固工程招标公告', '对贝江大桥进行桥梁加固，工期九十日历天。'],
  ['柳州市鱼峰区柳石路道路改造工程', '市政工程，含雨污分流与人行道铺装。'],
  ['广西建工集团第三建筑工程有限责任公司中标结果', '第一中标候选人公示期满无异议。'],
  ['P（2026）12号地块国有建设用地使用权挂牌出让公告', '用途为住宅，出让年限七十年。'],
  ["It's a \\ test 'quote' 项目编号 LZ-2026-000123", '特殊字符不应破坏索引。'],
] as const

beforeAll(async () => {
  const rows = notices.map(([title, body], n) => ({
    table: 'notice' as const,
    row: {
      stream: `tender/${n}`,
      id: `n${n}`,
      kind: n === 3 ? 'result' : 'tender-notice',
      published_at: moment(`2026-11-0${n + 1}T01:00:00Z`),
      title,
      body,
      district: n === 0 ? '柳北区' : null,
      search: searchVector(title, body),
      search_version: 1,
    },
  }))
  await store.events.append({ stream: 'x', expectedVersion: -1, events: [], rows })
})

async function found(text: string): Promise<readonly string[]> {
  const { hits, relaxed } = await store.search.notices({ text, limit: 20 })
  return hits.map((hit) => (relaxed ? `~${hit.id}` : hit.id))
}

describe('a search', () => {
  it.each([
    ['学校空调采购', 'n0'],
    ['融水桥梁加固', 'n1'],
    ['柳州市政道路改造', 'n2'],
    ['建工集团第三建筑', 'n3'],
    ['土地使用权出让公告', 'n4'],
    ['LZ-2026-000123', 'n5'],
    ['ｌｚ-2026', 'n5'],
  ])('for %s finds the notice people mean', async (text, id) => {
    expect(await found(text)).toEqual([id])
  })

  it('shows rows with some of the words when none has all, and says so', async () => {
    expect(await found('空调设备与火箭发射')).toEqual(['~n0'])
  })

  it('answers nothing to punctuation and to words nobody wrote', async () => {
    expect(await found('，。！的')).toEqual([])
    expect(await found('冰川')).toEqual([])
  })

  it('keeps to the asked kind and district, newest first', async () => {
    const all = await store.search.notices({ text: '公告', limit: 2 })
    expect(all.hits.map((hit) => hit.id)).toEqual(['n4', 'n1'])
    expect(all.total).toBe(3)
    const one = await store.search.notices({ text: '公告', district: '柳北区', limit: 20 })
    expect(one.hits.map((hit) => hit.id)).toEqual(['n0'])
    expect((await store.search.notices({ text: '公告', kind: 'result', limit: 9 })).total).toBe(0)
  })

  it('also finds tenders', async () => {
    const at = moment('2026-11-24T00:00:00Z')
    const title = '洛维工业园污水处理厂'
    await store.events.append({
      stream: 'tender/z',
      expectedVersion: -1,
      events: [],
      rows: [
        {
          table: 'tender',
          row: {
            ...{ id: 'z', phase: 'bidding', kind: 'works', line: 'engineering', version: 0 },
            ...{ title, updated_at: at, doc: {}, search: searchVector(title, '') },
          },
        },
      ],
    })
    const { hits } = await store.search.tenders({ text: '污水处理', limit: 5 })
    expect(hits).toMatchObject([{ stream: 'tender/z', id: 'z', at }])
  })
})

it('a question is safe whatever is typed into it', async () => {
  for (const text of ["a' | 'b", '\\', "''", ':*', '!&|()', '\u0000', '柳'.repeat(500)]) {
    await expect(store.search.notices({ text, limit: 1 })).resolves.toBeDefined()
  }
  expect(searchQuery('的', 'all')).toBeNull()
})
