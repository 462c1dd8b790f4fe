// SPDX-License-Identifier: Apache-2.0
/** Numbering the log: one leader by advisory lock, fenced by an epoch; a batch is one commit. */

import type { Instant } from '@gongxin/core/kernel'
import type { TileFile, TreeAlgorithm } from '@gongxin/trust/log'
import type pg from 'pg'
import { prepared } from './pool.ts'
import { persistently } from './unavailable.ts'

/** An event that waits for its number. */
export interface Waiting {
  readonly stream: string
  readonly seq: number
  readonly type: string
  readonly entry: Uint8Array
}

/** An event with the number and the leaves it gets. */
export interface Numbered extends Waiting {
  readonly sm3: Uint8Array
  readonly sha256: Uint8Array
}

export interface FullTile extends Omit<TileFile, 'width'> {
  readonly algorithm: TreeAlgorithm
  readonly root: Uint8Array
}

export interface LogBatch {
  /** Number of the first entry. */
  readonly from: number
  readonly entries: readonly Numbered[]
  readonly tiles: readonly FullTile[]
  readonly at: Instant
  readonly sm3Note: Uint8Array
  readonly sha256Note: Uint8Array
  /** Sealed streams that what is logged here takes up, by the beginning of their names. */
  readonly takenUp: readonly { readonly prefix: string; readonly with: string }[]
}

export interface Lead {
  readonly epoch: number
  /** How many entries have a number. */
  size(): Promise<number>
  /** The longest waiting first; of one stream always in its order. */
  waiting(most: number): Promise<readonly Waiting[]>
  /** All of it or nothing; `fenced` where another leader has begun. */
  record(batch: LogBatch): Promise<'recorded' | 'fenced'>
  /** Gives the lead away; after a fault the connection goes with it. */
  release(broken: boolean): Promise<void>
}

/** The first of the two numbers of our lock; the second is the region. */
const lockClass = 0x6c6f67

export async function takeLead(pool: pg.Pool, region: string, at: Instant): Promise<Lead | null> {
  // One attempt each: the lock lives and dies with this very connection.
  const client = await persistently(() => pool.connect(), 1)
  const query = async (text: string, values: readonly unknown[]) =>
    (await persistently(() => client.query(prepared(text, values)), 1)).rows
  try {
    const [lock] = await query('select pg_try_advisory_lock($1, $2) as held', [
      lockClass,
      Number(region),
    ])
    if (lock?.held !== true) {
      client.release()
      return null
    }
    const [epoch] = await query(epochText, [region, at])
    return leadOn({ client, query, region, epoch: epoch?.epoch ?? 0 })
  } catch (error) {
    client.release(true)
    throw error
  }
}

interface Leading {
  readonly client: pg.PoolClient
  readonly query: (text: string, values: readonly unknown[]) => Promise<pg.QueryResult['rows']>
  readonly region: string
  readonly epoch: number
}

function leadOn(of: Leading): Lead {
  const { client, query, region, epoch } = of
  return {
    epoch,
    size: async () => (await query(sizeText, [region]))[0]?.size ?? 0,
    waiting: (most) => query(waitingText, [region, most]),
    async record(batch) {
      await query('begin', [])
      try {
        const [newest] = await query(newestEpochText, [region])
        if (newest?.epoch !== epoch) {
          await query('rollback', [])
          return 'fenced'
        }
        await write(of, batch)
        await query('commit', [])
        return 'recorded'
      } catch (error) {
        await query('rollback', []).catch(() => {})
        throw error
      }
    },
    async release(broken) {
      const freed = !broken && (await query('select pg_advisory_unlock_all()', []).then(yes, no))
      client.release(!freed)
    },
  }
}

const yes = () => true
const no = () => false

async function write({ query, region, epoch }: Leading, batch: LogBatch): Promise<void> {
  const { from, entries, tiles, takenUp } = batch
  const streams = entries.map(({ stream }) => stream)
  const numbers = entries.map(({ seq }) => seq)
  await query(entriesText, [
    region,
    entries.map((_, index) => from + index),
    streams,
    numbers,
    entries.map(({ sm3 }) => Buffer.from(sm3)),
    entries.map(({ sha256 }) => Buffer.from(sha256)),
  ])
  await query(tilesText, [
    region,
    tiles.map(({ algorithm }) => algorithm),
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => index),
    tiles.map(({ bytes }) => Buffer.from(bytes)),
    tiles.map(({ root }) => Buffer.from(root)),
  ])
  const notes = [batch.sm3Note, batch.sha256Note].map((note) => Buffer.from(note))
  await query(checkpointText, [region, from + entries.length, epoch, batch.at, ...notes])
  await query(doneText, [region, streams, numbers])
  for (const sealed of takenUp) {
    await query(takeUpText, [region, sealed.prefix, `${sealed.prefix}\u{10ffff}`, sealed.with])
  }
}

const epochText = `insert into log_epoch (region, epoch, began_at)
  select $1, coalesce(max(epoch), 0) + 1, $2 from log_epoch where region = $1 returning epoch`
const newestEpochText = `select epoch from log_epoch where region = $1
  order by epoch desc limit 1`
const sizeText = `select idx + 1 as size from log_entry where region = $1
  order by idx desc limit 1`

/**
 * By time, then by the salted hash: the names of sealed streams would order bidders by name. A root of
 * the city goes before what happened in the same millisecond, as the last tick before the closing.
 */
const waitingText = `select o.stream, o.seq, e.type, e.entry from log_outbox o join event e
  on e.region = o.region and e.stream = o.stream and e.seq = o.seq
  where o.region = $1 order by e.at, o.stream <> 'platform', o.seq, e.hash limit $2`

const entriesText = `insert into log_entry (region, idx, stream, seq, sm3, sha256)
  select $1, n.* from unnest($2::bigint[], $3::text[], $4::bigint[], $5::bytea[], $6::bytea[])
  as n (idx, stream, seq, sm3, sha256)`
const tilesText = `insert into log_tile (region, algorithm, level, idx, bytes, root)
  select $1, n.* from unnest($2::text[], $3::integer[], $4::bigint[], $5::bytea[], $6::bytea[])
  as n (algorithm, level, idx, bytes, root)`
const checkpointText = `insert into log_checkpoint (region, size, epoch, at, sm3_note, sha256_note)
  values ($1, $2, $3, $4, $5, $6)`
const doneText = `delete from log_outbox o using unnest($2::text[], $3::bigint[]) as n (stream, seq)
  where o.region = $1 and o.stream = n.stream and o.seq = n.seq`

/** Whole chains, and only of those who ever sent a bid: who merely looked or paid stays unknown. */
const takeUpText = `insert into log_outbox (region, stream, seq)
  select e.region, e.stream, e.seq from event e where e.region = $1
    and e.stream >= $2 and e.stream < $3 and exists (select from event s
      where s.region = e.region and s.stream = e.stream and s.type = $4)
    and not exists (select from log_entry l
      where l.region = e.region and l.stream = e.stream and l.seq = e.seq)
  on conflict do nothing`
