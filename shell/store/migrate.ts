// SPDX-License-Identifier: Apache-2.0
/** Applies the numbered SQL files, each once, in order, by one process at a time. */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly checksum: string
  readonly sql: string
}

/** Beside this file in the source tree and beside the bundle after a build. */
const folder = new URL('./migrations/', import.meta.url)
const form = /^(\d{4})_([a-z0-9_]+)\.sql$/

/** Answers the names newly applied; an already applied file that was edited is an error. */
export async function migrate(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await prepareLedger(client)
    const applied: string[] = []
    for (const migration of await readMigrations()) {
      if (await apply(client, migration)) applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

export async function readMigrations(): Promise<readonly Migration[]> {
  const migrations: Migration[] = []
  for (const file of (await readdir(folder)).sort()) {
    const [, number, name] = form.exec(file) ?? []
    if (number === undefined || name === undefined) continue
    const sql = (await readFile(new URL(file, folder), 'utf8')).replaceAll('\r\n', '\n')
    const checksum = createHash('sha256').update(sql).digest('hex')
    migrations.push({ number: Number(number), name: `${number}_${name}`, checksum, sql })
  }
  return migrations
}

async function prepareLedger(client: pg.Client): Promise<void> {
  const create = () =>
    client.query(`
      create table if not exists migration (
        number integer primary key, name text not null, checksum text not null,
        applied_at timestamptz not null);
      create table if not exists migration_lock (id integer primary key);
      insert into migration_lock (id) values (1) on conflict do nothing`)
  // Two processes may both find the tables missing; the slower one then only has to look again.
  await create().catch(create)
}

async function apply(client: pg.Client, migration: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('select id from migration_lock where id = 1 for update')
    const { rows } = await client.query<{ checksum: string }>(
      'select checksum from migration where number = $1',
      [migration.number],
    )
    const [before] = rows
    if (before !== undefined && before.checksum !== migration.checksum) {
      throw new Error(`migration ${migration.name} was changed after it had been applied`)
    }
    if (before === undefined) {
      await client.query(migration.sql)
      await client.query(
        'insert into migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)',
        [migration.number, migration.name, migration.checksum, new Date().toISOString()],
      )
    }
    await client.query('commit')
    return before === undefined
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
