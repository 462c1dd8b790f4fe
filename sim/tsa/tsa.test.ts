// SPDX-License-Identifier: Apache-2.0
/** The demo time-stamp authority: a token for this digest, this nonce and this moment, under the root of the demo. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMinutes, instantOfEpoch } from '@gongxin/core/kernel'
import { utf8 } from '@gongxin/trust/canonical'
import { findCertificate } from '@gongxin/trust/certificate'
import { findTimestampReply, verifyTimestamp, writeTimestampQuery } from '@gongxin/trust/cms'
import { sm3Digest } from '@gongxin/trust/suites'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAuthority } from '../ca/index.ts'
import type { Running } from '../serving/index.ts'
import { startStamping } from './index.ts'

let folder: string
let authority: Running
let stamping: Running
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongxin-tsa-'))
  authority = await startAuthority({ port: 0, folder, platform: undefined })
  stamping = await startStamping({ port: 0, authority: authority.url, platform: undefined })
})
afterAll(async () => {
  await stamping.stop()
  await authority.stop()
  rmSync(folder, { recursive: true })
})

const nonce = Uint8Array.of(0x61, 2, 3)
const text = utf8('回执')

async function asked(query: Uint8Array) {
  const response = await fetch(stamping.url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(query),
  })
  expect(response.headers.get('content-type')).toBe('application/timestamp-reply')
  return findTimestampReply(new Uint8Array(await response.arrayBuffer()))
}

const rootOf = async () => {
  const bytes = await (await fetch(new URL('/root', authority.url))).arrayBuffer()
  const root = findCertificate(new Uint8Array(bytes))
  if (root === undefined) throw new Error('the root is not read')
  return root
}

test('a digest is stamped with the moment and the nonce, and holds under the root', async () => {
  const query = { imprint: sm3Digest(text), nonce, withCertificate: true }
  const token = await asked(writeTimestampQuery(query))
  if (token === undefined) throw new Error('no token')
  const roots = [await rootOf()]
  const verdict = verifyTimestamp(token, text, { roots })
  if (!verdict.ok) throw new Error(verdict.fault)
  expect(verdict.info.nonce).toEqual(nonce)
  const now = instantOfEpoch(Date.now())
  expect(verdict.info.at <= now && verdict.info.at > addMinutes(now, -5)).toBe(true)
  expect(verifyTimestamp(token, utf8('另一份'), { roots })).toMatchObject({ fault: 'TSA_IMPRINT' })
  expect(verifyTimestamp(token, text, { roots: [] })).toMatchObject({ fault: 'CERT_UNTRUSTED' })
})

test('what is no query, or of another digest, gets a plain no', async () => {
  expect(await asked(utf8('no query'))).toBeUndefined()
  const short = writeTimestampQuery({ imprint: new Uint8Array(20), withCertificate: true })
  expect(await asked(short)).toBeUndefined()
})
