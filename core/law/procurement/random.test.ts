// SPDX-License-Identifier: Apache-2.0
/** 任意一组报价: what holds for every set of bids, whatever their order, brands and figures. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rational, zero } from '../../kernel/index.ts'
import * as law from '../index.ts'

const seeded = { seed: 20261124, numRuns: 300 }

const competitor = fc.record({
  brand: fc.constantFrom(null, 'X', 'Y', 'Z'),
  total: fc.integer({ min: 6000, max: 6010 }),
  quoteFen: fc.integer({ min: 100, max: 110 }),
})

const competitors = fc.array(competitor, { minLength: 1, maxLength: 8 }).map((all) =>
  all.map(({ brand, total, quoteFen }, i): law.Competitor => {
    const quote = rational(quoteFen)
    return {
      ...{ id: `B${i}`, brand, quote, adjusted: quote, technical: null },
      total: rational(total).div(rational(100)),
    }
  }),
)

const method = fc.constantFrom<law.RankingMethod>('lowest-price', 'comprehensive', 'consultation')

describe('候选人', () => {
  test('与递交的先后无关，一个品牌最多一名，不足三个品牌没有候选人', () => {
    fc.assert(
      fc.property(competitors, method, (bids, way) => {
        const of = { method: way, leastBrands: 3, candidates: 3 }
        const found = law.evaluateCompetitors(bids, of)
        const turned = law.evaluateCompetitors([...bids].reverse(), of)
        const told = ({ winner, tied, candidates, rankGroups, countValid }: typeof found) => ({
          ...{ winner, tied, candidates, rankGroups, countValid },
        })
        expect(told(turned)).toEqual(told(found))
        const brandOf = new Map(bids.map(({ id, brand }) => [id, brand ?? id]))
        const brands = found.candidates.map((id) => brandOf.get(id))
        expect(new Set(brands).size).toBe(brands.length)
        if (found.countValid < 3) expect([found.candidates, found.winner]).toEqual([[], null])
        if (found.winner !== null) expect(found.candidates[0]).toBe(found.winner)
        expect(found.tied).not.toHaveLength(1)
      }),
      seeded,
    )
  })

  test('每一家要么在排序里，要么因同品牌无效，不会两样都是，也不会丢', () => {
    fc.assert(
      fc.property(competitors, method, (bids, way) => {
        const found = law.evaluateCompetitors(bids, {
          ...{ method: way, leastBrands: null, candidates: 3 },
        })
        const all = [...found.rankGroups.flat(), ...found.invalid].sort()
        expect(all).toEqual(bids.map(({ id }) => id).sort())
      }),
      seeded,
    )
  })
})

describe('价格分', () => {
  const quotes = fc
    .array(
      fc.record({
        fen: fc.integer({ min: 1, max: 1_000_000_000 }),
        rate: fc.integer({ max: 40, min: 0 }),
      }),
      { minLength: 1, maxLength: 9 },
    )
    .map((all) =>
      all.map(({ fen, rate }, i) =>
        law.plainQuote(`B${i}`, rational(fen), [rational(rate).div(rational(100))]),
      ),
    )

  test('评审价最低的得满分，没有人超过满分，扣除不改变合同价', () => {
    fc.assert(
      fc.property(quotes, fc.integer({ min: 10, max: 100 }), (all, points) => {
        const full = rational(points)
        const base = law.priceBase(all)
        const scores = all.map((quote) => law.procurementPriceScore(quote, base, full))
        expect(scores.some((score) => score.equals(full))).toBe(true)
        for (const score of scores) expect(score.gte(zero) && score.lte(full)).toBe(true)
        for (const q of all) expect(law.contractPrice(q).equals(q.announced)).toBe(true)
      }),
      seeded,
    )
  })

  test('淘汰数不少于比例，也不少于一家，少一家就不够', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 20, max: 99 }), (n, rate) => {
        const out = law.eliminatedCount(n, rational(rate).div(rational(100)))
        expect(out >= 1 && out * 100 >= n * rate).toBe(true)
        expect(out === 1 || (out - 1) * 100 < n * rate).toBe(true)
      }),
      seeded,
    )
  })
})
