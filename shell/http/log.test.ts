// SPDX-License-Identifier: Apache-2.0
/** The log is served as plain files, each under one name, and never more than there is. */

import { findEntries, findNoteKey, leafHash, treeHash } from '@gongxin/trust/log'
import { beforeAll, expect, test } from 'vitest'
import { chainsIn } from '../log/testing.ts'
import { stage } from './testing.ts'

const { app, deps } = await stage()
const get = (url: string) => app.inject({ method: 'GET', url })

beforeAll(async () => {
  expect((await get('/log/checkpoint')).statusCode).toBe(404)
  const append = chainsIn(deps.store, deps.clock.now)
  await append('tender/T', ...Array.from({ length: 258 }, (_, i) => `Happened${i}`))
  await deps.log.sequence()
})

test('full files may be kept for ever, the others for a minute', async () => {
  const kept = async (path: string) => {
    const { statusCode, headers, rawPayload } = await get(path)
    expect([path, statusCode]).toEqual([path, 200])
    expect(headers['content-type']).toBe('application/octet-stream')
    return [rawPayload.length, headers['cache-control']]
  }
  const forever = 'public, max-age=31536000, immutable'
  expect(await kept('/log/tile/0/000')).toEqual([8192, forever])
  expect(await kept('/log/tile/0/001.p/2')).toEqual([64, 'public, max-age=60'])
  expect(await kept('/log/sha256/tile/1/000.p/1')).toEqual([32, 'public, max-age=60'])
  expect((await kept('/log/tile/entries/000'))[1]).toBe(forever)
})

test('leaves under both hashes are those of the entries', async () => {
  const { rawPayload } = await get('/log/tile/entries/001.p/2')
  const entries = findEntries(new Uint8Array(rawPayload)) ?? []
  for (const [path, algorithm] of [
    ['/log/tile/0/001.p/2', 'SM3'],
    ['/log/sha256/tile/0/001.p/2', 'SHA-256'],
  ] as const) {
    const leaves = entries.map((entry) => leafHash(entry, treeHash(algorithm)))
    expect((await get(path)).rawPayload).toEqual(Buffer.concat(leaves))
  }
})

test.each([
  '/log/tile/0/001',
  '/log/tile/0/001.p/3',
  '/log/tile/entries/001',
  '/log/tile/2/000.p/1',
  '/log/tile/0/1',
  '/log/tile/0/000.p/256',
  '/log/tile/0/%2e%2e/000',
  '/log/tile/',
  '/log/checkpoint',
  '/log/nothing',
])('%s is not there', async (path) => {
  expect((await get(path)).statusCode).toBe(404)
})

test('the policy names the keys, and nobody who could attest yet', async () => {
  const { body, headers } = await get('/log/policy')
  const lines = body.split('\n')
  expect(headers['cache-control']).toBe('no-store')
  const kinds = lines.flatMap((line) =>
    line.startsWith('log ') ? [findNoteKey(line.slice(4))?.kind] : [],
  )
  expect(kinds).toEqual(['sm2', 'ed25519'])
  expect(lines.slice(2)).toEqual(['group all 1', 'quorum all', ''])
})

test('the view tells where the log stands, and proves nothing that is not attested', async () => {
  const view = (await get('/api/log')).json()
  expect(view).toMatchObject({ recorded: { size: 258 }, attested: null, expected: 0 })
  expect(view.latest[0]).toMatchObject({ idx: 257, type: 'Happened257', tender: 'T' })
  expect((await get('/api/tenders/T/log/0')).statusCode).toBe(404)
})
