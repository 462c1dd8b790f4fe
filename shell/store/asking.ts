// SPDX-License-Identifier: Apache-2.0
/** What every call asks by key: whatever is asked in one breath is one statement and one round trip. */

import type pg from 'pg'
import { prepared } from './pool.ts'
import { together } from './together.ts'
import { persistently } from './unavailable.ts'

/** A kind of question; texts of SQL in which `$1` is the region. */
export interface Kind<A> {
  readonly name: string
  /** Values of one question, in order, each with its type in the database. */
  readonly columns: Readonly<Record<string, string>>
  /** Expressions that must stand first, such as a removal; `asked` is the table of questions `r`. */
  readonly first?: (asked: string) => string
  /** Rows of `n`, the number of the question, and `answer` as JSON; no row is no answer. */
  readonly select: (asked: string) => string
  /** Takes what this very statement makes. */
  read(answer: unknown): A
}

export type Value = string | number | null

/** Null where the database has no answer. Fails with `Unavailable` and with what the database says. */
export type Ask = <A>(kind: Kind<A>, values: readonly Value[]) => Promise<A | null>

interface Asked {
  readonly kind: Kind<unknown>
  readonly values: readonly Value[]
}

export function createAsk(pool: pg.Pool, region: string): Ask {
  const texts = new Map<string, string>()
  const textOf = (kinds: readonly Kind<unknown>[]) => {
    const key = kinds.map(({ name }) => name).join()
    const text = texts.get(key) ?? statementOf(kinds)
    texts.set(key, text)
    return text
  }
  const carry = together<Asked, { readonly answer: unknown }>(async (list) => {
    const kinds = [...new Set(list.map(({ kind }) => kind))].sort(byName)
    const values = kinds.map((kind) => JSON.stringify(rowsOf(list, kind)))
    const query = prepared(textOf(kinds), [region, ...values])
    const { rows } = await persistently(() => pool.query(query))
    const answers = list.map(() => ({ answer: null }))
    for (const { n, answer } of rows) answers[n] = { answer }
    return answers
  })
  return async (kind, values) => {
    const { answer } = await carry({ kind, values }, '', [])
    return answer === null ? null : kind.read(answer)
  }
}

function byName(a: Kind<unknown>, b: Kind<unknown>): number {
  return a.name < b.name ? -1 : 1
}

/** The questions of one kind as rows, each with its number. */
function rowsOf(list: readonly Asked[], kind: Kind<unknown>): readonly object[] {
  const names = Object.keys(kind.columns)
  return list.flatMap(({ kind: own, values }, n) =>
    own === kind ? [{ n, ...Object.fromEntries(names.map((name, i) => [name, values[i]])) }] : [],
  )
}

function statementOf(kinds: readonly Kind<unknown>[]): string {
  const asked = new Map(
    kinds.map((kind, i) => {
      const columns = Object.entries({ n: 'integer', ...kind.columns })
      const shape = columns.map(([name, type]) => `${name} ${type}`).join(', ')
      return [kind, `jsonb_to_recordset($${i + 2}::jsonb) as r (${shape})`] as const
    }),
  )
  const first = [...asked].flatMap(([kind, table]) => kind.first?.(table) ?? [])
  const selects = [...asked].map(([kind, table]) => kind.select(table)).join('\nunion all\n')
  return first.length === 0 ? selects : `with ${first.join(', ')}\n${selects}`
}
