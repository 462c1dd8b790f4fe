// SPDX-License-Identifier: Apache-2.0
/** 定标 to 归档, and the three ways a trade may end without an award. */

import { words } from '../../kernel/index.ts'
import { may, type Stage, signed } from '../procedure.ts'
import { keeping, openMoney, settling } from './money.ts'
import { directives } from './oversight.ts'
import { performing, reporting } from './performing.ts'
import { procured } from './procured.ts'

export const decided: Stage = {
  id: 'decided',
  title: words('定标', 'Award decided'),
  purpose: words(
    '招标人确定中标人，中标通知书和未中标通知同时发出。',
    'The owner has decided; winner and all others are told at the same time.',
  ),
  acts: [
    signed(may('issue-award-notice', 'tenderOwner')),
    may('file-written-report', 'tenderOwner', 'agency'),
    keeping,
    ...openMoney,
    ...directives,
  ],
  limits: ['LIM-20', 'LIM-21', 'LIM-22'],
}

export const notified: Stage = {
  id: 'notified',
  title: words('中标通知书', 'Award notice issued'),
  purpose: words(
    '三十日内按招标文件和投标文件订立合同，不得另立条件。',
    'Sign within thirty days on the terms of document and bid, with nothing added.',
  ),
  acts: [
    may('file-written-report', 'tenderOwner', 'agency'),
    may('record-performance-deposit', 'bidder'),
    signed(may('sign-contract', 'tenderOwner')),
    signed(may('countersign-contract', 'bidder')),
    signed(may('cancel-award', 'tenderOwner')),
    keeping,
    ...openMoney,
    ...directives,
  ],
  publishes: ['N-10'],
  limits: ['LIM-22', 'LIM-23'],
}

export const contracted: Stage = {
  id: 'contracted',
  title: words('签订合同', 'Contract signed'),
  purpose: words(
    '五日内向中标人和未中标人退还投标保证金及银行同期存款利息。',
    'Deposits go back to winner and losers within five days, with bank interest.',
  ),
  acts: [
    may('file-written-report', 'tenderOwner', 'agency'),
    may('refund-deposits', 'tenderOwner', 'agency'),
    ...performing,
    keeping,
    ...openMoney,
    ...directives,
  ],
  publishes: ['N-12'],
  limits: ['LIM-24', 'LIM-46'],
}

export const settled: Stage = {
  id: 'settled',
  title: words('保证金结清', 'Deposits settled'),
  purpose: words(
    '保证金已全部结清，核对清单后归档。',
    'All deposits are settled; check the list and archive.',
  ),
  acts: [
    may('file-written-report', 'tenderOwner', 'agency'),
    signed(may('archive', 'tenderOwner', 'agency')),
    ...performing,
    settling,
    ...directives,
  ],
  limits: ['LIM-42', 'LIM-43'],
}

export const archived: Stage = {
  id: 'archived',
  title: words('已归档', 'Archived'),
  purpose: words('全部材料已归档，可随时查验。', 'Everything is archived and can be checked.'),
  // 招标档案 close with the tender; the contract is performed long after.
  acts: [...performing, settling],
  end: 'success',
}

/** The same stages where the contract is published, filed, and archived when all is paid. */
export const contractedInProcurement: Stage = {
  ...procured(contracted),
  purpose: words(
    '五个工作日内退还中标人的投标保证金；合同按期公告和备案。',
    'The deposit of the winner goes back within five working days; the contract is published and filed.',
  ),
  acts: [...procured(contracted).acts, ...reporting],
  limits: ['TL-26', 'TL-27', 'TL-28', 'TL-30', 'TL-54', 'TL-55'],
}

export const settledInProcurement: Stage = {
  ...procured(settled),
  purpose: words(
    '保证金已结清；合同公告、备案、验收、付款完成后归档。',
    'Deposits are settled; archive once the contract is published, filed, accepted and paid.',
  ),
  acts: [...procured(settled).acts, ...reporting],
  limits: ['TL-26', 'TL-27', 'TL-28', 'TL-54', 'TL-55', 'TL-58'],
}

export const archivedInProcurement: Stage = { ...archived, acts: [] }

const afterFailure = [
  may('refund-deposits', 'tenderOwner', 'agency'),
  signed(may('return-performance-deposit', 'tenderOwner')),
  keeping,
  ...openMoney,
]

export const failed: Stage = {
  id: 'failed',
  title: words('招标失败', 'Failed'),
  purpose: words(
    '本轮没有结果；分析原因、修改招标文件后可以重新招标。',
    'This round has no result; find the cause, mend the document, tender again.',
  ),
  acts: [...afterFailure, may('retender', 'tenderOwner', 'agency')],
  publishes: ['N-11'],
  end: 'failure',
}

export const terminated: Stage = {
  id: 'terminated',
  title: words('终止招标', 'Terminated'),
  purpose: words(
    '招标人终止招标，及时退还文件费、保证金和利息。',
    'The owner has ended the tender; fees, deposits and interest go back.',
  ),
  acts: afterFailure,
  publishes: ['N-11'],
  limits: ['LIM-28'],
  end: 'failure',
}

export const invalidated: Stage = {
  id: 'invalidated',
  title: words('无效', 'Invalidated'),
  purpose: words(
    '行政监督部门依法认定无效，按决定重新评标或者重新招标。',
    'The authority found it void; evaluate again or tender again as decided.',
  ),
  acts: [...afterFailure, may('retender', 'tenderOwner', 'agency')],
  end: 'failure',
}
