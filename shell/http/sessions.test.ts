// SPDX-License-Identifier: Apache-2.0
/** Sessions and confirmations over the wire: fixed, stolen, stale, reused, and bound. */

import { expect, it } from 'vitest'
import { digestOfBody } from '../identity/index.ts'
import { stage } from './testing.ts'

const patience = { idleMinutes: 30, wholeMinutes: 120 }
const { app, cookieOf, wait, deps, acts } = await stage({ patience })

const session = (cookie: string) => app.inject({ url: '/api/session', headers: { cookie } })
const cookieIn = (answer: { cookies: readonly object[] }) => {
  const [given] = answer.cookies
  return given !== undefined && 'value' in given ? `gongxin_session=${String(given.value)}` : ''
}

const registration = {
  uscc: '91450200MA5PW3R54Q',
  name: '柳州测试建设有限公司',
  kind: 'enterprise',
  address: '柳州市',
  basicAccount: { bank: '柳州银行', number: '6222' },
  person: {
    ...{ name: '何𠮷', login: 'he.ji', password: '一个足够长的密码啊啊', phone: '1', email: 'a@b' },
  },
}
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers })

it('an organisation registers without approval and signs in at once', async () => {
  const wrong = await post('/api/organisations', { ...registration, uscc: '91450200MA5PW3R54A' })
  expect(wrong.json()).toMatchObject({ status: 400, issues: [{ path: '/uscc' }] })
  const made = await post('/api/organisations', registration)
  expect(made.json()).toMatchObject({ uscc: registration.uscc, roles: ['bidder', 'tenderOwner'] })
  expect(made.statusCode).toBe(201)
  const again = await post('/api/organisations', registration)
  expect(again.json()).toMatchObject({ status: 409, code: 'organisation-exists' })
  const taken = await post('/api/organisations', { ...registration, uscc: '91450200MA5RD9X650' })
  expect(taken.json()).toMatchObject({ status: 409, code: 'login-taken' })
  const seen = await app.inject({ url: '/api/organisations/91450200MA5RD9X650' })
  expect(seen.statusCode).toBe(404)

  const { login, password } = registration.person
  const entered = await post('/api/session', { login, password })
  expect(entered.json()).toMatchObject({ name: '何𠮷', organisation: registration.uscc })
  const bad = await post('/api/session', { login, password: 'not this one' })
  expect(bad.json()).toMatchObject({ status: 401, code: 'sign-in-failed' })
  const none = await post('/api/session', { login: 'nobody', password: 'not this one' })
  expect(none.json().detail).toBe(bad.json().detail)
  const [set] = entered.cookies
  expect(set).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

it('only digests of tokens are kept', async () => {
  const cookie = await cookieOf('centre')
  const { rows } = await deps.store.pool.query('select digest from session')
  expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1])
})

it('a planted token is never taken up, and a sign-in ends the session before it', async () => {
  const planted = `gongxin_session=${'A'.repeat(43)}`
  const entered = await post('/api/demo/session', { persona: 'audit' }, { cookie: planted })
  expect(cookieIn(entered)).not.toBe(planted)
  expect((await session(planted)).statusCode).toBe(401)
  const next = await post('/api/demo/session', { persona: 'audit' }, { cookie: cookieIn(entered) })
  expect((await session(cookieIn(entered))).statusCode).toBe(401)
  expect((await session(cookieIn(next))).statusCode).toBe(200)
})

it('rest and age end a session; use prolongs it but not beyond its age', async () => {
  const cookie = await cookieOf('agency')
  for (let i = 0; i < 5; i++) {
    wait(20)
    expect((await session(cookie)).statusCode).toBe(200)
  }
  wait(21)
  expect((await session(cookie)).statusCode).toBe(401)
  const resting = await cookieOf('agency')
  wait(31)
  expect((await session(resting)).statusCode).toBe(401)
})

it('a demo that jumps a month ahead signs nobody out', async () => {
  const cookie = await cookieOf('agency')
  await deps.clock.move({ byMs: 30 * 86_400_000 })
  expect((await session(cookie)).statusCode).toBe(200)
})

it('signing out, a lost membership and a switch of role end the old token', async () => {
  const out = await cookieOf('bidder2')
  await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: out } })
  expect((await session(out)).statusCode).toBe(401)

  const { login, password } = registration.person
  const cookie = cookieIn(await post('/api/session', { login, password }))
  const put = (role: string, organisation: string) =>
    app.inject({
      ...{ method: 'PUT', url: '/api/session', headers: { cookie } },
      payload: { role, organisation },
    })
  expect((await put('authority', 'office-authority')).json()).toMatchObject({ status: 403 })
  const other = (await session(cookie)).json().role === 'bidder' ? 'tenderOwner' : 'bidder'
  const switched = await put(other, registration.uscc)
  expect(switched.json().role).toBe(other)
  expect((await session(cookie)).statusCode).toBe(401)
  const now = cookieIn(switched)
  await deps.store.queries
    .updateTable('membership')
    .set({ ended_at: deps.clock.now() })
    .where('organisation', '=', registration.uscc)
    .execute()
  expect((await session(now)).statusCode).toBe(401)
})

const confirm = (cookie: string, act: string, body: object, more: object = { demo: true }) =>
  post(
    '/api/session/confirmations',
    { tender: 'T1', act, digest: digestOfBody(body), ...more },
    { cookie },
  )
const assuranceOf = async (cookie: string, act: string, body: object, confirmation: string) => {
  const headers = { cookie, 'idempotency-key': `k${acts.length}` }
  await post(`/api/tenders/T1/acts/${act}`, { body, confirmation }, headers)
  return (await acts.at(-1)?.request.confirmed) ? 'step-up' : 'session'
}

it('a confirmation lifts one act with this very body, once', async () => {
  const cookie = await cookieOf('tenderOwner')
  const body = { reason: '内容', amountFen: 5 }
  const { confirmation } = (await confirm(cookie, 'publish-notice', body)).json()
  const other = { ...body, amountFen: 6 }
  expect(await assuranceOf(cookie, 'publish-notice', other, confirmation)).toBe('session')
  expect(await assuranceOf(cookie, 'decide-award', body, confirmation)).toBe('session')
  expect(await assuranceOf(await cookieOf('agency'), 'publish-notice', body, confirmation)).toBe(
    'session',
  )
  const reordered = { amountFen: 5, reason: '内容' }
  expect(await assuranceOf(cookie, 'publish-notice', reordered, confirmation)).toBe('step-up')
  expect(await assuranceOf(cookie, 'publish-notice', body, confirmation)).toBe('session')
})

it('a confirmation lasts ten minutes and is no session', async () => {
  const cookie = await cookieOf('tenderOwner')
  const { confirmation } = (await confirm(cookie, 'x', {})).json()
  expect((await session(`gongxin_session=${confirmation}`)).statusCode).toBe(401)
  wait(11)
  expect(await assuranceOf(cookie, 'x', {}, confirmation)).toBe('session')
})

it('nothing proves nothing: no password, a wrong one, a made-up passkey', async () => {
  const cookie = await cookieOf('tenderOwner')
  for (const more of [{}, { password: 'guess' }, { passkey: { id: 'x' } }]) {
    expect((await confirm(cookie, 'x', {}, more)).json()).toMatchObject({ code: 'not-confirmed' })
  }
})

it('a passkey challenge is offered and a forged answer is refused', async () => {
  const cookie = await cookieOf('centre')
  const options = await post('/api/passkeys/options', {}, { cookie })
  expect(options.json()).toMatchObject({ rp: { id: 'localhost' } })
  const forged = await post('/api/session/passkey', { response: { id: 'x' } })
  expect(forged.json()).toMatchObject({ status: 401, code: 'passkey-not-proved' })
  const challenge = await post('/api/session/passkey/options', { login: 'nobody' })
  expect(challenge.json().challenge).toMatch(/^[\w-]{43}$/)
})
