// SPDX-License-Identifier: Apache-2.0
/** The form of a running duty: who owes what act, since when, until when, and why. */

import { dayOf, endOf, type Instant, type Words } from '../../kernel/index.ts'
import { type Due, due, explainDue, limitOf } from '../../law/index.ts'
import { lawDayOf, type Moment } from './acts/act.ts'
import type { TenderState } from './state.ts'

/** A duty that is running: who owes what act, since when, until when, and why. */
export interface Duty {
  readonly id: string
  readonly act: string
  readonly title: Words
  /** Party that owes it. */
  readonly owner: string
  readonly since: Instant
  /** Moment at which it is late; null where the law names none. */
  readonly until: Instant | null
  /** One sentence with clause and arithmetic. */
  readonly why: string
  readonly due: Due | null
  /** Of the contract's own business: run for both its sides and those who watch them. */
  readonly closed?: true
}

export type Clock = Pick<Moment, 'calendar' | 'now'>

/** The clock of one limit, with its arithmetic; nothing where nobody owes it. */
export function duty(
  state: TenderState,
  at: Clock,
  of: {
    id: string
    act: string
    title: Words
    owner: string | undefined
    since: Instant
    limit: string
  },
): readonly Duty[] {
  const { owner, limit, since, id, act, title } = of
  if (owner === undefined) return []
  const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
  const found = due(limitOf(limit), dayOf(since), counting)
  const until = endOf(found.safe)
  return [{ id, act, title, owner, since, until, why: explainDue(found), due: found }]
}
