// SPDX-License-Identifier: Apache-2.0
/** Kysely over our pool, so that composed queries are prepared by name as well. */

import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import { prepared } from './pool.ts'
import type { Tables } from './schema.ts'
import { persistently } from './unavailable.ts'

export type Queries = Kysely<Tables>

export function createQueries(pool: pg.Pool): Queries {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => createDriver(pool),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

interface Connection extends DatabaseConnection {
  readonly client: pg.PoolClient
  broken: boolean
}

function createDriver(pool: pg.Pool): Driver {
  const open = new WeakMap<DatabaseConnection, Connection>()
  const command = async (connection: DatabaseConnection, text: string) => {
    const held = open.get(connection)
    if (held === undefined) return
    await persistently(() => held.client.query(text), 1).catch((error) => {
      held.broken = true
      throw error
    })
  }
  return {
    init: async () => {},
    acquireConnection: async () => {
      // One attempt: inside a transaction a statement alone must not be repeated.
      const connection = connect(await persistently(() => pool.connect(), 1))
      open.set(connection, connection)
      return connection
    },
    beginTransaction: (connection) => command(connection, 'begin'),
    commitTransaction: (connection) => command(connection, 'commit'),
    rollbackTransaction: (connection) => command(connection, 'rollback'),
    releaseConnection: async (connection) => {
      const held = open.get(connection)
      held?.client.release(held.broken)
    },
    // The pool belongs to the store, which ends it.
    destroy: async () => {},
  }
}

function connect(client: pg.PoolClient): Connection {
  const connection: Connection = {
    client,
    broken: false,
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const answer = await persistently(() => {
        return client.query(prepared(query.sql, query.parameters))
      }, 1).catch((error) => {
        connection.broken = error instanceof Error && error.name === 'Unavailable'
        throw error
      })
      return { rows: answer.rows, numAffectedRows: BigInt(answer.rowCount ?? 0) }
    },
    // biome-ignore lint/correctness/useYield: the interface asks for it, nothing here streams.
    async *streamQuery() {
      throw new Error('streaming is not offered')
    },
  }
  return connection
}
