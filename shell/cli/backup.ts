// SPDX-License-Identifier: Apache-2.0
/** `gongxin backup FILE`: everything that is kept, files included, in one compressed file. */

import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { readConfig } from '../config/index.ts'
import { openDatabase } from '../database/index.ts'
import { type ArchiveTotals, migrate, writeArchive } from '../store/index.ts'
import { keptBy } from './kept.ts'

const usage = `gongxin backup FILE
  Writes all rows and files to FILE, JSON Lines compressed by gzip. It may run beside the server.`

export async function run(args: readonly string[]): Promise<number> {
  const [target, ...rest] = args
  if (target === '--help') {
    console.log(usage)
    return 0
  }
  if (target === undefined || target.startsWith('-') || rest.length > 0) {
    console.error('backup: exactly one FILE is needed')
    return 2
  }
  const config = readConfig()
  const database = await openDatabase(config)
  const path = resolve(target)
  const half = `${path}.part`
  try {
    await migrate(database.url)
    await migrate(database.vaultUrl)
    let totals: ArchiveTotals = { rows: 0, files: 0 }
    const lines = writeArchive(keptBy(database, config), (all) => {
      totals = all
    })
    const file = await open(half, 'w', 0o600)
    await pipeline(Readable.from(lines), createGzip(), file.createWriteStream({ flush: true }))
    await rename(half, path)
    console.log(`backed up ${totals.rows} rows and ${totals.files} files to ${path}`)
    return 0
  } finally {
    await rm(half, { force: true })
    await database.stop()
  }
}
