// SPDX-License-Identifier: Apache-2.0
/** 候选人: who may be recommended once brands are one and equals are named. */

import { type Ranked, type RankingMethod, rankGroups } from './ranking.ts'
import { brandGroups, withinBrands } from './same-brand.ts'

export interface Competitor extends Ranked {
  readonly brand: string | null
}

export interface Evaluation {
  readonly method: RankingMethod
  /** A tender fails with fewer than this number of brands; null where the method has no such test. */
  readonly leastBrands: number | null
  /** RU-23: three unless the document says otherwise. */
  readonly candidates: number
}

export interface EvaluationResult {
  readonly countValid: number
  /** Same brand, not the lowest, under the lowest price. */
  readonly invalid: readonly string[]
  /** Same brand, not the best, where every one of them is scored. */
  readonly notCandidate: readonly string[]
  readonly rankGroups: readonly (readonly string[])[]
  /** Null while equals or brand fellows are not parted, and where the tender fails. */
  readonly winner: string | null
  /** Equals for the first place, in order of their ids. */
  readonly tied: readonly string[]
  readonly candidates: readonly string[]
  /** Brand fellows with equal figures; one of each group takes a place once somebody decides. */
  readonly undecided: readonly (readonly string[])[]
}

export function evaluateCompetitors(
  competitors: readonly Competitor[],
  of: Evaluation,
): EvaluationResult {
  const lowest = of.method === 'lowest-price'
  const brands = withinBrands(
    competitors.flatMap((bid) => {
      const figure = lowest ? bid.quote : bid.total
      return figure === null ? [] : [{ id: bid.id, brand: bid.brand, figure }]
    }),
    lowest ? 'lowest' : 'highest',
  )
  const excluded = new Set(brands.excluded)
  const pool = competitors.filter(({ id }) => !excluded.has(id))
  const groups = rankGroups(of.method, pool)
  const failed = of.leastBrands !== null && brands.brands < of.leastBrands
  const first = firstPlace(groups, brands.undecided)
  return {
    countValid: brands.brands,
    invalid: lowest ? brands.excluded : [],
    notCandidate: lowest ? [] : brands.excluded,
    rankGroups: idsOf(lowest ? groups : rankGroups(of.method, competitors)),
    winner: failed || first.length !== 1 ? null : (first[0] ?? null),
    tied: first.length > 1 ? first : [],
    candidates: failed ? [] : candidatesOf(groups, brands.undecided, of.candidates),
    undecided: brands.undecided,
  }
}

/** The first group, and the brand fellows of its members among whom nothing is decided yet. */
function firstPlace(
  groups: readonly (readonly Ranked[])[],
  undecided: readonly (readonly string[])[],
): readonly string[] {
  const first = new Set((groups[0] ?? []).map(({ id }) => id))
  const fellows = undecided.filter((group) => group.some((id) => first.has(id))).flat()
  return [...new Set([...first, ...fellows])].sort()
}

/** Places are filled by brand; equals at the last place are all named, undecided fellows are not. */
function candidatesOf(
  groups: readonly (readonly Ranked[])[],
  undecided: readonly (readonly string[])[],
  most: number,
): readonly string[] {
  const brandOf = new Map(undecided.flatMap((group) => group.map((id) => [id, group.join()])))
  const taken = new Set<string>()
  const named: string[] = []
  for (const group of groups) {
    if (taken.size >= most) break
    for (const { id } of group) {
      taken.add(brandOf.get(id) ?? id)
      if (!brandOf.has(id)) named.push(id)
    }
  }
  return named
}

/** How many competitors the offers are, brand by brand. */
export function countByBrand(
  bids: readonly { readonly id: string; readonly brand: string | null }[],
): number {
  return brandGroups(bids).length
}

function idsOf(groups: readonly (readonly Ranked[])[]): readonly (readonly string[])[] {
  return groups.map((group) => group.map(({ id }) => id))
}
