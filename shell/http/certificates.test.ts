// SPDX-License-Identifier: Apache-2.0
/** Certificates through the platform: in the own name alone, and nowhere else than from the authority. */

import { certificateFor, testAccredited } from '@gongxin/core/testing'
import { certificateRequest } from '@gongxin/core/trading/bid'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { findRequest } from '@gongxin/trust/certificate'
import { sm3Digest } from '@gongxin/trust/suites'
import { expect, test } from 'vitest'
import { stage } from './testing.ts'

const asked: string[] = []
const { app, cookieOf } = await stage({
  authority: {
    accredited: async () => testAccredited,
    async certify(request) {
      asked.push(request)
      const { publicKey } = findRequest(findBytes(request) ?? new Uint8Array(0)) ?? {}
      const bidder = { uscc: 'any', name: '任意' }
      return publicKey === undefined ? [] : [hex(certificateFor(bidder, publicKey))]
    },
    revocationLists: async () => [],
  },
})
const alone = await stage()

const keys = { ticket: sm3Digest(new Uint8Array(1)) }
const requestOf = (uscc: string) =>
  certificateRequest(keys, { uscc, name: '本单位' }, sm3Digest(new Uint8Array(2)))

async function sent(on: typeof alone, persona: string, request: string) {
  const headers = { cookie: await on.cookieOf(persona) }
  const url = '/api/certificates'
  return on.app.inject({ method: 'POST', url, headers, payload: { request } })
}

async function organisation(): Promise<string> {
  const headers = { cookie: await cookieOf('bidder1') }
  return (await app.inject({ url: '/api/session', headers })).json().organisation
}

test('a bidder is certified in the own name, and for a key that the bidder holds', async () => {
  const own = await organisation()
  const [on, by] = [{ ...alone, app, cookieOf }, 'bidder1']
  const answer = await sent(on, by, requestOf(own))
  expect([answer.statusCode, answer.json().certificates.length]).toEqual([201, 1])
  expect(asked).toEqual([requestOf(own)])
  const broken = requestOf(own).slice(0, -2)
  for (const other of [requestOf('91450200MA60000009'), `${broken}00`, broken]) {
    expect((await sent(on, by, other)).statusCode).toBe(400)
  }
  expect((await sent(on, 'tenderOwner', requestOf(own))).statusCode).toBe(403)
  expect(asked).toHaveLength(1)
})

test('the accredited list is for everybody; without authority a demo seals uncertified', async () => {
  const at = { url: '/api/certificates' }
  expect((await app.inject(at)).json()).toEqual({ list: testAccredited, optional: false })
  expect((await alone.app.inject(at)).json()).toEqual({ list: null, optional: true })
  const own = await organisation()
  expect((await sent(alone, 'bidder1', requestOf(own))).statusCode).toBe(503)
})

test('in production nothing is sealed uncertified', async () => {
  const strict = await stage({ mode: 'production' })
  const answer = await strict.app.inject({ url: '/api/certificates' })
  expect(answer.json()).toEqual({ list: null, optional: false })
})
