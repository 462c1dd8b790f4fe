// SPDX-License-Identifier: Apache-2.0
/** The store of record: events and everything that is written or read beside them. */

import type pg from 'pg'
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
import { createPool, type PoolOptions } from './pool.ts'
import { createSearch, type Search } from './search.ts'
import { createSessionStore, type SessionStore } from './sessions.ts'
import { createSettingStore, type SettingStore } from './settings.ts'

export { type ArchiveTotals, writeArchive } from './archive.ts'
export type * from './drafts.ts'
export type * from './events.ts'
export type * from './idempotency.ts'
export type * from './jobs.ts'
export type { Queries } from './kysely.ts'
export { migrate } from './migrate.ts'
export { prepared } from './pool.ts'
export type { Row, RowShape, RowTable } from './rows.ts'
export type * from './schema.ts'
export type * from './search.ts'
export type * from './sessions.ts'
export type * from './settings.ts'
export { type RestoreFault, readArchive } from './unarchive.ts'
export { persistently, Unavailable } from './unavailable.ts'
export { searchVector, searchVersion } from './words.ts'

export interface Store {
  readonly region: string
  readonly events: EventStore
  readonly search: Search
  readonly idempotency: IdempotencyStore
  readonly drafts: DraftStore
  readonly sessions: SessionStore
  readonly jobs: JobStore
  readonly outbox: WorkStore<Message>
  readonly settings: SettingStore
  /** Composed queries on the projections. */
  readonly queries: Queries
  /** For the few hot paths that write their own SQL, with `prepared`. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** 柳州市, by the code of administrative divisions. */
export const defaultRegion = '450200'

export function createStore(options: PoolOptions & { readonly region?: string }): Store {
  const region = options.region ?? defaultRegion
  const pool = createPool(options)
  const queries = createQueries(pool)
  return {
    region,
    events: createEventStore(pool, region),
    search: createSearch(pool, region),
    idempotency: createIdempotencyStore(queries, region),
    drafts: createDraftStore(queries, region),
    sessions: createSessionStore(queries, region),
    jobs: createJobStore(pool, region),
    outbox: createOutbox(pool, region),
    settings: createSettingStore(queries, region),
    queries,
    pool,
    close: () => pool.end(),
  }
}
