// SPDX-License-Identifier: Apache-2.0
/** 异议: before the tender owner, while it can still be put right. */

import { article, words } from '../../kernel/index.ts'
import { beforeContract, beforeDeadline, type Remedy, underReview, withResult } from './remedy.ts'

export const engineeringObjection: Remedy = {
  id: 'engineering-objection',
  title: words('异议', 'Objection'),
  level: 'first',
  activity: words('招标投标活动', 'the tendering'),
  basis: [article('实施条例', 22), article('实施条例', 54)],
  standing: {
    who: words(
      '潜在投标人、投标人和其他利害关系人',
      'Potential bidders, bidders and others whose interest is touched',
    ),
    interested: true,
    cites: [article('实施条例', 22), article('实施条例', 54)],
  },
  subjects: [
    {
      subject: 'tender-document',
      title: words('招标文件', 'The tender document'),
      stages: beforeDeadline,
      time: { limit: 'LIM-07', from: 'deadline' },
    },
    {
      subject: 'result',
      title: words('评标结果', 'The result of the evaluation'),
      stages: ['publicReview'],
      time: { limit: 'LIM-19', from: 'public-review' },
    },
  ],
  answerer: { title: words('招标人', 'The tender owner'), roles: ['tenderOwner'] },
  times: { answer: 'LIM-08', check: null, notify: null, respond: null, decide: null },
  after: null,
  stay: {
    what: 'trade',
    from: 'lodging',
    of: ['tender-document', 'result'],
    holds: [],
    limit: null,
    cites: [article('实施条例', 22), article('实施条例', 54)],
  },
  effects: [
    {
      effect: 'continue',
      of: ['tender-document', 'result'],
      stages: beforeContract,
      cites: [article('实施条例', 22), article('实施条例', 54)],
    },
    {
      effect: 'amend-document',
      of: ['tender-document'],
      stages: beforeDeadline,
      cites: [article('实施条例', 21)],
    },
    {
      effect: 're-evaluate',
      of: ['result'],
      stages: underReview,
      cites: [article('1117号文', 5)],
    },
    {
      effect: 'next-candidate',
      of: ['result'],
      stages: withResult,
      cites: [article('实施条例', 55)],
    },
  ],
  readings: ['R-127'],
  publishes: [],
}
