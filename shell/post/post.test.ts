// SPDX-License-Identifier: Apache-2.0
/** The postman over a real outbox: once, to whom it may concern, again after a fault, no secrets. */

import { addMinutes, moment } from '@gongxin/core/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Letter, Sending } from '../ports/index.ts'
import { createStore, type Store, Unavailable } from '../store/index.ts'
import { testDatabase } from '../store/testing.ts'
import { carryPost } from './index.ts'

const { url } = await testDatabase()
const clock = { at: moment('2026-01-05T01:00:00.000Z'), now: () => clock.at }
const sent: Letter[] = []
let down = false
let refusal: string | undefined
let store: Store
const parts = () => ({
  store,
  clock,
  origin: 'https://example.org',
  mail: {
    async send(letter: Letter): Promise<Sending> {
      sent.push(letter)
      if (down) throw new Unavailable('relay is down')
      return refusal === undefined ? { kind: 'sent' } : { kind: 'refused', why: refusal }
    },
  },
})

beforeAll(async () => {
  store = createStore({ url })
  const { region, queries } = store
  const people = [
    ['a1', 'O1', 'one@example.org', null],
    ['a2', 'O1', 'one@example.org', null],
    ['a3', 'O1', 'two@example.org', null],
    ['a4', 'O1', 'gone@example.org', clock.at],
    ['a5', 'O2', 'not an address', null],
  ] as const
  for (const [id, organisation, email, endedAt] of people) {
    const doc = JSON.stringify({ email })
    const account = { region, id, login: id, name: id, created_at: clock.at, doc }
    await queries.insertInto('account').values(account).execute()
    const member = { region, account: id, organisation, role: 'bidder', since: clock.at }
    await queries
      .insertInto('membership')
      .values({ ...member, ended_at: endedAt })
      .execute()
  }
})
afterAll(() => store.close())

async function put(id: string, organisation: string): Promise<void> {
  const payload = JSON.stringify({ organisation, tender: 'T1', project: '雨水管网改造' })
  await store.queries
    .insertInto('outbox')
    .values({
      ...{ region: store.region, stream: 'tender/T1', id, kind: 'mail', payload },
      created_at: clock.at,
    })
    .execute()
}

test('a waiting message is told once, to everybody who acts for the organisation', async () => {
  await put('m1', 'O1')
  await Promise.all([carryPost(parts()), carryPost(parts())])
  await carryPost(parts())
  expect(sent.map(({ to }) => to)).toEqual([['one@example.org', 'two@example.org']])
  expect(sent[0]?.body).toContain('雨水管网改造')
  expect(sent[0]?.body).toContain('https://example.org/app/inbox')
})

test('who has no address is not written to, and nothing is tried again', async () => {
  sent.length = 0
  await put('m2', 'O2')
  await put('m3', 'nobody')
  await carryPost(parts())
  clock.at = addMinutes(clock.at, 1_000)
  await carryPost(parts())
  expect(sent).toEqual([])
})

const rowOf = (id: string) =>
  store.queries
    .selectFrom('outbox')
    .select(['attempts', 'last_error', 'done_at'])
    .where('id', '=', id)
    .executeTakeFirst()

test('a relay that is down is asked once for all that waits, and again later and later', async () => {
  sent.length = 0
  await put('m4', 'O1')
  await put('m5', 'O1')
  down = true
  await carryPost(parts())
  await carryPost(parts())
  expect(sent).toHaveLength(1)
  for (const id of ['m4', 'm5']) {
    expect(await rowOf(id)).toMatchObject({
      ...{ attempts: 1, last_error: 'relay is down', done_at: null },
    })
  }
  down = false
  sent.length = 0
  clock.at = addMinutes(clock.at, 3)
  await carryPost(parts())
  expect(sent.map(({ id }) => id)).toEqual(['tender/T1/m4', 'tender/T1/m5'])
})

test('what the relay will never take is not tried again, and its answer is kept', async () => {
  sent.length = 0
  refusal = 'EENVELOPE 550'
  await put('m6', 'O1')
  await carryPost(parts())
  clock.at = addMinutes(clock.at, 1_000)
  await carryPost(parts())
  expect(sent).toHaveLength(1)
  const row = await rowOf('m6')
  expect(row?.last_error).toBe('EENVELOPE 550')
  expect(row?.done_at).not.toBeNull()
})
