// SPDX-License-Identifier: Apache-2.0
/** The platform as a process of its own, built as `npm start` builds it, for tools that load it. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildServer } from '../build.mjs'
import { root } from '../tidy/sources.ts'

export * from './bidding.ts'
export * from './tendering.ts'
export { type Answer, connectWire, type Wire } from './wire.ts'

export interface Served {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Orderly: the database, if the server keeps it, is stopped as well. */
  stop(): Promise<void>
  /** As a power cut would: nothing is told, nothing is finished. */
  kill(): Promise<void>
}

export interface Serving {
  readonly dataFolder: string
  /** Without it the server keeps its own embedded database. */
  readonly databaseUrl?: string
  readonly port?: number
  /** Addresses with blanks between them. */
  readonly witnesses?: string
}

const readyMs = 60_000

/** Builds the program once; answers the file to be served from. */
export async function buildProgram(): Promise<string> {
  const folder = join(root, '.gongxin', `program-${process.pid}`)
  await buildServer(root, folder)
  return join(folder, 'serve.mjs')
}

export async function startServer(program: string, of: Serving): Promise<Served> {
  const port = of.port ?? (await freePort())
  const script = `import(${JSON.stringify(`file://${program}`)}).then((m) => m.run([]))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      GONGXIN_MODE: 'demo',
      GONGXIN_DATA: of.dataFolder,
      GONGXIN_ROOT: root,
      GONGXIN_WITNESSES: of.witnesses ?? '',
      ...(of.databaseUrl === undefined ? {} : { DATABASE_URL: of.databaseUrl }),
    },
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4_000)
  })
  const url = `http://127.0.0.1:${port}`
  for (let spent = 0; !(await isReady(url)); spent += 20) {
    if (child.exitCode !== null || spent > readyMs) throw new Error(`no server: ${said}`)
    await wait(20)
  }
  return { url, port, pid: child.pid ?? 0, stop: ending(child, 'SIGTERM'), kill: ending(child) }
}

function ending(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL') {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null)
  await answer?.arrayBuffer()
  return answer?.ok === true
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
