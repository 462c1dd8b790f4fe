// SPDX-License-Identifier: Apache-2.0
/** What strangers send: broken, huge, foreign, hostile. Each gets one plain answer. */

import { Broken } from '@gongxin/core/kernel'
import { expect, it } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { stage, testBankKey } from './testing.ts'

const { app, cookieOf, deps, acts, wait } = await stage({
  outcome: ({ act }) => {
    if (act === 'lost') throw new Unavailable('away')
    if (act === 'broken') throw new Broken('secret inner detail')
    if (act === 'stale') {
      const current = { version: 7, act: 'publish-notice', by: '韦芳', at: 'now' }
      return { kind: 'conflict', current }
    }
    if (act === 'reused') return { kind: 'key-reused' }
    if (act === 'publish-notice') {
      return { kind: 'malformed', issues: [{ path: '/x', message: 'raw' }] }
    }
    return { kind: 'not-found' }
  },
})
const cookie = await cookieOf('tenderOwner')

function act(name: string, headers: Record<string, string> = { 'idempotency-key': 'k1' }) {
  return app.inject({
    method: 'POST',
    url: `/api/tenders/T1/acts/${name}`,
    headers: { cookie, ...headers },
    payload: { body: {} },
  })
}

const draft = (body: unknown) =>
  app.inject({
    method: 'PUT',
    url: '/api/tenders/T1/drafts/notice',
    headers: { cookie },
    payload: { body },
  })

it('malformed JSON gets a clear Chinese sentence', async () => {
  const headers = { 'content-type': 'application/json' }
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers,
    payload: '{"a":',
  })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status: 400, kind: 'malformed', code: 'malformed-json' })
  expect(answer.json().detail).toContain('不是完整的JSON')
})

it('a key into the prototype is malformed', async () => {
  const headers = { 'content-type': 'application/json', cookie }
  const payload = '{"body":{"__proto__":{"admin":true}}}'
  const url = '/api/tenders/T1/drafts/notice'
  expect((await app.inject({ method: 'PUT', url, headers, payload })).statusCode).toBe(400)
})

it('another media type is 415, too much is 413', async () => {
  const xml = { 'content-type': 'application/xml' }
  const url = '/api/session'
  const other = await app.inject({ method: 'POST', url, headers: xml, payload: '<a/>' })
  expect(other.json()).toMatchObject({ status: 415, code: 'media-type' })
  const large = await draft('长'.repeat(3_000_000))
  expect(large.json()).toMatchObject({ status: 413, code: 'too-large' })
})

it('an act without a key is malformed and reaches nobody', async () => {
  const before = acts.length
  expect((await act('publish-notice', {})).json()).toMatchObject({
    status: 400,
    code: 'key-needed',
  })
  expect(acts.length).toBe(before)
})

it('conflict, reused key, lost store and broken keep apart', async () => {
  expect((await act('stale')).json()).toMatchObject({
    ...{ status: 409, kind: 'conflict', code: 'version-moved' },
    current: { version: 7, by: '韦芳' },
  })
  expect((await act('reused')).json()).toMatchObject({ status: 409, code: 'key-reused' })
  const lost = await act('lost')
  expect(lost.headers['retry-after']).toBe('2')
  expect(lost.json()).toMatchObject({ status: 503, kind: 'unavailable' })
  const broken = await act('broken')
  expect(broken.json()).toMatchObject({ status: 500, kind: 'broken' })
  expect(broken.body).not.toContain('inner detail')
})

it('issues name the field in the language of the reader', async () => {
  const said = async (language: Record<string, string>) => {
    const answer = await act('publish-notice', { 'idempotency-key': 'k2', ...language })
    expect(answer.json().issues.length).toBeGreaterThan(0)
    return JSON.stringify(answer.json().issues)
  }
  expect(await said({})).toMatch(/[一-鿿]/)
  expect(await said({ 'accept-language': 'en-GB,en;q=0.9' })).not.toMatch(/[一-鿿]/)
})

it('the language is the cookie, then the header, then Chinese', async () => {
  const detail = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/api/session', headers })).json().detail
  expect(await detail({})).toContain('登录')
  expect(await detail({ 'accept-language': 'en' })).toContain('sign in')
  expect(await detail({ 'accept-language': 'en', cookie: 'lang=zh' })).toContain('登录')
  expect(await detail({ cookie: 'lang=en' })).toContain('sign in')
})

it('markup, SQL, emoji and rare characters come back as the data they are', async () => {
  const body = {
    html: '<script>alert(1)</script>&amp;',
    sql: `'; drop table tender; --`,
    emoji: '👩🏽‍🔧🏗️',
    rare: '𠮷𡈽䶮㛃〇',
    percent: '%00 <%= 7 %> {{x}}',
  }
  expect((await draft(body)).statusCode).toBe(200)
  const url = '/api/tenders/T1/drafts/notice'
  expect((await app.inject({ url, headers: { cookie } })).json().body).toEqual(body)
})

it('what no database can keep is refused before it gets there', async () => {
  expect((await draft('\u0000')).json()).toMatchObject({ status: 400, code: 'forbidden-character' })
  expect((await draft('\ud800')).json()).toMatchObject({ status: 400, code: 'forbidden-character' })
  let deep: unknown = 1
  for (let i = 0; i < 200; i++) deep = [deep]
  expect((await draft(deep)).json()).toMatchObject({ status: 400, code: 'too-deep' })
  expect((await app.inject({ url: '/api/organisations?q=%00' })).statusCode).toBe(400)
  expect((await app.inject({ url: '/api/notices?cursor=bm9uc2Vuc2U' })).statusCode).toBe(400)
})

it('a state change from another site is refused', async () => {
  const send = (headers: Record<string, string>) =>
    app.inject({
      ...{ method: 'POST', url: '/api/demo/session', payload: { persona: 'audit' } },
      headers: { host: 'localhost:3000', ...headers },
    })
  expect((await send({ 'sec-fetch-site': 'cross-site' })).json().code).toBe('cross-site')
  expect((await send({ origin: 'https://evil.example' })).json().code).toBe('cross-site')
  expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(204)
  expect((await send({ origin: 'http://localhost:3000' })).statusCode).toBe(204)
})

it('every answer wears the policy, and none runs a script of its own', async () => {
  const { headers, body } = await app.inject({ url: '/api/docs' })
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(body).not.toContain('<script')
  expect(headers['x-request-id']).toBeDefined()
})

it('the description names every act and every route', async () => {
  const { paths, openapi } = (await app.inject({ url: '/api/openapi.json' })).json()
  expect(openapi).toBe('3.1.0')
  expect(paths['/api/tenders/{tender}/acts/submit-bid'].post.requestBody).toBeDefined()
  expect(paths['/api/tenders/{tender}'].get).toBeDefined()
  expect(Object.keys(paths).length).toBeGreaterThan(60)
})

it('health, readiness and measures answer', async () => {
  for (const url of ['/healthz', '/readyz', '/metrics']) {
    expect((await app.inject({ url })).statusCode).toBe(200)
  }
  expect(deps.clock.offsetMs()).toBe(0)
})

it('only who holds the bank’s key is heard as the bank', async () => {
  const payload = {
    account: '6232000000000000000',
    form: 'transfer',
    amountFen: 1,
    reference: 'r1',
    creditedOn: '2026-11-24',
  }
  const notice = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/bank/credits', headers, payload })
  const near = `${testBankKey.slice(0, -1)}x`
  for (const headers of [{}, { 'x-bank-key': '' }, { 'x-bank-key': near }, { cookie }]) {
    expect((await notice(headers)).statusCode).toBe(404)
  }
  expect((await notice({ 'x-bank-key': testBankKey })).statusCode).toBe(201)
})

it('while the clock of the platform is behind, no act is taken and whoever asks is told why', async () => {
  deps.clock.now()
  wait(-5)
  const [refused, ready] = [await act('publish-notice'), await app.inject('/readyz')]
  for (const answer of [refused, ready]) {
    expect(answer.json()).toMatchObject({ status: 503, kind: 'unavailable', code: 'clock-behind' })
  }
  expect(refused.json().detail).toContain('时钟')
  wait(5)
  expect((await app.inject('/readyz')).statusCode).toBe(200)
})
