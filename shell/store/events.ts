// SPDX-License-Identifier: Apache-2.0
/** Streams of events in PostgreSQL: one append is one statement, one commit, one round trip. */

import type { Instant, Json } from '@gongxin/core/kernel'
import type pg from 'pg'
import type { Ask, Kind } from './asking.ts'
import { prepared } from './pool.ts'
import { listInJson, type Row, rowKey, rowStatements, rowsKind } from './rows.ts'
import { together } from './together.ts'
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

export interface EventStoreOptions {
  readonly pool: pg.Pool
  readonly region: string
  readonly ask: Ask
  /** Whether what is public waits here for its number in the log. */
  readonly logged: boolean
}

export function createEventStore({ pool, region, ask, logged }: EventStoreOptions): EventStore {
  const query = (text: string, values: readonly unknown[]) =>
    persistently(() => pool.query(prepared(text, values)))

  const head = async (stream: string) => (await ask(headOfStream, [stream])) ?? -1

  const send = together<readonly Append[], Sent>(async (groups) => {
    const { text, values } = appendStatement({ region, logged }, groups.flat())
    const { rows } = await query(text, values)
    if (rows[0]?.stand === true) return groups.map(() => 'appended')
    // Whose stream moved is found out one by one; it is seldom anybody's.
    if (groups.length > 1) throw new Error('a stream of the group moved')
    return ['moved']
  })

  const read = together<Reading, readonly StoredEvent[]>(async (list) => {
    const streams = list.map(({ stream }) => stream)
    const places = list.map(({ after }) => after)
    const { rows } = await query(readText, [region, streams, places])
    const answers: StoredEvent[][] = list.map(() => [])
    for (const { n, ...event } of rows) answers[n - 1]?.push(event)
    return answers
  })

  const appendAll = async (list: readonly Append[]): Promise<'appended' | Conflict> => {
    const rows = list.flatMap((append) => append.rows ?? [])
    const keys = [...list.map((append) => `stream ${append.stream}`), ...rows.map(rowKey)]
    try {
      if ((await send(list, rowsKind(rows), keys)) === 'appended') return 'appended'
    } catch (error) {
      if (!isRepeat(error)) throw error
    }
    return firstConflict(list, head)
  }

  return {
    append: (append) => appendAll([append]),
    appendAll,
    head,
    read: (stream, after = -1) => read({ stream, after }, '', []),
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

/** What became of one group; an answer of its own, so that `undefined` means a fault. */
type Sent = 'appended' | 'moved'

interface Reading {
  readonly stream: string
  readonly after: number
}

const headOfStream: Kind<number> = {
  name: 'head',
  columns: { stream: 'text' },
  select: (asked) => `select r.n, to_json(e.seq) as answer from ${asked} cross join lateral
    (select seq from event e where e.region = $1 and e.stream = r.stream
      order by seq desc limit 1) as e`,
  read: (seq: number) => seq,
}

const columns = `e.stream, e.seq, e.type, e.at, e.entry, e.hash, p.salt, p.body,
  p.origin_salt as "originSalt", p.origin`

const joined = `from event e left join payload p
  on p.region = e.region and p.stream = e.stream and p.seq = e.seq`

/** One look into the index for each stream, whatever the planner believes about their number. */
const readText = `select r.n::integer, o.* from unnest($2::text[], $3::bigint[])
  with ordinality as r (stream, after, n) cross join lateral (select ${columns} ${joined}
    where e.region = $1 and e.stream = r.stream and e.seq > r.after offset 0) as o
  order by r.n, o.seq`

const readAllText = `select ${columns} ${joined} where e.region = $1
  and e.stream >= $2 and e.stream < $3 order by e.stream, e.seq`

const streamsText = `select distinct stream from event where region = $1
  and stream >= $2 and stream < $3 order by stream`

/** The smallest text beyond everything that begins with the prefix. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10ffff}`
}

/**
 * `ok` says whether all streams are where their callers believe; every write asks it. What is public
 * waits in `log_outbox` for its number in the log. Of two writers that both saw the same head, the
 * primary key lets one pass. One list of JSON for each table: the database takes it apart in a
 * fraction of the time of as many arrays as there are columns.
 */
function appendStatement(
  { region, logged }: Pick<EventStoreOptions, 'region' | 'logged'>,
  unordered: readonly Append[],
) {
  const appends = unordered.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
  const heads = appends.map(({ stream, expectedVersion: version }) => ({ stream, version }))
  const events = appends.flatMap(({ stream, expectedVersion, events }) =>
    events.map((event, index) => ({ ...event, stream, seq: expectedVersion + 1 + index })),
  )
  const fixed = [
    region,
    JSON.stringify(heads),
    listInJson(
      events.map(({ stream, seq, type, at, entry, hash }) => {
        return { stream, seq, type, at, entry, hash }
      }),
    ),
    listInJson(
      events.map(({ stream, seq, salt, body, originSalt: origin_salt, origin }) => {
        return { stream, seq, salt, body, origin_salt, origin }
      }),
    ),
  ]
  const rows = rowStatements(
    appends.flatMap((append) => append.rows ?? []),
    fixed.length + 1,
  )
  const text = [...appendTexts, ...(logged ? [queuedText] : []), ...rows.expressions].join(', ')
  return { text: `${text} select stand from ok`, values: [...fixed, ...rows.values] }
}

const appendTexts = [
  `with ok as materialized (
    select bool_and(x.version = coalesce((select seq from event e
      where e.region = $1 and e.stream = x.stream order by seq desc limit 1), -1)) as stand
      from jsonb_to_recordset($2::jsonb) as x (stream text, version bigint)),
  written as (insert into event (region, stream, seq, type, at, entry, hash)
    select $1, n.stream, n.seq, n.type, n.at, n.entry, n.hash
      from ok, jsonb_populate_recordset(null::event, $3::jsonb) as n where ok.stand returning stream, seq)`,
  `kept as (insert into payload (region, stream, seq, salt, body, origin_salt, origin)
    select $1, n.stream, n.seq, n.salt, n.body, n.origin_salt, n.origin
      from ok, jsonb_populate_recordset(null::payload, $4::jsonb) as n where ok.stand)`,
]

const queuedText = `queued as (insert into log_outbox (region, stream, seq)
  select $1, stream, seq from written where starts_with(stream, 'tender/') or stream = 'platform')`

/** A taken sequence number, a repeated idempotency key or a slot in use: somebody was there first. */
function isRepeat(error: unknown): boolean {
  if (codeOf(error) !== '23505' || !(error instanceof Error) || !('table' in error)) return false
  return ['event', 'idempotency', 'vault_head'].includes(String(error.table))
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
