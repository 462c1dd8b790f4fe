// SPDX-License-Identifier: Apache-2.0
/** What one step comes to: how much it looked at, what it found, and what it was not shown. */

import { canonicalize, type Json } from '@gongxin/trust/canonical'
import type { EventOf, EventType } from '../tender/index.ts'
import type { Found, Look, Moment } from './look.ts'

export interface Answer {
  readonly checked: number
  readonly found: readonly Found[]
  /** What could not be judged for want of a body: never passed, never failed. */
  readonly withheld: number
}

export const nothing: Answer = { checked: 0, found: [], withheld: 0 }

export function joined(answers: readonly Answer[]): Answer {
  return {
    checked: answers.reduce((sum, one) => sum + one.checked, 0),
    found: answers.flatMap(({ found }) => found),
    withheld: answers.reduce((sum, one) => sum + one.withheld, 0),
  }
}

export type Judged = Found['code'] | 'withheld' | undefined
type Judging<T extends EventType> = (event: EventOf<T>, moment: Moment) => Judged
/** One judgement for each kind of event a step looks at. */
export type Judgements = { readonly [T in EventType]?: Judging<T> }

/** Walks the entries of a tender once; entries without a body count as withheld. */
export function judged({ moments }: Look, judgements: Judgements): Answer {
  return joined(
    moments.flatMap((moment) => {
      const { event, envelope, seq } = moment
      if (!Object.hasOwn(judgements, envelope.type)) return []
      if (event === null) return [{ ...nothing, withheld: 1 }]
      return [answerOf(judgement(judgements, event, moment), `${envelope.type} ${seq}`)]
    }),
  )
}

export function answerOf(verdict: Judged, where: string): Answer {
  if (verdict === 'withheld') return { ...nothing, withheld: 1 }
  return { checked: 1, found: verdict === undefined ? [] : [{ code: verdict, where }], withheld: 0 }
}

function judgement<T extends EventType>(
  judgements: Judgements,
  event: EventOf<T>,
  moment: Moment,
): Judged {
  return judgements[event.type]?.(event, moment)
}

/** Equal as written: the order of members says nothing, and what is absent is no member. */
export function same(one: unknown, other: unknown): boolean {
  return written(one) === written(other)
}

function written(value: unknown): string {
  const json: Json = JSON.parse(JSON.stringify(value))
  return canonicalize(json)
}
