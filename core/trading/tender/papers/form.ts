// SPDX-License-Identifier: Apache-2.0
/** The form of a paper: which event it bears witness to, which facts it draws on, what it says. */

import { type Citation, dayOf, type Words } from '../../../kernel/index.ts'
import type { EventOf, EventType, TenderEvent } from '../events.ts'
import type { TenderState } from '../state.ts'
import { ownerOf } from './say.ts'
import type { PaperBody, Seal } from './shape.ts'

/** What a paper is written from: nothing but the events its form names. */
export interface Writing<T extends EventType> {
  readonly event: EventOf<T>
  /** The fold of the events drawn on, up to and with the event itself. */
  readonly state: TenderState
}

export interface PaperForm {
  readonly kind: string
  readonly title: Words
  readonly on: EventType
  /** Who may not read one of these may not read the paper; what is not here cannot be in it. */
  readonly draws: readonly EventType[]
  /** Number given by the owner, where the event carries one. */
  readonly numberOf: (event: TenderEvent) => string | null
  /** Where the event itself says what the paper is called. */
  readonly titleOf: (event: TenderEvent) => Words
  /** Null where the event is another one. */
  readonly write: (event: TenderEvent, state: TenderState) => PaperBody | null
}

export interface FormOf<T extends EventType> {
  readonly kind: string
  readonly title: Words
  readonly on: T
  readonly draws: readonly EventType[]
  readonly numberOf?: (data: EventOf<T>['data']) => string
  readonly titleOf?: (data: EventOf<T>['data']) => Words
  readonly write: (of: Writing<T>) => PaperBody
}

export function form<T extends EventType>(of: FormOf<T>): PaperForm {
  const { kind, title, on, draws, write, numberOf, titleOf } = of
  const isMine = (event: TenderEvent): event is TenderEvent & EventOf<T> => event.type === on
  return {
    kind,
    title,
    on,
    draws,
    numberOf: (event) => (numberOf !== undefined && isMine(event) ? numberOf(event.data) : null),
    titleOf: (event) => (titleOf !== undefined && isMine(event) ? titleOf(event.data) : title),
    write: (event, state) => (isMine(event) ? write({ event, state }) : null),
  }
}

/** The owner, and the agency that acts for it, on the day of the event. */
export function ownerSeals(state: TenderState, event: TenderEvent): readonly Seal[] {
  const on = dayOf(event.at)
  const agency = state.agency?.name
  return [
    { by: ownerOf(state), on },
    ...(agency === undefined ? [] : [{ by: `${agency}（招标代理机构）`, on }]),
  ]
}

export const projectEvents = ['ProjectRegistered', 'AgencyEntrusted', 'NoticePublished'] as const

export function body(
  of: Pick<PaperBody, 'blocks' | 'seals'> & { to?: string; cites: readonly Citation[] },
): PaperBody {
  return { to: '', ...of }
}
