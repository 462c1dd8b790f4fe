// SPDX-License-Identifier: Apache-2.0
/** Streams in memory: an append and its rows in one step, for exactly one of those who saw the same head. */

import {
  type Append,
  type Conflict,
  type EventStore,
  type Row,
  type StoredEvent,
  writtenTables,
} from '@gongxin/shell/store'
import type { Hand } from './hand.ts'
import { byBytes, type Database, eventKey, kept, type Line, tableOf } from './tables.ts'

export function eventsIn(db: Database, hand: Hand): EventStore {
  const appendAll = (list: readonly Append[]) =>
    hand(`append ${list.map(({ stream }) => stream)}`, () => append(db, list), { sent: true })
  return {
    append: (one) => appendAll([one]),
    appendAll,
    head: (stream) => hand(`head ${stream}`, () => headOf(db, stream)),
    read: (stream, after = -1) =>
      hand(`read ${stream}`, () => (db.streams.get(stream) ?? []).slice(after + 1).map(copied)),
    readAll: (prefix) =>
      hand(`read ${prefix}*`, () =>
        named(db, prefix).flatMap((stream) => (db.streams.get(stream) ?? []).map(copied)),
      ),
    streams: (prefix) => hand(`streams ${prefix}`, () => named(db, prefix)),
  }
}

function named({ streams }: Database, prefix: string): readonly string[] {
  return [...streams.keys()].filter((name) => name.startsWith(prefix)).sort(byBytes)
}

function headOf({ streams }: Database, stream: string): number {
  return (streams.get(stream)?.length ?? 0) - 1
}

/** Whoever reads gets values of the own, as from a wire. */
function copied(event: StoredEvent): StoredEvent {
  return { ...event, body: structuredClone(event.body), origin: structuredClone(event.origin) }
}

function append(db: Database, list: readonly Append[]): 'appended' | Conflict {
  const moved = list.find(({ stream, expectedVersion }) => headOf(db, stream) !== expectedVersion)
  const rows = list.flatMap((one) => one.rows ?? [])
  if (moved !== undefined) {
    return { conflict: headOf(db, moved.stream), stream: moved.stream }
  }
  if (rows.some((row) => isTaken(db, row))) {
    return { conflict: list[0]?.expectedVersion ?? -1, stream: list[0]?.stream ?? '' }
  }
  for (const { stream, events } of list) {
    const own = db.streams.get(stream) ?? []
    if (events.length > 0) db.streams.set(stream, own)
    for (const event of events) {
      const seq = own.length
      own.push(stored(stream, seq, event))
      if (stream.startsWith('tender/') || stream === 'platform') {
        db.log.outbox.set(eventKey(stream, seq), { stream, seq })
      }
    }
  }
  for (const row of rows) writeRow(db, row)
  return 'appended'
}

function stored(stream: string, seq: number, event: Append['events'][number]): StoredEvent {
  const { type, at, entry, hash, salt, body, originSalt, origin } = event
  return asKept({ stream, seq, type, at, entry, hash, salt, body, originSalt, origin })
}

function asKept(event: StoredEvent): StoredEvent {
  const values = Object.entries(event).map(([name, value]) => [name, kept(value)])
  return Object.fromEntries(values)
}

/** A second answer under one key, or a slot that another ticket has. */
function isTaken(db: Database, item: Row): boolean {
  if ('remove' in item) return false
  if (item.table === 'idempotency') return tableOf(db, item.table).has(keyOf(item))
  if (item.table !== 'vault_head') return false
  const own = keyOf(item)
  return [...tableOf(db, item.table)].some(
    ([key, line]) => key !== own && line.tender === item.row.tender && line.slot === item.row.slot,
  )
}

export function writeRow(db: Database, item: Row): void {
  const table = tableOf(db, item.table)
  const key = keyOf(item)
  if ('remove' in item) return void table.delete(key)
  const before = table.get(key)
  const { onRepeat } = writtenTables[item.table]
  if (before !== undefined && onRepeat === 'keep') return
  // A job that has run is not run again.
  if (item.table === 'job' && before !== undefined && before.done_at !== null) return
  const given = Object.entries(item.row).map(([name, value]) => [name, kept(value)])
  table.set(key, { ...before, region: db.region, ...Object.fromEntries(given) })
}

function keyOf(item: Row): string {
  const fields: Line = 'remove' in item ? { ...item.remove } : { ...item.row }
  return keyIn(item.table, fields)
}

export function keyIn(table: string, fields: Line): string {
  const known: Readonly<Record<string, { readonly key: readonly string[] }>> = {
    ...writtenTables,
    setting: { key: ['name'] },
    deposit_account: { key: ['number'] },
  }
  const columns = known[table]?.key
  if (columns === undefined) throw new Error(`the simulator knows no key of ${table}`)
  return JSON.stringify(columns.map((column) => fields[column]))
}
