// SPDX-License-Identifier: Apache-2.0
/** The whole platform as `npm start` runs it, on an empty data folder of its own. */

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Stand {
  readonly url: string
  stop(): Promise<void>
}

const root = resolve(import.meta.dirname, '..')
const patienceMs = 240_000

export async function startStand(): Promise<Stand> {
  const data = await mkdtemp(join(tmpdir(), 'gongxin-e2e-'))
  const port = await freePort()
  const program = spawn(process.execPath, ['tools/start.mjs', '--no-city'], {
    cwd: root,
    env: { ...withoutTest(process.env), PORT: String(port), GONGXIN_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>((done) => program.once('exit', () => done()))
  await new Promise<void>((ready, fail) => {
    const timer = setTimeout(() => fail(new Error(`not ready in time:\n${said}`)), patienceMs)
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (!said.includes('演示身份')) return
      clearTimeout(timer)
      ready()
    }
    program.stdout.on('data', hear)
    program.stderr.on('data', hear)
    program.once('exit', () => fail(new Error(`ended at once:\n${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      program.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** A test's own time zone and markers are not for the server. */
function withoutTest(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, TZ: ___, DATABASE_URL: ____, ...rest } = environment
  return rest
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => found(port))
    })
  })
}
