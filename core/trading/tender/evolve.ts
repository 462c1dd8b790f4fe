// SPDX-License-Identifier: Apache-2.0
/** State is the fold of events: the same on the server, in a browser and at an auditor's desk. */

import type { DataOf, EventType, TenderEvent } from './events.ts'
import { evolveAward } from './evolve/award.ts'
import { evolveEvaluation } from './evolve/evaluation.ts'
import { evolveOpening } from './evolve/opening.ts'
import { evolvePerformance } from './evolve/performance.ts'
import { evolvePreparation } from './evolve/preparation.ts'
import { evolveRemedies } from './evolve/remedies.ts'
import { evolveTendering } from './evolve/tendering.ts'
import { type Evolvers, emptyTender, orderOf, type TenderState } from './state.ts'

const evolvers: Evolvers<EventType> = {
  ...evolvePreparation,
  ...evolveTendering,
  ...evolveOpening,
  ...evolveEvaluation,
  ...evolveAward,
  ...evolvePerformance,
  ...evolveRemedies,
}

/** One event more. Never refuses: what has happened has happened. */
export function evolve(state: TenderState, event: TenderEvent): TenderState {
  const next = step(event.type, state, event)
  const seq = state.version + 1
  const fell = next.ending === null && orderOf(next.phase) < orderOf(state.phase)
  const falls = fell ? [...state.falls, { seq, from: state.phase }] : state.falls
  return { ...next, falls, version: seq }
}

function step<T extends EventType>(
  type: T,
  state: TenderState,
  event: { readonly data: DataOf<T>; readonly at: TenderEvent['at'] },
): TenderState {
  return evolvers[type](state, event.data, event.at)
}

export function replay(events: Iterable<TenderEvent>): TenderState {
  let state = emptyTender
  for (const event of events) state = evolve(state, event)
  return state
}

/** An event whose payload the reader may not see still counts: only the version moves. */
export function evolveWithheld(state: TenderState): TenderState {
  return { ...state, version: state.version + 1 }
}
