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

/** The seed from the numbers shown; who was left out after the time for it does not count. */
export function seedOfDraw(draw: Draw): { seed: string } | { fault: string } {
  const root = draw.published?.root
  if (root === undefined) return { fault: 'no-pool' }
  const seeding = seedOf({
    drawId: draw.request.draw,
    poolRoot: bytesOf(root),
    rulesDigest: bytesOf(draw.request.rulesDigest),
    contributions: draw.commitments
      .filter(({ contributor }) => draw.numbers.some((n) => n.contributor === contributor))
      .map(({ contributor, commitment }) => ({
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
  return strata.map(({ specialty, also }) => {
    const fits = [specialty, ...also]
    const places = experts.flatMap((e, index) => (fits.includes(e.specialty) ? [index] : []))
    const order = permutation(stream(`experts ${specialty}`, bytesOf(seed)), places.length)
    return { specialty, order: order.map((i) => certain(places[i], 'inside the stratum')) }
  })
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
