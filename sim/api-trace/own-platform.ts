// SPDX-License-Identifier: Apache-2.0
/** Everything a trace needs, started for it alone and gone with it: platform, bank, library, authorities, module. */

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startBank } from '../bank/index.ts'
import { startAuthority } from '../ca/index.ts'
import { startModule } from '../hsm/index.ts'
import { startLibrary } from '../library/index.ts'
import { startStamping } from '../tsa/index.ts'

export interface OwnPlatform {
  readonly url: string
  readonly bank: string
  stop(): Promise<void>
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const mostStartMs = 90_000

/** The platform runs as a program of its own, exactly as it is served; nothing of it is imported. */
export async function startOwnPlatform(seed: number): Promise<OwnPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-trace-'))
  // The database may run as another user, who must be able to walk in.
  await chmod(folder, 0o755)
  const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const key = randomBytes(16).toString('hex')
    const library = await startLibrary({ port: 0, seed })
    closing.push(library.stop)
    const bank = await startBank({
      port: 0,
      ledger: join(folder, 'bank.jsonl'),
      platform: url,
      key,
    })
    closing.push(bank.stop)
    const authority = await startAuthority({ port: 0, folder: join(folder, 'ca'), platform: url })
    closing.push(authority.stop)
    const stamping = await startStamping({ port: 0, authority: authority.url, platform: url })
    closing.push(stamping.stop)
    const module = await startModule({ port: 0, folder: join(folder, 'hsm'), pin: key })
    closing.push(module.stop)
    const server = serving({
      ...{ PORT: String(port), GONGXIN_DATA: folder, GONGXIN_MODE: 'demo' },
      ...{ GONGXIN_BANK_URL: bank.url, GONGXIN_LIBRARY_URL: library.url, GONGXIN_BANK_KEY: key },
      ...{ GONGXIN_CA_URL: authority.url, GONGXIN_TSA_URL: stamping.url },
      ...{ GONGXIN_HSM_URL: module.url, GONGXIN_HSM_PIN: key },
    })
    closing.push(() => ended(server))
    await ready(url, server)
    return { url, bank: bank.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function serving(environment: Readonly<Record<string, string>>): ChildProcess {
  const program = ['--import', 'tsx', join(root, 'shell', 'cli', 'main.ts'), 'serve']
  return spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + mostStartMs; Date.now() < until; ) {
    if (server.exitCode !== null) throw new Error(`the platform ended with ${server.exitCode}`)
    const answer = await fetch(new URL('/readyz', url)).catch(() => null)
    if (answer?.ok === true) return
    await wait(100)
  }
  throw new Error('the platform did not get ready')
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGTERM')
  await gone
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
