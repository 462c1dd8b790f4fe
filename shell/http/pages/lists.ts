// SPDX-License-Identifier: Apache-2.0
/** Reads lists for the pages: notices, tenders, counts, names of organisations. */

import { addMs, type Instant, isInstant } from '@gongxin/core/kernel'
import type { NoticeRow, TenderRow } from '@gongxin/web/public-service'
import { noticeView, tenderLine } from '../contract/index.ts'
import type { PageDeps } from './deps.ts'

export interface NoticeFilter {
  readonly kind: string | null
  readonly district: string | null
  readonly line: string | null
  readonly since: Instant | null
}

export type NoticePlace = readonly [at: string, id: string, stream: string]

/** Newest first; one row more than asked tells whether there is a next page. */
export async function newestNotices(
  deps: PageDeps,
  filter: NoticeFilter,
  { limit, after }: { readonly limit: number; readonly after: NoticePlace | null },
): Promise<{ items: readonly NoticeRow[]; next: NoticePlace | null }> {
  let rows = filtered(deps, filter)
    .select(['doc', 'published_at', 'id', 'stream'])
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .orderBy('stream')
    .limit(limit + 1)
  if (after !== null) {
    const [at, id, stream] = after
    if (!isInstant(at)) return { items: [], next: null }
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
  const found = await rows.execute()
  const last = found.length > limit ? found[limit - 1] : undefined
  return {
    items: await named(deps, notices(found.slice(0, limit).map(({ doc }) => doc))),
    next: last === undefined ? null : [last.published_at, last.id, last.stream],
  }
}

function filtered({ store }: PageDeps, { since, ...filter }: NoticeFilter) {
  let rows = store.queries.selectFrom('notice').where('region', '=', store.region)
  for (const column of ['kind', 'district', 'line'] as const) {
    const value = filter[column]
    if (value !== null) rows = rows.where(column, '=', value)
  }
  return since === null ? rows : rows.where('published_at', '>=', since)
}

export async function countNotices(deps: PageDeps, filter: NoticeFilter): Promise<number> {
  const row = await filtered(deps, filter)
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** How many notices each value of a column would leave, the other filters as they are. */
export async function countsBy(
  deps: PageDeps,
  column: 'kind' | 'district' | 'line',
  filter: NoticeFilter,
) {
  const rows = await filtered(deps, { ...filter, [column]: null })
    .select([column])
    .select((e) => e.fn.countAll<string>().as('n'))
    .groupBy(column)
    .orderBy('n', 'desc')
    .orderBy(column)
    .limit(40)
    .execute()
  return rows.flatMap((row) => {
    const value = row[column]
    return value === null || value === undefined ? [] : [{ value, count: Number(row.n) }]
  })
}

/** Notices by stream and id, in the order asked. */
export async function noticesAt(
  deps: PageDeps,
  places: readonly { readonly stream: string; readonly id: string }[],
): Promise<readonly NoticeRow[]> {
  if (places.length === 0) return []
  const { store } = deps
  const rows = await store.queries
    .selectFrom('notice')
    .select(['stream', 'id', 'doc'])
    .where('region', '=', store.region)
    .where((e) =>
      e(
        e.refTuple('stream', 'id'),
        'in',
        places.map(({ stream, id }) => e.tuple(stream, id)),
      ),
    )
    .execute()
  const docs = new Map(rows.map(({ stream, id, doc }) => [`${stream} ${id}`, doc]))
  return named(deps, notices(places.map(({ stream, id }) => docs.get(`${stream} ${id}`))))
}

/** A row that another version of the program wrote is left out rather than breaking the page. */
function notices(docs: readonly unknown[]): readonly NoticeRow[] {
  return docs.flatMap((doc) => {
    const read = noticeView.safeParse(doc)
    return read.success ? [read.data] : []
  })
}

/** Tenders whose deadline lies between two moments, the earliest first. */
export async function tendersClosing(
  deps: PageDeps,
  { from, withinMs, limit }: { readonly from: Instant; readonly withinMs: number; limit: number },
): Promise<readonly TenderRow[]> {
  const { store } = deps
  const rows = await store.queries
    .selectFrom('tender')
    .select('doc')
    .where('region', '=', store.region)
    .where('phase', '=', 'tendering')
    .where('bid_deadline', '>', from)
    .where('bid_deadline', '<=', addMs(from, withinMs))
    .orderBy('bid_deadline')
    .orderBy('id')
    .limit(limit)
    .execute()
  return named(deps, tenders(rows))
}

/** Published tenders of an owner, the latest first. */
export async function tendersOf(deps: PageDeps, owner: string): Promise<readonly TenderRow[]> {
  const { store } = deps
  const rows = await store.queries
    .selectFrom('tender')
    .select('doc')
    .where('region', '=', store.region)
    .where('owner', '=', owner)
    .where('phase', 'not in', ['planned', 'filed', 'admitted'])
    .orderBy('updated_at', 'desc')
    .limit(200)
    .execute()
  return named(deps, tenders(rows))
}

function tenders(rows: readonly { readonly doc: unknown }[]): readonly TenderRow[] {
  return rows.flatMap(({ doc }) => {
    const read = tenderLine.safeParse(doc)
    return read.success ? [read.data] : []
  })
}

/** Lines hold the code of the owner; people know its name. */
async function named<R extends { readonly owner: string }>(
  { store }: PageDeps,
  rows: readonly R[],
): Promise<readonly (R & { ownerName?: string })[]> {
  const codes = [...new Set(rows.map(({ owner }) => owner))]
  if (codes.length === 0) return rows
  const found = await store.queries
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('region', '=', store.region)
    .where('id', 'in', codes)
    .execute()
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const ownerName = names.get(row.owner)
    return ownerName === undefined ? row : { ...row, ownerName }
  })
}
