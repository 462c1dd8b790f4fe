// SPDX-License-Identifier: Apache-2.0
/** Work for later in memory: claimed by lease, as the tables of jobs and letters are. */

import { addMs } from '@gongxin/core/kernel'
import type { Job, JobStore, Message, WorkStore } from '@gongxin/shell/store'
import { writeRow } from './events.ts'
import type { Hand } from './hand.ts'
import { byBytes, type Database, type Line, tableOf } from './tables.ts'

interface Kind<T> {
  readonly table: 'job' | 'outbox'
  readonly key: 'dedupe' | 'id'
  readonly due: 'run_at' | 'created_at'
  readonly keyOf: (item: T) => string
  readonly read: (line: Line) => T
}

const jobs: Kind<Job> = {
  ...{ table: 'job', key: 'dedupe', due: 'run_at' },
  keyOf: ({ stream, dedupe }) => JSON.stringify([stream, dedupe]),
  read: ({ run_at: runAt, stream, dedupe, kind, payload, attempts }) =>
    ({ stream, dedupe, kind, payload, runAt, attempts }) as Job,
}

const letters: Kind<Message> = {
  ...{ table: 'outbox', key: 'id', due: 'created_at' },
  keyOf: ({ stream, id }) => JSON.stringify([stream, id]),
  read: ({ created_at: createdAt, stream, id, kind, payload, attempts }) =>
    ({ stream, id, kind, payload, createdAt, attempts }) as Message,
}

export function jobsIn(db: Database, hand: Hand): JobStore {
  return {
    ...workIn(db, hand, jobs),
    enqueue: ({ stream, dedupe, kind, payload, runAt: run_at }) =>
      hand('enqueue', () => {
        const fresh = { attempts: 0, locked_until: null, last_error: null, done_at: null }
        const before = tableOf(db, 'job').get(JSON.stringify([stream, dedupe]))
        const row = {
          stream,
          dedupe,
          kind,
          payload,
          run_at,
          ...(before === undefined ? fresh : {}),
        }
        writeRow(db, { table: 'job', row })
      }),
    nextRunAt: () =>
      hand('next job', () => {
        const open = [...tableOf(db, 'job').values()].filter(({ done_at }) => done_at === null)
        const hours = open.map((line) => {
          const [runAt, locked] = [text(line.run_at), text(line.locked_until)]
          return locked > runAt ? locked : runAt
        })
        return (hours.sort()[0] ?? null) as Job['runAt'] | null
      }),
  }
}

export function lettersIn(db: Database, hand: Hand): WorkStore<Message> {
  return workIn(db, hand, letters)
}

function workIn<T>(db: Database, hand: Hand, of: Kind<T>): WorkStore<T> {
  const change = (item: T, values: Line) => {
    const line = tableOf(db, of.table).get(of.keyOf(item))
    if (line !== undefined) tableOf(db, of.table).set(of.keyOf(item), { ...line, ...values })
  }
  return {
    claim: ({ now, leaseMs, most }) =>
      hand(
        `claim ${of.table}`,
        () => {
          const table = tableOf(db, of.table)
          const due = [...table].filter(
            ([, line]) =>
              line.done_at === null && text(line[of.due]) <= now && text(line.locked_until) <= now,
          )
          const order = (line: Line) =>
            [line[of.due], line.stream, line[of.key]].map(text).join(' ')
          due.sort(([, one], [, other]) => byBytes(order(one), order(other)))
          return due.slice(0, most).map(([key, line]) => {
            const attempts = Number(line.attempts) + 1
            const claimed = { ...line, attempts, locked_until: addMs(now, leaseMs) }
            table.set(key, claimed)
            return of.read(claimed)
          })
        },
        { sent: true },
      ),
    done: (item, at, refusal) =>
      hand(
        'done',
        () => change(item, { done_at: at, locked_until: null, last_error: refusal ?? null }),
        { sent: true },
      ),
    failed: (item, why, retryAt) =>
      hand('failed', () => change(item, { locked_until: retryAt, last_error: why }), {
        sent: true,
      }),
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
