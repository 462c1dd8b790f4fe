// SPDX-License-Identifier: Apache-2.0
/** The store of record: events and everything that is written or read beside them. */

import type pg from 'pg'
import { type Ask, createAsk } from './asking.ts'
import { createDraftStore, type DraftStore } from './drafts.ts'
import { createEventStore, type EventStore } from './events.ts'
import { createIdempotencyStore, type IdempotencyStore } from './idempotency.ts'
import {
  createJobStore,
  createOutbox,
  type JobStore,
  type Message,
  type WorkStore,
} from './jobs.ts'
import { createQueries, type Queries } from './kysely.ts'
import { createLogStore, type LogStore } from './log.ts'
import { createPool, type PoolOptions } from './pool.ts'
import { createSealedStore, type SealedStore } from './sealed.ts'
import { createSearch, type Search } from './search.ts'
import { createSessionStore, type SessionStore } from './sessions.ts'
import { createSettingStore, type SettingStore } from './settings.ts'

export { type ArchiveTotals, type Kept, writeArchive } from './archive.ts'
export type { Ask, Kind } from './asking.ts'
export type * from './drafts.ts'
export type * from './events.ts'
export type * from './idempotency.ts'
export type * from './jobs.ts'
export type { Queries } from './kysely.ts'
export type * from './log.ts'
export type * from './log-lead.ts'
export { migrate } from './migrate.ts'
export { prepared } from './pool.ts'
export { type Row, type RowShape, type RowTable, writtenTables } from './rows.ts'
export type * from './schema.ts'
export type * from './sealed.ts'
export type * from './search.ts'
export type * from './sessions.ts'
export type * from './settings.ts'
export { type RestoreFault, readArchive } from './unarchive.ts'
export { persistently, Unavailable } from './unavailable.ts'
export { searchVector, searchVersion } from './words.ts'

export interface Store {
  readonly region: string
  readonly events: EventStore
  readonly sealed: SealedStore
  readonly search: Search
  readonly idempotency: IdempotencyStore
  readonly drafts: DraftStore
  readonly sessions: SessionStore
  readonly jobs: JobStore
  readonly outbox: WorkStore<Message>
  readonly settings: SettingStore
  readonly log: LogStore
  /** Composed queries on the projections. */
  readonly queries: Queries
  /** For the few hot paths that write their own SQL, with `prepared`. */
  readonly pool: pg.Pool
  /** For what every call asks by key: one statement for all that is asked in one breath. */
  readonly ask: Ask
  close(): Promise<void>
}

/** 柳州市, by the code of administrative divisions. */
export const defaultRegion = '450200'

const mostSwift = 10

/** Looked up by key: planned once a connection and never again. */
const plannedOnce = '-c plan_cache_mode=force_generic_plan'

export interface StoreOptions extends PoolOptions {
  readonly region?: string
  /** False in the database of the vault, from where nothing goes into the log. */
  readonly logged?: boolean
}

export function createStore(options: StoreOptions): Store {
  const region = options.region ?? defaultRegion
  const pool = createPool(options)
  const swift = createPool({
    ...options,
    connections: Math.min(mostSwift, options.connections ?? mostSwift),
    settings: plannedOnce,
  })
  const queries = createQueries(pool)
  const ask = createAsk(swift, region)
  return {
    region,
    events: createEventStore({ pool: swift, region, ask, logged: options.logged ?? true }),
    sealed: createSealedStore(queries, region),
    search: createSearch(pool, region),
    idempotency: createIdempotencyStore(queries, region, ask),
    drafts: createDraftStore(queries, region),
    sessions: createSessionStore(queries, region, ask),
    jobs: createJobStore(pool, region),
    outbox: createOutbox(pool, region),
    settings: createSettingStore(queries, region),
    log: createLogStore(pool, region),
    queries,
    pool,
    ask,
    async close() {
      await Promise.all([pool.end(), swift.end()])
    },
  }
}
