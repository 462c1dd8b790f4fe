// SPDX-License-Identifier: Apache-2.0
/** The database of this installation: an outside PostgreSQL where one is named, else our own. */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries } from './binaries.ts'
import {
  findServer,
  makeCluster,
  type Server,
  serverUrl,
  startServer,
  stopServer,
} from './cluster.ts'
import { choosePlace, type Place } from './place.ts'
import { watchServer } from './revival.ts'

export interface DatabaseConfig {
  /** Address of an outside PostgreSQL. */
  readonly databaseUrl?: string | undefined
  /** Address of the outside database of the vault; beside the other one where none is named. */
  readonly vaultDatabaseUrl?: string | undefined
  readonly dataFolder: string
  /** False trades safety for speed, in tests alone. */
  readonly durable?: boolean
}

export interface Database {
  readonly url: string
  /** Of the vault: what lies closed until a deadline is kept in a database of its own. */
  readonly vaultUrl: string
  readonly embedded: boolean
  /** Folder that really holds the embedded cluster. */
  readonly folder: string | null
  /** Stops the server if we are answerable for it; harmless when called twice. */
  stop(): Promise<void>
}

const name = 'gongxin'
const vaultSuffix = '_vault'

export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  if (config.databaseUrl) {
    await checkTrigrams(config.databaseUrl)
    const vaultUrl = config.vaultDatabaseUrl ?? (await databaseBeside(config.databaseUrl))
    const outside = { embedded: false, folder: null, stop: async () => {} }
    return { url: config.databaseUrl, vaultUrl, ...outside }
  }
  const binaries = await findBinaries()
  if (binaries === null) {
    throw new Error('No PostgreSQL found: run "npm ci" again or set DATABASE_URL.')
  }
  const place = await choosePlace(config.dataFolder, binaries)
  await makeCluster(place)
  const durable = config.durable ?? true
  const server = await startServer(place, { durable })
  const mine = await takeCare(place, server)
  const onRevived = async (next: Server) => {
    await takeCare(place, next)
  }
  const watch = mine ? watchServer(server, { place, durable, onRevived }) : null
  const stop = once(async () => {
    if (watch !== null) await stopServer(place, await watch.end())
  })
  try {
    await createOnce(server)
    const url = serverUrl(server, name)
    await checkTrigrams(url)
    const vaultUrl = await databaseBeside(url)
    return { url, vaultUrl, embedded: true, folder: place.folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Stops whatever server of ours runs for the folder, whoever started it. */
export async function stopDatabase(dataFolder: string): Promise<void> {
  const binaries = await findBinaries()
  if (binaries === null) return
  const place = await choosePlace(dataFolder, binaries)
  const server = await findServer(place)
  if (server) await stopServer(place, server)
}

/** A database whose locale knows no Chinese letters would search in silence and find nothing. */
export async function checkTrigrams(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('create extension if not exists pg_trgm')
    const { rows } = await client.query<{ size: number }>(
      `select cardinality(show_trgm('柳州市政')) as size`,
    )
    if ((rows[0]?.size ?? 0) > 0) return
    throw new Error('The database cannot search Chinese text: its LC_CTYPE must be a UTF-8 locale.')
  })
}

/** Whoever starts the server stops it; if that process died, whoever finds the server does. */
async function takeCare(place: Place, server: Server): Promise<boolean> {
  const path = join(place.folder, 'keeper')
  const [keeper, pid] = (await readFile(path, 'utf8').catch(() => '')).split(' ').map(Number)
  const kept = pid === server.pid && keeper !== undefined && alive(keeper)
  if (kept && !server.fresh) return false
  await writeFile(path, `${process.pid} ${server.pid}`)
  return true
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function createOnce(server: Server): Promise<void> {
  await createIn(serverUrl(server, 'postgres'), name)
}

/** The database of the vault on the same server, made where it is not there yet. */
async function databaseBeside(url: string): Promise<string> {
  const address = new URL(url)
  const beside = `${decodeURIComponent(address.pathname.slice(1)) || name}${vaultSuffix}`
  address.pathname = `/${encodeURIComponent(beside)}`
  await createIn(url, beside).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`No database for the vault: set GONGXIN_VAULT_DATABASE_URL (${why}).`)
  })
  await checkTrigrams(address.href)
  return address.href
}

async function createIn(url: string, database: string): Promise<void> {
  await withClient(url, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0) {
      await client.query(`create database ${pg.escapeIdentifier(database)}`)
    }
  })
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}
