// SPDX-License-Identifier: Apache-2.0
/** For tests only: databases and folders as somebody would see them who has copied them. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../../store/index.ts'

/** Every row as text, by table. */
export type Dump = ReadonlyMap<string, readonly string[]>

export async function dumpOf({ pool }: Store): Promise<Dump> {
  const tables = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const dump = new Map<string, readonly string[]>()
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ row: string }>(
      `select to_jsonb(t)::text as row from "${name}" t`,
    )
    const texts = rows.map(({ row }) => row)
    dump.set(name, texts)
  }
  return dump
}

/** Without some tables, and without the rows that hold a word. */
export function thinned(dump: Dump, tables: readonly string[], word: string): Dump {
  const kept = [...dump].filter(([table]) => !tables.includes(table))
  return new Map(kept.map(([table, rows]) => [table, rows.filter((row) => !row.includes(word))]))
}

export function countsOf(dump: Dump): readonly string[] {
  return [...dump].map(([table, rows]) => `${table} ${rows.length}`)
}

/** The rows that hold any of the words, with their table. */
export function rowsWith(dump: Dump, words: readonly string[]): readonly string[] {
  return [...dump].flatMap(([table, rows]) =>
    rows.filter((row) => words.some((word) => row.includes(word))).map((row) => `${table}: ${row}`),
  )
}

/** Paths of all files below a folder, and of those whose bytes hold any of the words. */
export async function filesWith(folder: string, words: readonly string[]) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const all = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  const telling: string[] = []
  for (const path of all) {
    const bytes = await readFile(path)
    if (words.some((word) => bytes.includes(word))) telling.push(path)
  }
  return { all, telling }
}
