// SPDX-License-Identifier: Apache-2.0
/** Who may read what, when: the secrecy matrix of rules-construction §1.7 as one function. */

import type { Actor } from '../../kernel/index.ts'
import { bidOf, isParty } from './decide.ts'
import { type EventType, eventShapes, type TenderEvent } from './events.ts'
import { evolve, evolveWithheld } from './evolve.ts'
import { emptyTender, type Phase, phases, type TenderState } from './state.ts'

/** Nobody signed in: the citizen at the portal. */
export type Reader = Actor | null

/** How far the tender ever got; an ending does not undo what was reached. */
export function hasReached(state: TenderState, phase: string): boolean {
  if (phase === 'ended') return state.ending !== null
  return order(furthest(state)) >= order(phase)
}

function order(phase: string): number {
  return phases.findIndex((p) => p === phase)
}

const ends: readonly Phase[] = ['failed', 'terminated', 'invalidated']

/** The facts that each phase leaves behind, latest first. */
function furthest(state: TenderState): Phase {
  if (!ends.includes(state.phase)) return state.phase
  const left: readonly (readonly [unknown, Phase])[] = [
    [state.contract, 'contracted'],
    [state.awardNotice, 'notified'],
    [state.award, 'decided'],
    [state.publicReview, 'publicReview'],
    [state.reportAt, 'reported'],
    [state.evaluation, 'evaluating'],
    [state.record, 'opened'],
    [state.opening, 'opening'],
    [state.closedAt, 'closed'],
    [state.notice, 'tendering'],
  ]
  return left.find(([fact]) => fact !== null)?.[1] ?? 'planned'
}

/** May this reader see the payload of this event, as things stand? */
export function mayRead(event: TenderEvent, reader: Reader, state: TenderState): boolean {
  const { access } = eventShapes[event.type]
  if (access.to === 'public') return true
  if (access.from !== undefined && hasReached(state, access.from)) return true
  if (reader === null) return false
  if (reader.role === 'system') return true
  if (concerns(event, reader, state)) return true
  if (!isParty(state, reader)) return false
  if (access.readers.some((role) => role === reader.role)) return true
  const { later } = access
  if (later === undefined) return false
  const phasesNamed = typeof later.from === 'string' ? [later.from] : later.from
  if (!phasesNamed.some((phase) => hasReached(state, phase))) return false
  return later.readers.some((role) => role === reader.role)
}

/** Own acts, and what is said about oneself: a bidder's own rejection, an expert's own sheet. */
function concerns(event: TenderEvent, reader: Actor, state: TenderState): boolean {
  if (reader.role === 'expert') return 'member' in event.data && event.data.member === reader.party
  if (reader.role !== 'bidder') return false
  const own = bidOf(state, reader.party)
  switch (event.type) {
    case 'ObjectionLodged':
      return event.data.by.party === reader.party
    case 'DepositRefunded':
    case 'DepositForfeited':
      return event.data.bidder.party === reader.party
    case 'LoserNotified':
      return event.data.letter.bidder.party === reader.party
    case 'ContractOffered':
      return state.awardNotice?.winner.party === reader.party
    case 'BidDecrypted':
    case 'BidRejected':
    case 'ArithmeticCorrected':
    case 'CorrectionConfirmed':
    case 'ClarificationAsked':
    case 'ClarificationReplied':
      return own !== undefined && event.data.bid === own.no && !tooEarly(event.type, state)
    default:
      return false
  }
}

/** A bidder learns of the own rejection with the candidates, not while the committee sits. */
function tooEarly(type: EventType, state: TenderState): boolean {
  return type === 'BidRejected' && !hasReached(state, 'publicReview')
}

/**
 * The tender as a reader may see it: the fold of the events that reader may read.
 * `whole` is the state of all events, which decides what may be read.
 */
export function stateFor(
  reader: Reader,
  events: readonly TenderEvent[],
  whole: TenderState,
): TenderState {
  let seen = emptyTender
  for (const event of events) {
    seen = mayRead(event, reader, whole) ? evolve(seen, event) : evolveWithheld(seen)
  }
  return seen
}
