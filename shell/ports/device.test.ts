// SPDX-License-Identifier: Apache-2.0
/** A module asked over HTTP: its answers are checked, and what does not answer is never replaced. */

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBytes, hex, utf8 } from '@gongxin/trust/canonical'
import {
  decryptSm2,
  encryptSm2,
  signSm2Digest,
  sm2PublicKey,
  sm3Digest,
  verifyingKey,
  verifySm2,
} from '@gongxin/trust/suites'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { connectPorts, deviceOverHttp } from './index.ts'

const pin = 'code-of-the-test'
const privateKey = sm3Digest(utf8('module'))
const publicKey = hex(sm2PublicKey(privateKey) ?? privateKey)
const message = utf8('文书')
const patience = { timeoutMs: 500, attempts: 1, pauseMs: 1 }
const bytes = (text: string) => findBytes(text) ?? new Uint8Array(0)
/** A module that signs something else than it was asked. */
let lies = false

const module = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const { digest = '', cipher = '' } = JSON.parse(Buffer.concat(parts).toString() || '{}')
    const [status, body] = answer(request.url ?? '', request.headers['x-key-pin'], digest, cipher)
    response.writeHead(status).end(JSON.stringify(body))
  })
})

function answer(path: string, code: unknown, digest: string, cipher: string): [number, object] {
  if (code !== pin) return [403, {}]
  if (path === '/keys/3') return [200, { sign: publicKey, encrypt: publicKey }]
  if (path === '/keys/3/sign') {
    const of = lies ? sm3Digest(message) : bytes(digest)
    return [200, { signature: hex(signSm2Digest({ privateKey, entropy: message }, of)) }]
  }
  const plain = decryptSm2(privateKey, bytes(cipher))
  return plain === undefined ? [422, { code: 'not-decrypted' }] : [200, { plain: hex(plain) }]
}

let url: string
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongxin-device-'))
  await new Promise<void>((resolve) => module.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(module.address() as AddressInfo).port}`
})
afterAll(() => {
  module.close()
  module.closeAllConnections()
  rmSync(folder, { recursive: true })
})

test('signs and unwraps over there, and what comes back holds', async () => {
  const { signer, unwrapper } = await deviceOverHttp({ url, pin, index: 3, patience })
  const key = verifyingKey(signer.publicKey)
  const signature = await signer.sign(message)
  expect(key !== undefined && verifySm2(key, { message, signature })).toBe(true)
  const cipher = encryptSm2(unwrapper.publicKey, message, sm3Digest(message))
  expect(await unwrapper.unwrap(cipher)).toEqual(message)
  const last = cipher.length - 1
  const altered = cipher.map((byte, i) => (i === last ? byte ^ 1 : byte))
  expect(await unwrapper.unwrap(altered)).toBeUndefined()
})

test('a signature over something else is never handed on', async () => {
  const { signer } = await deviceOverHttp({ url, pin, index: 3, patience })
  lies = true
  await expect(signer.sign(message)).rejects.toThrow(Unavailable)
  lies = false
})

test('a wrong code and a silent module are unavailable, without the code in the words', async () => {
  const wrong = deviceOverHttp({ url, pin: 'wrong-code', index: 3, patience })
  await expect(wrong).rejects.toThrow(Unavailable)
  await expect(wrong).rejects.not.toThrow('wrong-code')
  const silent = deviceOverHttp({ url: 'http://127.0.0.1:1', pin, index: 3, patience })
  await expect(silent).rejects.toThrow(Unavailable)
})

test('where a module is configured no file takes its place; where none is, a file is the key for life', async () => {
  const ca = { GONGXIN_CA_URL: 'http://127.0.0.1:1', GONGXIN_MODE: 'demo' }
  const gone = { ...ca, GONGXIN_HSM_URL: 'http://127.0.0.1:1', GONGXIN_HSM_PIN: pin }
  await expect(connectPorts(folder, gone).paperKey?.open()).rejects.toThrow(Unavailable)
  const first = await connectPorts(folder, ca).paperKey?.open()
  const again = await connectPorts(folder, ca).paperKey?.open()
  expect(first?.publicKey).toBeDefined()
  expect(again?.publicKey).toEqual(first?.publicKey)
  expect(connectPorts(folder, {}).paperKey).toBeNull()
})
