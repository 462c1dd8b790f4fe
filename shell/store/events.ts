// SPDX-License-Identifier: Apache-2.0
/** Streams of events in PostgreSQL: one append is one statement, one commit, one round trip. */

import type { Instant, Json } from '@gongxin/core/kernel'
import type pg from 'pg'
import { prepared } from './pool.ts'
import { type Row, rowStatements } from './rows.ts'
import { codeOf, persistently } from './unavailable.ts'

export interface StoredEvent {
  readonly stream: string
  readonly seq: number
  readonly type: string
  readonly at: Instant
  /** The canonical bytes that are hashed and published. */
  readonly entry: Uint8Array
  readonly hash: Uint8Array
  readonly salt: Uint8Array | null
  /** Null where the payload was erased. */
  readonly body: Json | null
  readonly originSalt: Uint8Array | null
  readonly origin: Json | null
}

export interface NewEvent {
  readonly type: string
  readonly at: Instant
  readonly entry: Uint8Array
  readonly hash: Uint8Array
  readonly salt: Uint8Array | null
  readonly body: Json | null
  readonly originSalt: Uint8Array | null
  readonly origin: Json | null
}

export interface Append {
  readonly stream: string
  /** Sequence number of the last event the caller has seen; -1 for a stream not yet begun. */
  readonly expectedVersion: number
  readonly events: readonly NewEvent[]
  /** Inline projections, outbox, jobs, inbox, idempotency: in the same commit or not at all. */
  readonly rows?: readonly Row[]
}

/** What the streams that moved really hold now; `conflict` is the head of the first of them. */
export interface Conflict {
  readonly conflict: number
  readonly stream: string
}

export interface EventStore {
  append(append: Append): Promise<'appended' | Conflict>
  /** Several streams in one commit: all of them or none. */
  appendAll(list: readonly Append[]): Promise<'appended' | Conflict>
  read(stream: string, after?: number): Promise<readonly StoredEvent[]>
  /** All events whose stream begins with the prefix, by stream and number. */
  readAll(prefix: string): Promise<readonly StoredEvent[]>
  streams(prefix: string): Promise<readonly string[]>
  /** Number of the last event, -1 for none. */
  head(stream: string): Promise<number>
}

export function createEventStore(pool: pg.Pool, region: string): EventStore {
  const query = (text: string, values: readonly unknown[]) =>
    persistently(() => pool.query(prepared(text, values)))

  const head = async (stream: string): Promise<number> => {
    const { rows } = await query(headText, [region, stream])
    return rows[0]?.seq ?? -1
  }

  const appendAll = async (list: readonly Append[]): Promise<'appended' | Conflict> => {
    const { text, values } = appendStatement(region, list)
    try {
      const { rows } = await query(text, values)
      if (rows[0]?.ok === 1) return 'appended'
    } catch (error) {
      if (!isRepeat(error)) throw error
    }
    return firstConflict(list, head)
  }

  return {
    append: (append) => appendAll([append]),
    appendAll,
    head,
    async read(stream, after = -1) {
      const { rows } = await query(readText, [region, stream, after])
      return rows
    },
    async readAll(prefix) {
      const { rows } = await query(readAllText, [region, prefix, afterPrefix(prefix)])
      return rows
    },
    async streams(prefix) {
      const { rows } = await query(streamsText, [region, prefix, afterPrefix(prefix)])
      return rows.map((row) => row.stream)
    },
  }
}

const headText = `select seq from event where region = $1 and stream = $2
  order by seq desc limit 1`

const columns = `e.stream, e.seq, e.type, e.at, e.entry, e.hash, p.salt, p.body,
  p.origin_salt as "originSalt", p.origin`

const joined = `from event e left join payload p
  on p.region = e.region and p.stream = e.stream and p.seq = e.seq`

const readText = `select ${columns} ${joined}
  where e.region = $1 and e.stream = $2 and e.seq > $3 order by e.seq`

const readAllText = `select ${columns} ${joined} where e.region = $1
  and e.stream >= $2 and e.stream < $3 order by e.stream, e.seq`

const streamsText = `select distinct stream from event where region = $1
  and stream >= $2 and stream < $3 order by stream`

/** The smallest text beyond everything that begins with the prefix. */
function afterPrefix(prefix: string): string {
  return `${prefix}\u{10ffff}`
}

/**
 * `ok` holds one row iff every stream is where its caller believes; all writes select from it. Of
 * two writers that both saw the same head, the primary key lets one pass.
 */
function appendStatement(region: string, list: readonly Append[]) {
  const sorted = [...list].sort((a, b) => (a.stream < b.stream ? -1 : 1))
  const events = sorted.flatMap(({ stream, expectedVersion, events }) =>
    events.map((event, index) => ({ ...event, stream, seq: expectedVersion + 1 + index })),
  )
  const fixed = [
    region,
    sorted.map((append) => append.stream),
    sorted.map((append) => append.expectedVersion),
    events.map((event) => event.stream),
    events.map((event) => event.seq),
    events.map((event) => event.type),
    events.map((event) => event.at),
    events.map((event) => bytes(event.entry)),
    events.map((event) => bytes(event.hash)),
    events.map((event) => bytes(event.salt)),
    events.map((event) => json(event.body)),
    events.map((event) => bytes(event.originSalt)),
    events.map((event) => json(event.origin)),
  ]
  const rows = rowStatements(
    sorted.flatMap((append) => append.rows ?? []),
    fixed.length + 1,
  )
  const text = [appendText, ...rows.expressions].join(', ')
  return { text: `${text} select (select one from ok) as ok`, values: [...fixed, ...rows.values] }
}

const appendText = `with ok as materialized (select 1 as one where not exists (
    select from unnest($2::text[], $3::bigint[]) as x (stream, version)
    where x.version <> coalesce((select seq from event e where e.region = $1
      and e.stream = x.stream order by seq desc limit 1), -1))),
  written as (insert into event (region, stream, seq, type, at, entry, hash)
    select $1, n.* from ok, unnest($4::text[], $5::bigint[], $6::text[], $7::timestamptz[],
      $8::bytea[], $9::bytea[]) as n),
  kept as (insert into payload (region, stream, seq, salt, body, origin_salt, origin)
    select $1, n.* from ok, unnest($4::text[], $5::bigint[], $10::bytea[], $11::jsonb[],
      $12::bytea[], $13::jsonb[]) as n)`

/** A taken sequence number or a repeated idempotency key: somebody was there first. */
function isRepeat(error: unknown): boolean {
  if (codeOf(error) !== '23505' || !(error instanceof Error) || !('table' in error)) return false
  return error.table === 'event' || error.table === 'idempotency'
}

async function firstConflict(
  list: readonly Append[],
  head: (stream: string) => Promise<number>,
): Promise<Conflict> {
  const [first] = list
  for (const { stream, expectedVersion } of list) {
    const now = await head(stream)
    if (now !== expectedVersion) return { conflict: now, stream }
  }
  // Only an idempotency key was taken: the streams stand, the answer is already written.
  return { conflict: first?.expectedVersion ?? -1, stream: first?.stream ?? '' }
}

function bytes(value: Uint8Array | null): Buffer | null {
  return value && Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}

function json(value: Json | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
