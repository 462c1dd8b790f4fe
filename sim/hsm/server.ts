// SPDX-License-Identifier: Apache-2.0
/** The demo 云密码机 over HTTP: keys by index that sign and decrypt inside, as in GM/T 0018, and never come out. */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { decryptSm2, signSm2Digest, sm2PublicKey } from '@gongxin/trust/suites'
import { keyIn } from '../ca/index.ts'
import {
  type Asking,
  found,
  type Replying,
  type Running,
  serveJson,
  shaped,
} from '../serving/index.ts'

export interface ModuleOptions {
  readonly port: number
  /** Where the keys are kept; a real module has no such folder. */
  readonly folder: string
  /** 私钥访问控制码: without it no private key does anything. */
  readonly pin: string
}

/** As in a real module, one key of each index signs and another decrypts. */
type Use = 'sign' | 'encrypt'
const mostIndices = 64

const digestBody = z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) })
const cipherBody = z.strictObject({ cipher: z.string().regex(/^(?:[0-9a-f]{2}){98,500}$/) })

export function startModule({ port, folder, pin }: ModuleOptions): Promise<Running> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Whatever index is asked, the same key answers for ever.
  const keyOf = (use: Use, index: number) => keyIn(join(folder, `${index}-${use}.key`))
  const guarded = (asking: Asking, then: (index: number) => Promise<Replying> | Replying) => {
    const index = Number(asking.parts[0])
    if (index < 1 || index > mostIndices) return reply(404, 'no-such-key')
    const given = asking.header('x-key-pin') ?? ''
    return samePin(given, pin) ? then(index) : reply(403, 'no-access-right')
  }
  return serveJson(port, [
    { method: 'GET', path: /^\/$/, answer: () => found({ name: '演示云密码机' }) },
    { method: 'GET', path: /^\/healthz$/, answer: () => found({ ok: true }) },
    {
      // SDF_ExportSignPublicKey_ECC and SDF_ExportEncPublicKey_ECC.
      method: 'GET',
      path: /^\/keys\/(\d{1,4})$/,
      answer: (asking) =>
        guarded(asking, (index) =>
          found({
            sign: hex(publicOf(keyOf('sign', index))),
            encrypt: hex(publicOf(keyOf('encrypt', index))),
          }),
        ),
    },
    {
      // SDF_InternalSign_ECC: the digest is `e`, made by whoever asks.
      method: 'POST',
      path: /^\/keys\/(\d{1,4})\/sign$/,
      answer: (asking) =>
        guarded(asking, (index) =>
          shaped(digestBody, asking.body, ({ digest }) => {
            const entropy = new Uint8Array(randomBytes(32))
            const signing = { privateKey: keyOf('sign', index), entropy }
            return found({ signature: hex(signSm2Digest(signing, bytesOf(digest))) })
          }),
        ),
    },
    {
      // SDF_InternalDecrypt_ECC: C1 ‖ C3 ‖ C2.
      method: 'POST',
      path: /^\/keys\/(\d{1,4})\/decrypt$/,
      answer: (asking) =>
        guarded(asking, (index) =>
          shaped(cipherBody, asking.body, ({ cipher }) => {
            const plain = decryptSm2(keyOf('encrypt', index), bytesOf(cipher))
            return plain === undefined ? reply(422, 'not-decrypted') : found({ plain: hex(plain) })
          }),
        ),
    },
  ])
}

function reply(status: number, code: string): Replying {
  return { status, body: { code } }
}

function publicOf(key: Uint8Array): Uint8Array {
  const publicKey = sm2PublicKey(key)
  if (publicKey === undefined) throw new Error('a key of the demo module is damaged')
  return publicKey
}

function bytesOf(text: string): Uint8Array {
  return findBytes(text) ?? new Uint8Array(0)
}

/** Compared as digests, so that neither length nor beginning can be felt out. */
function samePin(given: string, pin: string): boolean {
  const [one, other] = [given, pin].map((text) => createHash('sm3').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
