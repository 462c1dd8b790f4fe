// SPDX-License-Identifier: Apache-2.0
/** Seats of the committee: who said yes to which, who is gone, and who is called next. */

import type { Contributor, Draw, TenderState } from './state.ts'

export interface Seat {
  readonly expert: string
  readonly name: string
  /** Specialty of the seat, which the owner may have opened to a neighbouring one. */
  readonly specialty: string
  readonly draw: string
  readonly index: number
}

export function allDraws({ draw, earlierDraws }: TenderState): readonly Draw[] {
  return draw === null ? earlierDraws : [...earlierDraws, draw]
}

/** Those who said yes, in any draw, and are not on record as absent. */
export function acceptedSeats(state: TenderState): readonly Seat[] {
  return allDraws(state).flatMap((draw) =>
    acceptedIn(draw).flatMap(({ specialty, index }) => {
      const known = draw.pool?.experts[index]
      if (known === undefined) return []
      return { expert: known.expert, name: known.name, specialty, draw: draw.request.draw, index }
    }),
  )
}

/** Calls that were answered with yes and not followed by absence; readable without the pool. */
export function acceptedIn({ calls, absent }: Draw): Draw['calls'] {
  return calls.filter(
    ({ answer, specialty, index }) =>
      answer === 'accepted' && !absent.some((a) => a.specialty === specialty && a.index === index),
  )
}

/** Places still to be called for a specialty, first one first; nobody sits on two seats. */
export function waitingIn(draw: Draw, specialty: string): readonly number[] {
  const order = draw.result?.orders.find((o) => o.specialty === specialty)?.order ?? []
  return order.filter(
    (index) =>
      !draw.calls.some(
        (c) => c.index === index && (c.specialty === specialty || c.answer === 'accepted'),
      ),
  )
}

export interface NextCall {
  readonly draw: Draw
  readonly index: number
}

/** DW-7: whom to call for an open seat: the rest of the last order drawn for that specialty. */
export function nextCall(state: TenderState, specialty: string): NextCall | undefined {
  if (openSeats(state, specialty) <= 0) return undefined
  const draw = allDraws(state).findLast((d) =>
    d.result?.orders.some((o) => o.specialty === specialty),
  )
  const [index] = draw === undefined ? [] : waitingIn(draw, specialty)
  return draw === undefined || index === undefined ? undefined : { draw, index }
}

/** Seats of a specialty not yet filled by somebody who said yes and is still in. */
export function openSeats(state: TenderState, specialty: string): number {
  const terms = state.notice?.terms.specialties ?? []
  const wanted = terms.find((s) => s.code === specialty)?.count ?? 0
  const yes = allDraws(state).flatMap((draw) =>
    acceptedIn(draw).filter((call) => call.specialty === specialty),
  )
  const gone = acceptedSeats(state).filter(
    (seat) => seat.specialty === specialty && hasLeft(state, seat.expert),
  )
  return wanted - yes.length + gone.length
}

/** Recused or replaced: accepted once, and no longer a sitting member. */
function hasLeft(state: TenderState, expert: string): boolean {
  const { committee } = state
  if (committee === null) return false
  const sitting = committee.members.some((m) => m.member === expert)
  return committee.vacant.includes(expert) || (isPresent(state, expert) && !sitting)
}

/** Has come, shown who they are, and declared to know no ground of recusal. */
export function isPresent({ draw }: TenderState, person: string): boolean {
  return draw?.checkedIn.some((c) => c.expert === person) === true
}

export const contributorCount = 3

/** Every number is promised, or its contributor was left out: the promised ones may be shown. */
export function mayReveal(draw: Draw): boolean {
  return draw.promisedAt !== null
}

/** Whose number the draw still waits for, in the stage it is in. */
export function awaited(draw: Draw): readonly Contributor[] {
  const all: readonly Contributor[] = ['owner', 'centre', 'authority']
  const given = mayReveal(draw) ? draw.numbers : draw.commitments
  const owing = mayReveal(draw) ? draw.commitments.map((c) => c.contributor) : all
  return owing.filter(
    (side) => !given.some((g) => g.contributor === side) && !draw.excluded.includes(side),
  )
}

/** A seat is open and nobody is left to call; not while a draw still runs. */
export function isExhausted(state: TenderState): boolean {
  if (state.draw?.result == null) return false
  const specialties = state.notice?.terms.specialties ?? []
  return specialties.some(
    ({ code }) => openSeats(state, code) > 0 && nextCall(state, code) === undefined,
  )
}
