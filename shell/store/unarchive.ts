// SPDX-License-Identifier: Apache-2.0
/** Takes an archive back: all of it in one transaction, or nothing. */

import { createHash } from 'node:crypto'
import { jsonIn, z } from '@gongxin/core/kernel'
import pg from 'pg'
import type { FileStore } from '../files/index.ts'
import { type ArchiveTotals, archivedTables, archiveFormat, type Kept } from './archive.ts'

export type RestoreFault =
  | 'not-an-archive'
  | 'archive-damaged'
  | 'schema-differs'
  | 'database-not-empty'

const head = z.object({ archive: z.literal(archiveFormat), schema: z.int() })
const foot = z.object({
  end: z.literal(archiveFormat),
  rows: z.int(),
  files: z.int(),
  sha256: z.string(),
})
const piece = z.object({ file: z.string(), last: z.boolean(), bytes: z.string() })
const rowForm = /^\{"table":"([a-z_]+)","row":(.*)\}$/s
const rowsAtOnce = 500

interface Restoring {
  readonly client: pg.Client
  readonly files: FileStore
  readonly force: boolean
}

/** The database must be migrated; `force` throws away what it holds. */
export async function readArchive(
  to: { readonly kept: readonly Kept[]; readonly force: boolean },
  lines: AsyncIterable<string>,
): Promise<ArchiveTotals | RestoreFault> {
  const opened = to.kept.map(({ url, files }) => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    return { client, files, force: to.force }
  })
  const everywhere = async (statement: string) => {
    for (const { client } of opened) await client.query(statement)
  }
  for (const { client } of opened) await client.connect()
  try {
    await everywhere('begin')
    const result = await takeAll(opened, lines)
    await everywhere(typeof result === 'string' ? 'rollback' : 'commit')
    return result
  } catch (error) {
    await everywhere('rollback').catch(() => {})
    throw error
  } finally {
    for (const { client } of opened) await client.end()
  }
}

/** Each database from where the one before it ended. */
async function takeAll(
  opened: readonly Restoring[],
  lines: AsyncIterable<string>,
): Promise<ArchiveTotals | RestoreFault> {
  const iterator = lines[Symbol.asyncIterator]()
  // Leaving a loop early would close the file under the next one.
  const rest = { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) }
  const totals = { rows: 0, files: 0 }
  for (const one of opened) {
    const result = await takeLines(one, rest)
    if (typeof result === 'string') return result
    totals.rows += result.rows
    totals.files += result.files
  }
  return totals
}

async function takeLines(
  to: Restoring,
  lines: AsyncIterable<string>,
): Promise<ArchiveTotals | RestoreFault> {
  const hash = createHash('sha256')
  const totals = { rows: 0, files: 0 }
  let batch: { table: string; rows: string[] } = { table: '', rows: [] }
  let pieces: Buffer[] = []
  let began = false
  const flush = async (next: string) => {
    await insert(to.client, batch.table, batch.rows)
    batch = { table: next, rows: [] }
  }
  for await (const line of lines) {
    if (!began) {
      const fault = await begin(to, line)
      if (fault) return fault
      began = true
    }
    const end = line.startsWith('{"end"') ? foot.safeParse(jsonIn(line)) : null
    if (end) {
      await flush('')
      const sound = end.success && end.data.sha256 === hash.digest('hex')
      return sound && end.data.rows === totals.rows ? totals : 'archive-damaged'
    }
    hash.update(`${line}\n`)
    const [, table, row] = rowForm.exec(line) ?? []
    if (table !== undefined && row !== undefined) {
      if (table !== batch.table || batch.rows.length >= rowsAtOnce) await flush(table)
      batch.rows.push(row)
      totals.rows += 1
    } else if (line.startsWith('{"file"')) {
      const part = piece.safeParse(jsonIn(line))
      if (!part.success) return 'archive-damaged'
      pieces.push(Buffer.from(part.data.bytes, 'base64'))
      if (!part.data.last) continue
      const stored = await to.files.put(each(pieces))
      if (stored === 'too-large' || stored.digest !== part.data.file) return 'archive-damaged'
      totals.files += 1
      pieces = []
    }
  }
  return began ? 'archive-damaged' : 'not-an-archive'
}

async function begin(to: Restoring, line: string): Promise<RestoreFault | null> {
  const first = head.safeParse(jsonIn(line))
  if (!first.success) return 'not-an-archive'
  const { rows } = await to.client.query('select max(number) as schema from migration')
  if (rows[0]?.schema !== first.data.schema) return 'schema-differs'
  if (to.force) {
    await to.client.query(`truncate ${[...archivedTables, 'session'].join(', ')}`)
    return null
  }
  for (const table of archivedTables) {
    const { rowCount } = await to.client.query(`select 1 from ${table} limit 1`)
    if (rowCount !== 0) return 'database-not-empty'
  }
  return null
}

async function insert(client: pg.Client, table: string, rows: readonly string[]): Promise<void> {
  const known = archivedTables.find((name) => name === table)
  if (known === undefined || rows.length === 0) return
  await client.query(
    `insert into ${known} select * from jsonb_populate_recordset(null::${known}, $1::jsonb)`,
    [`[${rows.join()}]`],
  )
}

async function* each(pieces: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
