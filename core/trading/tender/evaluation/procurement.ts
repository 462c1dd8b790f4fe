// SPDX-License-Identifier: Apache-2.0
/** 最低评标价法 and 综合评分法: three prices kept apart, policy taken off for evaluation alone. */

import { type Rational, rational, rounded, roundFen, roundTo, zero } from '../../../kernel/index.ts'
import {
  adjustedPrice,
  aggregateMarks,
  competitionTest,
  evaluateCompetitors,
  markText,
  policyDeductions,
  priceBase,
  procurementPriceScore,
  type Quote,
  type RankingMethod,
  sharedDeduction,
  totalOfFactors,
} from '../../../law/index.ts'
import { procedureOf } from '../decide.ts'
import type { RankedBid } from '../events/evaluation.ts'
import type { DataOf } from '../events.ts'
import type { Bid, TenderState } from '../state.ts'
import type { Method, PolicyTerms, TenderTerms } from '../terms.ts'
import { brandOf, liveBids, priceFenOf } from './live.ts'
import { sharedRank } from './ties.ts'

type Conclusion = DataOf<'EvaluationConcluded'>
type Scores = readonly DataOf<'ScoresLocked'>[]
type Comprehensive = Extract<Method, { kind: 'comprehensive' }>

interface Scored {
  readonly bid: Bid
  readonly quote: Quote
  readonly priceMark: string | null
  readonly marks: RankedBid['marks']
  readonly total: Rational | null
}

export function concludeProcurement(
  state: TenderState,
  terms: TenderTerms,
  scores: Scores,
): Conclusion {
  const { method } = terms
  const quotes = quotesOf(state, terms)
  const scored =
    method.kind === 'comprehensive'
      ? scoredBids(quotes, method, scores)
      : quotes.map(({ bid, quote }) => ({ bid, quote, priceMark: null, marks: [], total: null }))
  const ranking = rankingMethod(state, method)
  const leastBrands = brandsNeeded(state)
  const result = evaluateCompetitors(
    scored.map(({ bid, quote, total, marks }) => ({
      id: bid.no,
      brand: brandOf(bid),
      total,
      quote: quote.corrected,
      adjusted: adjustedPrice(quote),
      technical: totalOfFactors(marks.map(({ mark }) => rational(mark))),
    })),
    { method: ranking, leastBrands, candidates: terms.candidates },
  )
  const order = result.rankGroups.flat()
  const ties = result.rankGroups.filter((group) => group.length > 1)
  const rows = order.flatMap((no, index): readonly RankedBid[] => {
    const of = scored.find(({ bid }) => bid.no === no)
    if (of === undefined) return []
    const { bid, quote, priceMark, marks, total } = of
    return [
      {
        bid: no,
        rank: sharedRank(index, no, order, ties),
        priceFen: priceFenOf(bid),
        evaluatedFen: roundFen(adjustedPrice(quote)),
        priceMark,
        total: total === null ? null : roundTo(total, 2),
        marks,
      },
    ]
  })
  return {
    method: method.kind,
    benchmark: roundTo(priceBase(quotes.map((q) => q.quote)).div(rational(100)), 2),
    working: workingOf(scored, result.countValid),
    ranking: [...rows],
    // Equals at the last place are all named by the law's count; the purchaser's list ends there.
    candidates: result.candidates.slice(0, terms.candidates),
    ties: ties.map((group) => [...group]),
  }
}

function rankingMethod(state: TenderState, method: Method): RankingMethod {
  if (method.kind !== 'comprehensive') return 'lowest-price'
  return procedureOf(state).panel === 'consultation' ? 'consultation' : 'comprehensive'
}

/** Null where the law does not count brands under this method. */
function brandsNeeded(state: TenderState): number | null {
  const { competition } = procedureOf(state)
  const on = state.notice?.lawDay
  if (on === undefined || (competition !== 'open-tender' && competition !== 'invited-tender')) {
    return null
  }
  const fewerBy = state.project?.procurement?.fewerBy ?? null
  return competitionTest({ method: competition, moment: 'brands', fewerBy, on })?.least ?? null
}

/** What was announced, what was corrected, and what policy takes off, for every bid still in. */
function quotesOf(state: TenderState, { policy }: TenderTerms) {
  const live = liveBids(state)
  const foreign = live.some((bid) => bid.content?.declared?.domestic !== true)
  const domestic = live.some((bid) => bid.content?.declared?.domestic === true)
  return live.map((bid) => ({
    bid,
    quote: {
      id: bid.no,
      announced: rational(bid.content?.form.priceFen ?? 0),
      corrected: rational(priceFenOf(bid)),
      deductions:
        policy === undefined || state.notice === null
          ? []
          : deductionsOf(bid, policy, {
              bothCompete: foreign && domestic,
              on: state.notice.lawDay,
            }),
    },
  }))
}

/** PP-9: each share is taken from the original quote. */
function deductionsOf(
  { content }: Bid,
  policy: PolicyTerms,
  {
    bothCompete,
    on,
  }: { readonly bothCompete: boolean; readonly on: Parameters<typeof policyDeductions>[1] },
): readonly Rational[] {
  const declared = content?.declared
  if (declared === undefined) return []
  const cost = declared.domesticCost
  return policyDeductions(
    {
      reserved: policy.reserved,
      smallFirmRate: smallFirmRateOf(declared, policy, on),
      domestic: {
        domestic: declared.domestic,
        domesticCost: cost === null ? null : rational(cost),
        bothCompete: bothCompete && policy.openToForeign,
        declared: declared.domestic,
      },
    },
    on,
  )
}

function smallFirmRateOf(
  { smallFirm, smallShare, related }: NonNullable<NonNullable<Bid['content']>['declared']>,
  policy: PolicyTerms,
  on: Parameters<typeof sharedDeduction>[1],
): Rational {
  if (smallFirm === 'own') return rational(policy.smallFirmRate)
  if (smallFirm === 'none') return zero
  const by = sharedDeduction({ share: rational(smallShare), related, allSmall: false }, on)
  return by === null ? zero : rational(policy.sharedFirmRate)
}

/** 4.3: the lowest adjusted price has all points; factors are means, each rounded once (RND-2…4). */
function scoredBids(
  quotes: readonly { readonly bid: Bid; readonly quote: Quote }[],
  { factors, pricePoints }: Comprehensive,
  scores: Scores,
): readonly Scored[] {
  const base = priceBase(quotes.map(({ quote }) => quote))
  return quotes.map(({ bid, quote }) => {
    const price = procurementPriceScore(quote, base, rational(pricePoints))
    const marks = factors.map(({ id: factor }) => {
      const given = scores.flatMap((sheet) =>
        sheet.marks.flatMap((m) =>
          m.bid === bid.no && m.factor === factor ? [rational(m.mark)] : [],
        ),
      )
      const mean = aggregateMarks(given, { trim: false }).value
      return { factor, mark: roundTo(mean, 2) }
    })
    const total = totalOfFactors([price, ...marks.map(({ mark }) => rational(mark))])
    return { bid, quote, priceMark: markText(rounded(price, 2)), marks, total }
  })
}

function workingOf(scored: readonly Scored[], brands: number): string[] {
  const lines = scored.map(({ bid, quote }) => {
    const share = quote.deductions.map((d) => `${d.mul(rational(100)).toString()}%`).join('、')
    const taken = share === '' ? '无政策扣除' : `政策扣除${share}`
    const adjusted = roundTo(adjustedPrice(quote).div(rational(100)), 2)
    return `${bid.bidder.name}：${taken}，评审价${adjusted}元`
  })
  return [`按品牌计算${brands}家`, ...lines]
}
