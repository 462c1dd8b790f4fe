// SPDX-License-Identifier: Apache-2.0
/** Bodies that strangers to the usual way send: shaped right, and now and then lawful. */

import { addMinutes, certain, type Instant } from '../kernel/index.ts'
import { candidatesOf, type TenderState, waitingIn } from '../trading/tender/index.ts'
import * as people from './people.ts'
import type { Plan } from './plan.ts'
import { marksOf, noticeOf } from './script.ts'

export const directive = (kind: string, id: string) => ({
  id,
  kind,
  number: '1号',
  basis: ['实施条例 62'],
  text: '依法',
  lifts: null,
})

export interface Case {
  readonly state: TenderState
  readonly plan: Plan
  readonly at: Instant
  readonly detail: number
}

/** Only bodies with content; every other act is tried with an empty one. */
export function bodyFor(act: string, of: Case): unknown {
  const bid = certain(['B01', 'B02', 'B03', 'B99'][of.detail % 4], 'four')
  return bodies[act]?.({ ...of, bid, id: `X${of.detail % 7}` }) ?? {}
}

interface Detailed extends Case {
  readonly bid: string
  readonly id: string
}

const bodies: Readonly<Record<string, (of: Detailed) => unknown>> = {
  'publish-notice': ({ plan, at }) => noticeOf(plan, at),
  clarify: ({ detail, id }) => ({
    id,
    answers: [{ question: '', answer: '改' }],
    affectsBids: detail % 2 === 0,
    terms: null,
    files: [],
  }),
  'move-deadline': ({ at, detail }) => ({
    to: addMinutes(at, detail * 100),
    because: 'owner',
    reason: '另定',
  }),
  'lodge-objection': ({ id }) => ({ id, text: '异议', files: [] }),
  'answer-objection': ({ id }) => ({ id, answer: '维持', upheld: false }),
  'issue-directive': ({ detail, id }) =>
    directive(['suspend', 'correct', 'resume'][detail % 3] ?? '', id),
  terminate: ({ detail }) => ({ reason: '取消', forceMajeure: detail % 2 === 0 }),
  'record-decryption-failure': ({ bid, detail }) => ({
    bid,
    fault: detail % 2 === 0 ? 'bidder' : 'platform',
    evidence: '日志',
  }),
  'recuse-member': ({ detail }) => ({
    member: `E${String((detail % 13) + 1).padStart(2, '0')}`,
    ground: 'RC-1',
    reason: '回避',
  }),
  'record-call': ({ state, detail }) => ({
    specialty: 'A01',
    index: state.draw ? (waitingIn(state.draw, 'A01')[detail % 2] ?? 0) : 0,
    answer: detail % 3 === 0 ? 'declined' : 'accepted',
  }),
  'check-in': () => ({ declared: true }),
  'lock-preliminary': ({ bid, detail }) => ({
    faults:
      detail % 2 === 0
        ? [
            {
              bid,
              ground: detail % 4 === 0 ? 'RJ-7' : 'RJ-3',
              clause: '3',
              facts: '过期',
              page: '',
            },
          ]
        : [],
  }),
  'vote-rejection': ({ bid, detail }) => ({
    bid: detail % 5 === 0 ? null : bid,
    ground: 'RJ-6',
    clause: '3',
    facts: '不响应',
  }),
  'ask-clarification': ({ bid, at, id }) => ({
    id,
    bid,
    kind: 'ambiguity',
    question: '请说明',
    due: addMinutes(at, 30),
  }),
  'judge-low-price': ({ bid, detail }) => ({ bid, reasonable: detail % 2 === 0, reason: '说明' }),
  'lock-scores': ({ state }) => ({ marks: marksOf(state) }),
  'sign-report': ({ detail }) => ({ dissent: detail % 2 === 0 ? '不同意' : '' }),
  'stop-evaluation': ({ id }) => ({ id, reason: '文件有错' }),
  'order-reevaluation': ({ bid, detail }) => ({
    points: [
      { about: detail % 2 === 0 ? 'price' : 'rejection', bid, factor: null, defect: '核对' },
    ],
  }),
  'vote-restoration': ({ bid }) => ({ bid, reason: '否决依据不足' }),
  award: ({ bid, state, detail }) => ({
    bid: candidatesOf(state)[detail % 3]?.bid ?? bid,
    reasonCode: detail % 2 === 0 ? 'gave-up' : '',
    reason: detail % 4 === 0 ? '来函' : '',
  }),
  'cancel-award': ({ detail }) => ({
    cause: 'refused-contract',
    reason: '拒签',
    next: detail % 2 === 0 ? 'retender' : 'next-candidate',
  }),
  'sign-contract': ({ detail }) => ({
    priceFen: detail,
    durationDays: 1,
    quality: '合格',
    files: [],
  }),
  'record-refund': ({ detail }) => ({
    party: people.bidder(detail % 5).actor.party,
    reference: '单',
  }),
  retender: () => ({ next: 'T2' }),
}
