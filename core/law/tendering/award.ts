// SPDX-License-Identifier: Apache-2.0
/** 定标: the first ranked candidate wins, unless one of the listed reasons stands. */

import { article, day, rule } from '../../kernel/index.ts'

/** 实施条例 55: why a better ranked candidate may be passed over. */
export const passOverReasons = [
  { id: 'gave-up', title: '放弃中标' },
  { id: 'force-majeure', title: '因不可抗力不能履行合同' },
  { id: 'performance-deposit-missing', title: '不按招标文件要求提交履约保证金' },
  { id: 'illegal-act-found', title: '被查实存在影响中标结果的违法行为' },
] as const
export type PassOverReason = (typeof passOverReasons)[number]['id']

export type AwardCase = {
  /** 国有资金占控股或者主导地位的依法必须招标项目. */
  stateControlledCompulsory: boolean
  winnerRank: number
  /** Reason codes of the candidates ranked before the winner, best first. */
  passedOver: readonly string[]
  /** 评定分离: id of the local instrument in the rule catalogue, or null. */
  separationBasis: string | null
}

export const firstRankedWins = rule<AwardCase>()({
  id: 'first-ranked-wins',
  handbook: 'T34',
  title: '排名第一的中标候选人中标',
  titleEn: 'The first ranked candidate wins',
  cites: [article('招标投标法', 40), article('实施条例', 55)],
  restates: '国有资金控股的必须招标项目，排名第一的候选人中标；只有列明的情形才轮到下一名',
  versions: [{ from: day('2019-03-02') }],
  readings: ['R-047'],
  weight: 'block',
  applies: ({ stateControlledCompulsory, separationBasis }) =>
    stateControlledCompulsory && separationBasis === null,
  holds: ({ winnerRank, passedOver }) =>
    winnerRank >= 1 && passedOver.length === winnerRank - 1 && passedOver.every(isPassOverReason),
  explain: ({ winnerRank, passedOver }) => {
    if (winnerRank === 1) return '排名第一的中标候选人中标（实施条例第55条）。'
    const titles = passedOver.map(
      (code) => passOverReasons.find((r) => r.id === code)?.title ?? `未列明的理由（${code}）`,
    )
    const why = titles.length === 0 ? '没有说明理由' : titles.join('；')
    return `排名第${winnerRank}的候选人中标，前序候选人：${why}（实施条例第55条）。`
  },
})

export type CandidatesCase = { candidates: number; separationBasis: string | null }

export const candidatesAtMostThree = rule<CandidatesCase>()({
  id: 'candidates-at-most-three',
  handbook: 'T29',
  title: '中标候选人不超过三个',
  titleEn: 'At most three candidates',
  cites: [article('实施条例', 53)],
  restates: '评标委员会推荐的候选人不超过三个，并标明排序',
  versions: [{ from: day('2019-03-02'), most: 3 }],
  readings: ['R-047'],
  weight: 'block',
  applies: ({ separationBasis }) => separationBasis === null,
  holds: ({ candidates }, { most }) => candidates >= 1 && candidates <= most,
  explain: ({ candidates }, { most }) =>
    `推荐候选人${candidates}个，应为1至${most}个（实施条例第53条）。`,
})

export function isPassOverReason(code: string): code is PassOverReason {
  return passOverReasons.some((reason) => reason.id === code)
}
