// SPDX-License-Identifier: Apache-2.0
/** What the public log holds: places, tiles, checkpoints and who has cosigned them. Read only. */

import type { Instant } from '@gongxin/core/kernel'
import { concat } from '@gongxin/trust/canonical'
import { type Tile, type TreeAlgorithm, tileWidth, writeEntries } from '@gongxin/trust/log'
import type pg from 'pg'
import { afterPrefix } from './events.ts'
import { type Lead, takeLead } from './log-lead.ts'
import { prepared } from './pool.ts'
import { persistently } from './unavailable.ts'

export interface KeptCheckpoint {
  readonly size: number
  readonly at: Instant
  /** Signed by the log alone; cosignatures are kept beside it. */
  readonly sm3Note: Uint8Array
  readonly sha256Note: Uint8Array
}

export interface Cosignature {
  readonly size: number
  readonly witness: string
  /** Number of the key and signature, as in the line of a note. */
  readonly line: Uint8Array
  readonly at: Instant
}

/** An entry as people look for it: where it stands in the log and in its stream. */
export interface LoggedEntry {
  readonly idx: number
  readonly entry: Uint8Array
  readonly leaf: Uint8Array
}

/** An entry of a stream, and where the log has it. */
export interface PlacedEntry {
  readonly stream: string
  readonly seq: number
  readonly idx: number
  readonly entry: Uint8Array
}

export interface LogStore {
  /** The one who may number entries; null while another process does. */
  lead(at: Instant): Promise<Lead | null>
  /** The newest checkpoint the log has signed; null for a log without entries. */
  newest(): Promise<KeptCheckpoint | null>
  checkpoint(size: number): Promise<KeptCheckpoint | null>
  /** Size of the newest checkpoint that as many of the named witnesses have cosigned. */
  cosignedSize(witnesses: readonly string[], quorum: number): Promise<number | null>
  cosignatures(size: number): Promise<readonly Cosignature[]>
  /** The newest cosignature of each of the named witnesses. */
  lastCosignatures(witnesses: readonly string[]): Promise<readonly Cosignature[]>
  keepCosignature(cosignature: Cosignature): Promise<void>
  /** The hashes of a tile; null where the log does not reach so far. */
  tile(algorithm: TreeAlgorithm, tile: Tile): Promise<Uint8Array | null>
  /** Entries of one tile of leaves, as they are served; null where the log does not reach so far. */
  bundle(tile: Omit<Tile, 'level'>): Promise<Uint8Array | null>
  /** The last entries below `size`, newest first. */
  latest(size: number, most: number): Promise<readonly LoggedEntry[]>
  /** Place of the entry with this leaf under SM3, null where the log does not have it. */
  placeOf(stream: string, seq: number): Promise<number | null>
  /** What the log has of all streams that begin so, in the order of the log. */
  entriesOf(prefix: string): Promise<readonly PlacedEntry[]>
}

export function createLogStore(pool: pg.Pool, region: string): LogStore {
  const query = async (text: string, values: readonly unknown[]) => {
    const { rows } = await persistently(() => pool.query(prepared(text, [region, ...values])))
    return rows
  }
  const hashes = async (algorithm: TreeAlgorithm, { level, index, width }: Tile) => {
    const from = index * tileWidth
    const rows =
      level === 0
        ? await query(algorithm === 'SM3' ? sm3Text : sha256Text, [from, from + width])
        : await query(rootsText, [from, from + width, algorithm, level - 1])
    return rows.length === width ? concat(...rows.map((row) => row.hash)) : null
  }
  return {
    lead: (at) => takeLead(pool, region, at),
    newest: async () => (await query(newestText, []))[0] ?? null,
    checkpoint: async (size) => (await query(checkpointText, [size]))[0] ?? null,
    cosignedSize: async (witnesses, quorum) =>
      (await query(cosignedText, [witnesses, quorum]))[0]?.size ?? null,
    cosignatures: (size) => query(cosignaturesText, [size]),
    lastCosignatures: (witnesses) => query(lastText, [witnesses]),
    async keepCosignature({ size, witness, line, at }) {
      await query(keepText, [size, witness, Buffer.from(line), at])
    },
    async tile(algorithm, tile) {
      const { level, index, width } = tile
      if (width < tileWidth) return hashes(algorithm, tile)
      return (await query(tileText, [algorithm, level, index]))[0]?.bytes ?? null
    },
    async bundle({ index, width }) {
      const from = index * tileWidth
      const rows = await query(bundleText, [from, from + width])
      return rows.length === width ? writeEntries(rows.map((row) => row.entry)) : null
    },
    latest: (size, most) => query(latestText, [size, most]),
    placeOf: async (stream, seq) => (await query(placeText, [stream, seq]))[0]?.idx ?? null,
    entriesOf: (prefix) => query(entriesText, [prefix, afterPrefix(prefix)]),
  }
}

const between = 'region = $1 and idx >= $2 and idx < $3'
const sm3Text = `select sm3 as hash from log_entry where ${between} order by idx`
const sha256Text = `select sha256 as hash from log_entry where ${between} order by idx`
const rootsText = `select root as hash from log_tile where ${between}
  and algorithm = $4 and level = $5 order by idx`
const tileText = `select bytes from log_tile
  where region = $1 and algorithm = $2 and level = $3 and idx = $4`

const checkpointColumns = `size, at, sm3_note as "sm3Note", sha256_note as "sha256Note"`
const newestText = `select ${checkpointColumns} from log_checkpoint where region = $1
  order by size desc limit 1`
const checkpointText = `select ${checkpointColumns} from log_checkpoint
  where region = $1 and size = $2`

const cosignedText = `select size from log_cosignature where region = $1
  and witness = any($2::text[]) group by size having count(*) >= $3 order by size desc limit 1`
const cosignaturesText = `select size, witness, line, at from log_cosignature
  where region = $1 and size = $2 order by witness`
const lastText = `select c.size, c.witness, c.line, c.at from unnest($2::text[]) as w (name)
  cross join lateral (select * from log_cosignature where region = $1 and witness = w.name
    order by size desc limit 1) as c`
const keepText = `insert into log_cosignature (region, size, witness, line, at)
  values ($1, $2, $3, $4, $5) on conflict do nothing`

const joined = `from log_entry l join event e
  on e.region = l.region and e.stream = l.stream and e.seq = l.seq`
const bundleText = `select e.entry ${joined}
  where l.region = $1 and l.idx >= $2 and l.idx < $3 order by l.idx`
const latestText = `select l.idx, e.entry, l.sm3 as leaf ${joined}
  where l.region = $1 and l.idx < $2 order by l.idx desc limit $3`
const entriesText = `select l.stream, l.seq, l.idx, e.entry ${joined}
  where l.region = $1 and l.stream >= $2 and l.stream < $3 order by l.idx`
const placeText = `select idx from log_entry where region = $1 and stream = $2 and seq = $3`
