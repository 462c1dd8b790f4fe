// SPDX-License-Identifier: Apache-2.0
/** A cryptographic module asked over HTTP: its keys sign and decrypt over there and never come here. */

import { z } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import {
  findPoint,
  type Signer,
  sm2Digest,
  type Unwrapper,
  verifyingKey,
  verifySm2,
} from '@gongxin/trust/suites'
import { Unavailable } from '../store/index.ts'
import { ask, type Patience } from './request.ts'

export interface DeviceConnection {
  readonly url: string
  /** 私钥访问控制码, sent with every request and written nowhere. */
  readonly pin: string
  /** Which of its keys. */
  readonly index: number
  readonly patience?: Patience
}

export interface Device {
  readonly signer: Signer
  readonly unwrapper: Unwrapper
}

const whom = 'cryptographic module'
const publicKey = z.string().regex(/^04[0-9a-f]{128}$/)
const keys = z.object({ sign: publicKey, encrypt: publicKey })
const signed = z.object({ signature: z.string().regex(/^[0-9a-f]{128}$/) })
const opened = z.object({ plain: z.string().regex(/^(?:[0-9a-f]{2})+$/) })

/** Meets the module and learns its public keys. Rejects with Unavailable where it does not answer. */
export async function deviceOverHttp(connection: DeviceConnection): Promise<Device> {
  const { url, pin, index, patience } = connection
  const asked = { whom, headers: { 'x-key-pin': pin }, patience }
  const at = (what: string) => new URL(`/keys/${index}${what}`, url)
  const known = await ask({ ...asked, url: at(''), shape: keys })
  const own = { sign: bytesOf(known.sign), encrypt: bytesOf(known.encrypt) }
  if (findPoint(own.encrypt) === undefined) throw new Unavailable(`${whom}: no key`)
  return {
    signer: {
      publicKey: own.sign,
      async sign(message) {
        const [digest, key] = [sm2Digest(own.sign, message), verifyingKey(own.sign)]
        if (digest === undefined || key === undefined) throw new Unavailable(`${whom}: no key`)
        const body = { digest: hex(digest) }
        const answer = await ask({ ...asked, url: at('/sign'), body, shape: signed })
        const signature = bytesOf(answer.signature)
        // Checked here: what nobody can verify must not go out under our name.
        if (!verifySm2(key, { message, signature }))
          throw new Unavailable(`${whom}: a wrong answer`)
        return signature
      },
    },
    unwrapper: {
      publicKey: own.encrypt,
      async unwrap(cipher) {
        const body = { cipher: hex(cipher) }
        const shape = z.union([opened, z.object({ code: z.literal('not-decrypted') })])
        const answer = await ask({ ...asked, url: at('/decrypt'), body, shape, also: 422 })
        return 'plain' in answer ? bytesOf(answer.plain) : undefined
      },
    },
  }
}

function bytesOf(text: string): Uint8Array {
  return findBytes(text) ?? new Uint8Array(0)
}
