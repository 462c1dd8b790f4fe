// SPDX-License-Identifier: Apache-2.0
/** 质疑: a supplier's written challenge to purchaser or agency, which may not be turned away. */

import { article, words } from '../../kernel/index.ts'
import { beforeContract, beforeDeadline, type Remedy } from './remedy.ts'

const afterDeadline = beforeContract.filter((stage) => !beforeDeadline.includes(stage))
const afterEvaluation = ['decided', 'notified'] as const
const resultTold = ['decided', 'notified', 'contracted', 'settled'] as const

export const procurementChallenge: Remedy = {
  id: 'procurement-challenge',
  title: words('质疑', 'Challenge'),
  level: 'first',
  activity: words('政府采购活动', 'the procurement'),
  basis: [article('政府采购法', 52), article('政府采购法', 53), article('94号令', 10)],
  standing: {
    who: words(
      '参加采购活动的供应商；潜在供应商只限其依法取得的采购文件',
      'Suppliers who take part; potential suppliers as to the document they lawfully obtained',
    ),
    interested: false,
    cites: [article('94号令', 9), article('94号令', 11)],
  },
  subjects: [
    {
      subject: 'tender-document',
      title: words('采购文件', 'The procurement document'),
      stages: beforeDeadline,
      time: { limit: 'TL-34', from: 'document-period' },
      period: 'TL-04',
    },
    {
      subject: 'process',
      title: words('采购过程', 'The process'),
      stages: afterDeadline,
      time: { limit: 'TL-34', from: 'step' },
    },
    {
      subject: 'result',
      title: words('中标、成交结果', 'The result'),
      stages: resultTold,
      time: { limit: 'TL-34', from: 'result-period' },
      period: 'TL-23',
    },
  ],
  answerer: {
    title: words('采购人或者采购代理机构', 'The purchaser or its agency'),
    roles: ['tenderOwner', 'agency'],
  },
  times: { answer: 'TL-35', check: null, notify: null, respond: null, decide: null },
  after: null,
  stay: {
    what: 'signing',
    from: 'lodging',
    of: ['process', 'result'],
    holds: ['sign-contract', 'countersign-contract'],
    limit: null,
    cites: [article('政府采购法实施条例', 54)],
  },
  effects: [
    {
      effect: 'continue',
      of: ['tender-document', 'process', 'result'],
      stages: [...beforeContract, ...resultTold],
      cites: [article('94号令', 16)],
    },
    {
      effect: 'amend-document',
      of: ['tender-document'],
      stages: beforeDeadline,
      cites: [article('94号令', 16)],
    },
    {
      effect: 'next-candidate',
      of: ['process', 'result'],
      stages: afterEvaluation,
      cites: [article('94号令', 16)],
    },
    {
      effect: 'restart',
      of: ['tender-document', 'process', 'result'],
      stages: afterDeadline,
      cites: [article('94号令', 16)],
    },
  ],
  readings: ['R-121', 'R-122', 'R-126', 'R-127'],
  publishes: [],
}
