// SPDX-License-Identifier: Apache-2.0
/** A backup brings back every row and file as it was, or says why not and changes nothing. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moment } from '@gongxin/core/kernel'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFileStore } from '../files/index.ts'
import { createStore, searchVector } from '../store/index.ts'
import { testDatabase } from '../store/testing.ts'
import { run as backup } from './backup.ts'
import { run as restore } from './restore.ts'

const [source, target] = [await testDatabase(), await testDatabase()]
const [closedSource, closedTarget] = [await testDatabase(), await testDatabase()]
const folder = await mkdtemp(join(tmpdir(), 'gongxin-backup-'))
const file = join(folder, 'backup.gz')
const [from, to] = [createStore(source), createStore(target)]
const [closed, reopened] = [createStore(closedSource), createStore(closedTarget)]
afterAll(async () => {
  await Promise.all([from, to, closed, reopened].map((store) => store.close()))
  await rm(folder, { recursive: true })
})

let said: string[] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line) => said.push(line))
  vi.spyOn(console, 'error').mockImplementation((line) => said.push(line))
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

function at(url: string, name: string) {
  vi.stubEnv('DATABASE_URL', url)
  const vault = url === source.url ? closedSource : closedTarget
  vi.stubEnv('GONGXIN_VAULT_DATABASE_URL', vault.url)
  vi.stubEnv('GONGXIN_DATA', join(folder, name))
}

async function everything(store: typeof from) {
  const tables = ['event', 'payload', 'notice', 'file']
  const texts = tables.map((name) => `select '${name}' as name, t::text as row from ${name} t`)
  return (await store.pool.query(`${texts.join(' union all ')} order by 1, 2`)).rows
}

it('what is backed up is restored to the last byte', async () => {
  const now = moment('2026-11-24T00:00:00.123Z')
  const big = Buffer.alloc(1_000_000, '招标文件')
  const files = createFileStore(join(folder, 'a', 'files'))
  const stored = await files.put(
    (async function* () {
      yield big
    })(),
  )
  if (stored === 'too-large') throw new Error('unexpected')
  const entry = new Uint8Array([0, 1, 255])
  const body = { fen: 99_999_999_999_999, 名: '"引号"\\\n' }
  const plain = { salt: entry, originSalt: null, origin: null, hash: entry, entry, at: now }
  await from.events.append({
    stream: 'tender/1',
    expectedVersion: -1,
    events: [
      { ...plain, type: 'A', body },
      { ...plain, type: 'B', body: null },
    ],
    rows: [
      {
        table: 'notice',
        row: {
          ...{
            stream: 'tender/1',
            id: 'n',
            kind: 'k',
            published_at: now,
            title: '公告',
            body: '文',
          },
          search: searchVector("公告'", '柳州'),
        },
      },
      {
        table: 'file',
        row: { ...stored, media_type: 'text/plain', name: '招标文件.txt', stored_at: now },
      },
    ],
  })

  const bid = { ...plain, type: 'DocumentDownloaded', body }
  await closed.events.append({ stream: 'bid/1/2', expectedVersion: -1, events: [bid] })
  at(source.url, 'a')
  expect(await backup([file])).toBe(0)
  at(target.url, 'b')
  expect(await restore([file])).toBe(0)
  expect(said.at(-1)).toBe('restored 10 rows and 1 files')
  expect(await everything(to)).toEqual(await everything(from))
  expect(await everything(reopened)).toEqual(await everything(closed))
  const content = await createFileStore(join(folder, 'b', 'files')).get(stored.digest)
  const parts: Buffer[] = []
  for await (const part of content ?? []) parts.push(part)
  expect(Buffer.concat(parts).equals(big)).toBe(true)
})

it('a database that is not empty is replaced only by force', async () => {
  at(target.url, 'b')
  expect(await restore([file])).toBe(1)
  expect(said.at(-1)).toContain('not empty')
  expect(await restore([file, '--force'])).toBe(0)
  expect(await everything(to)).toEqual(await everything(from))
})

it('a backup that was cut short or changed leaves everything as it was', async () => {
  at(target.url, 'b')
  const whole = await readFile(file)
  const short = join(folder, 'short.gz')
  await writeFile(short, whole.subarray(0, whole.length - 20))
  expect(await restore([short, '--force'])).toBe(1)
  expect(said.at(-1)).toContain('damaged')
  await writeFile(short, 'something else')
  expect(await restore([short, '--force'])).toBe(1)
  expect(said.at(-1)).toContain('not a backup')
  expect(await everything(to)).toEqual(await everything(from))
})

it('a wrong call names what is missing', async () => {
  expect(await backup([])).toBe(2)
  expect(await restore(['/nowhere/at/all'])).toBe(2)
  expect(await restore(['--help'])).toBe(0)
})
