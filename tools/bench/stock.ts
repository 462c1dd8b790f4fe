// SPDX-License-Identifier: Apache-2.0
/** Many tenders with their notices, each an own chain, appended in bulk through the store. */

import { addMs, type Instant } from '@gongxin/core/kernel'
import {
  type Append,
  type NewEvent,
  type Row,
  type StoredEvent,
  searchVector,
  searchVersion,
} from '@gongxin/shell/store'
import { entryOf, findEnvelope, noEntry } from '@gongxin/trust/event'
import { type Ground, inParallel, openTenders } from './ground.ts'

const together = 64
const apartMs = 15 * 60_000
const open = 200
const kinds = ['N-02', 'N-02', 'N-05', 'N-07', 'N-08', 'N-10', 'N-12'] as const
const districts = [
  '城中区',
  '鱼峰区',
  '柳南区',
  '柳北区',
  '柳江区',
  '鹿寨县',
  '融安县',
  '三江侗族自治县',
]
const objects = [
  '雨水管网',
  '市政道路',
  '小学教学楼',
  '水库除险',
  '人行天桥',
  '污水处理厂',
  '保障性住房',
]
const works = ['改造工程', '新建工程', '维修加固', '设备采购', '勘察设计', '监理服务']

export interface Stock {
  /** Appends what is missing; those with the lowest numbers are the newest. */
  grow(to: number): Promise<void>
  idOf(index: number): string
}

export async function openStock(ground: Ground): Promise<Stock> {
  const [sample = ''] = await openTenders(ground, 1)
  const { events, queries, region } = ground.store
  const chain = await events.read(`tender/${sample}`)
  const ofSample = queries.selectFrom('tender').selectAll().where('region', '=', region)
  const tender = await ofSample.where('id', '=', sample).executeTakeFirstOrThrow()
  const ofNotice = queries.selectFrom('notice').selectAll().where('region', '=', region)
  const notice = await ofNotice.where('stream', '=', `tender/${sample}`).executeTakeFirstOrThrow()
  const now = ground.clock.now()
  const one = (index: number): Append => {
    const id = idOf(index)
    const at = addMs(now, -index * apartMs)
    const title = titleOf(index)
    const district = districts[index % districts.length] ?? ''
    const kind = kinds[index % kinds.length] ?? 'N-02'
    const phase = index < open ? 'tendering' : 'archived'
    const deadline = index < open ? addMs(now, (index + 1) * 3_600_000) : at
    const search = searchVector(title, `${notice.body} ${district}`)
    const line = { ...Object(tender.doc), id, title, district, phase, deadline, updatedAt: at }
    const { region: _, ...tenderRow } = tender
    const { region: __, ...noticeRow } = notice
    const view = { ...Object(notice.doc), id: `${id}-${kind}`, tender: id, kind, title, district }
    const rows: readonly Row[] = [
      {
        table: 'tender',
        row: {
          ...{ ...tenderRow, id, title, district, phase, bid_deadline: deadline, updated_at: at },
          ...{ doc: line, search, search_version: searchVersion },
        },
      },
      {
        table: 'notice',
        row: {
          ...{ ...noticeRow, stream: `tender/${id}`, id: `${id}-${kind}`, kind, title, district },
          ...{ published_at: at, doc: { ...view, publishedAt: at, deadline } },
          ...{ search, search_version: searchVersion },
        },
      },
    ]
    return { stream: `tender/${id}`, expectedVersion: -1, events: chainOf(chain, id, at), rows }
  }
  let stored = 0
  return {
    idOf,
    async grow(to) {
      const groups: number[][] = []
      for (; stored < to; stored += together) {
        const size = Math.min(together, to - stored)
        const from = stored
        groups.push(Array.from({ length: size }, (_, i) => from + i))
      }
      stored = to
      await inParallel(groups, async (group) => {
        const answer = await events.appendAll(group.map(one))
        if (answer !== 'appended') throw new Error(`stock conflicts at ${answer.stream}`)
      })
      await ground.store.pool.query('analyze')
    },
  }
}

function idOf(index: number): string {
  return `ST${String(index).padStart(7, '0')}`
}

function titleOf(index: number): string {
  const district = districts[index % districts.length]
  const object = objects[Math.floor(index / 3) % objects.length]
  return `${district}${object}${works[Math.floor(index / 7) % works.length]}第${index}标段`
}

/** The chain of the sample under another name: bodies and salts are its own, hashes are new. */
function chainOf(chain: readonly StoredEvent[], tender: string, at: Instant): readonly NewEvent[] {
  let prev = noEntry
  return chain.map((event) => {
    const envelope = findEnvelope(JSON.parse(Buffer.from(event.entry).toString()))
    if (envelope === undefined) throw new Error('not an entry')
    const entry = entryOf({ ...envelope, tender, prev, at })
    prev = entry.hash
    const { type, salt, body, originSalt, origin } = event
    const hash = Buffer.from(entry.hash, 'hex')
    return { type, at, entry: entry.bytes, hash, salt, body, originSalt, origin }
  })
}
