// SPDX-License-Identifier: Apache-2.0
/** 按排序确定供应商: the purchaser follows the ranking, and passes over nobody without a lawful reason. */

import { article, day, rule } from '../../kernel/index.ts'
import { isPassOverReason, passOverReasons } from '../tendering/award.ts'

export type RankOrderCase = {
  winnerRank: number
  /** Reason codes of those ranked before the winner, best first. */
  passedOver: readonly string[]
}

export const procurementRankOrder = rule<RankOrderCase>()({
  id: 'procurement-rank-order',
  handbook: 'ORD',
  title: '按排序确定供应商',
  titleEn: 'Decision in the order of the ranking',
  cites: [article('政府采购法实施条例', 43), article('87号令', 68)],
  restates: '采购人按评审报告推荐的排序确定供应商，前一名依法不能成交才轮到下一名',
  versions: [{ from: day('2015-03-01') }],
  weight: 'block',
  holds: ({ winnerRank, passedOver }) =>
    winnerRank >= 1 && passedOver.length === winnerRank - 1 && passedOver.every(isPassOverReason),
  explain: ({ winnerRank, passedOver }) => {
    if (winnerRank === 1) return '排名第一的候选人（政府采购法实施条例第43条）。'
    const titles = passedOver.map((c) => passOverReasons.find((r) => r.id === c)?.title ?? c)
    const why = titles.length === 0 ? '没有说明理由' : titles.join('；')
    return `排名第${winnerRank}的候选人，前序候选人：${why}（政府采购法实施条例第43条）。`
  },
})
