// SPDX-License-Identifier: Apache-2.0
/** Tables in memory with the promises of PostgreSQL: a statement is whole or did not happen. */

import type { StoredEvent } from '@gongxin/shell/store'

export type Line = Readonly<Record<string, unknown>>

/** What a database holds; whoever holds this can read and change all of it, as with a disk. */
export interface Database {
  readonly region: string
  readonly tables: Map<string, Map<string, Line>>
  readonly streams: Map<string, StoredEvent[]>
  readonly log: LogTables
}

export interface LogTables {
  readonly outbox: Map<string, { readonly stream: string; readonly seq: number }>
  readonly entries: LogEntry[]
  readonly placed: Map<string, number>
  readonly tiles: Map<string, { readonly bytes: Buffer; readonly root: Buffer }>
  readonly checkpoints: Checkpoint[]
  readonly cosignatures: Cosigned[]
  epoch: number
  /** Held by a connection, as an advisory lock is; gone with it. */
  lock: { readonly isAlive: () => boolean } | null
}

export interface LogEntry {
  readonly stream: string
  readonly seq: number
  readonly sm3: Buffer
  readonly sha256: Buffer
}

export interface Checkpoint {
  readonly size: number
  readonly at: StoredEvent['at']
  readonly sm3Note: Buffer
  readonly sha256Note: Buffer
}

export interface Cosigned {
  readonly size: number
  readonly witness: string
  readonly line: Buffer
  readonly at: StoredEvent['at']
}

export function emptyDatabase(region: string): Database {
  const log = {
    ...{ outbox: new Map(), entries: [], placed: new Map(), tiles: new Map() },
    ...{ checkpoints: [], cosignatures: [], epoch: 0, lock: null },
  }
  return { region, tables: new Map(), streams: new Map(), log }
}

export function tableOf({ tables }: Database, name: string): Map<string, Line> {
  const found = tables.get(name) ?? new Map<string, Line>()
  tables.set(name, found)
  return found
}

/** The key of an event wherever one is looked up. */
export function eventKey(stream: string, seq: number): string {
  return `${stream} ${seq}`
}

/** In the order of bytes, as the columns of names are sorted. */
export function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}

/** A value as it comes back: bytes copied, everything else as `jsonb` keeps it. */
export function kept(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value)
  return value === undefined ? null : inJsonb(JSON.parse(JSON.stringify(value)))
}

/** `jsonb` sorts members by length and then by bytes. */
function inJsonb(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inJsonb)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, own]) => [name, inJsonb(own)] as const)
  const sorted = members.sort(([one], [other]) => one.length - other.length || byBytes(one, other))
  return Object.fromEntries(sorted)
}
