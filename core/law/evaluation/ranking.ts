// SPDX-License-Identifier: Apache-2.0
/** 排序: lowest evaluated price, or highest total; ties are named, never drawn by lot. */

import { article, day, type Rational, rule, sum, yuanShown, zero } from '../../kernel/index.ts'
import { step, type WorkingStep } from './working.ts'

/** A bid under 经评审的最低投标价法; all amounts in one unit. */
export interface PricedBid {
  readonly id: string
  /** As announced at the opening. */
  readonly announced: Rational
  /** Sum of the arithmetic corrections, confirmed by the bidder. */
  readonly correction: Rational
  /** Adjustments by the tender document: deviations, time, payment, omissions. */
  readonly adjustments: readonly Rational[]
}

export interface RejectedBid {
  readonly id: string
  readonly announced: Rational
  readonly corrected: Rational
}

export interface EvaluatedBid {
  readonly id: string
  readonly announced: Rational
  /** The price that would stand in the contract. */
  readonly corrected: Rational
  readonly evaluated: Rational
  readonly steps: readonly WorkingStep[]
}

export interface Ranking<B> {
  /** Best first; equals stand in order of their ids and are listed in `ties`. */
  readonly ranked: readonly B[]
  /** Groups that only the document's rule or the committee can part (RU-11). */
  readonly ties: readonly (readonly string[])[]
}

export interface LowestEvaluated extends Ranking<EvaluatedBid> {
  /** RU-10: over the ceiling as announced or as corrected. */
  readonly rejected: readonly RejectedBid[]
}

/** §5.4: ascending evaluated price; the contract price is the corrected, not the evaluated one. */
export function rankLowestEvaluated(
  bids: readonly PricedBid[],
  ceiling: Rational | null,
): LowestEvaluated {
  const evaluated = bids.map(evaluatedOf)
  const isOver = (bid: EvaluatedBid) =>
    ceiling !== null && (bid.announced.gt(ceiling) || bid.corrected.gt(ceiling))
  const alive = evaluated.filter((bid) => !isOver(bid))
  const ranking = rankedBy(
    alive,
    (a, b) => a.evaluated.compare(b.evaluated) || a.announced.compare(b.announced),
  )
  return { ...ranking, rejected: evaluated.filter(isOver).map(rejectedOf) }
}

/** A bid under 综合评估法: total mark, and the price that parts equals. */
export interface ScoredBid {
  readonly id: string
  readonly total: Rational
  readonly price: Rational
  /** What parts equals after the price, the higher one first: technical marks, then the document's. */
  readonly further?: readonly Rational[]
}

/** §5.5: descending total; equal totals by the lower price, then as the document says. */
export function rankComposite<B extends ScoredBid>(bids: readonly B[]): Ranking<B> {
  return rankedBy(
    bids,
    (a, b) => b.total.compare(a.total) || a.price.compare(b.price) || compareFurther(a, b),
  )
}

function compareFurther({ further: a = [] }: ScoredBid, { further: b = [] }: ScoredBid): number {
  const differs = a.map((own, i) => (b[i] ?? zero).compare(own)).find((order) => order !== 0)
  return differs ?? 0
}

/** Every rejection over the ceiling is confirmed by the committee, with both figures before it. */
export const priceWithinCeiling = rule<{
  announcedFen: number
  correctedFen: number
  ceilingFen: number | null
}>()({
  id: 'price-within-ceiling',
  handbook: 'RJ-5',
  title: '报价不高于最高投标限价',
  titleEn: 'Price within the ceiling',
  cites: [article('实施条例', 51)],
  restates: '报价高于最高投标限价的，评标委员会否决',
  versions: [{ from: day('2019-03-02') }],
  readings: ['R-013'],
  weight: 'reason',
  applies: ({ ceilingFen }) => ceilingFen !== null,
  holds: ({ announcedFen, correctedFen, ceilingFen }) =>
    ceilingFen === null || Math.max(announcedFen, correctedFen) <= ceilingFen,
  explain: ({ announcedFen, correctedFen, ceilingFen }) => {
    if (ceilingFen === null) return '没有设最高投标限价。'
    const figures = `开标报价${yuanShown(announcedFen)}元，修正后${yuanShown(correctedFen)}元`
    const over = Math.max(announcedFen, correctedFen) > ceilingFen
    const held = over ? '超过' : '不超过'
    return `${figures}，${held}最高投标限价${yuanShown(ceilingFen)}元（实施条例第51条）。`
  },
})

function evaluatedOf(bid: PricedBid): EvaluatedBid {
  const corrected = bid.announced.add(bid.correction)
  const evaluated = corrected.add(sum(bid.adjustments))
  return {
    id: bid.id,
    announced: bid.announced,
    corrected,
    evaluated,
    steps: [
      step('开标报价', bid.announced),
      ...(bid.correction.equals(zero) ? [] : [step('算术修正', bid.correction)]),
      ...bid.adjustments.map((amount) => step('评审调整', amount)),
      step('评标价', evaluated),
    ],
  }
}

function rejectedOf({ id, announced, corrected }: EvaluatedBid): RejectedBid {
  return { id, announced, corrected }
}

function rankedBy<B extends { readonly id: string }>(
  bids: readonly B[],
  compare: (a: B, b: B) => number,
): Ranking<B> {
  const ranked = [...bids].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))
  const groups = ranked.reduce<B[][]>((all, bid) => {
    const last = all.at(-1)
    const head = last?.[0]
    if (last !== undefined && head !== undefined && compare(head, bid) === 0) last.push(bid)
    else all.push([bid])
    return all
  }, [])
  const ties = groups.filter((group) => group.length > 1).map((group) => group.map((b) => b.id))
  return { ranked, ties }
}
