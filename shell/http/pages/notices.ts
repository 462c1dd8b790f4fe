// SPDX-License-Identifier: Apache-2.0
/** Reads one page of notices: by date with filters, or by words. */

import { addMs, dayOf, type Instant, instantOn, z } from '@gongxin/core/kernel'
import type { NoticesModel } from '@gongxin/web/public-service'
import type { FastifyRequest } from 'fastify'
import { asked, type PageDeps } from './deps.ts'
import { lately } from './lately.ts'
import { countNotices, countsBy, type NoticeFilter, newestNotices, noticesAt } from './lists.ts'

const dayMs = 86_400_000

type Asked = Pick<NoticesModel, 'q' | 'kind' | 'district' | 'line' | 'days'> & {
  readonly cursor: string | null
}

export function noticesAsked(request: FastifyRequest): Asked {
  const days = asked(request, 'days')
  return {
    q: (asked(request, 'q') ?? '').slice(0, 100),
    kind: asked(request, 'kind'),
    district: asked(request, 'district'),
    line: asked(request, 'line'),
    days: days === '1' || days === '7' || days === '30' ? days : null,
    cursor: asked(request, 'cursor'),
  }
}

export async function noticesModel(
  deps: PageDeps,
  wanted: Asked,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<NoticesModel> {
  const { q, kind, district, line, days, cursor } = wanted
  const since = q === '' ? sinceOf(days, now) : null
  const filter = { kind, district, line, since }
  const chosen = { q, kind, district, line, days, isFirst: cursor === null }
  const name = JSON.stringify([q === '', { ...filter, since: days }, dayOf(now)])
  const count = () => lately(deps, `total ${name}`, () => countNotices(deps, filter))
  const found =
    q === ''
      ? { ...(await byDate(deps, filter, cursor, limit)), total: await count() }
      : await byWords(deps, wanted, limit)
  const counts = await lately(deps, `counts ${name}`, () => countsOf(deps, q, filter, now))
  return { ...chosen, ...found, counts }
}

type Found = Pick<NoticesModel, 'items' | 'total' | 'capped' | 'relaxed' | 'next'>

async function byDate(
  deps: PageDeps,
  filter: NoticeFilter,
  cursor: string | null,
  limit: number,
): Promise<Omit<Found, 'total'>> {
  const place = z.tuple([z.string(), z.string(), z.string()]).safeParse(placeIn(cursor))
  const after = place.success ? place.data : null
  const { items, next } = await newestNotices(deps, filter, { limit, after })
  const rest = { capped: false, relaxed: false }
  return { ...rest, items, next: next === null ? null : cursorOf(next) }
}

async function byWords(
  deps: PageDeps,
  { q, kind, district, line, cursor }: Asked,
  limit: number,
): Promise<Found> {
  const read = z.tuple([z.int().min(0).max(5_000)]).safeParse(placeIn(cursor))
  const offset = read.success ? read.data[0] : 0
  const filters = {
    kind: kind ?? undefined,
    district: district ?? undefined,
    line: line ?? undefined,
  }
  const request = { text: q, ...filters, limit: limit + 1, offset }
  const { hits, total, capped, relaxed } = await deps.store.search.notices(request)
  const items = await noticesAt(deps, hits.slice(0, limit))
  const next = hits.length > limit ? cursorOf([offset + limit]) : null
  return { items, total, capped, relaxed, next }
}

/** While one searches by words the index counts for the whole, so no counts are shown. */
async function countsOf(deps: PageDeps, q: string, filter: NoticeFilter, now: Instant) {
  if (q !== '') return { kind: [], district: [], line: [], days: [] }
  const [kind, district, line, days] = await Promise.all([
    countsBy(deps, 'kind', filter),
    countsBy(deps, 'district', filter),
    countsBy(deps, 'line', filter),
    Promise.all(
      (['1', '7', '30'] as const).map(async (value) => ({
        value,
        count: await countNotices(deps, { ...filter, since: sinceOf(value, now) }),
      })),
    ),
  ])
  return { kind, district, line, days }
}

/** Today begins at midnight in 北京时间; the others are days of twenty-four hours. */
function sinceOf(days: NoticesModel['days'], now: Instant): Instant | null {
  if (days === null) return null
  return days === '1' ? instantOn(dayOf(now), '00:00') : addMs(now, -Number(days) * dayMs)
}

function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function placeIn(cursor: string | null): unknown {
  try {
    return JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString())
  } catch {
    return null
  }
}
