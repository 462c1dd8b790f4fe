// SPDX-License-Identifier: Apache-2.0
/** Composed queries over tables in memory, read from Kysely's own tree; what it does not know ends the run. */

import type { Queries } from '@gongxin/shell/store'
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type OperationNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { keyIn } from './events.ts'
import type { Hand } from './hand.ts'
import { type Database, kept, type Line, tableOf } from './tables.ts'

/** A node of the tree, whose kinds are told apart by their name. */
type Node = OperationNode & Readonly<Record<string, unknown>>

export function queriesIn(db: Database, hand: Hand): Queries {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ query, sql }: CompiledQuery) {
      const effect = () => {
        if (query.kind === 'SelectQueryNode') return { rows: select(db, nodeOf(query)) as R[] }
        if (query.kind !== 'InsertQueryNode') throw unknown(query.kind)
        const numAffectedRows = BigInt(insert(db, nodeOf(query)))
        return { rows: [], numAffectedRows, numInsertedOrUpdatedRows: numAffectedRows }
      }
      return hand(`query ${sql.slice(0, 40)}`, effect, { sent: query.kind === 'InsertQueryNode' })
    },
    // biome-ignore lint/correctness/useYield: the interface asks for it, nothing here streams.
    async *streamQuery() {
      throw unknown('stream')
    },
  }
  const none = async () => {}
  const refuse = async () => {
    throw unknown('transaction')
  }
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (queries) => new PostgresIntrospector(queries),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        ...{ init: none, destroy: none, releaseConnection: none },
        acquireConnection: async () => connection,
        ...{ beginTransaction: refuse, commitTransaction: refuse, rollbackTransaction: refuse },
      }),
    },
  })
}

function unknown(what: string): Error {
  return new Error(`the simulator does not know this statement: ${what}`)
}

function nodeOf(value: unknown): Node {
  if (typeof value !== 'object' || value === null || !('kind' in value)) throw unknown('no node')
  return value as Node
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(nodeOf) : []
}

/** Columns by their bare name and by their table's; of two tables the first one's bare name counts. */
type Found = Readonly<Record<string, unknown>>

function select(db: Database, query: Node): readonly Line[] {
  const [from] = listOf(nodeOf(query.from).froms)
  if (from === undefined || query.groupBy !== undefined || query.offset !== undefined) {
    throw unknown('select')
  }
  const where = query.where === undefined ? undefined : nodeOf(nodeOf(query.where).where)
  const joins = listOf(query.joins)
  let found = linesOf(db, nameOf(from))
  // Without a join all is decided at once; with one, what belongs to the first table alone.
  if (where !== undefined) found = found.filter((line) => holds(where, line, joins.length > 0))
  for (const join of joins) {
    if (join.joinType !== 'InnerJoin') throw unknown(String(join.joinType))
    const other = linesOf(db, nameOf(nodeOf(join.table)))
    const on = nodeOf(nodeOf(join.on).on)
    found = found.flatMap((one) =>
      other.map((more) => ({ ...more, ...one })).filter((both) => holds(on, both)),
    )
  }
  if (where !== undefined) found = found.filter((line) => holds(where, line))
  for (const item of listOf(query.orderBy && nodeOf(query.orderBy).items).toReversed()) {
    const column = columnIn(nodeOf(item.orderBy))
    found = found.toSorted((one, other) => compare(one[column], other[column]))
  }
  const limit =
    query.limit === undefined ? found.length : Number(plainOf(nodeOf(nodeOf(query.limit).limit)))
  return found.slice(0, limit).map((line) => shown(listOf(query.selections), line))
}

function linesOf(db: Database, table: string): readonly Found[] {
  const lines =
    table === 'event' || table === 'payload' ? eventLines(db) : tableOf(db, table).values()
  return [...lines].map((line) => {
    const named = Object.entries(line).map(([name, value]) => [`${table}.${name}`, value] as const)
    return { ...line, ...Object.fromEntries(named) }
  })
}

function* eventLines({ streams, region }: Database): Generator<Line> {
  for (const events of streams.values()) for (const event of events) yield { region, ...event }
}

function shown(selections: readonly Node[], line: Found): Line {
  const pairs = selections.flatMap((node) => {
    const selection = nodeOf(node.selection)
    if (selection.kind === 'SelectAllNode') throw unknown('select all')
    const isAlias = selection.kind === 'AliasNode'
    const column = columnIn(isAlias ? nodeOf(selection.node) : selection)
    const name = isAlias ? nameOf(nodeOf(selection.alias)) : (column.split('.').at(-1) ?? column)
    if (!(column in line)) throw unknown(`column ${column}`)
    return [[name, structuredCopy(line[column])]]
  })
  return Object.fromEntries(pairs)
}

function structuredCopy(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value) : structuredClone(value)
}

/** With `inPart`, true also where a column of another table decides. */
function holds(node: Node, line: Found, inPart = false): boolean {
  if (node.kind === 'ParensNode') return holds(nodeOf(node.node), line, inPart)
  if (node.kind === 'AndNode') {
    return holds(nodeOf(node.left), line, inPart) && holds(nodeOf(node.right), line, inPart)
  }
  if (node.kind !== 'BinaryOperationNode') throw unknown(node.kind)
  const column = columnIn(nodeOf(node.leftOperand))
  if (!(column in line)) {
    if (inPart) return true
    throw unknown(`column ${column}`)
  }
  const operator = nodeOf(node.operator).operator
  const right = nodeOf(node.rightOperand)
  if (operator === 'in') return valuesOf(right).includes(line[column])
  const value = right.kind === 'ReferenceNode' ? line[columnIn(right)] : plainOf(right)
  if (operator === '=') return value !== null && line[column] === value
  throw unknown(String(operator))
}

function plainOf(node: Node): unknown {
  if (node.kind !== 'ValueNode') throw unknown(node.kind)
  return node.value
}

function valuesOf(node: Node): readonly unknown[] {
  if (node.kind === 'PrimitiveValueListNode' && Array.isArray(node.values)) return node.values
  if (node.kind === 'ValueListNode') return listOf(node.values).map(plainOf)
  throw unknown(node.kind)
}

function columnIn(node: Node): string {
  if (node.kind !== 'ReferenceNode') throw unknown(node.kind)
  const column = nameOf(nodeOf(nodeOf(node.column).column))
  return node.table === undefined ? column : `${nameOf(nodeOf(node.table))}.${column}`
}

function nameOf(node: Node): string {
  if (node.kind === 'TableNode') return nameOf(nodeOf(nodeOf(node.table).identifier))
  if (node.kind === 'IdentifierNode') return String(node.name)
  throw unknown(node.kind)
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one) < String(other) ? -1 : Number(String(one) > String(other))
}

/** Answers how many lines were written. */
function insert(db: Database, query: Node): number {
  const table = nameOf(nodeOf(query.into))
  const names = listOf(query.columns).map((node) => nameOf(nodeOf(node.column)))
  const rows = listOf(nodeOf(query.values).values).map(valuesOf)
  const conflict = query.onConflict === undefined ? undefined : nodeOf(query.onConflict)
  let written = 0
  for (const values of rows) {
    const line: Line = Object.fromEntries(names.map((name, i) => [name, cell(name, values[i])]))
    const key = keyIn(table, line)
    const before = tableOf(db, table).get(key)
    if (before !== undefined && conflict === undefined) throw new Error(`duplicate key in ${table}`)
    if (before !== undefined && conflict?.doNothing === true) continue
    tableOf(db, table).set(key, { ...before, ...line })
    written += 1
  }
  return written
}

/** The column of a setting is written as the text of its JSON. */
function cell(name: string, value: unknown): unknown {
  return name === 'value' && typeof value === 'string' ? JSON.parse(value) : kept(value)
}
