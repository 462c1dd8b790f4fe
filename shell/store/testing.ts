// SPDX-License-Identifier: Apache-2.0
/** For tests only: every test file gets an own database, cloned from one migrated template. */

import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { openDatabase } from '../database/index.ts'
import { migrate } from './migrate.ts'

export interface TestDatabase {
  readonly url: string
  readonly region: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the one test server, started by whichever test file asks first. */
    testServerFolder: string
  }
}

const template = 'gongxin_template'

/** Call at the top of a test file; the database is dropped after its last test. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await serverOf(inject('testServerFolder'))
  const name = `t_${randomBytes(8).toString('hex')}`
  await administer(server, `create database ${name} template ${template}`)
  afterAll(() => administer(server, `drop database if exists ${name} with (force)`))
  return { url: nameIn(server, name), region: '450200' }
}

/** An empty database without tables, for what makes its own. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  const server = await serverOf(inject('testServerFolder'))
  const name = `e_${randomBytes(8).toString('hex')}`
  await administer(server, `create database ${name}`)
  afterAll(() => administer(server, `drop database if exists ${name} with (force)`))
  return { url: nameIn(server, name), region: '450200' }
}

async function serverOf(folder: string): Promise<string> {
  const ready = join(folder, 'ready')
  const first = await mkdir(join(folder, 'starting')).then(
    () => true,
    () => false,
  )
  if (first) {
    try {
      return await startServer(folder, ready)
    } catch (error) {
      await rm(join(folder, 'starting'), { recursive: true })
      throw error
    }
  }
  for (let spent = 0; spent < 60_000; spent += 50) {
    const url = await readFile(ready, 'utf8').catch(() => '')
    if (url !== '') return url
    await wait(50)
  }
  throw new Error('the test server did not start')
}

async function startServer(folder: string, ready: string): Promise<string> {
  const database = await openDatabase({ dataFolder: folder, durable: false })
  await administer(database.url, `create database ${template}`)
  await migrate(nameIn(database.url, template))
  await writeFile(ready, database.url)
  return database.url
}

function nameIn(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: nameIn(url, 'postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
