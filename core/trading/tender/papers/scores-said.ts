// SPDX-License-Identifier: Apache-2.0
/** 评分比较: marks of all valid bids beside each other, cut into tables that fit a page. */

import type { RankedBid } from '../events/evaluation.ts'
import type { TenderState } from '../state.ts'
import { factorsOf, pricePointsOf } from '../terms.ts'
import { bidderOf, bidSaid, cell, yuanCell } from './say.ts'
import {
  type Block,
  type Column,
  facts,
  list,
  note,
  paragraph,
  sayingTable,
  table,
} from './shape.ts'

const mostFactors = 6

export function comparisonBlocks(state: TenderState): readonly Block[] {
  const method = state.notice?.terms.method
  const conclusion = state.evaluation?.conclusion
  if (method === undefined || conclusion == null) return []
  const benchmark = facts([
    '评标基准价',
    conclusion.benchmark === null ? '' : `${grouped(conclusion.benchmark)}元`,
  ])
  const working = conclusion.working.length === 0 ? [] : workingBlocks(conclusion.working)
  const priceFull = pricePointsOf(method)
  if (priceFull === null) return [...priceTable(state, conclusion.ranking), ...working]
  const factors = factorsOf(method).map(({ id, title, full }) => ({
    id,
    head: `${title}（${full}）`,
  }))
  const all = [...factors, { id: 'price', head: `投标报价（${priceFull}）` }]
  return [
    ...(conclusion.benchmark === null ? [] : [benchmark]),
    ...chunks(all).flatMap((some, index, { length }) =>
      marksTable(state, some, length === 1 ? '' : `评分比较（${index + 1}）`),
    ),
    note('各因素得分为全体委员评分按招标文件汇总后的得分。'),
    ...working,
  ]
}

/** 9570825.00 is written 9,570,825.00. */
function grouped(yuan: string): string {
  return yuan.replace(/\B(?=(\d{3})+\.)/g, ',')
}

function workingBlocks(working: readonly string[]): readonly Block[] {
  return [...paragraph('计算过程：'), ...list(working)]
}

interface Judged {
  readonly id: string
  readonly head: string
}

function chunks(factors: readonly Judged[]): readonly (readonly Judged[])[] {
  const parts = Math.ceil(factors.length / mostFactors)
  return Array.from({ length: parts }, (_, index) =>
    factors.slice(index * mostFactors, (index + 1) * mostFactors),
  )
}

function marksTable(state: TenderState, factors: readonly Judged[], caption: string) {
  const ranking = state.evaluation?.conclusion?.ranking ?? []
  const columns: readonly Column[] = [
    { head: '投标人', weight: 3 },
    ...factors.map(({ head }): Column => ({ head, align: 'right', weight: 1.5 })),
    { head: '总分', align: 'right', weight: 1.2 },
  ]
  const rows = ranking.map((ranked) => [
    bidderOf(state, ranked.bid),
    ...factors.map(({ id }) => cell(markOf(ranked, id))),
    cell(ranked.total),
  ])
  return table(caption, columns, rows)
}

function markOf({ marks, priceMark }: RankedBid, id: string): string | null {
  if (id === 'price') return priceMark
  return marks.find(({ factor }) => factor === id)?.mark ?? null
}

function priceTable(state: TenderState, ranking: readonly RankedBid[]): readonly Block[] {
  const columns: readonly Column[] = [
    { head: '投标人', weight: 3 },
    { head: '投标价（元）', align: 'right', weight: 2 },
    { head: '评标价（元）', align: 'right', weight: 2 },
  ]
  const rows = ranking.map(({ bid, priceFen, evaluatedFen }) => [
    bidderOf(state, bid),
    yuanCell(priceFen),
    yuanCell(evaluatedFen),
  ])
  return table('标价比较表', columns, rows)
}

export function rankingBlocks(state: TenderState): readonly Block[] {
  const conclusion = state.evaluation?.conclusion
  const columns: readonly Column[] = [
    { head: '名次', align: 'centre' },
    { head: '序号', align: 'centre' },
    { head: '投标人', weight: 4 },
    { head: '投标价（元）', align: 'right', weight: 2 },
    { head: '总分', align: 'right', weight: 1.2 },
  ]
  const rows = (conclusion?.ranking ?? []).map(({ rank, bid, priceFen, total }) => [
    cell(rank),
    bidSaid(bid),
    bidderOf(state, bid),
    yuanCell(priceFen),
    cell(total),
  ])
  const ties = (conclusion?.ties ?? []).map(
    (equal) => `${equal.map((no) => bidderOf(state, no)).join('、')}得分或者评标价相同。`,
  )
  return [...sayingTable('', columns, rows, '没有可以排序的投标。'), ...list(ties)]
}
