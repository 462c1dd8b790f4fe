// SPDX-License-Identifier: Apache-2.0
/** 投诉 in construction: to the authority that supervises the trade. */

import { article, words } from '../../kernel/index.ts'
import {
  beforeContract,
  beforeDeadline,
  fromNotice,
  type Remedy,
  underContract,
  underReview,
  withResult,
} from './remedy.ts'

export const engineeringComplaint: Remedy = {
  id: 'engineering-complaint',
  title: words('投诉', 'Complaint'),
  level: 'complaint',
  activity: words('招标投标活动', 'the tendering'),
  basis: [article('实施条例', 60), article('实施条例', 61), article('实施条例', 62)],
  standing: {
    who: words('投标人和其他利害关系人', 'Bidders and others whose interest is touched'),
    interested: true,
    cites: [article('投诉处理办法', 3)],
  },
  subjects: [
    {
      subject: 'tender-document',
      title: words('招标文件', 'The tender document'),
      stages: fromNotice,
      time: { limit: 'LIM-25', from: 'knowing' },
    },
    {
      subject: 'opening',
      title: words('开标', 'The opening'),
      stages: fromNotice,
      time: { limit: 'LIM-25', from: 'knowing' },
    },
    {
      subject: 'result',
      title: words('评标结果', 'The result of the evaluation'),
      stages: fromNotice,
      time: { limit: 'LIM-25', from: 'knowing' },
    },
    {
      subject: 'other',
      title: words('其他违法行为', 'Another breach of the law'),
      stages: fromNotice,
      time: { limit: 'LIM-25', from: 'knowing' },
    },
  ],
  answerer: { title: words('行政监督部门', 'The supervising authority'), roles: ['authority'] },
  times: { answer: null, check: 'LIM-26', notify: null, respond: null, decide: 'LIM-27' },
  after: {
    remedy: 'engineering-objection',
    subjects: ['tender-document', 'opening', 'result'],
    withinScope: false,
    cites: [article('实施条例', 60)],
  },
  stay: {
    what: 'trade',
    from: 'order',
    of: ['tender-document', 'opening', 'result', 'other'],
    holds: [],
    limit: null,
    cites: [article('实施条例', 62)],
  },
  effects: [
    {
      effect: 'continue',
      of: ['tender-document', 'opening', 'result', 'other'],
      stages: fromNotice,
      cites: [article('投诉处理办法', 20)],
    },
    {
      effect: 'amend-document',
      of: ['tender-document', 'other'],
      stages: beforeDeadline,
      cites: [article('投诉处理办法', 20)],
    },
    {
      effect: 're-evaluate',
      of: ['result', 'other'],
      stages: underReview,
      cites: [article('实施条例', 81)],
    },
    {
      effect: 'next-candidate',
      of: ['result', 'other'],
      stages: withResult,
      cites: [article('实施条例', 55)],
    },
    {
      effect: 'restart',
      of: ['tender-document', 'opening', 'result', 'other'],
      stages: beforeContract,
      cites: [article('实施条例', 81)],
    },
    {
      effect: 'revoke-contract',
      of: ['tender-document', 'opening', 'result', 'other'],
      stages: underContract,
      cites: [article('实施条例', 81)],
    },
  ],
  readings: ['R-005', 'R-029', 'R-123', 'R-124', 'R-125', 'R-127', 'R-128'],
  publishes: ['N-14'],
}
