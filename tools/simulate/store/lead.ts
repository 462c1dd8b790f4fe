// SPDX-License-Identifier: Apache-2.0
/** Numbering in memory: one leader by a lock, fenced by its epoch; a batch is there whole or not at all. */

import type { Lead, LogBatch, Waiting } from '@gongxin/shell/store'
import type { Hand } from './hand.ts'
import { type Database, eventKey } from './tables.ts'

/** Null while another connection that lives holds the lock; one that breaks lets it go, as PostgreSQL does. */
export async function leadIn(
  db: Database,
  hand: Hand,
  isAlive: () => boolean,
): Promise<Lead | null> {
  const { log } = db
  const lock = { isAlive }
  const free = () => {
    if (log.lock === lock) log.lock = null
  }
  const mine: Hand = (label, effect, how) =>
    hand(label, effect, how).catch((error: unknown) => {
      free()
      throw error
    })
  const epoch = await mine('lead', () => {
    if (log.lock?.isAlive() === true) return null
    log.lock = lock
    log.epoch += 1
    return log.epoch
  })
  if (epoch === null) return null
  return {
    epoch,
    size: () => mine('size', () => log.entries.length),
    waiting: (most) => mine('waiting', () => waiting(db).slice(0, most)),
    record: (batch) =>
      mine(
        `number ${batch.from}+${batch.entries.length}`,
        () => {
          if (log.epoch !== epoch) return 'fenced'
          write(db, batch)
          return 'recorded'
        },
        { sent: true },
      ),
    // Whether it is told or breaks off: the connection is gone, and its lock with it.
    release: () => mine('release', free).catch(() => {}),
  }
}

function waiting(db: Database): readonly Waiting[] {
  const list = [...db.log.outbox.values()].map((of) => entryAt(db, of))
  return list.sort((one, other) => {
    if (one.at !== other.at) return one.at < other.at ? -1 : 1
    const [a, b] = [one, other].map(({ stream }) => (stream === 'platform' ? 0 : 1))
    if (a !== b) return (a ?? 0) - (b ?? 0)
    return one.seq - other.seq || Buffer.compare(one.hash, other.hash)
  })
}

function write(db: Database, { from, entries, tiles, takenUp, ...of }: LogBatch): void {
  const { log } = db
  if (from !== log.entries.length) throw new Error('numbers of the log have no gap')
  if (entries.some(({ stream, seq }) => log.placed.has(eventKey(stream, seq)))) {
    throw new Error('duplicate key')
  }
  for (const { stream, seq, sm3, sha256 } of entries) {
    log.placed.set(eventKey(stream, seq), log.entries.length)
    log.entries.push({ stream, seq, sm3: Buffer.from(sm3), sha256: Buffer.from(sha256) })
    log.outbox.delete(eventKey(stream, seq))
  }
  for (const { algorithm, level, index, bytes, root } of tiles) {
    const tile = { bytes: Buffer.from(bytes), root: Buffer.from(root) }
    log.tiles.set(tileKey(algorithm, level, index), tile)
  }
  const notes = { sm3Note: Buffer.from(of.sm3Note), sha256Note: Buffer.from(of.sha256Note) }
  log.checkpoints.push({ size: log.entries.length, at: of.at, ...notes })
  for (const sealed of takenUp) takeUp(db, sealed)
}

function takeUp({ streams, log }: Database, sealed: LogBatch['takenUp'][number]): void {
  for (const [stream, events] of streams) {
    if (!stream.startsWith(sealed.prefix)) continue
    if (!events.some(({ type }) => type === sealed.with)) continue
    for (const { seq } of events) {
      const key = eventKey(stream, seq)
      if (!log.placed.has(key)) log.outbox.set(key, { stream, seq })
    }
  }
}

export function tileKey(algorithm: string, level: number, index: number): string {
  return `${algorithm} ${level} ${index}`
}

export function entryAt({ streams }: Database, { stream, seq }: { stream: string; seq: number }) {
  const found = streams.get(stream)?.[seq]
  if (found === undefined) throw new Error(`no event ${stream} ${seq}`)
  return found
}
