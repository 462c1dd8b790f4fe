// SPDX-License-Identifier: Apache-2.0
/** What every store of events must keep: order, one winner, all or nothing. */

import { moment } from '@gongxin/core/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { createAsk } from './asking.ts'
import { type Append, createEventStore, type NewEvent } from './events.ts'
import { createPool } from './pool.ts'
import { testDatabase } from './testing.ts'

const { url, region } = await testDatabase()
const pool = createPool({ url })
const store = createEventStore({ pool, region, ask: createAsk(pool, region), logged: true })
afterAll(() => pool.end())

const at = moment('2026-11-24T02:15:00.123Z')

function event(type: string, body: NewEvent['body'] = { type }): NewEvent {
  const entry = new TextEncoder().encode(JSON.stringify({ type }))
  const hash = new Uint8Array(32).fill(7)
  return { type, at, entry, hash, salt: hash, body, originSalt: null, origin: null }
}

function append(stream: string, expectedVersion: number, ...types: string[]): Append {
  return { stream, expectedVersion, events: types.map((type) => event(type)) }
}

describe('an append', () => {
  it('numbers events from zero and reads them back in order, byte for byte', async () => {
    const body = { 标题: '柳州市"道路"\\改造', fen: 99_999_999_999_999, list: [1, null, true] }
    const first = { ...append('tender/a', -1), events: [event('ProjectRegistered', body)] }
    expect(await store.append(first)).toBe('appended')
    expect(await store.append(append('tender/a', 0, 'NoticePublished', 'Paused'))).toBe('appended')
    const events = await store.read('tender/a')
    expect(events.map((e) => [e.seq, e.type])).toEqual([
      [0, 'ProjectRegistered'],
      [1, 'NoticePublished'],
      [2, 'Paused'],
    ])
    expect(events[0]?.body).toEqual(body)
    expect(events[0]?.at).toBe(at)
    expect(new TextDecoder().decode(events[0]?.entry)).toBe('{"type":"ProjectRegistered"}')
    expect(await store.read('tender/a', 1)).toHaveLength(1)
  })

  it('answers the real head when the expected version has moved, and writes nothing', async () => {
    await store.append(append('tender/b', -1, 'A', 'B'))
    expect(await store.append(append('tender/b', 0, 'C'))).toEqual({
      conflict: 1,
      stream: 'tender/b',
    })
    expect(await store.append(append('tender/b', 7, 'C'))).toMatchObject({ conflict: 1 })
    expect(await store.head('tender/b')).toBe(1)
    expect(await store.head('tender/none')).toBe(-1)
  })

  it('lets exactly one of many simultaneous writers win', async () => {
    const tries = Array.from({ length: 24 }, (_, n) =>
      store.append(append('tender/race', -1, `W${n}`)),
    )
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1)
    expect(answers.filter((answer) => answer !== 'appended')[0]).toMatchObject({ conflict: 0 })
    expect(await store.read('tender/race')).toHaveLength(1)
  })

  it('writes its rows with the events or not at all', async () => {
    const task = { organisation: 'o1', stream: 'tender/c', id: 't1', act: 'open-bids', why: '到时' }
    const rows: Append['rows'] = [
      { table: 'task', row: task },
      { table: 'task', row: { ...task, why: '已改' } },
      { table: 'job', row: { stream: 'tender/c', dedupe: 'open', kind: 'open', run_at: at } },
    ]
    expect(await store.append({ ...append('tender/c', 3, 'A'), rows })).not.toBe('appended')
    expect((await pool.query('select * from task')).rows).toEqual([])
    expect(await store.append({ ...append('tender/c', -1, 'A'), rows })).toBe('appended')
    expect((await pool.query('select why from task')).rows).toEqual([{ why: '已改' }])
    const { organisation, stream, id } = task
    const remove: Append['rows'] = [{ table: 'task', remove: { organisation, stream, id } }]
    expect(await store.append({ ...append('tender/c', 0, 'B'), rows: remove })).toBe('appended')
    expect((await pool.query('select * from task')).rows).toEqual([])
  })

  it('is rolled back whole when one of its rows cannot be written', async () => {
    const rows: Append['rows'] = [
      {
        table: 'file_link',
        row: { stream: 's', digest: 'd', access: 'public', name: 'n', linked_at: at },
      },
      {
        table: 'bid',
        row: { tender: 'x', bidder: 'y', state: 's', version: 2 ** 70, updated_at: at, doc: {} },
      },
    ]
    await expect(store.append({ ...append('tender/d', -1, 'A'), rows })).rejects.toThrow()
    expect(await store.head('tender/d')).toBe(-1)
  })

  it('refuses a second act under the same idempotency key', async () => {
    const row = { account: 'a', key: 'k', digest: 'd', status: 204, answer: null, at }
    const rows: Append['rows'] = [{ table: 'idempotency', row }]
    expect(await store.append({ ...append('bid/1/x', -1, 'A'), rows })).toBe('appended')
    expect(await store.append({ ...append('bid/1/x', 0, 'A'), rows })).toMatchObject({
      conflict: 0,
    })
    expect(await store.read('bid/1/x')).toHaveLength(1)
  })

  it('survives a server process that is killed in the middle of a transaction', async () => {
    const client = await pool.connect()
    client.on('error', () => {})
    await client.query('begin')
    await client.query(`insert into event values ($1, 'tender/killed', 0, 'A', now(), '', '')`, [
      region,
    ])
    const { rows } = await client.query('select pg_backend_pid() as pid')
    await pool.query('select pg_terminate_backend($1)', [rows[0].pid])
    client.release(true)
    expect(await store.append(append('tender/killed', -1, 'B'))).toBe('appended')
    expect((await store.read('tender/killed')).map((e) => e.type)).toEqual(['B'])
  })
})

describe('several streams', () => {
  it('move together or stay together', async () => {
    await store.append(append('bid/t/1', -1, 'Submitted'))
    const both = [append('tender/t', -1, 'BiddingClosed'), append('bid/t/1', 4, 'TakenUp')]
    expect(await store.appendAll(both)).toEqual({ conflict: 0, stream: 'bid/t/1' })
    expect(await store.head('tender/t')).toBe(-1)
    const right = [append('tender/t', -1, 'BiddingClosed'), append('bid/t/1', 0, 'TakenUp')]
    expect(await store.appendAll(right)).toBe('appended')
    expect((await store.read('bid/t/1')).map((e) => e.type)).toEqual(['Submitted', 'TakenUp'])
  })

  it('are found by prefix', async () => {
    await store.append(append('bid/p/1', -1, 'A'))
    await store.append(append('bid/p/中', -1, 'A', 'B'))
    await store.append(append('bid/q/1', -1, 'A'))
    expect(await store.streams('bid/p/')).toEqual(['bid/p/1', 'bid/p/中'])
    expect(await store.readAll('bid/p/')).toHaveLength(3)
  })
})

it('an event once written can be neither changed nor deleted', async () => {
  await expect(pool.query(`update event set type = 'x'`)).rejects.toThrow('append-only')
  await expect(pool.query('delete from event')).rejects.toThrow('append-only')
})
