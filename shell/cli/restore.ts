// SPDX-License-Identifier: Apache-2.0
/** `gongxin restore FILE`: puts a backup into an empty installation. */

import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { readConfig } from '../config/index.ts'
import { openDatabase } from '../database/index.ts'
import { migrate, type RestoreFault, readArchive } from '../store/index.ts'
import { keptBy } from './kept.ts'

const usage = `gongxin restore FILE [--force]
  Puts a backup into an empty database; --force first throws away what the database holds.
  All of it is restored or nothing.`

const sentences: Record<RestoreFault, string> = {
  'not-an-archive': 'FILE is not a backup of this program',
  'archive-damaged': 'FILE is damaged or cut short; nothing was changed',
  'schema-differs': 'FILE was made by another version; restore it with that one, then upgrade',
  'database-not-empty': 'the database is not empty; --force throws away what it holds',
}

export async function run(args: readonly string[]): Promise<number> {
  const force = args.includes('--force')
  const [source, ...rest] = args.filter((argument) => argument !== '--force')
  if (source === '--help') {
    console.log(usage)
    return 0
  }
  if (source === undefined || source.startsWith('-') || rest.length > 0) {
    console.error('restore: exactly one FILE is needed')
    return 2
  }
  const readable = await access(source).then(
    () => true,
    () => false,
  )
  if (!readable) {
    console.error('restore: FILE cannot be read')
    return 2
  }
  const config = readConfig()
  const database = await openDatabase(config)
  try {
    await migrate(database.url)
    await migrate(database.vaultUrl)
    const kept = keptBy(database, config)
    const result = await readArchive({ kept, force }, linesOf(source))
    if (typeof result === 'string') {
      console.error(`restore: ${sentences[result]}`)
      return 1
    }
    console.log(`restored ${result.rows} rows and ${result.files} files`)
    return 0
  } finally {
    await database.stop()
  }
}

/** A file cut short ends the lines early; the missing foot then says so. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const plain = createReadStream(path).pipe(createGunzip())
  try {
    yield* createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && `${error.code}`.startsWith('Z_')))
      throw error
  }
}
