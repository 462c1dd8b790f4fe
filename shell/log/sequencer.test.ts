// SPDX-License-Identifier: Apache-2.0
/** The log numbers what has happened, each thing once, in one tree that only grows. */

import { concat, hex } from '@gongxin/trust/canonical'
import { findEnvelope } from '@gongxin/trust/event'
import {
  findCheckpoint,
  findEntries,
  findNote,
  leafHash,
  type TreeAlgorithm,
  treeHash,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  verifyNote,
} from '@gongxin/trust/log'
import { describe, expect, test } from 'vitest'
import { readEntries } from './entries.ts'
import { consistency, inclusion } from './proofs.ts'
import { createSequencer } from './sequencer.ts'
import { type LogGround, logGround } from './testing.ts'

/** Everything in the log, read as the public reads it. */
async function logged({ store }: LogGround): Promise<readonly Uint8Array[]> {
  const size = (await store.log.newest())?.size ?? 0
  return (await readEntries((tile) => store.log.bundle(tile), 0, size)) ?? []
}

async function typesOf(ground: LogGround): Promise<readonly string[]> {
  return (await logged(ground)).map((bytes) => {
    const envelope = findEnvelope(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return `${envelope?.type} ${envelope?.seq}`
  })
}

function checkpointIn(note: Uint8Array | undefined) {
  const found = note === undefined ? undefined : findNote(note)
  const checkpoint = found === undefined ? undefined : findCheckpoint(found.text)
  if (found === undefined || checkpoint === undefined) throw new Error('no checkpoint')
  return { note: found, checkpoint }
}

const types = (count: number) => Array.from({ length: count }, (_, i) => `Happened${i}`)

describe('a log of 611 entries', async () => {
  const ground = await logGround()
  const { log } = ground.store
  await ground.append('tender/A', ...types(300))
  expect(await ground.number()).toBe(300)
  const first = checkpointIn((await log.newest())?.sm3Note).checkpoint
  await ground.append('tender/B', ...types(310))
  // Another process goes on where the first one stopped.
  await ground.sequencer.close()
  await ground.append('tender/A', 'Last')
  const second = createSequencer(ground.parts)
  for (let n = -1; n !== 0; ) n = await second.step()
  await second.close()
  const entries = await logged(ground)

  test.each(['SM3', 'SHA-256'] as const)('has the root under %s of its entries', async (hash) => {
    const newest = await log.newest()
    const found = checkpointIn(hash === 'SM3' ? newest?.sm3Note : newest?.sha256Note)
    const leaves = entries.map((entry) => leafHash(entry, treeHash(hash)))
    expect(found.checkpoint.size).toBe(611)
    expect(hex(found.checkpoint.root)).toBe(hex(treeRoot(leaves, treeHash(hash))))
    const { key } = ground.parts.signers[hash]
    expect(verifyNote(found.note, [key])).toEqual({ ok: true, signatures: [{ key }] })
    await expectTiles(hash, leaves)
  })

  /** Level 1 holds the roots of the full tiles of level 0, of which there are two. */
  async function expectTiles(hash: TreeAlgorithm, leaves: readonly Uint8Array[]) {
    const rootOf = (index: number) =>
      treeRoot(leaves.slice(256 * index, 256 * (index + 1)), treeHash(hash))
    const tiles = [
      [{ level: 0, index: 0, width: 256 }, leaves.slice(0, 256)],
      [{ level: 0, index: 1, width: 256 }, leaves.slice(256, 512)],
      [{ level: 0, index: 1, width: 44 }, leaves.slice(256, 300)],
      [{ level: 0, index: 2, width: 99 }, leaves.slice(512)],
      [{ level: 1, index: 0, width: 2 }, [rootOf(0), rootOf(1)]],
    ] as const
    for (const [tile, hashes] of tiles) {
      expect(hex((await log.tile(hash, tile)) ?? new Uint8Array())).toBe(hex(concat(...hashes)))
    }
    expect(await log.tile(hash, { level: 0, index: 2, width: 100 })).toBeNull()
    expect(await log.tile(hash, { level: 0, index: 2, width: 256 })).toBeNull()
    expect(await log.tile(hash, { level: 1, index: 0, width: 3 })).toBeNull()
  }

  test('proves that it has only grown, and where each entry stands', async () => {
    const { size, root } = checkpointIn((await log.newest())?.sm3Note).checkpoint
    const proof = await consistency(log, first.size, size)
    const sizes = { firstSize: first.size, secondSize: size }
    const roots = { firstRoot: first.root, secondRoot: root }
    expect(verifyConsistency({ ...sizes, ...roots, proof: proof ?? [] })).toBe(true)
    const index = await log.placeOf('tender/A', 300)
    expect(index).toBe(610)
    for (const place of [0, 299, 512, 610]) {
      const leaf = leafHash(entries[place] ?? new Uint8Array())
      const path = (await inclusion(log, place, size)) ?? []
      expect(verifyInclusion({ leaf, index: place, size, root, proof: path })).toBe(true)
    }
    expect(await consistency(log, 1, size + 1)).toBeNull()
    expect(await inclusion(log, size, size)).toBeNull()
  })

  test('serves entries as they are asked for and none that are not there', async () => {
    const bundle = await log.bundle({ index: 2, width: 99 })
    expect(findEntries(bundle ?? new Uint8Array())).toHaveLength(99)
    expect(await log.bundle({ index: 2, width: 100 })).toBeNull()
    expect(await log.placeOf('tender/A', 301)).toBeNull()
  })
})

test('sealed chains stay outside until bidding has closed, then come whole', async () => {
  const ground = await logGround()
  await ground.append('tender/T', 'NoticePublished')
  await ground.append('bid/T/1', 'DocumentDownloaded', 'BidSubmitted')
  await ground.append('bid/T/2', 'BidSubmitted', 'BidWithdrawn')
  await ground.append('bid/T/3', 'DocumentDownloaded', 'DepositCredited')
  await ground.append('bid/U/1', 'BidSubmitted')
  expect(await ground.number()).toBe(1)
  const { rows } = await ground.store.pool.query('select stream from log_outbox')
  expect(rows).toEqual([])

  await ground.append('tender/T', 'BiddingClosed', 'BidsTakenUp')
  expect(await ground.number()).toBe(6)
  expect(await typesOf(ground)).toEqual([
    ...['NoticePublished 0', 'BiddingClosed 1', 'BidsTakenUp 2'],
    ...['DocumentDownloaded 0', 'BidSubmitted 1', 'BidSubmitted 0', 'BidWithdrawn 1'],
  ])
  // What is still done in a sealed stream afterwards, such as money going back, stays there.
  await ground.append('bid/T/2', 'DepositReturned')
  expect(await ground.number()).toBe(0)
})

describe('a fault on the way', async () => {
  const ground = await logGround()
  const { pool } = ground.store
  await ground.append('tender/T', ...types(270))
  test.each(['log_entry', 'log_tile', 'log_checkpoint', 'log_outbox'])(
    'at %s leaves nothing half written',
    async (table) => {
      await pool.query(`create or replace function fail() returns trigger language plpgsql as
        $$ begin raise exception 'torn'; end $$`)
      await pool.query(`create trigger torn before insert or delete on ${table}
        for each row execute function fail()`)
      await expect(ground.sequencer.step()).rejects.toThrow('torn')
      for (const name of ['log_entry', 'log_tile', 'log_checkpoint']) {
        expect((await pool.query(`select from ${name}`)).rowCount).toBe(0)
      }
      expect((await pool.query('select from log_outbox')).rowCount).toBe(270)
      await pool.query(`drop trigger torn on ${table}`)
    },
  )
  test('is gone with the next step, and with it nothing is missing', async () => {
    expect(await ground.number()).toBe(270)
    expect(await logged(ground)).toHaveLength(270)
  })
})

describe('two sequencers', async () => {
  const ground = await logGround()
  const { pool } = ground.store
  const other = createSequencer(ground.parts)

  test('never number at once: the second waits until the first is gone', async () => {
    await ground.append('tender/T', ...types(5))
    expect(await ground.sequencer.step()).toBe(5)
    await ground.append('tender/T', 'Next')
    expect(await other.step()).toBe(0)
    // The server ends the first one's connection, as a crash of its process would.
    await pool.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`)
    await expect(ground.sequencer.step()).rejects.toThrow()
    for (let n = 0; n === 0; ) n = await other.step()
    expect(await ground.sequencer.step()).toBe(0)
    expect(await typesOf(ground)).toEqual([...types(5), 'Next'].map((t, i) => `${t} ${i}`))
    await other.close()
  })

  test('one that slept while another led is fenced by its epoch and writes nothing', async () => {
    await ground.append('tender/T', 'Slept')
    const lead = await ground.store.log.lead(ground.parts.clock.now())
    const waiting = await lead?.waiting(9)
    await pool.query(`insert into log_epoch select region, max(epoch) + 1, now() from log_epoch
      group by region`)
    const entry = waiting?.[0]
    if (lead === null || entry === undefined) throw new Error('nobody leads')
    const [sm3, sha256] = [leafHash(entry.entry), leafHash(entry.entry)]
    const note = new Uint8Array()
    const batch = { from: 6, entries: [{ ...entry, sm3, sha256 }], tiles: [], takenUp: [] }
    const signed = { at: ground.parts.clock.now(), sm3Note: note, sha256Note: note }
    expect(await lead.record({ ...batch, ...signed })).toBe('fenced')
    await lead.release(false)
    expect((await pool.query('select from log_entry')).rowCount).toBe(6)
    expect(await ground.number()).toBe(1)
  })
})
