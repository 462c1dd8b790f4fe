// SPDX-License-Identifier: Apache-2.0
/** 公告公示: newest first, or by words. */

import { isInstant } from '@gongxin/core/kernel'
import { noticeView, routes } from '../contract/index.ts'
import { type Host, serve } from '../host.ts'
import { cursorOf, paged, placeOf, wrongCursor } from '../paging.ts'

interface NoticeQuery {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly district?: string | undefined
  readonly line?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export function noticeHandlers(host: Host): void {
  serve(host, routes.notices, async ({ query }) =>
    query.q !== undefined && query.q.trim() !== '' ? searched(host, query) : listed(host, query),
  )
}

async function listed({ deps }: Host, query: NoticeQuery) {
  const { queries, region } = deps.store
  let rows = queries
    .selectFrom('notice')
    .select(['doc', 'published_at', 'id', 'stream'])
    .where('region', '=', region)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .orderBy('stream')
    .limit(query.limit + 1)
  for (const column of ['kind', 'district', 'line'] as const) {
    const value = query[column]
    if (value !== undefined) rows = rows.where(column, '=', value)
  }
  const after = placeOf(query.cursor, 3)
  if (after !== null) {
    const [at = '', id = '', stream = ''] = after.map(String)
    if (!isInstant(at)) throw wrongCursor()
    rows = rows.where((e) =>
      e.or([
        e('published_at', '<', at),
        e.and([
          e('published_at', '=', at),
          e(e.refTuple('id', 'stream'), '>', e.tuple(id, stream)),
        ]),
      ]),
    )
  }
  return paged(
    await rows.execute(),
    query.limit,
    ({ doc }) => noticeView.parse(doc),
    (row) => [row.published_at, row.id, row.stream],
  )
}

async function searched({ deps }: Host, { q = '', limit, cursor, ...filters }: NoticeQuery) {
  const offset = Number(placeOf(cursor, 1)?.[0] ?? 0)
  if (!Number.isSafeInteger(offset) || offset < 0) throw wrongCursor()
  const { store } = deps
  const { hits } = await store.search.notices({ ...filters, text: q, limit: limit + 1, offset })
  const page = hits.slice(0, limit)
  if (page.length === 0) return { items: [], next: null }
  const rows = await store.queries
    .selectFrom('notice')
    .select(['stream', 'id', 'doc'])
    .where('region', '=', store.region)
    .where((e) =>
      e(
        e.refTuple('stream', 'id'),
        'in',
        page.map((h) => e.tuple(h.stream, h.id)),
      ),
    )
    .execute()
  const docs = new Map(rows.map(({ stream, id, doc }) => [`${stream} ${id}`, doc]))
  const items = page.flatMap(({ stream, id }) => {
    const doc = docs.get(`${stream} ${id}`)
    return doc === undefined ? [] : [noticeView.parse(doc)]
  })
  return { items, next: hits.length > limit ? cursorOf([offset + limit]) : null }
}
