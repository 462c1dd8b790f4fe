// SPDX-License-Identifier: Apache-2.0
/** 专家抽取 of this tender: pool digest, seed from three numbers, calling order, recusal. */

import { findBytes, hex, utf8 } from '@gongxin/trust/canonical'
import { permutation, poolRoot, seedOf, stream } from '@gongxin/trust/draw'
import { sm3Digest } from '@gongxin/trust/suites'
import { certain, type Role } from '../../kernel/index.ts'
import type { contributors, PoolExpert } from './events/opening.ts'
import type { DataOf } from './events.ts'
import type { Draw, TenderState } from './state.ts'

/** Owner and agency give one number between them. */
export function contributorOf(role: Role): (typeof contributors)[number] {
  return role === 'centre' || role === 'authority' ? role : 'owner'
}

export function bytesOf(digest: string): Uint8Array {
  return certain(findBytes(digest), 'a digest in hex')
}

/** Each leaf has its own salt, derived from the one kept with the frozen pool. */
function saltOf(salt: string, index: number): Uint8Array {
  return sm3Digest(utf8(`POOL/1 salt ${salt} ${index}`))
}

/** Root over the frozen pool: published before any number is revealed. */
export function rootOfPool(salt: string, experts: readonly PoolExpert[]): string {
  return hex(poolRoot(experts.map((e, i) => ({ salt: saltOf(salt, i), record: { ...e } }))))
}

/** The seed, once every committed number is shown; the fault names who did not keep the word. */
export function seedOfDraw(draw: Draw): { seed: string } | { fault: string } {
  const root = draw.published?.root
  if (root === undefined) return { fault: 'no-pool' }
  const seeding = seedOf({
    drawId: draw.request.draw,
    poolRoot: bytesOf(root),
    rulesDigest: bytesOf(draw.request.rulesDigest),
    contributions: draw.commitments.map(({ contributor, commitment }) => ({
      contributor,
      commitment: bytesOf(commitment),
      number: numberOf(draw, contributor),
    })),
  })
  return seeding.ok ? { seed: hex(seeding.seed) } : { fault: seeding.fault }
}

function numberOf(draw: Draw, contributor: string): Uint8Array {
  const shown = draw.numbers.find((n) => n.contributor === contributor)
  return shown === undefined ? new Uint8Array(0) : bytesOf(shown.number)
}

/** For each specialty all its places in the pool, in the order in which they are called. */
export function ordersOf(
  seed: string,
  strata: DataOf<'DrawRequested'>['strata'],
  experts: readonly PoolExpert[],
): DataOf<'ExpertsDrawn'>['orders'] {
  return strata.map(({ specialty }) => {
    const places = experts.flatMap((e, index) => (e.specialty === specialty ? [index] : []))
    const order = permutation(stream(`experts ${specialty}`, bytesOf(seed)), places.length)
    return { specialty, order: order.map((i) => certain(places[i], 'inside the stratum')) }
  })
}

/** Places still to be called for a specialty, first one first. */
export function waitingIn(draw: Draw, specialty: string): readonly number[] {
  const order = draw.result?.orders.find((o) => o.specialty === specialty)?.order ?? []
  return order.filter(
    (index) => !draw.calls.some((c) => c.specialty === specialty && c.index === index),
  )
}

/** Seats of a specialty not yet filled by somebody who said yes and is still in. */
export function openSeats(state: TenderState, specialty: string): number {
  const { draw, committee } = state
  if (draw === null) return 0
  const wanted = draw.request.strata.find((s) => s.specialty === specialty)?.count ?? 0
  const yes = draw.calls.filter((c) => c.specialty === specialty && c.answer === 'accepted')
  const gone = yes.filter((c) => {
    const expert = draw.pool?.experts[c.index]?.expert
    return expert !== undefined && hasLeft(state, expert)
  })
  return committee === null ? wanted - yes.length : wanted - yes.length + gone.length
}

/** Recused or replaced: accepted once, and no longer a sitting member. */
function hasLeft(state: TenderState, expert: string): boolean {
  const { committee, draw } = state
  if (committee === null) return false
  const sitting = committee.members.some((m) => m.member === expert)
  const vacant = committee.vacant.includes(expert)
  const checkedIn = draw?.checkedIn.some((c) => c.expert === expert) === true
  return vacant || (checkedIn && !sitting)
}

/** RC-5: the employer is the owner, the agency, or a bidder of this tender, joint ones too. */
export function mustRecuse(state: TenderState, expert: PoolExpert): boolean {
  const parties = [
    state.project?.owner.party,
    state.agency?.party,
    state.project?.authority.party,
    ...state.bids.map((bid) => bid.bidder.party),
    ...state.bids.flatMap((bid) => bid.content?.consortium.map((c) => c.uscc) ?? []),
  ]
  return parties.includes(expert.employer)
}
