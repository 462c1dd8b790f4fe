// SPDX-License-Identifier: Apache-2.0
/** The draw run again from what the public may read: seed from numbers, order from the seed. */

import { canonicalBytes, findBytes, hex } from '@gongxin/trust/canonical'
import { coefficient, permutation, seedOf, stream } from '@gongxin/trust/draw'
import { sm3Digest } from '@gongxin/trust/suites'
import { certain } from '../kernel/index.ts'
import {
  coefficientList,
  type DataOf,
  mayRead,
  replay,
  rootOfBids,
  stateFor,
  type TenderEvent,
} from '../trading/tender/index.ts'
import { dataOf } from './select.ts'

/** What is wrong with a published draw, or nothing; a tender without a draw has no fault. */
export function rerunFault(events: readonly TenderEvent[]): string | undefined {
  const whole = replay(events)
  const seen = events.filter((event, seq) => mayRead(event, null, whole, seq))
  return dataOf(seen, 'ExpertsDrawn')
    .map((drawn) => faultOf(seen, drawn))
    .find((fault) => fault !== undefined)
}

/** A number that was shown counts, whoever else was left out. */
function faultOf(seen: readonly TenderEvent[], drawn: DataOf<'ExpertsDrawn'>): string | undefined {
  const of = <D extends { readonly draw: string }>(list: readonly D[]) =>
    list.filter(({ draw }) => draw === drawn.draw)
  const request = certain(of(dataOf(seen, 'DrawRequested'))[0], 'a drawn draw was requested')
  const pool = certain(of(dataOf(seen, 'PoolPublished'))[0], 'its pool was published')
  const numbers = of(dataOf(seen, 'DrawNumberRevealed'))
  const seeding = seedOf({
    drawId: request.draw,
    poolRoot: bytes(pool.root),
    rulesDigest: bytes(request.rulesDigest),
    contributions: of(dataOf(seen, 'DrawNumberCommitted')).flatMap(
      ({ contributor, commitment }) => {
        const shown = numbers.find((n) => n.contributor === contributor)
        if (shown === undefined) return []
        return { contributor, commitment: bytes(commitment), number: bytes(shown.number) }
      },
    ),
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

/** What is wrong with the published coefficient, or nothing where it follows from public data. */
export function coefficientFault(events: readonly TenderEvent[]): string | undefined {
  const whole = replay(events)
  const seen = events.filter((event) => mayRead(event, null, whole))
  const record = dataOf(seen, 'OpeningRecorded')[0]
  const drawn = record?.coefficient
  if (record === undefined || drawn == null) return undefined
  const [closed] = dataOf(seen, 'BiddingClosed')
  const state = stateFor(null, events, whole)
  const opened = record.rows.filter((row) => row.decrypted).map((row) => row.bid)
  if (drawn.list.join() !== coefficientList(state)?.join()) return 'another list'
  if (drawn.root !== rootOfBids(closed?.commitments ?? [])) return 'another root'
  if (drawn.bids.map((b) => b.bid).join() !== opened.join()) return 'a bid left out'
  const numbers = dataOf(seen, 'CoefficientNumberRevealed').map((n) => n.contributor)
  if ([...numbers].sort().join() !== [...drawn.shown].sort().join()) return 'a number left out'
  const again = seedAgain(seen, drawn)
  if (again === undefined || hex(again) !== drawn.seed) return 'another seed'
  return coefficient(stream('k', again), drawn.list) === drawn.chosen ? undefined : 'another value'
}

type Drawn = NonNullable<DataOf<'OpeningRecorded'>['coefficient']>

/** From the events alone, by the engine alone: every number that was shown has to count. */
function seedAgain(seen: readonly TenderEvent[], drawn: Drawn): Uint8Array | undefined {
  const numbers = dataOf(seen, 'CoefficientNumberRevealed')
  const seeding = seedOf({
    drawId: 'coefficient',
    poolRoot: sm3Digest(canonicalBytes(drawn.list)),
    rulesDigest: sm3Digest(canonicalBytes({ draw: 'coefficient', label: 'k', of: 1 })),
    contributions: dataOf(seen, 'CoefficientNumberCommitted').flatMap(
      ({ contributor, commitment }) => {
        const shown = numbers.find((n) => n.contributor === contributor)
        if (shown === undefined) return []
        return { contributor, commitment: bytes(commitment), number: bytes(shown.number) }
      },
    ),
    bidNumbers: drawn.bids.map((bid) => bytes(bid.number)),
    deadlineRoot: bytes(drawn.root),
  })
  return seeding.ok ? seeding.seed : undefined
}
