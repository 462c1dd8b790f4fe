// SPDX-License-Identifier: Apache-2.0
/** 排序 by method: equals stand together, in order of their ids; nothing is drawn by the machine. */

import { type Rational, zero } from '../../kernel/index.ts'

/** Lowest price, comprehensive score, consultation, and what negotiation and inquiry share. */
export type RankingMethod = 'lowest-price' | 'comprehensive' | 'consultation'

export interface Ranked {
  readonly id: string
  /** Null where the method does not score. */
  readonly total: Rational | null
  /** The corrected quote that parts equal totals (ORD-5); null where it is not known. */
  readonly quote: Rational | null
  /** The adjusted price by which the lowest price wins. */
  readonly adjusted: Rational | null
  /** Technical merit, the last that parts a consultation (ORD-3). */
  readonly technical: Rational | null
}

/** ORD-1…ORD-4: groups of equals, best first. */
export function rankGroups(
  method: RankingMethod,
  bids: readonly Ranked[],
): readonly (readonly Ranked[])[] {
  const compare = order[method]
  const sorted = [...bids].sort((a, b) => compare(a, b) || byId(a, b))
  return sorted.reduce<Ranked[][]>((groups, bid) => {
    const last = groups.at(-1)
    const head = last?.[0]
    if (last !== undefined && head !== undefined && compare(head, bid) === 0) last.push(bid)
    else groups.push([bid])
    return groups
  }, [])
}

type Compare = (a: Ranked, b: Ranked) => number

const ascending =
  (of: (bid: Ranked) => Rational | null): Compare =>
  (a, b) =>
    (of(a) ?? zero).compare(of(b) ?? zero)

const totalDown: Compare = (a, b) => ascending((bid) => bid.total)(b, a)
const quoteUp = ascending((bid) => bid.quote)
const technicalDown: Compare = (a, b) => ascending((bid) => bid.technical)(b, a)

/** RU-22: an equal lowest price is a tie that no second figure parts. */
const order: Readonly<Record<RankingMethod, Compare>> = {
  'lowest-price': ascending((bid) => bid.adjusted),
  comprehensive: (a, b) => totalDown(a, b) || quoteUp(a, b),
  consultation: (a, b) => totalDown(a, b) || quoteUp(a, b) || technicalDown(a, b),
}

function byId(a: Ranked, b: Ranked): number {
  return a.id < b.id ? -1 : 1
}
