// SPDX-License-Identifier: Apache-2.0
/** 立项、委托、备案、入场: the stages before anything is published. */

import { words } from '../../kernel/index.ts'
import { evenSuspended, may, type Stage, signed } from '../procedure.ts'
import { sealedMoney } from './money.ts'
import { directives, termination } from './oversight.ts'

/** Two of three open what its bidder does not (decision 22). */
const holding = may('provide-holder-key', 'tenderOwner', 'agency', 'notary', 'audit')

export const planned: Stage = {
  id: 'planned',
  title: words('项目登记', 'Project registered'),
  purpose: words(
    '登记立项文件和资金来源，可以自行招标，也可以自由选择代理机构。',
    'Record approval and funds; the owner may act alone or choose an agency freely.',
  ),
  acts: [
    may('entrust-agency', 'tenderOwner'),
    may('notify-filing', 'tenderOwner', 'agency'),
    ...termination,
    ...directives,
  ],
}

export const filed: Stage = {
  id: 'filed',
  title: words('招标备案', 'Filing notified'),
  purpose: words(
    '备案是告知，提交即有回执，任何部门不作审批。',
    'Filing is a notification with an instant receipt; nobody approves it.',
  ),
  acts: [
    may('admit-entry', 'centre'),
    may('return-entry', 'centre'),
    holding,
    may('notify-filing', 'tenderOwner', 'agency'),
    ...termination,
    ...directives,
  ],
}

export const admitted: Stage = {
  id: 'admitted',
  title: words('入场登记', 'Entry registered'),
  purpose: words(
    '交易中心只核对材料是否齐全并安排场地，不审查合法性。',
    'The centre checks completeness and books rooms; it does not judge legality.',
  ),
  acts: [
    signed(may('publish-notice', 'tenderOwner', 'agency')),
    holding,
    ...termination,
    ...directives,
  ],
  publishes: ['N-02', 'N-03', 'N-04', 'N-13'],
  limits: ['LIM-01', 'LIM-05'],
}

export const tendering: Stage = {
  id: 'tendering',
  title: words('公告与投标', 'Tendering'),
  purpose: words(
    '登记用户都可以免费下载招标文件，投标文件密封递交，截止前无人知道有几家。',
    'Documents are free to every registered user; bids arrive sealed and uncounted.',
  ),
  sealed: true,
  acts: [
    signed(may('clarify', 'tenderOwner', 'agency')),
    evenSuspended(signed(may('move-deadline', 'tenderOwner', 'agency'))),
    may('announce-site-visit', 'tenderOwner', 'agency'),
    may('download-document', 'bidder'),
    ...sealedMoney,
    signed(may('submit-bid', 'bidder')),
    evenSuspended(signed(may('replace-bid', 'bidder'))),
    evenSuspended(signed(may('withdraw-bid', 'bidder'))),
    may('commit-coefficient-number', 'tenderOwner', 'agency', 'centre', 'authority'),
    may('close-bidding', 'system'),
    ...termination,
    ...directives,
  ],
  publishes: ['N-05', 'N-11'],
  limits: ['LIM-06', 'LIM-07', 'LIM-08', 'LIM-10', 'LIM-11'],
}
