// SPDX-License-Identifier: Apache-2.0
/** Migrations run once, are never edited, and make exactly the tables our types describe. */

import { readFile } from 'node:fs/promises'
import { afterAll, expect, it } from 'vitest'
import { migrate, readMigrations } from './migrate.ts'
import { createPool } from './pool.ts'
import { emptyTestDatabase } from './testing.ts'

const { url } = await emptyTestDatabase()
const pool = createPool({ url })
afterAll(() => pool.end())

it('migrations are numbered without a gap', async () => {
  const numbers = (await readMigrations()).map((migration) => migration.number)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
})

it('two processes that migrate at once apply each file once', async () => {
  const all = (await readMigrations()).map((migration) => migration.name)
  const [first, second] = await Promise.all([migrate(url), migrate(url)])
  expect([...first, ...second].sort()).toEqual(all)
  expect(await migrate(url)).toEqual([])
})

it('the tables of the database are those of the schema page, column by column', async () => {
  const { rows } = await pool.query(`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema = 'public'
    and table_name not in ('migration', 'migration_lock')`)
  const page = await readFile(new URL('./schema.ts', import.meta.url), 'utf8')
  const described: string[] = []
  for (const [, table, body] of page.matchAll(/interface (\w+)Table \{(.*?)\n\}/gs)) {
    const name = table?.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase()
    for (const [, column] of (body ?? '').matchAll(/^ {2}(\w+):/gm))
      described.push(`${name}.${column}`)
  }
  expect(described.sort()).toEqual(rows.map((row) => row.name).sort())
})

it('every table but the ledger is keyed by region first', async () => {
  const { rows } = await pool.query(`select c.relname from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'migration%'
    and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid
      and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary
      and a.attname = 'region')`)
  expect(rows).toEqual([])
})

it('a file edited after it was applied stops the start', async () => {
  await pool.query(`update migration set checksum = 'other' where number = 1`)
  await expect(migrate(url)).rejects.toThrow('was changed')
})
