// SPDX-License-Identifier: Apache-2.0
/** 未中标人的信: own marks beside lowest, median and best, reasons by code, and the way to object. */

import { type CivilDate, certain, rational, roundTo } from '../../../kernel/index.ts'
import type { Letter } from '../events/award.ts'
import type { RankedBid } from '../events/evaluation.ts'
import type { Bid, TenderState } from '../state.ts'
import { factorsOf } from '../terms.ts'
import { priceFenOf } from './live.ts'

export function letterFor(state: TenderState, bid: Bid, complainUntil: CivilDate): Letter {
  const award = certain(state.award, 'letters follow an award')
  const ranking = state.evaluation?.conclusion?.ranking ?? []
  const own = ranking.find((r) => r.bid === bid.no)
  const won = ranking.find((r) => r.bid === award.bid)
  return {
    bid: bid.no,
    bidder: bid.bidder,
    rank: own?.rank ?? null,
    priceFen: bid.content === null ? null : priceFenOf(bid),
    total: own?.total ?? null,
    winner: award.winner,
    winnerPriceFen: award.priceFen,
    winnerTotal: won?.total ?? null,
    items: itemsOf(state, ranking, own),
    rejections: bid.rejections.map(({ ground, clause, facts }) => ({ ground, clause, facts })),
    complainUntil,
  }
}

function itemsOf(
  state: TenderState,
  ranking: readonly RankedBid[],
  own: RankedBid | undefined,
): Letter['items'] {
  const factors = factorsOf(state.notice?.terms.method)
  if (factors.length === 0 || own === undefined) return []
  const price = { id: 'price', title: '投标报价' }
  return [...factors, price].map(({ id, title }) => {
    const field = ranking.map((r) => markOf(r, id)).sort((a, b) => rational(a).compare(rational(b)))
    return {
      factor: id,
      title,
      own: markOf(own, id),
      lowest: field[0] ?? '0',
      median: medianOf(field),
      best: field.at(-1) ?? '0',
    }
  })
}

function markOf(ranked: RankedBid, factor: string): string {
  if (factor === 'price') return ranked.priceMark ?? '0'
  return ranked.marks.find((m) => m.factor === factor)?.mark ?? '0'
}

/** Middle of an ascending list; the mean of the two middle ones, two places. */
function medianOf(ascending: readonly string[]): string {
  const half = ascending.length / 2
  const low = ascending[Math.ceil(half) - 1] ?? '0'
  const high = ascending[Math.floor(half)] ?? low
  return roundTo(rational(low).add(rational(high)).div(rational(2)), 2)
}
