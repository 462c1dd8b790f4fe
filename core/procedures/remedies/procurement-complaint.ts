// SPDX-License-Identifier: Apache-2.0
/** 投诉 in procurement: to the finance office, once a challenge was answered or left unanswered. */

import { article, words } from '../../kernel/index.ts'
import { beforeContract, fromNotice, type Remedy, underContract } from './remedy.ts'

const subjects = ['tender-document', 'process', 'result'] as const
const afterEvaluation = ['decided', 'notified'] as const

export const procurementComplaint: Remedy = {
  id: 'procurement-complaint',
  title: words('投诉', 'Complaint'),
  level: 'complaint',
  activity: words('政府采购活动', 'the procurement'),
  basis: [article('政府采购法', 55), article('政府采购法', 56), article('94号令', 17)],
  standing: {
    who: words('提出过质疑的供应商', 'Suppliers who have lodged a challenge'),
    interested: true,
    cites: [article('政府采购法', 55)],
  },
  subjects: [
    {
      subject: 'tender-document',
      title: words('采购文件', 'The procurement document'),
      stages: fromNotice,
      time: { limit: 'TL-36', from: 'reply-period' },
    },
    {
      subject: 'process',
      title: words('采购过程', 'The process'),
      stages: fromNotice,
      time: { limit: 'TL-36', from: 'reply-period' },
    },
    {
      subject: 'result',
      title: words('中标、成交结果', 'The result'),
      stages: fromNotice,
      time: { limit: 'TL-36', from: 'reply-period' },
    },
  ],
  answerer: { title: words('财政部门', 'The finance office'), roles: ['authority'] },
  times: {
    answer: null,
    check: 'TL-37',
    notify: 'TL-39',
    respond: 'TL-40',
    decide: 'TL-41',
  },
  after: {
    remedy: 'procurement-challenge',
    subjects,
    withinScope: true,
    cites: [article('政府采购法实施条例', 55), article('94号令', 20)],
  },
  stay: {
    what: 'trade',
    from: 'order',
    of: subjects,
    holds: [],
    limit: 'TL-42',
    cites: [article('政府采购法', 57)],
  },
  effects: [
    {
      effect: 'continue',
      of: subjects,
      stages: fromNotice,
      cites: [article('94号令', 31), article('94号令', 32)],
    },
    {
      effect: 'next-candidate',
      of: ['process', 'result'],
      stages: afterEvaluation,
      cites: [article('94号令', 32)],
    },
    {
      effect: 'restart',
      of: subjects,
      stages: beforeContract,
      cites: [article('94号令', 31), article('94号令', 32)],
    },
    {
      effect: 'revoke-contract',
      of: subjects,
      stages: underContract,
      cites: [article('94号令', 31), article('94号令', 32)],
    },
  ],
  readings: ['R-081', 'R-123', 'R-124', 'R-125', 'R-127'],
  publishes: ['N-14'],
}
