// SPDX-License-Identifier: Apache-2.0
/** Whoever holds the database cannot take back, change or leave out what the log has said. */

import { afterAll, expect, it } from 'vitest'
import { migrate, readMigrations } from './migrate.ts'
import { createPool } from './pool.ts'
import { emptyTestDatabase } from './testing.ts'

const { url } = await emptyTestDatabase()
const pool = createPool({ url })
afterAll(() => pool.end())

it('takes in what a database from before the log holds, sealed streams left out', async () => {
  await pool.query(`create table migration (number integer primary key, name text not null,
    checksum text not null, applied_at timestamptz not null)`)
  for (const { number, name, checksum, sql } of (await readMigrations()).slice(0, 4)) {
    await pool.query(sql)
    await pool.query('insert into migration values ($1, $2, $3, now())', [number, name, checksum])
  }
  await pool.query(`insert into event select '450200', stream, seq, 'A', now(), '', ''
    from unnest(array['tender/a', 'tender/b', 'bid/a/1']) as s (stream),
    generate_series(0, 1) as g (seq)`)
  expect(await migrate(url)).toContain('0006_public_log')
  const { rows } = await pool.query('select stream, seq from log_outbox order by 1, 2')
  expect(rows.map(({ stream, seq }) => `${stream} ${seq}`)).toEqual([
    ...['tender/a 0', 'tender/a 1', 'tender/b 0', 'tender/b 1'],
  ])
})

const entry = (...numbers: number[]) =>
  pool.query(
    `insert into log_entry select '450200', idx, 'tender/c', idx, $2, $2
      from unnest($1::bigint[]) as n (idx)`,
    [numbers, Buffer.alloc(32)],
  )

it('numbers entries without a gap', async () => {
  await expect(entry(1)).rejects.toThrow('no gap')
  await entry(0, 1)
  await expect(entry(3)).rejects.toThrow('no gap')
  await expect(entry(2, 4)).rejects.toThrow('no gap')
  await expect(entry(1)).rejects.toThrow('duplicate key')
  await entry(2)
})

it.each([
  ['log_epoch', `'450200', 1, now()`],
  ['log_entry', `'450200', 3, 'tender/d', 3, $1::bytea, $1`],
  ['log_tile', `'450200', 'SM3', 0, 0, decode(repeat('00', 8192), 'hex'), $1::bytea`],
  ['log_checkpoint', `'450200', 3, 1, now(), $1::bytea, $1`],
  ['log_cosignature', `'450200', 3, 'w', $1::bytea, now()`],
])('%s is neither edited nor emptied', async (table, row) => {
  const values = row.includes('$1') ? [Buffer.alloc(32)] : []
  await pool.query(`insert into ${table} values (${row})`, values)
  await expect(pool.query(`update ${table} set region = 'x'`)).rejects.toThrow('append-only')
  await expect(pool.query(`delete from ${table}`)).rejects.toThrow('append-only')
})

it('what waits may leave and is not edited', async () => {
  await expect(pool.query('update log_outbox set seq = 9')).rejects.toThrow('append-only')
  expect((await pool.query('delete from log_outbox')).rowCount).toBe(4)
})
