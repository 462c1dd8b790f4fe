// SPDX-License-Identifier: Apache-2.0
/** `gongxin migrate`: brings the tables of the database up to this version. */

import { readConfig } from '../config/index.ts'
import { openDatabase } from '../database/index.ts'
import { migrate } from '../store/index.ts'

export async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log('gongxin migrate\n  Applies the migrations that the database does not have yet.')
    return 0
  }
  if (args.length > 0) {
    console.error(`migrate: unknown argument ${args[0]}`)
    return 2
  }
  const database = await openDatabase(readConfig())
  try {
    const applied = [
      ...(await migrate(database.url)),
      ...(await migrate(database.vaultUrl)).map((name) => `${name} (vault)`),
    ]
    for (const name of applied) console.log(`migrated ${name}`)
    console.log(
      applied.length === 0 ? 'nothing to migrate' : `${applied.length} migrations applied`,
    )
    return 0
  } finally {
    await database.stop()
  }
}
