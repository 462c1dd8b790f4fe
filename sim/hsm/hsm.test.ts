// SPDX-License-Identifier: Apache-2.0
/** The demo cryptographic module: it signs and decrypts for whoever knows the code, and no answer holds a key. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBytes, hex, utf8 } from '@gongxin/trust/canonical'
import { encryptSm2, sm2Digest, sm3Digest, verifyingKey, verifySm2 } from '@gongxin/trust/suites'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../serving/index.ts'
import { startModule } from './index.ts'

const pin = 'code-of-the-test'
let folder: string
let module: Running
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongxin-hsm-'))
  module = await startModule({ port: 0, folder, pin })
})
afterAll(async () => {
  await module.stop()
  rmSync(folder, { recursive: true })
})

const said: string[] = []
async function ask(path: string, body?: object, code = pin) {
  const answer = await fetch(new URL(path, module.url), {
    headers: { 'x-key-pin': code },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  said.push(text)
  return { status: answer.status, body: JSON.parse(text) }
}
const bytes = (text: string) => findBytes(text) ?? new Uint8Array(0)
const message = utf8('文书')

test('signs a digest so that the public key of the index verifies the message', async () => {
  const publicKey = bytes((await ask('/keys/1')).body.sign)
  const digest = hex(sm2Digest(publicKey, message) ?? message)
  const { body } = await ask('/keys/1/sign', { digest })
  const key = verifyingKey(publicKey)
  const claim = { message, signature: bytes(body.signature) }
  expect(key !== undefined && verifySm2(key, claim)).toBe(true)
  const other = verifyingKey(bytes((await ask('/keys/2')).body.sign))
  expect(other !== undefined && verifySm2(other, claim)).toBe(false)
})

test('decrypts by another key than it signs with', async () => {
  const { sign, encrypt } = (await ask('/keys/1')).body
  const sealed = (key: string) => hex(encryptSm2(bytes(key), message, sm3Digest(message)))
  const { body } = await ask('/keys/1/decrypt', { cipher: sealed(encrypt) })
  expect(bytes(body.plain)).toEqual(message)
  expect((await ask('/keys/1/decrypt', { cipher: sealed(sign) })).status).toBe(422)
})

test('does nothing for a wrong code, an unknown index or a text in place of a digest', async () => {
  const digest = 'ab'.repeat(32)
  expect((await ask('/keys/1/sign', { digest }, 'another')).status).toBe(403)
  expect((await ask('/keys/1', undefined, '')).status).toBe(403)
  expect((await ask('/keys/65/sign', { digest })).status).toBe(404)
  expect((await ask('/keys/1/sign', { digest: '文书' })).status).toBe(400)
})

test('the same keys answer after a restart, and none was in any answer', async () => {
  const before = (await ask('/keys/1')).body
  await module.stop()
  module = await startModule({ port: 0, folder, pin })
  expect((await ask('/keys/1')).body).toEqual(before)
  const secrets = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(secrets.length).toBeGreaterThan(1)
  for (const secret of secrets) expect(said.join('\n')).not.toContain(secret)
})
