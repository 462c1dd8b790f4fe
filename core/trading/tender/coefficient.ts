// SPDX-License-Identifier: Apache-2.0
/** 下浮系数 K: drawn from a published list by numbers promised before anybody could know a price. */

import { canonicalBytes, concat, domain, hex } from '@gongxin/trust/canonical'
import { coefficient, seedOf, stream } from '@gongxin/trust/draw'
import { leafHash, treeRoot } from '@gongxin/trust/log'
import { sm3Digest } from '@gongxin/trust/suites'
import { assert, type Instant } from '../../kernel/index.ts'
import { bytesOf } from './draw.ts'
import type { DataOf } from './events.ts'
import type { Bid, TenderState } from './state.ts'

export type DrawnCoefficient = NonNullable<DataOf<'OpeningRecorded'>['coefficient']>

/** How long decryption waits for a promised number; after that its contributor is left out. */
export const coefficientMinutes = 10

/** The list K is drawn from; null where the document fixes K or has none. */
export function coefficientList(state: TenderState): readonly string[] | null {
  const method = state.notice?.terms.method
  if (method?.kind !== 'composite' || method.benchmark.downRates.length < 2) return null
  return method.benchmark.downRates
}

/** Contributors who promised a number and have not shown it. */
export function coefficientHidden({ coefficient: { commitments, numbers } }: TenderState) {
  return commitments
    .map((c) => c.contributor)
    .filter((contributor) => !numbers.some((n) => n.contributor === contributor))
}

/** Prices stay sealed while a promised number is hidden, for those minutes at most. */
export function coefficientHolds(state: TenderState, now: Instant): boolean {
  if (coefficientList(state) === null || state.opening === null) return false
  return coefficientHidden(state).length > 0 && now < state.opening.numbersUntil
}

/** What the bid itself brings to the draw; nobody else can know it while the bid is sealed. */
export function numberOfBid({ commitment, content }: Pick<Bid, 'commitment' | 'content'>): string {
  const said = canonicalBytes(JSON.parse(JSON.stringify(content)))
  return hex(sm3Digest(concat(domain('DRAW/1 bid number'), bytesOf(commitment), said)))
}

/** Root over the commitments that were there at the deadline, in their own order. */
export function rootOfBids(commitments: readonly string[]): string {
  return hex(treeRoot([...commitments].sort().map((c) => leafHash(bytesOf(c)))))
}

/** Seed and value, from nothing but what the record says: anybody can run it again. */
export function coefficientFrom(
  of: Pick<DrawnCoefficient, 'list' | 'root' | 'bids' | 'shown'>,
  { commitments, numbers }: TenderState['coefficient'],
): Pick<DrawnCoefficient, 'seed' | 'chosen'> {
  const shown = of.shown.map((contributor) => ({
    contributor,
    commitment: commitments.find((c) => c.contributor === contributor)?.commitment ?? '',
    number: numbers.find((n) => n.contributor === contributor)?.number ?? '',
  }))
  const seeding = seedOf({
    drawId: 'coefficient',
    poolRoot: sm3Digest(canonicalBytes(of.list)),
    rulesDigest: sm3Digest(canonicalBytes({ draw: 'coefficient', label: 'k', of: 1 })),
    contributions: shown.map(({ contributor, commitment, number }) => ({
      contributor,
      commitment: bytesOf(commitment),
      number: bytesOf(number),
    })),
    bidNumbers: of.bids.map((bid) => bytesOf(bid.number)),
    deadlineRoot: bytesOf(of.root),
  })
  assert(seeding.ok, 'numbers were checked when they were shown')
  return { seed: hex(seeding.seed), chosen: coefficient(stream('k', seeding.seed), of.list) }
}

/** Drawn when the opening is announced; null where there is no list, or no bid to compare. */
export function drawCoefficient(state: TenderState): DrawnCoefficient | null {
  const list = coefficientList(state)
  const opened = state.bids.filter((bid) => bid.standing === 'opened')
  if (list === null || opened.length === 0) return null
  const silent = coefficientHidden(state)
  const of = {
    list: [...list],
    root: rootOfBids(state.bids.map((bid) => bid.commitment)),
    bids: opened.map((bid) => ({ bid: bid.no, number: numberOfBid(bid) })),
    shown: state.coefficient.commitments
      .map((c) => c.contributor)
      .filter((contributor) => !silent.includes(contributor)),
    silent,
  }
  return { ...of, ...coefficientFrom(of, state.coefficient) }
}
