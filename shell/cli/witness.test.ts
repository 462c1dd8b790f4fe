// SPDX-License-Identifier: Apache-2.0
/** `gongxin witness` as its keeper meets it: help, wrong calls, and a process that is killed. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { stage } from '../http/testing.ts'
import { createLog } from '../log/index.ts'
import { chainsIn } from '../log/testing.ts'
import { run } from './witness.ts'

const log = 'http://127.0.0.1:9/log/'

test.each([
  ['--help', ['--help'], 0],
  ['nothing', [], 2],
  ['no folder', ['--log', log], 2],
  ['no address', ['--log', 'here', '--data', 'x'], 2],
  ['a name with a blank', ['--log', log, '--data', 'x', '--name', 'a b'], 2],
  ['a key of nobody', ['--log', log, '--data', 'x', '--key', 'a+b+c'], 2],
  ['an unknown flag', ['--nope'], 2],
])('%s', async (_, args, code) => {
  expect(await run(args)).toBe(code)
})

const command = fileURLToPath(new URL('../bin/gongxin.mjs', import.meta.url))
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

async function started(args: readonly string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [command, 'witness', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  for await (const part of child.stdout) {
    const [, url] = /ready (\S+)/.exec(String(part)) ?? []
    if (url !== undefined) return { child, url }
  }
  throw new Error('the witness did not start')
}

test('a witness that is killed outright comes back and goes on', async () => {
  const { app, deps } = await stage()
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-killed-'))
  const args = ['--log', `${url}/log/`, '--data', folder, '--name', '审计']
  const first = await started([...args, '--port', '0'])
  const place = { url: new URL(`${first.url}/`), key: undefined }
  const { store, clock, config } = deps
  const { dataFolder } = config
  const own = await createLog({ store, clock, dataFolder, witnesses: [place] })
  const append = chainsIn(store, clock.now)
  const seen = async () => {
    await deps.log.sequence()
    await own.publish()
    await own.settled()
    return (await own.standing()).witnesses.map((one) => one.seen?.size)
  }
  await append('tender/T', 'ProjectRegistered', 'FilingNotified')
  expect(await seen()).toEqual([2])

  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  await append('tender/T', 'EntryAdmitted')
  expect(await seen()).toEqual([2])

  const second = await started([...args, '--port', place.url.port])
  // The log waits a while before it asks one that was silent again; one that knows nothing does not.
  const later = await createLog({ store, clock, dataFolder, witnesses: [place] })
  await later.publish()
  await later.settled()
  expect((await later.standing()).attested?.size).toBe(3)
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
  expect(second.child.exitCode).toBe(0)
  await Promise.all([own.close(), later.close()])
  await rm(folder, { recursive: true, force: true })
}, 60_000)
