// SPDX-License-Identifier: Apache-2.0
/** The small stores: each keeps what it is given, for as long as it should. */

import { addMs, moment } from '@gongxin/core/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { createStore, Unavailable } from './index.ts'
import { testDatabase } from './testing.ts'

const { url, region } = await testDatabase()
const store = createStore({ url, region })
afterAll(() => store.close())
const now = moment('2026-11-24T02:00:00.005Z')

describe('idempotency', () => {
  it('gives the first answer again and lets no second one in', async () => {
    const given = { digest: 'd1', status: 201, answer: { id: 'x' } }
    expect(await store.idempotency.find('a', 'k')).toBeNull()
    expect(await store.idempotency.keep('a', 'k', { ...given, at: now })).toBe(true)
    expect(await store.idempotency.keep('a', 'k', { ...given, status: 409, at: now })).toBe(false)
    expect(await store.idempotency.find('a', 'k')).toEqual(given)
    expect(await store.idempotency.forgetBefore(now)).toBe(0)
    expect(await store.idempotency.forgetBefore(addMs(now, 1))).toBe(1)
  })
})

describe('drafts', () => {
  it('belong to one organisation and are replaced by a later save', async () => {
    const draft = { organisation: 'o', stream: 'tender/1', kind: 'notice', savedAt: now }
    await store.drafts.save({ ...draft, body: { a: 1 } })
    await store.drafts.save({ ...draft, body: [2] })
    expect(await store.drafts.find('o', 'tender/1', 'notice')).toEqual({ ...draft, body: [2] })
    expect(await store.drafts.list('other')).toEqual([])
    await store.drafts.remove('o', 'tender/1', 'notice')
    expect(await store.drafts.list('o')).toEqual([])
  })
})

describe('sessions', () => {
  it('end at their hour, by closing, and with all others of the account', async () => {
    const expiresAt = addMs(now, 1_000)
    const who = { account: 'a', organisation: 'o', role: 'bidder', persona: null }
    const session = { ...who, createdAt: now, expiresAt, steppedUpUntil: null }
    const account = { region, id: 'a', login: 'a', name: '甲', created_at: now }
    await store.queries.insertInto('account').values(account).execute()
    for (const digest of ['s1', 's2', 's3']) await store.sessions.open({ ...session, digest })
    await store.sessions.stepUp('s1', expiresAt)
    expect(await store.sessions.find('s1', now)).toMatchObject({ steppedUpUntil: expiresAt })
    expect(await store.sessions.find('s1', expiresAt)).toBeNull()
    await store.sessions.close('s1')
    expect(await store.sessions.find('s1', now)).toBeNull()
    await store.sessions.closeAllOf('a')
    expect(await store.sessions.find('s2', now)).toBeNull()
    expect(await store.sessions.sweep(expiresAt)).toBe(0)
  })
})

describe('jobs', () => {
  const job = { stream: 'tender/1', kind: 'open', payload: { n: 1 }, runAt: now }
  const claim = { now, leaseMs: 1_000, most: 50 }

  it('are held by one worker at a time, and come back when the lease ends', async () => {
    for (let n = 0; n < 40; n += 1) await store.jobs.enqueue({ ...job, dedupe: `d${n}` })
    await store.jobs.enqueue({ ...job, dedupe: 'later', runAt: addMs(now, 10_000) })
    const half = { ...claim, most: 10 }
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => store.jobs.claim(half)))
    const names = claims.flat().map((item) => item.dedupe)
    expect(new Set(names).size).toBe(names.length)
    const rest = await store.jobs.claim(claim)
    expect(names.length + rest.length).toBe(40)
    const again = await store.jobs.claim({ ...claim, now: addMs(now, 1_000) })
    expect(again).toHaveLength(40)
    expect(again[0]).toMatchObject({ attempts: 2, payload: { n: 1 }, runAt: now })
    for (const item of again) await store.jobs.done(item, now)
    expect(await store.jobs.nextRunAt()).toBe(addMs(now, 10_000))
  })

  it('move with their hour until they have run, and wait after a failure', async () => {
    const moved = { ...job, dedupe: 'later', runAt: addMs(now, 20_000) }
    await store.jobs.enqueue(moved)
    expect(await store.jobs.claim({ ...claim, now: addMs(now, 10_000) })).toEqual([])
    const [first] = await store.jobs.claim({ ...claim, now: moved.runAt })
    expect(first?.dedupe).toBe('later')
    if (first) await store.jobs.failed(first, 'no answer', addMs(now, 60_000))
    expect(await store.jobs.claim({ ...claim, now: addMs(now, 59_000) })).toEqual([])
    expect(await store.jobs.claim({ ...claim, now: addMs(now, 60_000) })).toHaveLength(1)
    if (first) await store.jobs.done(first, now)
    await store.jobs.enqueue(moved)
    expect(await store.jobs.nextRunAt()).toBeNull()
  })
})

it('the outbox hands out what was written with an event, once', async () => {
  const row = { stream: 'tender/9', id: 'm1', kind: 'notify', payload: ['x'], created_at: now }
  const rows = [{ table: 'outbox' as const, row }]
  await store.events.append({ stream: 'tender/9', expectedVersion: -1, events: [], rows })
  const [message] = await store.outbox.claim({ now, leaseMs: 1_000, most: 5 })
  expect(message).toEqual({
    ...{ stream: 'tender/9', id: 'm1', kind: 'notify', payload: ['x'] },
    ...{ createdAt: now, attempts: 1 },
  })
  if (message) await store.outbox.done(message, now)
  expect(await store.outbox.claim({ now: addMs(now, 9_999), leaseMs: 1, most: 5 })).toEqual([])
})

it('settings are null until they are saved', async () => {
  expect(await store.settings.find('clock')).toBeNull()
  await store.settings.save('clock', { offsetMs: 5 })
  await store.settings.save('clock', { offsetMs: 6 })
  expect(await store.settings.find('clock')).toEqual({ offsetMs: 6 })
})

it('composed queries roll back as a whole', async () => {
  const work = store.queries.transaction().execute(async (transaction) => {
    const value = { region, name: 'x', value: '1' }
    await transaction.insertInto('setting').values(value).execute()
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await store.settings.find('x')).toBeNull()
})

it('a store that cannot be reached is unavailable, not broken', async () => {
  const away = createStore({ url: 'postgres://nobody@127.0.0.1:1/none' })
  await expect(away.events.head('x')).rejects.toBeInstanceOf(Unavailable)
  await expect(away.settings.find('x')).rejects.toBeInstanceOf(Unavailable)
  await away.close()
})
