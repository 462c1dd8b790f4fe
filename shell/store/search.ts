// SPDX-License-Identifier: Apache-2.0
/** Full-text search in two steps: first how many, then by the plan that suits that number. */

import type { Instant } from '@gongxin/core/kernel'
import type pg from 'pg'
import { persistently } from './unavailable.ts'
import { searchQuery } from './words.ts'

export interface SearchRequest {
  readonly text: string
  readonly kind?: string | undefined
  readonly district?: string | undefined
  readonly line?: string | undefined
  readonly limit: number
  readonly offset?: number | undefined
}

export interface SearchHit {
  readonly stream: string
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly district: string | null
  readonly line: string | null
  /** Publication of a notice, last change of a tender. */
  readonly at: Instant
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  /** Exact up to the cap of counting. */
  readonly total: number
  readonly capped: boolean
  /** True when no row had all the words and rows with some of them are shown. */
  readonly relaxed: boolean
}

export interface Search {
  notices(request: SearchRequest): Promise<SearchAnswer>
  tenders(request: SearchRequest): Promise<SearchAnswer>
}

const cap = 5_000

interface Source {
  readonly table: string
  readonly at: string
  readonly hit: string
}

const notice: Source = {
  table: 'notice',
  at: 'published_at',
  hit: 'stream, id, kind, title, district, line, published_at as at',
}

const tender: Source = {
  table: 'tender',
  at: 'updated_at',
  hit: `'tender/' || id as stream, id, kind, title, district, line, updated_at as at`,
}

export function createSearch(pool: pg.Pool, region: string): Search {
  return {
    notices: (request) => find(pool, { source: notice, region }, request),
    tenders: (request) => find(pool, { source: tender, region }, request),
  }
}

async function find(
  pool: pg.Pool,
  from: { readonly source: Source; readonly region: string },
  request: SearchRequest,
): Promise<SearchAnswer> {
  const { source } = from
  const strict = searchQuery(request.text, 'all')
  if (strict === null) return { hits: [], total: 0, capped: false, relaxed: false }
  const { where, values } = conditions(from.region, request)
  // Unnamed on purpose: the plan must be made for this word, which may be rare or everywhere.
  const query = async (text: string, search: string, more: readonly unknown[] = []) =>
    (await persistently(() => pool.query(text, [...values, search, ...more]))).rows
  const q = `$${values.length + 1}::tsquery`
  const page = [request.limit, request.offset ?? 0]
  const paged = `limit $${values.length + 2} offset $${values.length + 3}`

  const some = `select 1 from ${source.table} where ${where} and search @@ ${q} limit ${cap + 1}`
  const count = `select count(*)::integer as n from (${some}) as counted`
  const total: number = (await query(count, strict))[0]?.n ?? 0
  if (total > 0) {
    const text = total > cap ? byDate(source, where, q) : byWord(source, where, q)
    const hits = await query(`${text} ${paged}`, strict, page)
    return { hits, total: Math.min(total, cap), capped: total > cap, relaxed: false }
  }

  const loose = searchQuery(request.text, 'any') ?? strict
  const text = `with c as materialized (select * from ${source.table} where ${where}
    and search @@ ${q} limit ${cap}) select ${source.hit} from c
    order by ts_rank(search, ${q}) desc, ${source.at} desc, id ${paged}`
  const hits = await query(text, loose, page)
  const found: number = hits.length > 0 ? ((await query(count, loose))[0]?.n ?? 0) : 0
  return { hits, total: Math.min(found, cap), capped: found > cap, relaxed: hits.length > 0 }
}

/** A frequent word: walking the dates meets a page of hits soon. */
function byDate(source: Source, where: string, q: string): string {
  return `select ${source.hit} from ${source.table} where ${where} and search @@ ${q}
    order by ${source.at} desc, id`
}

/** A rare word: walking the dates would read the whole table, so the hits come first. */
function byWord(source: Source, where: string, q: string): string {
  return `with c as materialized (select * from ${source.table} where ${where}
    and search @@ ${q}) select ${source.hit} from c order by ${source.at} desc, id`
}

function conditions(region: string, request: SearchRequest) {
  const values: string[] = [region]
  const parts = ['region = $1']
  for (const column of ['kind', 'district', 'line'] as const) {
    const value = request[column]
    if (value === undefined) continue
    values.push(value)
    parts.push(`${column} = $${values.length}`)
  }
  return { where: parts.join(' and '), values }
}
