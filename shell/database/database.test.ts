// SPDX-License-Identifier: Apache-2.0
/** Our own server: started once, found again, safe after a crash, and gone when told to stop. */

import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it, vi } from 'vitest'
import { openDatabase, stopDatabase } from './index.ts'
import { serverSettings } from './settings.ts'

// A cluster is made, and servers start and stop: on a machine that has much to do that takes its time.
vi.setConfig({ testTimeout: 90_000 })

const dataFolder = await mkdtemp(join(tmpdir(), 'gongxin-database-'))
await chmod(dataFolder, 0o755)
afterAll(async () => {
  vi.resetConfig()
  await stopDatabase(dataFolder)
  await rm(dataFolder, { recursive: true, force: true })
})

const open = () => openDatabase({ dataFolder, durable: false })

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function serverPid(folder: string | null): Promise<number> {
  const text = await readFile(join(folder ?? '', 'data', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

it('data survive a stop and a start, and Chinese text can be searched', async () => {
  const first = await open()
  expect(first.embedded).toBe(true)
  await query(first.url, `create table kept as select '柳州' as name`)
  const [words] = await query(first.url, `select show_trgm('柳州市政') as list`)
  expect(words.list.length).toBeGreaterThan(0)
  const pid = await serverPid(first.folder)
  await first.stop()
  // A process that has ended but is not yet collected has no command line any more.
  expect(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).toBe('')
  const second = await open()
  expect(await query(second.url, 'select name from kept')).toEqual([{ name: '柳州' }])
  await second.stop()
})

it('a running server is adopted, and only who started it stops it', async () => {
  const first = await open()
  const second = await open()
  expect(second.url).toBe(first.url)
  await second.stop()
  expect(await query(first.url, 'select 1 as n')).toEqual([{ n: 1 }])
  await Promise.all([first.stop(), first.stop()])
  await expect(query(first.url, 'select 1')).rejects.toThrow()
})

it('a server that was killed starts again with what was committed', async () => {
  const first = await open()
  process.kill(await serverPid(first.folder), 'SIGKILL')
  const second = await open()
  expect(await query(second.url, 'select name from kept')).toEqual([{ name: '柳州' }])
  // Either may have been the one who started it anew, and only that one stops it.
  await Promise.all([first.stop(), second.stop()])
  await expect(serverPid(first.folder)).rejects.toThrow('ENOENT')
})

it('a stop that meets a revival waits for it and leaves no server behind', async () => {
  const database = await open()
  const old = await serverPid(database.folder)
  process.kill(old, 'SIGKILL')
  // Held where it has its lock. One that ends at once, for its forebear is not quite gone, is not the one.
  const revived = await vi.waitFor(
    async () => {
      const pid = await serverPid(database.folder)
      expect(pid).toBeGreaterThan(0)
      expect(pid).not.toBe(old)
      process.kill(pid, 'SIGSTOP')
      const [, state] = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')
      expect(state?.[0]).toBe('T')
      return pid
    },
    { timeout: 30_000, interval: 2 },
  )
  const stopping = database.stop()
  const first = await Promise.race([
    stopping.then(() => 'stopped'),
    wait(1_000, 'waits for the revival'),
  ])
  process.kill(revived, 'SIGCONT')
  expect(first).toBe('waits for the revival')
  await stopping
  await expect(serverPid(database.folder)).rejects.toThrow('ENOENT')
})

it('the password is asked for and is not readable by others', async () => {
  const database = await open()
  const address = new URL(database.url)
  address.password = 'wrong'
  await expect(query(address.href, 'select 1')).rejects.toThrow('password')
  await database.stop()
})

it('a server in earnest gives up no durability for speed', () => {
  const settings = serverSettings(18, true).join(' ')
  expect(settings).toContain('fsync=on synchronous_commit=on full_page_writes=on')
})

it('an outside database is used as it is and never stopped', async () => {
  const own = await open()
  const outside = await openDatabase({ dataFolder: '/nowhere', databaseUrl: own.url })
  expect(outside).toMatchObject({ url: own.url, embedded: false, folder: null })
  await outside.stop()
  expect(await query(own.url, 'select 1 as n')).toEqual([{ n: 1 }])
  await own.stop()
})
