// SPDX-License-Identifier: Apache-2.0
/** What every file store must keep: content under its own digest, whole or not at all. */

import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createFileStore } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'gongxin-files-'))
const files = createFileStore(folder)
afterAll(() => rm(folder, { recursive: true }))

async function* chunks(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text)
}

async function stored() {
  const list: unknown[] = []
  for await (const file of files.list()) list.push(file)
  return list
}

async function text(digest: string, range?: { first: number; last: number }): Promise<string> {
  const stream = await files.get(digest, range)
  const parts: Buffer[] = []
  for await (const part of stream ?? []) parts.push(part)
  return Buffer.concat(parts).toString()
}

it('a file is named by the SM3 of its content and read back whole or in part', async () => {
  const put = await files.put(chunks('招标', '文件'))
  const digest = createHash('sm3').update('招标文件').digest('hex')
  expect(put).toEqual({ digest, size: 12 })
  expect(await text(digest)).toBe('招标文件')
  expect(await text(digest, { first: 6, last: 11 })).toBe('文件')
  expect(await files.size(digest)).toBe(12)
  const at = join(folder, digest.slice(0, 2), digest.slice(2, 4))
  expect(await readdir(at)).toEqual([digest])
})

it('the digest of the standard example is the published one', async () => {
  const put = await files.put(chunks('abc'))
  expect(put).toMatchObject({
    digest: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  })
})

it('the same content twice is one object, at the same time too', async () => {
  const twice = await Promise.all([files.put(chunks('same')), files.put(chunks('sa', 'me'))])
  expect(twice[0]).toEqual(twice[1])
  expect(await stored()).toHaveLength(3)
})

it('nothing is left of what is too large or breaks off', async () => {
  expect(await files.put(chunks('12345', '67890'), 9)).toBe('too-large')
  async function* broken() {
    yield new Uint8Array(4)
    throw new Error('connection lost')
  }
  await expect(files.put(broken())).rejects.toThrow('connection lost')
  expect(await readdir(join(folder, 'arriving'))).toEqual([])
  expect(await stored()).toHaveLength(3)
})

it('a name that is no digest finds nothing, wherever it points', async () => {
  for (const name of ['../../etc/passwd', '', '0'.repeat(64), 'A'.repeat(64)]) {
    expect(await files.get(name)).toBeNull()
    expect(await files.has(name)).toBe(false)
  }
})
