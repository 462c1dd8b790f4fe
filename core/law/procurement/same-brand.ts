// SPDX-License-Identifier: Apache-2.0
/** 同品牌: several offers of one brand are one competitor, and one of them speaks for it (O87 31). */

import { article, day, type Rational, rule } from '../../kernel/index.ts'

export interface BrandedBid {
  readonly id: string
  /** The brand of the core product; null counts as a brand of its own. */
  readonly brand: string | null
  /** What decides inside a brand: the quote, or the total. */
  readonly figure: Rational
}

export interface BrandOutcome {
  /** The number that is held against "three or more". */
  readonly brands: number
  /** Who speaks for each brand, and those among whom the document or the draw decides. */
  readonly standing: readonly string[]
  /** Equal best of one brand: the document's rule, else chance in the hands of the purchaser. */
  readonly undecided: readonly (readonly string[])[]
  /** Invalid under the lowest price, merely no candidates under the comprehensive score. */
  readonly excluded: readonly string[]
}

export function withinBrands(
  bids: readonly BrandedBid[],
  best: 'lowest' | 'highest',
): BrandOutcome {
  const groups = brandGroups(bids)
  const bestOf = groups.map((group) => group.filter((bid) => isBest(bid, group, best)))
  const standing = new Set(bestOf.flat().map(({ id }) => id))
  return {
    brands: groups.length,
    standing: bids.map(({ id }) => id).filter((id) => standing.has(id)),
    undecided: bestOf.filter((group) => group.length > 1).map((group) => group.map((b) => b.id)),
    excluded: bids.map(({ id }) => id).filter((id) => !standing.has(id)),
  }
}

export function brandGroups<B extends { readonly id: string; readonly brand: string | null }>(
  bids: readonly B[],
): readonly (readonly B[])[] {
  const groups = new Map<string, B[]>()
  for (const bid of bids) {
    const key = bid.brand === null ? `bidder ${bid.id}` : `brand ${bid.brand}`
    groups.set(key, [...(groups.get(key) ?? []), bid])
  }
  return [...groups.values()]
}

export type BrandCase = { brands: number }

export const threeBrandsOrMore = rule<BrandCase>()({
  id: 'three-brands-or-more',
  handbook: '4.7',
  title: '同品牌按一家计算',
  titleEn: 'One brand counts as one bidder',
  cites: [article('87号令', 31), article('政府采购法', 36)],
  restates: '提供相同品牌的几家按一家计算，按品牌计不足三家的废标',
  versions: [{ from: day('2017-10-01'), least: 3 }],
  readings: ['R-062', 'R-070'],
  weight: 'block',
  holds: ({ brands }, { least }) => brands >= least,
  explain: ({ brands }, { least }) =>
    `按品牌计算有效投标人${brands}家，应不少于${least}家（87号令第31条）。`,
})

function isBest(bid: BrandedBid, group: readonly BrandedBid[], best: 'lowest' | 'highest') {
  return group.every(({ figure }) =>
    best === 'lowest' ? bid.figure.lte(figure) : bid.figure.gte(figure),
  )
}
