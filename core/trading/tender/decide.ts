// SPDX-License-Identifier: Apache-2.0
/** The decider: may this person do this act now, and what happens if so. */

import { type Actor, type Refused, type Role, refused } from '../../kernel/index.ts'
import { getProcedure, lineFor, type Procedure, phasesOf } from '../../procedures/index.ts'
import type { Act, Answer, Asked } from './acts/act.ts'
import { holding } from './remedies/cases.ts'
import { acceptedSeats } from './seats.ts'
import type { TenderState } from './state.ts'

/** Deny by default: table line, then relation to this tender, then suspension, then assurance. */
export function decide(act: Act, asked: Asked<unknown>): Answer {
  return mayNot(act, asked) ?? act.run(asked)
}

/** Why the caller may not do the act now, or nothing when the table and the state allow it. */
export function mayNot(
  act: Pick<Act, 'name'>,
  of: Pick<Asked<unknown>, 'state' | 'actor' | 'procedure'>,
): Refused | undefined {
  const { state, actor } = of
  const { procedure = procedureOf(state) } = of
  const line = lineFor(procedure, state.phase, act.name, actor.role)
  if (line === undefined) return notNow(procedure, act.name, state, actor.role)
  const standing = isParty(state, actor) || (line.interested === true && !isHost(state, actor))
  if (!standing) return refused('not-your-tender', { role: actor.role })
  if (isOnBothSides(state, actor)) return refused('both-sides')
  if (state.suspensions.length > 0 && line.whileSuspended !== true) {
    const [first] = state.suspensions
    return refused('suspended', { because: first?.because ?? '', since: first?.since ?? '' })
  }
  const held = holding(state, act.name)
  if (held !== undefined) return refused('held-by-remedy', { id: held.id, since: held.lodgedAt })
  if (line.signed === true && actor.assurance !== 'step-up' && actor.role !== 'system') {
    return refused('step-up-needed', { act: act.name })
  }
  return undefined
}

/** Nobody who may open the bids of a tender also holds the key of one, whatever hat is worn. */
function isOnBothSides(state: TenderState, { role, alsoFor = [] }: Actor): boolean {
  const hosts = [state.project?.owner.party, state.agency?.party]
  const bidders = state.bids.map((bid) => bid.bidder.party)
  const isHost = role === 'tenderOwner' || role === 'agency'
  const opposite = role === 'bidder' ? hosts : isHost ? bidders : []
  return alsoFor.some((party) => opposite.includes(party))
}

export function procedureOf(state: TenderState): Procedure {
  return getProcedure(state.project?.procedure ?? 'engineering/open-tender')
}

function notNow(procedure: Procedure, act: string, state: TenderState, role: Role): Refused {
  const stages = phasesOf(procedure, act)
  const known = stages.some((s) => s.acts.some((l) => l.act === act && l.by.includes(role)))
  return known
    ? refused('wrong-phase', { act, phase: state.phase, phases: stages.map((s) => s.id) })
    : refused('not-your-act', { act, role })
}

/** Does the actor hold the role for this very tender? Bidders are looked up once known. */
export function isParty(state: TenderState, actor: Actor): boolean {
  switch (actor.role) {
    case 'system':
    case 'centre':
      return true
    case 'tenderOwner':
      return actor.party === state.project?.owner.party
    case 'agency':
      return actor.party === state.agency?.party
    case 'authority':
      return actor.party === state.project?.authority.party
    case 'audit':
    case 'notary':
      return true
    case 'bidder':
      return isBidder(state, actor)
    case 'expert':
      return isExpert(state, actor)
  }
}

/** The owner and its agency, in whatever role they come. */
function isHost(state: TenderState, actor: Actor): boolean {
  return [state.project?.owner.party, state.agency?.party].includes(actor.party)
}

/** Before the close anybody registered may bid, but the owner and its agency may not. */
function isBidder(state: TenderState, actor: Actor): boolean {
  if (isHost(state, actor)) return false
  if (state.closedAt !== null) return bidOf(state, actor.party) !== undefined
  // A reader who may not know the list is not turned away here; the server knows it.
  const invited = state.invited?.invitees
  return invited === undefined || invited.some((of) => of.party === actor.party)
}

function isExpert(state: TenderState, actor: Actor): boolean {
  const { committee } = state
  if (committee?.vacant.includes(actor.party) === true) return false
  if (committee?.members.some((m) => m.member === actor.party) === true) return true
  return acceptedExperts(state).includes(actor.party)
}

export function bidOf(state: TenderState, party: string) {
  return state.bids.find((bid) => bid.bidder.party === party)
}

/** Experts who said yes and did not stay away, by library id; empty without the pool. */
export function acceptedExperts(state: TenderState): readonly string[] {
  return acceptedSeats(state).map((seat) => seat.expert)
}
