// SPDX-License-Identifier: Apache-2.0
/** One clock that runs: who owes what act, since when, until when, and why. */

import { dayOf, endOf, type Instant, type Role, type Words } from '../../kernel/index.ts'
import { type Due, due, explainDue, limitOf } from '../../law/index.ts'
import { lawDayOf, type Moment } from './acts/act.ts'
import type { TenderState } from './state.ts'

export interface Duty {
  readonly id: string
  readonly act: string
  readonly title: Words
  /** Party that owes it. */
  readonly owner: string
  /** In what role, where it is neither owner nor agency. */
  readonly role?: Role
  readonly since: Instant
  /** Moment at which it is late; null where the law names none. */
  readonly until: Instant | null
  /** One sentence with clause and arithmetic. */
  readonly why: string
  readonly due: Due | null
  /** Parties who may know that it runs; absent where everybody may. */
  readonly known?: readonly string[]
}

export type Clock = Pick<Moment, 'calendar' | 'now'>

export interface Owed {
  readonly id: string
  readonly act: string
  readonly title: Words
  readonly owner: string | undefined
  readonly role?: Role
  readonly since: Instant
  readonly limit: string
  /** Added to the figure of the limit: days that do not count. */
  readonly more?: number
  readonly known?: readonly string[]
}

export function duty(state: TenderState, at: Clock, of: Owed): readonly Duty[] {
  const { owner, limit, more = 0, ...said } = of
  if (owner === undefined) return []
  const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
  const own = due(limitOf(limit), dayOf(said.since), counting)
  const found = more === 0 ? own : due(limitOf(limit), own.from, { ...counting, n: own.n + more })
  return [{ ...said, owner, until: endOf(found.safe), why: explainDue(found), due: found }]
}

/** Clocks of a complaint are no business of the public before its decision. */
export function isForAll({ known }: Pick<Duty, 'known'>): boolean {
  return known === undefined
}
