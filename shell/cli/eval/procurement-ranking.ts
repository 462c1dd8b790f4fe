// SPDX-License-Identifier: Apache-2.0
/** Ranking by `method`: brands, ties and candidates of a case. */

import type { Rational } from '@gongxin/core/kernel'
import {
  adjustedPrice,
  type Competitor,
  countByBrand,
  evaluateCompetitors,
  type RankingMethod,
} from '@gongxin/core/law'
import type { Answer, Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'
import { byBidder, known, type Quotes } from './procurement-quotes.ts'

interface Method {
  readonly method: RankingMethod
  /** A tender fails below three brands; the other methods have tests of their own. */
  readonly leastBrands: number | null
}

const tenderByPrice: Method = { method: 'lowest-price', leastBrands: 3 }
const methods: Readonly<Record<string, Method>> = {
  COMPREHENSIVE: { method: 'comprehensive', leastBrands: 3 },
  LOWEST_PRICE: tenderByPrice,
  CONSULTATION: { method: 'consultation', leastBrands: null },
  NEGOTIATION: { method: 'lowest-price', leastBrands: null },
  INQUIRY: { method: 'lowest-price', leastBrands: null },
}
const candidates = 3

export function ranking(fields: Fields, quotes: Quotes | null): Answers {
  const { method, leastBrands } = methodOf(fields)
  const totals = byBidder(fields, 'totals', namesOf(quotes))
  if (method === 'lowest-price' && quotes === null) throw fields.wrong('bids', 'missing')
  const competitors = competitorsOf(fields, quotes, totals)
  const over = quotes?.overCeiling.map(({ id }) => id) ?? []
  const isList = quotes?.shape === 'list'
  const named = (ids: readonly string[]): readonly Answer[] =>
    isList ? ids.map((id) => Number(id)) : ids
  if (method !== 'lowest-price' && totals.size === 0) {
    return { countValid: countByBrand(competitors), invalid: named(over) }
  }
  const found = evaluateCompetitors(competitors, { method, leastBrands, candidates })
  return {
    invalid: named([...over, ...found.invalid]),
    rank: named(found.rankGroups.flat()),
    countValid: found.countValid,
    candidates: named(found.candidates),
    notCandidate: named(found.notCandidate),
    rankGroups: found.rankGroups.map(named),
    winner: found.winner === null ? null : (named([found.winner])[0] ?? null),
    tied: named(found.tied),
    ...(found.undecided.length === 0 ? {} : { undecided: found.undecided.map(named) }),
  }
}

function methodOf(fields: Fields): Method {
  if (fields.hasValue('method')) {
    // 最低评标价法 has no one name: LOWEST, LOWEST_PRICE, LOWEST_EVALUATED and their like.
    if (/^LOWEST(_[A-Z]+)*$/.test(fields.text('method'))) return tenderByPrice
    const found = methods[fields.oneOf('method', Object.keys(methods))]
    if (found !== undefined) return found
  }
  if (!fields.hasValue('totals')) throw fields.wrong('method', 'missing; or totals')
  return { method: 'comprehensive', leastBrands: null }
}

function competitorsOf(
  fields: Fields,
  quotes: Quotes | null,
  totals: ReadonlyMap<string, Rational>,
): readonly Competitor[] {
  const all = namesOf(quotes) ?? [...totals.keys()]
  if (all.length === 0) throw fields.wrong('totals', 'missing; or bids')
  const marked = totals.size > 0
  for (const id of all) {
    if (marked && !totals.has(id)) throw fields.wrong(`totals.${id}`, 'missing')
  }
  const brands = brandsOf(fields, all)
  const technical = byBidder(fields, 'tech', all)
  const quoteOf = new Map(quotes?.valid.map((quote) => [quote.id, quote]))
  return all
    .filter((id) => quotes === null || quoteOf.has(id))
    .map((id) => {
      const quote = quoteOf.get(id)
      return {
        id,
        brand: brands.get(id) ?? null,
        total: totals.get(id) ?? null,
        quote: quote?.corrected ?? null,
        adjusted: quote === undefined ? null : adjustedPrice(quote),
        technical: technical.get(id) ?? null,
      }
    })
}

/** Brands by bidder; who names none stands alone. */
function brandsOf(fields: Fields, ids: readonly string[]): ReadonlyMap<string, string> {
  if (!fields.hasValue('brand')) return new Map()
  const map = fields.object('brand')
  return new Map(
    map.keys().flatMap((id) => (map.raw(known(map, id, ids)) === null ? [] : [[id, map.text(id)]])),
  )
}

function namesOf(quotes: Quotes | null): readonly string[] | null {
  if (quotes === null) return null
  return [...quotes.valid, ...quotes.overCeiling].map(({ id }) => id).sort()
}
