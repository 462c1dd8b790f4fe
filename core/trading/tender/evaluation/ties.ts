// SPDX-License-Identifier: Apache-2.0
/** Bids that stand equal: which of them must be parted, and the ranking once they are. */

import type { DataOf } from '../events.ts'

type Conclusion = DataOf<'EvaluationConcluded'>

/** The first group of equals that reaches into the candidates; behind them equals stay equal. */
export function openTie({ ranking, candidates, ties }: Conclusion): readonly string[] | undefined {
  const places = ranking.slice(0, candidates.length).map((r) => r.bid)
  return ties.find((group) => group.some((bid) => places.includes(bid)))
}

/** The ranking with one group put in order. */
export function withOrder(conclusion: Conclusion, order: readonly string[]): Conclusion {
  const first = conclusion.ranking.findIndex((r) => order.includes(r.bid))
  const ranking = conclusion.ranking.map((ranked, index) => {
    const bid = order[index - first]
    const there = conclusion.ranking.find((r) => r.bid === bid)
    return there === undefined ? ranked : { ...there, rank: index + 1 }
  })
  return {
    ...conclusion,
    ranking,
    candidates: ranking.slice(0, conclusion.candidates.length).map((r) => r.bid),
    ties: conclusion.ties.filter((group) => !group.some((bid) => order.includes(bid))),
  }
}

/** Equals share the better rank until somebody parts them. */
export function sharedRank(index: number, bid: string, ranked: readonly string[], ties: Ties) {
  const group = ties.find((g) => g.includes(bid))
  return (group === undefined ? index : ranked.findIndex((b) => group.includes(b))) + 1
}

type Ties = readonly (readonly string[])[]
