// SPDX-License-Identifier: Apache-2.0
/** Refusals of the result and after. */

import { because } from './words.ts'

export const awardRefusals = {
  'no-candidates': because(
    '没有可以公示的中标候选人。',
    'There is no candidate to publish.',
    '请重新招标。',
    'Tender again.',
  ),
  'no-public-review': because(
    '尚未公示中标候选人。',
    'The candidates have not been published.',
    '请先公示。',
    'Publish them first.',
  ),
  'public-review-running': because(
    '公示期到{until}结束，期满后才能定标。',
    'The public review runs until {until}.',
    '请在期满后办理。',
    'Come back after it.',
  ),
  'objections-open': because(
    '还有{open}件异议没有答复。',
    '{open} objections are not answered.',
    '请先答复。',
    'Answer them first.',
  ),
  'outside-candidates': because(
    '不能在中标候选人以外确定中标人。',
    'The winner must be one of the candidates.',
    '请从候选人中选择。',
    'Choose among the candidates.',
  ),
  'first-rank-must-win': because(
    '应当确定排名第一的候选人为中标人。',
    'The first-ranked candidate must win.',
    '如有法定情形，请选择理由代码并写明。',
    'If a lawful cause exists, give its code and facts.',
  ),
  'no-award': because(
    '尚未定标，或者尚未发出中标通知书。',
    'There is no award or no award notice yet.',
    '请先办理上一步。',
    'Do the step before it first.',
  ),
  'already-filed': because(
    '书面报告已经提交。',
    'The written report is filed already.',
    '无需重复提交。',
    'Nothing more to file.',
  ),
  'not-the-winner': because(
    '只有中标人可以办理这项操作。',
    'Only the winner may do this.',
    '请核对登录身份。',
    'Check the organisation you signed in for.',
  ),
  'performance-deposit-too-high': because(
    '履约保证金不得超过{mostFen}分。',
    'The performance deposit may not exceed {mostFen} fen.',
    '请按上限调整。',
    'Lower it to the cap.',
  ),
  'performance-deposit-too-low': because(
    '履约保证金低于招标文件要求的{leastFen}分。',
    'The performance deposit is below the {leastFen} fen of the document.',
    '请按招标文件的比例提交。',
    'Hand in the share that the document asks for.',
  ),
  'performance-deposit-already-in': because(
    '履约保证金已经提交。',
    'The performance deposit is in already.',
    '无需重复提交。',
    'Nothing more to hand in.',
  ),
  'performance-deposit-missing': because(
    '招标文件要求履约保证金，中标人尚未提交。',
    'The performance deposit asked for is missing.',
    '请中标人先提交。',
    'The winner hands it in first.',
  ),
  'contract-differs': because(
    '合同的价款、工期、质量应当与中标通知书一致。',
    'Price, time and quality must equal the award notice.',
    '请按中标通知书填写。',
    'Use the terms of the award notice.',
  ),
  'contract-not-offered': because(
    '招标人尚未签署合同。',
    'The owner has not signed yet.',
    '请等待招标人签署。',
    'Wait for the owner.',
  ),
  'already-ordered': because(
    '退还指令已经发出。',
    'Refunds have been ordered already.',
    '请查看退还进度。',
    'See their progress.',
  ),
  'nothing-to-refund': because(
    '没有需要退还的保证金。',
    'There is no deposit to refund.',
    '请核对名单。',
    'Check the list.',
  ),
  'refund-not-due': because(
    '这笔保证金现在还不到退还的时候。',
    'This deposit is not due back yet.',
    '合同订立或者招标活动结束后一并退还。',
    'It goes back with the contract or when the tender has ended.',
  ),
  'nothing-to-take-up': because(
    '没有迟到的保证金。',
    'There is no late deposit.',
    '无需办理。',
    'Nothing to do.',
  ),
  'deposit-still-needed': because(
    '没有撤回投标，保证金暂不退还。',
    'The bid was not withdrawn, so its deposit stays.',
    '撤回投标后再退还。',
    'Withdraw the bid first.',
  ),
  'no-ground-to-keep': because(
    '投标{bid}没有依法可以不退还保证金的情形。',
    'There is no lawful ground to keep the deposit of bid {bid}.',
    '只有投标人撤销投标或者拒不签约时才可以不予退还。',
    'Only a revoked bid or a refused contract allows it.',
  ),
  'no-deposit-rate': because(
    '没有可用的存款利率。',
    'No deposit rate is in force.',
    '请先维护利率表。',
    'Maintain the table of rates.',
  ),
  'already-tendered-again': because(
    '已经重新招标。',
    'It has been tendered again already.',
    '请查看新项目。',
    'See the new tender.',
  ),
}
