// SPDX-License-Identifier: Apache-2.0
/** 评标 and 评标报告: closed work of the committee, then the owner reads the report. */

import { words } from '../../kernel/index.ts'
import { evenSuspended, may, type Stage, signed } from '../procedure.ts'
import { keeping, openMoney } from './money.ts'
import { directives, termination } from './oversight.ts'

export const evaluating: Stage = {
  id: 'evaluating',
  title: words('评标', 'Evaluation'),
  purpose: words(
    '评标委员会只按招标文件的标准和方法评审，各自打分，互不可见。',
    'The committee applies only the criteria of the document; marks are given alone.',
  ),
  sealed: true,
  acts: [
    may('recuse-member', 'expert', 'tenderOwner'),
    signed(may('name-representative', 'tenderOwner')),
    may('record-call', 'centre', 'system'),
    may('record-absence', 'centre'),
    may('check-in', 'expert'),
    signed(may('request-redraw', 'tenderOwner', 'agency')),
    may('freeze-pool', 'system'),
    may('commit-draw-number', 'tenderOwner', 'agency', 'centre', 'authority'),
    may('reveal-draw-number', 'tenderOwner', 'agency', 'centre', 'authority'),
    may('exclude-contributors', 'tenderOwner', 'agency', 'centre', 'authority'),
    signed(may('lock-preliminary', 'expert')),
    may('correct-arithmetic', 'expert'),
    may('confirm-correction', 'bidder'),
    may('ask-clarification', 'expert'),
    may('reply-clarification', 'bidder'),
    may('judge-low-price', 'expert'),
    signed(may('lock-scores', 'expert')),
    signed(may('vote-rejection', 'expert')),
    signed(may('vote-restoration', 'expert')),
    signed(may('vote-tie', 'expert')),
    signed(may('stop-evaluation', 'expert')),
    signed(may('sign-report', 'expert')),
    may('record-silent-refusal', 'expert'),
    keeping,
    ...openMoney,
    ...termination,
    ...directives,
  ],
  limits: ['LIM-16'],
}

export const reported: Stage = {
  id: 'reported',
  title: words('评标报告', 'Report submitted'),
  purpose: words(
    '招标人审查评标报告，发现问题可以要求原委员会复核。',
    'The owner reads the report and may ask the same committee to look again.',
  ),
  acts: [
    signed(may('review-report', 'tenderOwner')),
    signed(may('order-reevaluation', 'tenderOwner', 'authority')),
    signed(may('publish-candidates', 'tenderOwner', 'agency')),
    keeping,
    ...openMoney,
    ...termination,
    ...directives,
  ],
  limits: ['LIM-17'],
}

export const publicReview: Stage = {
  id: 'publicReview',
  title: words('中标候选人公示', 'Candidates under public review'),
  purpose: words(
    '公示不少于三日，投标人和利害关系人可以提出异议。',
    'At least three days, in which bidders and interested parties may object.',
  ),
  acts: [
    evenSuspended(signed(may('order-reevaluation', 'tenderOwner', 'authority'))),
    signed(may('award', 'tenderOwner')),
    keeping,
    ...openMoney,
    ...termination,
    ...directives,
  ],
  publishes: ['N-08', 'N-09'],
  limits: ['LIM-18', 'LIM-19', 'LIM-08'],
}
