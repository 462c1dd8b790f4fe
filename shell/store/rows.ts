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
  sealed_content: { key: ['stream', 'digest'], onRepeat: 'keep' },
  vault: { key: ['tender'], onRepeat: 'replace' },
  vault_head: { key: ['tender', 'ticket'], onRepeat: 'replace' },
  vault_tick: { key: ['stream'], onRepeat: 'replace' },
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
  /** Common table expressions that ask one named `ok`, whose column `stand` allows them. */
  readonly expressions: readonly string[]
  readonly values: readonly string[]
}

/** One expression for each table and set of columns; of two rows with one key the last counts. */
export function rowStatements(rows: readonly Row[], firstParameter: number): RowStatements {
  const groups = new Map<string, Group>()
  for (const item of rows) {
    const content = contentOf(item)
    const name = groupName(item)
    const columns = Object.keys(content).sort()
    const group = groups.get(name) ?? {
      table: item.table,
      removes: 'remove' in item,
      columns,
      rows: new Map(),
    }
    groups.set(name, group)
    group.rows.set(rowKey(item), content)
  }
  // A fixed order of tables and rows keeps two appends from waiting for each other in a ring.
  const list = inOrder(groups).map((group) => ({ group, rows: inOrder(group.rows) }))
  return {
    expressions: list.map(({ group }, index) => expression(group, index, firstParameter + index)),
    values: list.map(({ rows }) => listInJson(rows)),
  }
}

/** Appends with the same kind of rows share one statement. */
export function rowsKind(rows: readonly Row[]): string {
  return [...new Set(rows.map(groupName))].sort().join('; ')
}

/** Names the row that is written, the same for two writings of one row. */
export function rowKey(item: Row): string {
  const fields = new Map<string, unknown>(Object.entries(contentOf(item)))
  const key = writtenTables[item.table].key.map((column) => fields.get(column))
  return `${item.table} ${JSON.stringify(key)}`
}

function groupName(item: Row): string {
  return `${item.table} ${'remove' in item} ${Object.keys(contentOf(item)).sort().join()}`
}

function contentOf(item: Row): object {
  return 'remove' in item ? item.remove : item.row
}

function inOrder<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}

function expression(group: Group, index: number, parameter: number): string {
  const { table, columns } = group
  const written: Written = writtenTables[table]
  const source = `jsonb_populate_recordset(null::${table}, $${parameter}::jsonb) as r`
  if (group.removes) {
    const match = written.key.map((column) => `${table}.${column} = r.${column}`).join(' and ')
    return `w${index} as (delete from ${table} using ok, ${source}
      where ok.stand and ${table}.region = $1 and ${match})`
  }
  const names = columns.map((column) => `"${column}"`).join(', ')
  const read = columns.map((column) => `r."${column}"`).join(', ')
  return `w${index} as (insert into ${table} (region, ${names}) select $1, ${read}
    from ok, ${source} where ok.stand ${onRepeat(table, columns)})`
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

/** Rows as the database takes them: one text for all. */
export function listInJson(rows: readonly object[]): string {
  return JSON.stringify(rows.map(inJson))
}

/** JSON has no bytes, and those of Node would write themselves as lists of numbers. */
function inJson(content: object): object {
  const columns = Object.entries(content)
  if (!columns.some(([, value]) => value instanceof Uint8Array)) return content
  return Object.fromEntries(
    columns.map(([name, value]) =>
      value instanceof Uint8Array
        ? [name, `\\x${Buffer.from(value).toString('hex')}`]
        : [name, value],
    ),
  )
}
