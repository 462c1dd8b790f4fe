// SPDX-License-Identifier: Apache-2.0
/** The draw run again from what the public may read: seed from numbers, order from the seed. */

import { findBytes, hex } from '@gongxin/trust/canonical'
import { permutation, seedOf, stream } from '@gongxin/trust/draw'
import { certain } from '../kernel/index.ts'
import { mayRead, replay, type TenderEvent } from '../trading/tender/index.ts'
import { dataOf } from './select.ts'

/** What is wrong with the published draw, or nothing; a tender without a draw has no fault. */
export function rerunFault(events: readonly TenderEvent[]): string | undefined {
  const whole = replay(events)
  const seen = events.filter((event, seq) => mayRead(event, null, whole, seq))
  const [drawn] = dataOf(seen, 'ExpertsDrawn')
  if (drawn === undefined) return undefined
  const request = certain(dataOf(seen, 'DrawRequested')[0], 'a drawn draw was requested')
  const pool = certain(dataOf(seen, 'PoolPublished')[0], 'its pool was published')
  const numbers = dataOf(seen, 'DrawNumberRevealed')
  const seeding = seedOf({
    drawId: request.draw,
    poolRoot: bytes(pool.root),
    rulesDigest: bytes(request.rulesDigest),
    contributions: dataOf(seen, 'DrawNumberCommitted').map(({ contributor, commitment }) => ({
      contributor,
      commitment: bytes(commitment),
      number: bytes(numbers.find((n) => n.contributor === contributor)?.number ?? ''),
    })),
  })
  if (!seeding.ok) return seeding.fault
  if (hex(seeding.seed) !== drawn.seed) return 'another seed'
  const differs = drawn.orders.find(
    ({ specialty, order }) => again(seeding.seed, specialty, order).join() !== order.join(),
  )
  return differs && `another order of ${differs.specialty}`
}

/** The places of a specialty are the published ones; only their order must follow from the seed. */
function again(seed: Uint8Array, specialty: string, order: readonly number[]) {
  const places = [...order].sort((a, b) => a - b)
  const shuffled = permutation(stream(`experts ${specialty}`, seed), places.length)
  return shuffled.map((i) => places[i])
}

function bytes(text: string): Uint8Array {
  return certain(findBytes(text), 'hex')
}
