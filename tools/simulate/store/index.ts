// SPDX-License-Identifier: Apache-2.0
/** The door of the store in memory: `Store` as one process sees it, over tables that outlive the process. */

import type { Store } from '@gongxin/shell/store'
import { eventsIn } from './events.ts'
import type { Connection } from './hand.ts'
import { logIn } from './log.ts'
import { queriesIn } from './queries.ts'
import { statementsIn } from './statements.ts'
import { type Database, type Line, tableOf } from './tables.ts'
import { jobsIn, lettersIn } from './work.ts'

export type * from './hand.ts'
export * from './tables.ts'

export function storeOn(db: Database, { hand, isAlive }: Connection): Store {
  const find = (table: string, key: readonly unknown[]): Line | undefined =>
    tableOf(db, table).get(JSON.stringify(key))
  const store = {
    region: db.region,
    events: eventsIn(db, hand),
    sealed: {
      find: (stream: string, digest: string) =>
        hand('sealed', () => find('sealed_content', [stream, digest])?.bytes ?? null),
    },
    idempotency: {
      find: (account: string, key: string) =>
        hand('given answer', () => structuredClone(find('idempotency', [account, key])) ?? null),
    },
    settings: {
      find: (name: string) => hand('setting', () => find('setting', [name])?.value ?? null),
      save: (name: string, value: unknown) =>
        hand(
          'save setting',
          () => {
            const line = { region: db.region, name, value: structuredClone(value) }
            tableOf(db, 'setting').set(JSON.stringify([name]), line)
          },
          { sent: true },
        ),
    },
    jobs: jobsIn(db, hand),
    outbox: lettersIn(db, hand),
    log: logIn(db, hand, isAlive),
    queries: queriesIn(db, hand),
    pool: statementsIn(db, hand),
    close: async () => {},
  }
  // What is not here is not asked for by a tender; whoever does ask finds nothing and stops the run.
  return store as unknown as Store
}
