// SPDX-License-Identifier: Apache-2.0
/** 评审汇总: from locked sheets to ranking and candidates, the same for whoever recomputes it. */

import { type Rational, rational, roundTo, sum } from '../../../kernel/index.ts'
import {
  aggregateMarks,
  markText,
  priceScore,
  rankComposite,
  rankLowestEvaluated,
  type Worked,
} from '../../../law/index.ts'
import type { RankedBid } from '../events/evaluation.ts'
import type { DataOf } from '../events.ts'
import type { Bid, TenderState } from '../state.ts'
import type { Method, TenderTerms } from '../terms.ts'
import { liveBids, priceFenOf } from './live.ts'
import { benchmarkOf, scoringOf, yuanRational } from './price.ts'
import { concludeProcurement } from './procurement.ts'
import { sharedRank } from './ties.ts'

type Conclusion = DataOf<'EvaluationConcluded'>
type Scores = readonly DataOf<'ScoresLocked'>[]

export function conclude(state: TenderState, scores: Scores): Conclusion {
  const terms = state.notice?.terms
  if (terms === undefined) return emptyConclusion
  const { method } = terms
  switch (method.kind) {
    case 'composite':
      return concludeComposite(state, terms, method, scores)
    case 'lowest-evaluated':
      return concludeLowest(state, terms, method)
    default:
      return concludeProcurement(state, terms, scores)
  }
}

const emptyConclusion: Conclusion = {
  method: '',
  benchmark: null,
  working: [],
  ranking: [],
  candidates: [],
  ties: [],
}

/** §5.5: price by formula, the rest by the members' marks, in the order of the document. */
function concludeComposite(
  state: TenderState,
  terms: TenderTerms,
  method: Composite,
  scores: Scores,
): Conclusion {
  const live = liveBids(state)
  const prices = benchmarkPrices(state)
  const of = benchmarkOf(method.benchmark, prices, state)
  const lowest = prices.reduce((low, price) => (price.lt(low) ? price : low))
  const scoring = scoringOf(method.price, of, lowest)
  const scored = live.map((bid) => {
    const price = yuanRational(priceFenOf(bid))
    const priceMark = markText(priceScore(price, of.value, scoring).value)
    const marks = method.factors.map((factor) => {
      const given = marksFor(scores, bid.no, factor.id)
      const worked = aggregateMarks(given, { trim: method.trimExperts })
      return { factor: factor.id, mark: roundTo(worked.value, 2) }
    })
    const total = sum([rational(priceMark), ...marks.map((m) => rational(m.mark))])
    const further = partingMarks(method, marks)
    return { id: bid.no, bid, price, priceMark, marks, total, further }
  })
  const { ranked, ties } = rankComposite(scored)
  const order = ranked.map((s) => s.id)
  const ranking = ranked.map(
    (s, index): RankedBid => ({
      bid: s.id,
      rank: sharedRank(index, s.id, order, ties),
      priceFen: priceFenOf(s.bid),
      evaluatedFen: null,
      priceMark: s.priceMark,
      total: roundTo(s.total, 2),
      marks: s.marks,
    }),
  )
  return concluded(terms, 'composite', ranking, { of, ties, benchmark: roundTo(of.value, 2) })
}

type Composite = Extract<Method, { kind: 'composite' }>

/** Equal total and price: the sum of what was judged, then the factors the document names. */
function partingMarks(
  { factors, tieFactors = [] }: Composite,
  marks: RankedBid['marks'],
): readonly Rational[] {
  const markOf = (factor: string) => rational(marks.find((m) => m.factor === factor)?.mark ?? '0')
  const technical = factors.filter((f) => !f.objective).map((f) => markOf(f.id))
  return [sum(technical), ...tieFactors.map(markOf)]
}

/** §5.1: once concluded, the prices behind the benchmark are the same for ever. */
function benchmarkPrices(state: TenderState): readonly Rational[] {
  const frozen = state.evaluation?.frozen?.ranking
  const fen = frozen?.map((r) => r.priceFen) ?? liveBids(state).map(priceFenOf)
  return fen.map(yuanRational)
}

function marksFor(scores: Scores, bid: string, factor: string): readonly Rational[] {
  return scores.flatMap((sheet) =>
    sheet.marks.filter((m) => m.bid === bid && m.factor === factor).map((m) => rational(m.mark)),
  )
}

/** §5.4: the evaluated price ranks, the corrected price is paid. */
function concludeLowest(
  state: TenderState,
  terms: TenderTerms,
  method: Extract<Method, { kind: 'lowest-evaluated' }>,
): Conclusion {
  const live = liveBids(state)
  const priced = live.map((bid) => {
    const announced = rational(bid.content?.form.priceFen ?? 0)
    return {
      id: bid.no,
      announced,
      correction: rational(priceFenOf(bid)).sub(announced),
      adjustments: adjustmentsOf(bid, method),
    }
  })
  // The ceiling is the committee's to apply (RU-10): what reaches here was not rejected.
  const { ranked, ties } = rankLowestEvaluated(priced, null)
  const order = ranked.map((evaluated) => evaluated.id)
  const ranking = ranked.map(
    (evaluated, index): RankedBid => ({
      bid: evaluated.id,
      rank: sharedRank(index, evaluated.id, order, ties),
      priceFen: Number(evaluated.corrected.toString()),
      evaluatedFen: Math.max(0, Number(evaluated.evaluated.toString())),
      priceMark: null,
      total: null,
      marks: [],
    }),
  )
  return concluded(terms, 'lowest-evaluated', ranking, { of: null, ties, benchmark: null })
}

function adjustmentsOf(
  bid: Bid,
  method: Extract<Method, { kind: 'lowest-evaluated' }>,
): readonly Rational[] {
  const offered = bid.content?.adjustments ?? []
  return offered.flatMap(({ id, units }) => {
    const rule = method.adjustments.find((a) => a.id === id)
    return rule === undefined ? [] : [rational(rule.perUnitFen).mul(rational(units))]
  })
}

function concluded(
  terms: TenderTerms,
  method: string,
  ranking: readonly RankedBid[],
  more: {
    readonly of: Worked | null
    readonly ties: readonly (readonly string[])[]
    readonly benchmark: string | null
  },
): Conclusion {
  return {
    method,
    benchmark: more.benchmark,
    working: (more.of?.steps ?? []).map((s) => `${s.label}：${s.value}`),
    ranking: [...ranking],
    candidates: ranking.slice(0, terms.candidates).map((r) => r.bid),
    ties: more.ties.map((group) => [...group]),
  }
}
