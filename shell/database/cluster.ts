// SPDX-License-Identifier: Apache-2.0
/** Makes a cluster, starts its server or adopts the one already running, and stops it. */

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { exists, programPath } from './binaries.ts'
import type { Place } from './place.ts'
import { serverSettings } from './settings.ts'

export interface Server {
  readonly port: number
  readonly pid: number
  readonly password: string
  /** True when this call started it, false when it was found running. */
  readonly fresh: boolean
}

export interface Starting {
  readonly durable: boolean
  /** Any free one where none is named. */
  readonly port?: number
}

const attempts = 5
const startMs = 60_000

/** Makes the cluster on first use. A half-made one is thrown away: it never held data. */
export async function makeCluster(place: Place): Promise<void> {
  if (await exists(join(place.data, 'PG_VERSION'))) return
  const half = `${place.data}.new`
  await rm(half, { recursive: true, force: true })
  // The parent stays open to the server's user; only the cluster itself is closed.
  await mkdir(half, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  await writeFile(join(place.folder, 'password'), password, { mode: 0o600 })
  const secret = join(tmpdir(), `gongxin-${randomBytes(9).toString('hex')}`)
  await writeFile(secret, password, { mode: 0o600 })
  try {
    if (place.user) {
      await chown(half, place.user.uid, place.user.gid)
      await chown(secret, place.user.uid, place.user.gid)
    }
    await initialise(place, half, secret)
  } finally {
    await rm(secret, { force: true })
  }
  await rename(half, place.data)
}

/** Answers a server that accepts connections, be it new or already running. */
export async function startServer(place: Place, how: Starting): Promise<Server> {
  const password = await readFile(join(place.folder, 'password'), 'utf8')
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const running = await adopt(place, password)
    if (running) return running
    const started = await launch(place, password, how)
    if (started) return started
  }
  const log = await readFile(join(place.folder, 'server.log'), 'utf8').catch(() => '')
  throw new Error(
    `The embedded database does not start: ${log.trim().split('\n').slice(-5).join(' | ')}`,
  )
}

/** The server running on the cluster, if there is one. */
export async function findServer(place: Place): Promise<Server | null> {
  const password = await readFile(join(place.folder, 'password'), 'utf8').catch(() => null)
  return password === null ? null : adopt(place, password)
}

export type Condition = 'running' | 'stopped' | 'died'

/** Who is told to stop takes its lock along; who dies leaves it behind. */
export async function conditionOf(place: Place, { pid }: Server): Promise<Condition> {
  if (await isServer(place, pid)) return 'running'
  return (await readLock(place)) === null ? 'stopped' : 'died'
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(place: Place, server: Server): Promise<void> {
  const gone = async (withinMs: number) => {
    for (let spent = 0; spent < withinMs; spent += 20) {
      // The lock file goes a little before the process does.
      if (!(await isServer(place, server.pid))) return true
      await wait(20)
    }
    return false
  }
  if ((await readLock(place))?.pid !== server.pid) return
  if (!(await isServer(place, server.pid))) return
  signal(server.pid, 'SIGINT')
  if (await gone(15_000)) return
  signal(server.pid, 'SIGQUIT')
  await gone(5_000)
}

export function serverUrl(server: Server, database: string): string {
  return `postgres://postgres:${server.password}@127.0.0.1:${server.port}/${database}`
}

async function initialise(place: Place, data: string, secret: string): Promise<void> {
  const own = place.binaries.major >= 17
  const failures: string[] = []
  // Under the C locale trigrams of Chinese text are silently empty, so C is the last resort.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const provider = own ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
    const child = run(place, 'initdb', {
      options: [
        ...['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', secret],
        ...['-E', 'UTF8', `--locale=${locale}`, ...provider],
      ],
      output: 'pipe',
    })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    const code = await new Promise((resolve) => child.once('close', resolve).once('error', resolve))
    if (code === 0) return
    failures.push(said.trim())
  }
  throw new Error(`The embedded database cannot be made: ${failures[0]}`)
}

async function launch(
  place: Place,
  password: string,
  { durable, port: wanted }: Starting,
): Promise<Server | null> {
  const port = wanted ?? (await freePort())
  const log = await open(join(place.folder, 'server.log'), 'w', 0o600)
  const settings = serverSettings(place.binaries.major, durable)
  const child = run(place, 'postgres', {
    options: ['-D', place.data, '-p', String(port), ...settings.flatMap((line) => ['-c', line])],
    output: log.fd,
  })
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  await log.close()
  child.unref()
  // An open port is too early: only an accepted connection says that recovery is over.
  for (let spent = 0; spent < startMs && !ended; spent += 20) {
    const server = { port, pid: child.pid ?? 0, password, fresh: true }
    if (await answers(server, place)) return server
    await wait(20)
  }
  if (!ended) child.kill('SIGQUIT')
  return null
}

async function adopt(place: Place, password: string): Promise<Server | null> {
  for (let spent = 0; spent < startMs; spent += 50) {
    const lock = await readLock(place)
    if (lock === null) return null
    const server = { ...lock, password, fresh: false }
    if (lock.port > 0 && (await answers(server, place))) return server
    if (!(await isServer(place, lock.pid))) {
      // The server died without cleaning up and its pid may belong to somebody else by now.
      await rm(join(place.data, 'postmaster.pid'), { force: true })
      return null
    }
    await wait(50)
  }
  return null
}

async function answers(server: Server, place: Place): Promise<boolean> {
  const client = new pg.Client({
    connectionString: serverUrl(server, 'postgres'),
    connectionTimeoutMillis: 3_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === place.data
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function readLock(place: Place): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const [pid, , , port] = text.split('\n')
  return { pid: Number(pid), port: Number(port) || 0 }
}

/** A signal of 0 also reaches zombies and strangers, so the command line is read where it can be. */
async function isServer(place: Place, pid: number): Promise<boolean> {
  if (await exists('/proc/self/cmdline')) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return line.includes(place.data)
  }
  return signal(pid, 0)
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

function run(
  place: Place,
  program: 'initdb' | 'postgres',
  how: { options: readonly string[]; output: number | 'pipe' },
): ChildProcess {
  return spawn(programPath(place.binaries, program), how.options, {
    cwd: '/',
    // An own group: a Ctrl-C at the terminal must reach us first, so that requests can end.
    detached: program === 'postgres',
    stdio: ['ignore', 'ignore', how.output],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(place.user ?? {}),
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
