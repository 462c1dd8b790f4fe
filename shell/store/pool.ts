// SPDX-License-Identifier: Apache-2.0
/** One pool of connections, its readings of database types, and statements prepared by their text. */

import { createHash } from 'node:crypto'
import { Broken, type Instant } from '@gongxin/core/kernel'
import pg from 'pg'

export interface PoolOptions {
  readonly url: string
  readonly connections?: number
  /** Settings of every connection, as the server takes them: `-c name=value`. */
  readonly settings?: string
  /** Told of connections that died while idle; the pool replaces them by itself. */
  readonly onError?: (error: Error) => void
}

export function createPool(options: PoolOptions): pg.Pool {
  const { url, connections = 16, settings, onError } = options
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: { getTypeParser },
    ...(settings === undefined ? {} : { options: settings }),
  })
  // Without a listener the stop of the server would end this process too.
  pool.on('error', (error) => onError?.(error))
  // One that dies while it is lent out and has nothing to do would find no listener either.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** A statement with a name is parsed by the server once for each connection, not once a call. */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = names.get(text)
  if (name === undefined) {
    // Texts built from lists of any length would fill the server's memory: those stay unnamed.
    if (names.size >= mostNames) return { text, values: [...values] }
    name = `g${createHash('sha1').update(text).digest('hex').slice(0, 20)}`
    names.set(text, name)
  }
  return { name, text, values: [...values] }
}

const names = new Map<string, string>()
const mostNames = 500

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, safeInteger],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, readInstant],
])

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const own = format === 'binary' ? undefined : parsers.get(oid)
  return own ?? pg.types.getTypeParser(oid, 'text')
}

/** Money and counts fit a double exactly; anything beyond is not one of our numbers. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Broken(`integer out of range: ${text}`)
  return value
}

/** `2026-11-24 10:15:00.5+08` of any session zone, as a moment with milliseconds. */
export function readInstant(text: string): Instant {
  const [, date, time, offset = '+00', minutes = ':00'] = form.exec(text) ?? []
  const value = new Date(`${date}T${time}${offset}${minutes}`)
  if (Number.isNaN(value.getTime())) throw new Broken(`not a moment: ${text}`)
  const instant = value.toISOString()
  if (!isInstantText(instant)) throw new Broken(`not a moment: ${text}`)
  return instant
}

const form = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*([+-]\d\d)(:\d\d)?$/

function isInstantText(text: string): text is Instant {
  return text.length === 24 && text.endsWith('Z')
}
