// SPDX-License-Identifier: Apache-2.0
/** 单一来源: why there is no other supplier is shown to all, then the price is talked over with the one. */

import { words } from '../../kernel/index.ts'
import { evenInterested, evenSuspended, may, type Stage, signed } from '../procedure.ts'
import { directives, termination } from './oversight.ts'
import { admitted, filed } from './preparation.ts'

const recording = signed(may('record-consultation', 'tenderOwner', 'agency'))
const aside = ['publish-notice', 'provide-holder-key']

/** Nothing is sealed, so nobody holds a key. */
export const filedPlain: Stage = {
  ...filed,
  acts: filed.acts.filter(({ act }) => !aside.includes(act)),
}

export const arguing: Stage = {
  ...admitted,
  purpose: words(
    '只能从唯一供应商采购且达到公开招标数额标准的，先公示；其他情形直接协商。',
    'Where only one can supply and the amount is large, public review comes first; else talks begin.',
  ),
  acts: [
    signed(may('publish-sole-source', 'tenderOwner', 'agency')),
    recording,
    ...admitted.acts.filter(({ act }) => !aside.includes(act)),
  ],
  publishes: [],
  limits: ['TL-16'],
}

export const soleSource: Stage = {
  id: 'soleSource',
  title: words('单一来源公示', 'Sole source under public review'),
  purpose: words(
    '公示不少于五个工作日，任何供应商、单位和个人可以提出异议；期满后五个工作日内得出结论。',
    'At least five working days in which anybody may object; the answer follows within five more.',
  ),
  acts: [
    evenInterested(evenSuspended(may('object-sole-source', 'bidder'))),
    evenSuspended(signed(may('answer-sole-source', 'tenderOwner', 'agency'))),
    recording,
    ...termination,
    ...directives,
  ],
  limits: ['TL-16', 'TL-17'],
}

export const consulting: Stage = {
  id: 'consulting',
  title: words('协商', 'Consulted'),
  purpose: words(
    '协商情况已经记录，价格不高于预算，由采购人确定成交。',
    'The talks are on record and the price is within the budget; the purchaser decides.',
  ),
  acts: [signed(may('award', 'tenderOwner')), ...termination, ...directives],
}
