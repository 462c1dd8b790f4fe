// SPDX-License-Identifier: Apache-2.0
/** What the page of the result says. */

import { catalogue } from '../../app/index.ts'

export const messages = catalogue({
  result: ['结果与合同', 'Result and contract'],
  candidates: ['中标候选人', 'Candidates'],
  review: ['公示期：{from}至{until}', 'Public review from {from} to {until}'],
  noCandidates: ['尚未公示中标候选人。', 'No candidates are published yet.'],
  rejected: ['被否决的投标', 'Rejected bids'],
  award: ['定标', 'Award'],
  awarded: ['中标人：{name}，中标价{price}', 'Winner: {name}, at {price}'],
  notice: ['中标通知书{number}，{until}前签订合同', 'Award notice {number}; sign by {until}'],
  letter: ['结果通知书', 'Letter to the bidder'],
  letterRank: ['贵单位排名第{rank}，总分{total}', 'Your rank: {rank}; total: {total}'],
  letterGap: ['中标人总分{best}，相差{gap}分', 'The winner has {best}: {gap} more'],
  letterWinner: ['中标人{name}，中标价{price}', 'The winner is {name} at {price}'],
  letterItems: ['分项得分', 'Marks by factor'],
  own: ['本单位', 'You'],
  lowest: ['最低', 'Lowest'],
  median: ['中位', 'Median'],
  best: ['最高', 'Best'],
  factor: ['评分因素', 'Factor'],
  complain: [
    '认为本次招标投标活动不符合规定的，可在{until}前向行政监督部门投诉。',
    'You may complain to the supervising authority until {until}.',
  ],
  contract: ['合同', 'Contract'],
  signed: ['合同已订立：{price}，{on}', 'Contract signed: {price}, {on}'],
  offered: ['招标人已签署，等待中标人签署。', 'Signed by the owner; waiting for the winner.'],
  refunds: ['投标保证金', 'Deposits'],
  refunded: ['已退还本金{principal}，利息{interest}', '{principal} returned, interest {interest}'],
  notRefunded: ['尚未退还', 'Not returned yet'],
  archived: ['已归档，保存{retention}', 'Archived for {retention}'],
  hints: ['系统提示（仅供审查参考）', 'Hints for the review'],
  actsHere: ['可以办理', 'What can be done'],
  print: ['打印', 'Print'],
})
