// SPDX-License-Identifier: Apache-2.0
/** Who may read what, when: the secrecy matrix of rules-construction §1.7 as one function. */

import type { Actor } from '../../kernel/index.ts'
import type { Procedure } from '../../procedures/index.ts'
import { bidOf, isParty, procedureOf } from './decide.ts'
import { type Access, type EventType, eventShapes, type TenderEvent } from './events.ts'
import { evolve, evolveWithheld } from './evolve.ts'
import { emptyTender, orderOf, type TenderState } from './state.ts'

/** Nobody signed in: the citizen at the portal. */
export type Reader = Actor | null

/**
 * Has the tender got that far, now or, for an event with a number, at any time since that event?
 * So a step back closes nothing that was open, and opens nothing that came after it.
 */
export function hasReached(state: TenderState, phase: string, seq = state.version): boolean {
  if (phase === 'ended') return state.ending !== null
  const wanted = orderOf(phase)
  const fallen = state.falls.some((fall) => fall.seq > seq && orderOf(fall.from) >= wanted)
  return fallen || orderOf(state.ending?.from ?? state.phase) >= wanted
}

/** Where no bid is opened in public, prices and names stay with those who evaluate until the result. */
const panelAlone: Partial<Record<EventType, Access>> = {
  // As in the hall not before the opening; whoever holds a share must know whose bid it opens.
  BidsTakenUp: {
    to: 'restricted',
    readers: [],
    later: { from: 'opening', readers: ['tenderOwner', 'agency', 'expert', 'notary', 'audit'] },
    from: 'notified',
  },
  OpeningRecorded: {
    to: 'restricted',
    readers: ['tenderOwner', 'agency', 'expert'],
    later: { from: 'reported', readers: ['authority', 'audit'] },
    from: 'notified',
  },
}

/** Who may read an event: the catalogue says it, unless the procedure keeps its opening to the panel. */
export function accessOf(type: EventType, state: TenderState): Access {
  return accessUnder(type, procedureOf(state))
}

export function accessUnder(
  type: EventType,
  { readsOpening }: Pick<Procedure, 'readsOpening'>,
): Access {
  const kept = readsOpening === 'panel' ? panelAlone[type] : undefined
  return kept ?? eventShapes[type].access
}

/** May this reader see the payload of this event, as things stand? */
export function mayRead(
  event: TenderEvent,
  reader: Reader,
  state: TenderState,
  /** The event's number; without it only the present counts. */
  seq = state.version,
): boolean {
  const access = accessOf(event.type, state)
  if (access.to === 'public') return true
  if (access.from !== undefined && hasReached(state, access.from, seq)) return true
  if (reader === null) return false
  if (reader.role === 'system') return true
  if (concerns(event, reader, { state, seq })) return true
  if (!isParty(state, reader)) return false
  if (access.readers.some((role) => role === reader.role)) return true
  const { later } = access
  if (later === undefined) return false
  const phasesNamed = typeof later.from === 'string' ? [later.from] : later.from
  if (!phasesNamed.some((phase) => hasReached(state, phase, seq))) return false
  return later.readers.some((role) => role === reader.role)
}

interface Whole {
  readonly state: TenderState
  readonly seq: number
}

/** Own acts, and what is said about oneself: a bidder's own rejection, an expert's own sheet. */
function concerns(event: TenderEvent, reader: Actor, { state, seq }: Whole): boolean {
  if (reader.role === 'expert') return 'member' in event.data && event.data.member === reader.party
  if (reader.role !== 'bidder') return false
  const own = bidOf(state, reader.party)
  switch (event.type) {
    case 'ObjectionLodged':
    case 'EnquiryAsked':
    case 'ComplaintLodged':
    case 'ComplaintResponded':
      return event.data.by.party === reader.party
    case 'EnquiryAnswered':
      return isAsker(state, event.data.id, reader)
    case 'ComplaintSupplemented':
    case 'ComplaintChecked':
    case 'ComplaintWithdrawn':
      return isComplainant(state, event.data.id, reader)
    case 'EvidenceAsked':
    case 'EvidenceReceived':
      return isComplainant(state, event.data.complaint, reader)
    case 'ComplaintNotified':
      return (
        event.data.to.some(({ party }) => party === reader.party) ||
        isComplainant(state, event.data.id, reader)
      )
    case 'DepositRefunded':
    case 'DepositForfeited':
      return event.data.bidder.party === reader.party
    case 'LoserNotified':
      return event.data.letter.bidder.party === reader.party
    case 'ContractOffered':
    case 'PerformanceDepositConfirmed':
      return event.data.winner.party === reader.party
    case 'ContractFiled':
    case 'PerformanceRecorded':
    case 'ContractChangeProposed':
    case 'ContractChangeAnswered':
    case 'AcceptanceRecorded':
    case 'InvoiceReceived':
    case 'PaymentMade':
    case 'PerformanceDepositClaimed':
    case 'PerformanceDepositReturned':
    case 'PerformanceDepositSettled':
      return state.contract?.winner.party === reader.party
    case 'DemandChanged': {
      const change = state.rounds.changes.find(({ id }) => id === event.data.id)
      return own !== undefined && change?.to.includes(own.no) === true
    }
    case 'SoleSourceObjected':
      return event.data.by.party === reader.party
    case 'ConsultationRecorded':
      return event.data.supplier.party === reader.party
    case 'NegotiationHeld':
    case 'DemandAnswered':
    case 'NegotiationLeft':
    case 'LastQuotePromised':
    case 'LastQuoteShown':
    case 'BidDecrypted':
    case 'BidRejected':
    case 'ArithmeticCorrected':
    case 'CorrectionConfirmed':
    case 'ClarificationAsked':
    case 'ClarificationReplied':
      return own !== undefined && event.data.bid === own.no && !tooEarly(event.type, { state, seq })
    default:
      return false
  }
}

function isAsker({ enquiries }: TenderState, id: string, { party }: Actor): boolean {
  return enquiries.some((of) => of.id === id && of.asked?.by.party === party)
}

function isComplainant({ complaints }: TenderState, id: string, { party }: Actor): boolean {
  return complaints.some((of) => of.id === id && of.lodged?.by.party === party)
}

/** A bidder learns of the own rejection with the candidates, not while the committee sits. */
function tooEarly(type: EventType, { state, seq }: Whole): boolean {
  return type === 'BidRejected' && !hasReached(state, 'publicReview', seq)
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
  for (const [seq, event] of events.entries()) {
    seen = mayRead(event, reader, whole, seq) ? evolve(seen, event) : evolveWithheld(seen)
  }
  return seen
}
