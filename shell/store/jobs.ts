// SPDX-License-Identifier: Apache-2.0
/** Work for later, claimed by lease: two workers never hold one piece, a dead one's comes back. */

import type { Instant, Json } from '@gongxin/core/kernel'
import { addMs } from '@gongxin/core/kernel'
import type pg from 'pg'
import { prepared } from './pool.ts'
import { persistently } from './unavailable.ts'

export interface NewJob {
  readonly stream: string
  /** One name for one piece of work of the stream; asking twice makes one job. */
  readonly dedupe: string
  readonly kind: string
  readonly payload: Json
  readonly runAt: Instant
}

export interface Job extends NewJob {
  /** Claims so far, this one included. */
  readonly attempts: number
}

export interface Message {
  readonly stream: string
  readonly id: string
  readonly kind: string
  readonly payload: Json
  readonly createdAt: Instant
  readonly attempts: number
}

export interface Claim {
  readonly now: Instant
  readonly leaseMs: number
  readonly most: number
}

/** What a worker may do with claimed work, whichever table it lies in. */
export interface WorkStore<T> {
  claim(claim: Claim): Promise<readonly T[]>
  /** `refusal` is what the other side finally said no with; the work is over all the same. */
  done(item: T, at: Instant, refusal?: string): Promise<void>
  /** Gives the work back, to be claimed again from `retryAt` on. */
  failed(item: T, why: string, retryAt: Instant): Promise<void>
}

export interface JobStore extends WorkStore<Job> {
  /** Moves the hour of a job of the same name that has not run. */
  enqueue(job: NewJob): Promise<void>
  /** The hour of the next job, null when there is none. */
  nextRunAt(): Promise<Instant | null>
}

export function createJobStore(pool: pg.Pool, region: string): JobStore {
  const query = (text: string, values: readonly unknown[]) =>
    persistently(() => pool.query(prepared(text, values)))
  return {
    ...workStore<Job>(query, jobTexts, { region, name: (job) => job.dedupe }),
    async enqueue({ stream, dedupe, kind, payload, runAt }) {
      await query(enqueueText, [region, stream, dedupe, kind, JSON.stringify(payload), runAt])
    },
    async nextRunAt() {
      const { rows } = await query(nextText, [region])
      return rows[0]?.at ?? null
    },
  }
}

/** What leaves the platform: written with the event, delivered after it. */
export function createOutbox(pool: pg.Pool, region: string): WorkStore<Message> {
  const query = (text: string, values: readonly unknown[]) =>
    persistently(() => pool.query(prepared(text, values)))
  return workStore<Message>(query, outboxTexts, { region, name: (message) => message.id })
}

type Query = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>

interface Texts {
  readonly claim: string
  readonly done: string
  readonly failed: string
}

function workStore<T extends { readonly stream: string }>(
  query: Query,
  texts: Texts,
  of: { readonly region: string; readonly name: (item: T) => string },
): WorkStore<T> {
  return {
    async claim({ now, leaseMs, most }) {
      const { rows } = await query(texts.claim, [of.region, now, most, addMs(now, leaseMs)])
      return rows
    },
    async done(item, at, refusal) {
      await query(texts.done, [of.region, item.stream, of.name(item), at, refusal ?? null])
    },
    async failed(item, why, retryAt) {
      const reason = why.slice(0, 2_000)
      await query(texts.failed, [of.region, item.stream, of.name(item), retryAt, reason])
    },
  }
}

const enqueueText = `insert into job (region, stream, dedupe, kind, payload, run_at)
  values ($1, $2, $3, $4, $5, $6) on conflict (region, stream, dedupe) do update
  set kind = excluded.kind, payload = excluded.payload, run_at = excluded.run_at
  where job.done_at is null`

const nextText = `select min(greatest(run_at, locked_until)) as at from job
  where region = $1 and done_at is null`

const jobTexts = texts(
  { table: 'job', key: 'dedupe', due: 'run_at' },
  `w.stream, w.dedupe, w.kind, w.payload, w.run_at as "runAt", w.attempts`,
)

const outboxTexts = texts(
  { table: 'outbox', key: 'id', due: 'created_at' },
  `w.stream, w.id, w.kind, w.payload, w.created_at as "createdAt", w.attempts`,
)

function texts(of: { table: string; key: string; due: string }, answer: string): Texts {
  const { table, key, due } = of
  const one = `update ${table} set`
  const where = `where region = $1 and stream = $2 and ${key} = $3`
  return {
    claim: `with due as (select stream, ${key} from ${table} where region = $1
        and done_at is null and ${due} <= $2 and (locked_until is null or locked_until <= $2)
        order by ${due} limit $3 for update skip locked),
      w as (update ${table} t set locked_until = $4, attempts = t.attempts + 1 from due
        where t.region = $1 and t.stream = due.stream and t.${key} = due.${key} returning t.*)
      select ${answer} from w order by ${due}, stream, ${key}`,
    done: `${one} done_at = $4, locked_until = null, last_error = $5 ${where}`,
    failed: `${one} locked_until = $4, last_error = $5 ${where}`,
  }
}
