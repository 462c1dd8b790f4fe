// SPDX-License-Identifier: Apache-2.0
/** A logical copy of everything kept: one stream of JSON Lines, closed by a count and a digest. */

import { createHash } from 'node:crypto'
import pg from 'pg'
import type { FileStore } from '../files/index.ts'

/** Tables in the order they are written; sign-ins are not carried to another place. */
export const archivedTables = [
  ...['event', 'payload', 'tender', 'notice', 'bid', 'task', 'inbox_message', 'organisation'],
  ...['account', 'membership', 'passkey', 'idempotency', 'outbox', 'job', 'draft', 'file'],
  ...['file_link', 'sealed_content', 'deposit_account', 'setting'],
  ...['vault', 'vault_head', 'vault_tick', 'stamp'],
  ...['log_outbox', 'log_epoch', 'log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature'],
] as const

export const archiveFormat = 'gongxin-archive/2'
const rowsAtOnce = 500
const pieceBytes = 384 * 1024

export interface ArchiveTotals {
  readonly rows: number
  readonly files: number
}

/** A database with the files beside it. */
export interface Kept {
  readonly url: string
  readonly files: FileStore
}

interface Sum {
  rows: number
  files: number
}

/**
 * One after the other, each line by line: a head, rows as the database prints them, pieces of files,
 * a foot. Rows come from one snapshot; files are read after them and never change, so every row's
 * file is there.
 */
export async function* writeArchive(
  kept: readonly Kept[],
  report: (totals: ArchiveTotals) => void = () => {},
): AsyncGenerator<string> {
  const totals = { rows: 0, files: 0 }
  for (const one of kept) yield* written(one, totals)
  report(totals)
}

async function* written({ url, files }: Kept, sum: Sum): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const totals = { rows: 0, files: 0 }
  const sealed = (line: string) => {
    hash.update(line)
    return line
  }
  for await (const line of rowLines(url)) {
    if (line.startsWith('{"table"')) totals.rows += 1
    yield sealed(line)
  }
  for await (const file of files.list()) {
    totals.files += 1
    for await (const line of fileLines(files, file.digest)) yield sealed(line)
  }
  yield `${JSON.stringify({ end: archiveFormat, ...totals, sha256: hash.digest('hex') })}\n`
  sum.rows += totals.rows
  sum.files += totals.files
}

async function* rowLines(url: string): AsyncGenerator<string> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'`)
    await client.query('begin transaction isolation level repeatable read read only')
    const { rows } = await client.query('select max(number) as schema from migration')
    yield `${JSON.stringify({ archive: archiveFormat, schema: rows[0]?.schema })}\n`
    for (const table of archivedTables) {
      // Numbers of the log are taken back in their order, or not at all.
      const order = table === 'log_entry' ? 'order by t.region, t.idx' : ''
      const all = `select row_to_json(t)::text as row from ${table} t ${order}`
      await client.query(`declare r cursor for ${all}`)
      for (;;) {
        const page = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from r`)
        // The text of the row stays as it is: reading numbers here could round them.
        for (const { row } of page.rows) yield `{"table":"${table}","row":${row}}\n`
        if (page.rows.length < rowsAtOnce) break
      }
      await client.query('close r')
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function* fileLines(files: FileStore, digest: string): AsyncGenerator<string> {
  const content = await files.get(digest)
  if (content === null) return
  let kept = Buffer.alloc(0)
  const line = (bytes: Buffer, last: boolean) =>
    `${JSON.stringify({ file: digest, last, bytes: bytes.toString('base64') })}\n`
  for await (const chunk of content) {
    kept = Buffer.concat([kept, chunk])
    if (kept.length < pieceBytes) continue
    yield line(kept, false)
    kept = Buffer.alloc(0)
  }
  yield line(kept, true)
}
