// SPDX-License-Identifier: Apache-2.0
/** The log in memory: one leader, fenced by its epoch, and numbers without a gap. */

import type { Cosignature, LogStore } from '@gongxin/shell/store'
import { concat } from '@gongxin/trust/canonical'
import { type Tile, type TreeAlgorithm, tileWidth, writeEntries } from '@gongxin/trust/log'
import type { Hand } from './hand.ts'
import { entryAt, leadIn, tileKey } from './lead.ts'
import { type Database, eventKey, type LogEntry } from './tables.ts'

export function logIn(db: Database, hand: Hand, isAlive: () => boolean): LogStore {
  const { log } = db
  const hashes = (algorithm: TreeAlgorithm, { level, index, width }: Tile) => {
    const from = index * tileWidth
    const list =
      level === 0
        ? log.entries.slice(from, from + width).map(hashUnder(algorithm))
        : rootsOf(db, { algorithm, level: level - 1, from, width })
    return list.length === width ? concat(...list) : null
  }
  const served = (entry: LogEntry, idx: number) => ({ ...entryAt(db, entry), idx })
  const newest = () => log.checkpoints.at(-1) ?? null
  return {
    lead: () => leadIn(db, hand, isAlive),
    newest: () => hand('newest', newest),
    checkpoint: (size) =>
      hand('checkpoint', () => log.checkpoints.find((one) => one.size === size) ?? null),
    ...cosignaturesIn(db, hand),
    tile: (algorithm, tile) =>
      hand('tile', () => {
        if (tile.width < tileWidth) return hashes(algorithm, tile)
        return log.tiles.get(tileKey(algorithm, tile.level, tile.index))?.bytes ?? null
      }),
    bundle: ({ index, width }) =>
      hand('bundle', () => {
        const list = log.entries.slice(index * tileWidth, index * tileWidth + width)
        if (list.length !== width) return null
        return writeEntries(list.map((entry) => entryAt(db, entry).entry))
      }),
    latest: (size, most) =>
      hand('latest', () =>
        log.entries
          .slice(0, size)
          .map((entry, idx) => ({ ...served(entry, idx), leaf: entry.sm3 }))
          .reverse()
          .slice(0, most),
      ),
    placeOf: (stream, seq) => hand('place', () => log.placed.get(eventKey(stream, seq)) ?? null),
    entriesOf: (prefix) =>
      hand('entries', () =>
        log.entries.map(served).filter(({ stream }) => stream.startsWith(prefix)),
      ),
  }
}

function hashUnder(algorithm: TreeAlgorithm) {
  return ({ sm3, sha256 }: LogEntry) => (algorithm === 'SM3' ? sm3 : sha256)
}

function rootsOf(
  { log }: Database,
  of: { algorithm: string; level: number; from: number; width: number },
): readonly Buffer[] {
  return Array.from({ length: of.width }, (_, i) =>
    log.tiles.get(tileKey(of.algorithm, of.level, of.from + i)),
  ).flatMap((tile) => tile?.root ?? [])
}

type OfCosignatures = 'cosignedSize' | 'cosignatures' | 'lastCosignatures' | 'keepCosignature'

function cosignaturesIn({ log }: Database, hand: Hand): Pick<LogStore, OfCosignatures> {
  return {
    cosignedSize: (witnesses, quorum) =>
      hand('cosigned', () => {
        const counts = new Map<number, number>()
        for (const { size, witness } of log.cosignatures) {
          if (witnesses.includes(witness)) counts.set(size, (counts.get(size) ?? 0) + 1)
        }
        const sizes = [...counts].filter(([, count]) => count >= quorum).map(([size]) => size)
        return sizes.length === 0 ? null : Math.max(...sizes)
      }),
    cosignatures: (size) =>
      hand('cosignatures', () =>
        log.cosignatures
          .filter((one) => one.size === size)
          .sort((one, other) => (one.witness < other.witness ? -1 : 1)),
      ),
    lastCosignatures: (witnesses) =>
      hand('last cosignatures', () =>
        witnesses.flatMap((witness): Cosignature[] => {
          const own = log.cosignatures.filter((one) => one.witness === witness)
          return own.sort((one, other) => other.size - one.size).slice(0, 1)
        }),
      ),
    keepCosignature: ({ size, witness, line, at }) =>
      hand(
        `keep cosignature of ${witness}`,
        () => {
          const known = log.cosignatures.some((one) => one.size === size && one.witness === witness)
          if (!known) log.cosignatures.push({ size, witness, line: Buffer.from(line), at })
        },
        { sent: true },
      ),
  }
}
