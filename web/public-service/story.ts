// SPDX-License-Identifier: Apache-2.0
/** The tender as told by its public trail: typed events, the stage each belongs to, the state. */

import { type Instant, isInstant } from '@gongxin/core/kernel'
import { type Procedure, spokenWords } from '@gongxin/core/procedures'
import {
  emptyTender,
  eventShapes,
  evolve,
  evolveWithheld,
  isEventType,
  procedureOf,
  type TenderEvent,
  type TenderState,
  type TenderTerms,
} from '@gongxin/core/trading/tender'
import type { TrailLine } from '@gongxin/shell/http/contract'

export interface Told {
  readonly line: TrailLine
  readonly at: Instant
  /** Null where the body is withheld from the public. */
  readonly event: TenderEvent | null
  /** Phase after the event: the stage of the timeline it stands in. */
  readonly phase: string
}

export interface Story {
  readonly told: readonly Told[]
  readonly state: TenderState
  /** Whose words the page speaks. */
  readonly procedure: Procedure
  /** The terms as first published, then after each change. */
  readonly versions: readonly { readonly at: Instant; readonly terms: TenderTerms }[]
}

export function storyOf(trail: readonly TrailLine[]): Story {
  let state = emptyTender
  const told = trail.flatMap((line): readonly Told[] => {
    if (!isInstant(line.at)) return []
    const event = eventOf(line, line.at)
    state = event === null ? evolveWithheld(state) : evolve(state, event)
    return [{ line, at: line.at, event, phase: state.phase }]
  })
  const procedure = procedureOf(state)
  const named = told.map(({ line, ...rest }) => {
    return { ...rest, line: { ...line, title: spokenWords(line.title, procedure) } }
  })
  return { told: named, state, procedure, versions: told.flatMap(versionIn) }
}

function eventOf(line: TrailLine, at: Instant): TenderEvent | null {
  if (line.body === null || !isEventType(line.type)) return null
  const read = eventShapes[line.type].shape.safeParse(line.body.data)
  const event = { type: line.type, at, data: read.data }
  return isOwnShape(event) ? event : null
}

/** The data was read by the shape of this very type, or it is missing. */
function isOwnShape(event: { readonly data: unknown }): event is TenderEvent {
  return event.data !== undefined
}

function versionIn({ event, at }: Told) {
  if (event?.type === 'NoticePublished') return [{ at, terms: event.data.terms }]
  if (event?.type !== 'ClarificationPublished' || event.data.terms === null) return []
  return [{ at, terms: event.data.terms }]
}

/** When anything last changed; the fallback is for a trail that is empty. */
export function lastChange({ told }: Story, fallback: Instant): Instant {
  return told.at(-1)?.at ?? fallback
}

export function titleOf({ state }: Story, id: string): string {
  return state.project?.name ?? id
}
