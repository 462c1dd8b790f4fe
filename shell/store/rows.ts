// SPDX-License-Identifier: Apache-2.0
/** Rows that are written together with events: what each table does when the key is already there. */

import type { ColumnType } from 'kysely'
import type { Tables } from './schema.ts'

/** `replace`: last state wins. `keep`: the first one stands. `refuse`: the append is a conflict. */
type OnRepeat = 'replace' | 'keep' | 'refuse'

interface Written {
  readonly key: readonly string[]
  readonly onRepeat: OnRepeat
  /** Further condition under which a row may be replaced. */
  readonly only?: string
}

/** The tables an append may write, each with its key without the region. */
export const writtenTables = {
  tender: { key: ['id'], onRepeat: 'replace' },
  notice: { key: ['stream', 'id'], onRepeat: 'replace' },
  bid: { key: ['tender', 'bidder'], onRepeat: 'replace' },
  task: { key: ['organisation', 'stream', 'id'], onRepeat: 'replace' },
  inbox_message: { key: ['organisation', 'id'], onRepeat: 'keep' },
  organisation: { key: ['id'], onRepeat: 'replace' },
  membership: { key: ['account', 'organisation', 'role'], onRepeat: 'replace' },
  idempotency: { key: ['account', 'key'], onRepeat: 'refuse' },
  outbox: { key: ['stream', 'id'], onRepeat: 'keep' },
  // A job whose hour has moved is moved; one that has run is not run again.
  job: { key: ['stream', 'dedupe'], onRepeat: 'replace', only: 'job.done_at is null' },
  draft: { key: ['organisation', 'stream', 'kind'], onRepeat: 'replace' },
  file: { key: ['digest'], onRepeat: 'keep' },
  file_link: { key: ['stream', 'digest'], onRepeat: 'replace' },
} as const satisfies { readonly [T in keyof Tables]?: Written }

export type RowTable = keyof typeof writtenTables

type ReadType<C> = C extends ColumnType<infer S, infer _I, infer _U> ? S : C
type WriteType<C> = C extends ColumnType<infer _S, infer I, infer _U> ? I : C
type MayBeLeftOut<C> =
  undefined extends WriteType<C> ? true : null extends WriteType<C> ? true : false
type Required<T> = { [K in keyof T]: MayBeLeftOut<T[K]> extends true ? never : K }[keyof T]

/** A row without its region: JSON as values, columns with a default or null may be left out. */
export type RowShape<T> = {
  readonly [K in Exclude<Required<T>, 'region'>]: ReadType<T[K]>
} & {
  readonly [K in Exclude<keyof T, Required<T> | 'region'>]?: ReadType<T[K]>
}

type KeyOf<T extends RowTable> = (typeof writtenTables)[T]['key'][number]

export type Row = {
  [T in RowTable]:
    | { readonly table: T; readonly row: RowShape<Tables[T]> }
    | { readonly table: T; readonly remove: { readonly [K in KeyOf<T>]: string } }
}[RowTable]

interface Group {
  readonly table: RowTable
  readonly removes: boolean
  readonly columns: readonly string[]
  readonly rows: Map<string, object>
}

export interface RowStatements {
  /** Common table expressions that depend on one named `ok`. */
  readonly expressions: readonly string[]
  readonly values: readonly string[]
}

/** One expression for each table and set of columns; of two rows with one key the last counts. */
export function rowStatements(rows: readonly Row[], firstParameter: number): RowStatements {
  const groups = new Map<string, Group>()
  for (const item of rows) {
    const removes = 'remove' in item
    const content: object = removes ? item.remove : item.row
    const columns = Object.keys(content).sort()
    const name = `${item.table} ${removes} ${columns.join()}`
    const group = groups.get(name) ?? { table: item.table, removes, columns, rows: new Map() }
    groups.set(name, group)
    group.rows.set(keyText(item.table, content), content)
  }
  const list = [...groups.values()].sort((a, b) => order(a).localeCompare(order(b), 'en'))
  return {
    expressions: list.map((group, index) => expression(group, index, firstParameter + index)),
    values: list.map((group) => JSON.stringify([...group.rows.values()], hexBytes)),
  }
}

function expression(group: Group, index: number, parameter: number): string {
  const { table, columns } = group
  const written: Written = writtenTables[table]
  const source = `jsonb_populate_recordset(null::${table}, $${parameter}::jsonb) as r`
  if (group.removes) {
    const match = written.key.map((column) => `${table}.${column} = r.${column}`).join(' and ')
    return `w${index} as (delete from ${table} using ok, ${source}
      where ${table}.region = $1 and ${match})`
  }
  const names = columns.map((column) => `"${column}"`).join(', ')
  const read = columns.map((column) => `r."${column}"`).join(', ')
  return `w${index} as (insert into ${table} (region, ${names}) select $1, ${read}
    from ok, ${source} ${onRepeat(table, columns)})`
}

function onRepeat(table: RowTable, columns: readonly string[]): string {
  const written: Written = writtenTables[table]
  if (written.onRepeat === 'refuse') return ''
  const target = `on conflict (region, ${written.key.map((column) => `"${column}"`).join(', ')})`
  const rest = columns.filter((column) => !written.key.includes(column))
  if (written.onRepeat === 'keep' || rest.length === 0) return `${target} do nothing`
  const sets = rest.map((column) => `"${column}" = excluded."${column}"`).join(', ')
  return `${target} do update set ${sets}${written.only ? ` where ${written.only}` : ''}`
}

function keyText(table: RowTable, content: object): string {
  const fields = new Map<string, unknown>(Object.entries(content))
  return JSON.stringify(writtenTables[table].key.map((column) => fields.get(column)))
}

/** A fixed order of tables keeps two appends from waiting for each other in a ring. */
function order(group: Group): string {
  return `${group.table} ${group.removes} ${group.columns.join()}`
}

function hexBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}
