// SPDX-License-Identifier: Apache-2.0
/** The store in memory and PostgreSQL keep the same promises: every claim is held against both. */

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moment } from '@gongxin/core/kernel'
import { openDatabase } from '@gongxin/shell/database'
import {
  type Append,
  createStore,
  migrate,
  type NewEvent,
  prepared,
  type Store,
} from '@gongxin/shell/store'
import { sm3Digest } from '@gongxin/trust/suites'
import { afterAll, describe, expect, test } from 'vitest'
import { emptyDatabase, storeOn } from './index.ts'

const at = moment('2026-11-24T02:15:00.123Z')
const later = moment('2026-11-24T02:16:00.000Z')
const hash = new Uint8Array(32).fill(7)

function event(type: string, when = at): NewEvent {
  const entry = new TextEncoder().encode(JSON.stringify({ type }))
  const own = sm3Digest(new TextEncoder().encode(type))
  const body = { zz: type, a: [1, null], b: { c: '道路' } }
  return { type, at: when, entry, hash: own, salt: hash, body, originSalt: null, origin: null }
}

function append(stream: string, expectedVersion: number, ...types: string[]): Append {
  return { stream, expectedVersion, events: types.map((type) => event(type)) }
}

const folder = await mkdtemp(join(tmpdir(), 'gongxin-simulate-'))
await chmod(folder, 0o755)
const database = await openDatabase({ dataFolder: folder, durable: false })
await migrate(database.url)
const postgres = createStore({ url: database.url })
afterAll(async () => {
  await postgres.close()
  await database.stop()
  await rm(folder, { recursive: true })
})
const hand = async <T>(_: string, effect: () => T) => effect()
const memory = storeOn(emptyDatabase('450200'), { hand, isAlive: () => true })

const stores: readonly (readonly [string, Store])[] = [
  ['PostgreSQL', postgres],
  ['memory', memory],
]

describe.each(stores)('in %s', (_, store) => {
  const { events, log, jobs, settings, idempotency, sealed, queries, pool, region } = store

  test('events come back in order, byte for byte, members sorted as jsonb sorts them', async () => {
    expect(await events.append(append('tender/a', -1, 'A', 'B'))).toBe('appended')
    const [first, second] = await events.read('tender/a')
    expect([first?.seq, first?.type, first?.at, second?.seq]).toEqual([0, 'A', at, 1])
    expect(Buffer.from(first?.entry ?? []).toString()).toBe('{"type":"A"}')
    expect(JSON.stringify(first?.body)).toBe('{"a":[1,null],"b":{"c":"道路"},"zz":"A"}')
    expect(await events.read('tender/a', 0)).toHaveLength(1)
    expect([await events.head('tender/a'), await events.head('none')]).toEqual([1, -1])
  })

  test('of many who saw one head one writes, and the others are told the head', async () => {
    const tries = Array.from({ length: 12 }, (__, n) =>
      events.append(append('bid/r/1', -1, `W${n}`)),
    )
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1)
    expect(answers.filter((answer) => answer !== 'appended')[0]).toEqual({
      conflict: 0,
      stream: 'bid/r/1',
    })
  })

  test('several streams move together or stay, and are found by prefix', async () => {
    await events.append(append('bid/p/1', -1, 'A'))
    const wrong = [append('bid/p/2', -1, 'A'), append('bid/p/1', 4, 'B')]
    expect(await events.appendAll(wrong)).toEqual({ conflict: 0, stream: 'bid/p/1' })
    const right = [append('bid/p/2', -1, 'A'), append('bid/p/1', 0, 'B')]
    expect(await events.appendAll(right)).toBe('appended')
    expect(await events.streams('bid/p/')).toEqual(['bid/p/1', 'bid/p/2'])
    expect((await events.readAll('bid/p/')).map(({ type }) => type)).toEqual(['A', 'B', 'A'])
  })

  test('one answer stands under a key, and a second act under it is a conflict', async () => {
    const row = { account: 'a', key: 'k', digest: 'd', status: 201, answer: { x: 1 }, at }
    const rows: Append['rows'] = [{ table: 'idempotency', row }]
    expect(await idempotency.find('a', 'k')).toBeNull()
    expect(await events.append({ ...append('bid/i/1', -1, 'A'), rows })).toBe('appended')
    expect(await events.append({ ...append('bid/i/1', 0, 'B'), rows })).toMatchObject({
      conflict: 0,
    })
    expect(await events.head('bid/i/1')).toBe(0)
    expect(await idempotency.find('a', 'k')).toMatchObject({ digest: 'd', answer: { x: 1 } })
  })

  test('a slot of a vault has one ticket, and a place has one tender', async () => {
    for (const tender of ['t1', 't2', 't1'])
      await pool.query(prepared(vaultText, [region, tender, 256, hash]))
    const head = (ticket: string, slot: number) =>
      ({ table: 'vault_head', row: { tender: 't1', ticket, slot, value: hash } }) as const
    expect(await events.append({ ...append('bid/v/1', -1, 'A'), rows: [head('x', 3)] })).toBe(
      'appended',
    )
    expect(
      await events.append({ ...append('bid/v/2', -1, 'A'), rows: [head('y', 3)] }),
    ).toMatchObject({ conflict: -1 })
    expect(await events.append({ ...append('bid/v/1', 0, 'B'), rows: [head('x', 3)] })).toBe(
      'appended',
    )
    const found = await queries
      .selectFrom('vault')
      .select(['tender', 'position', 'seed', 'sealed_for'])
      .where('region', '=', region)
      .where('tender', 'in', ['t1', 't2', ''])
      .orderBy('position')
      .execute()
    expect(found.map(({ tender, position }) => [tender, position])).toEqual([
      ['t1', 0],
      ['t2', 1],
    ])
    expect([Buffer.from(found[0]?.seed ?? []), found[0]?.sealed_for]).toEqual([
      Buffer.from(hash),
      null,
    ])
  })

  test('a join finds the body of an entry', async () => {
    await events.append(append('platform', -1, 'T0', 'T1'))
    const found = await queries
      .selectFrom('event')
      .innerJoin('payload', (join) =>
        join
          .onRef('payload.region', '=', 'event.region')
          .onRef('payload.stream', '=', 'event.stream')
          .onRef('payload.seq', '=', 'event.seq'),
      )
      .select(['entry', 'salt', 'body', 'event.type as kind'])
      .where('event.region', '=', region)
      .where('event.stream', '=', 'platform')
      .where('event.seq', '=', 1)
      .executeTakeFirst()
    expect(found).toMatchObject({ kind: 'T1', body: { zz: 'T1' } })
  })

  test('a row that is there is left alone where nothing is to be done', async () => {
    const put = (name: string) =>
      queries
        .insertInto('file_link')
        .values({
          region,
          stream: 's',
          digest: 'd',
          access: 'sealed',
          name,
          owner: 'o',
          linked_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    await put('first')
    await put('second')
    const rows = await queries
      .selectFrom('file_link')
      .select('name')
      .where('owner', '=', 'o')
      .execute()
    expect(rows).toEqual([{ name: 'first' }])
  })

  test('settings and sealed bids come back as they were written', async () => {
    expect(await settings.find('s')).toBeNull()
    await settings.save('s', ['a'])
    await settings.save('s', ['a', 'b'])
    expect(await settings.find('s')).toEqual(['a', 'b'])
    const row = { stream: 'bid/s/1', digest: 'ab', bytes: hash }
    await events.append({ ...append('bid/s/1', -1, 'A'), rows: [{ table: 'sealed_content', row }] })
    expect(Buffer.from((await sealed.find('bid/s/1', 'ab')) ?? [])).toEqual(Buffer.from(hash))
    expect(await sealed.find('bid/s/2', 'ab')).toBeNull()
  })

  test('a job is claimed by one, comes back after its lease, and is done once', async () => {
    const job = { stream: 's', dedupe: 'j', kind: 'k', payload: { n: 1 }, runAt: at }
    await jobs.enqueue(job)
    const claim = () => jobs.claim({ now: later, leaseMs: 30_000, most: 5 })
    const [[one], none] = [await claim(), await claim()]
    expect([one?.attempts, one?.payload, none.length]).toEqual([1, { n: 1 }, 0])
    expect(
      await jobs.claim({ now: moment('2026-11-24T02:17:00.000Z'), leaseMs: 1, most: 5 }),
    ).toHaveLength(1)
    if (one !== undefined) await jobs.done(one, later)
    await jobs.enqueue({ ...job, runAt: later })
    expect(
      await jobs.claim({ now: moment('2026-11-24T03:00:00.000Z'), leaseMs: 1, most: 5 }),
    ).toEqual([])
    expect(await jobs.nextRunAt()).toBeNull()
  })

  test('one leads, a later one fences it, and what is numbered is what waited', async () => {
    const lead = await log.lead(at)
    const second = await log.lead(at)
    expect([second, lead?.epoch]).toEqual([null, 1])
    const waiting = (await lead?.waiting(100)) ?? []
    // A root of the city goes first, then by time, place and hash; sealed streams do not wait.
    expect(waiting.map(({ stream, seq }) => `${stream} ${seq}`)).toEqual([
      ...['platform 0', 'platform 1', 'tender/a 0', 'tender/a 1'],
    ])
    const entries = waiting.map((one) => ({ ...one, sm3: hash, sha256: hash }))
    const note = new Uint8Array([1])
    const batch = { from: 0, entries, tiles: [], at, sm3Note: note, sha256Note: note }
    const takenUp = [{ prefix: 'bid/p/', with: 'B' }]
    expect(await lead?.record({ ...batch, takenUp })).toBe('recorded')
    const sealed = ((await lead?.waiting(100)) ?? []).map(({ stream, seq }) => `${stream} ${seq}`)
    expect(sealed.toSorted()).toEqual(['bid/p/1 0', 'bid/p/1 1'])
    expect([await lead?.size(), await log.placeOf('tender/a', 1)]).toEqual([4, 3])
    await expect(lead?.record({ ...batch, from: 9, takenUp: [] })).rejects.toThrow()
    await lead?.release(false)
    const third = await log.lead(at)
    expect(third?.epoch).toBe(2)
    await third?.release(false)
  })

  test('the log serves leaves, entries and the largest size that a quorum has signed', async () => {
    const line = new Uint8Array([5])
    for (const [size, witness] of [
      [4, 'w1'],
      [4, 'w2'],
      [4, 'stranger'],
      [5, 'w1'],
    ] as const) {
      await log.keepCosignature({ size, witness, line, at })
      await log.keepCosignature({ size, witness, line, at: later })
    }
    expect(await log.cosignedSize(['w1', 'w2'], 2)).toBe(4)
    expect(await log.cosignedSize(['w1', 'w2'], 3)).toBeNull()
    expect((await log.cosignatures(4)).map(({ witness }) => witness)).toEqual([
      'stranger',
      'w1',
      'w2',
    ])
    const last = await log.lastCosignatures(['w1', 'w3'])
    expect(last.map(({ size, at: when }) => [size, when])).toEqual([[5, at]])
    expect((await log.newest())?.size).toBe(4)
    expect(await log.tile('SM3', { level: 0, index: 0, width: 4 })).toHaveLength(128)
    expect(await log.tile('SM3', { level: 0, index: 0, width: 5 })).toBeNull()
    const bundle = await log.bundle({ index: 0, width: 2 })
    expect(Buffer.from(bundle ?? []).toString('latin1')).toBe(
      '\0\u000d{"type":"T0"}\0\u000d{"type":"T1"}',
    )
    expect((await log.entriesOf('tender/')).map(({ idx }) => idx)).toEqual([2, 3])
    expect((await log.latest(4, 1)).map(({ idx }) => idx)).toEqual([3])
  })
})

const vaultText = `insert into vault (region, tender, position, capacity, seed)
  select $1, $2, coalesce(max(position) + 1, 0), $3, $4 from vault where region = $1
  on conflict do nothing`
