// SPDX-License-Identifier: Apache-2.0
/** 履约 told to its end: delivered, changed, accepted, billed, paid, and the deposit given back. */

import { dayOf, type Instant } from '../kernel/index.ts'
import {
  contractTotalFen,
  depositLeftFen,
  passedAcceptance,
  type TenderState,
  unpaidInvoices,
} from '../trading/tender/index.ts'
import * as people from './people.ts'
import type { Stage } from './script.ts'
import type { Step } from './tender.ts'

/** The next step of either side; nothing when all is paid and given back. */
export const performing: Stage = (state, at) => {
  if (state.contract === null || state.ending !== null) return undefined
  return recorded(state, at) ?? altered(state, at) ?? judged(state, at) ?? settled(state, at)
}

const own = (act: string, body: unknown, at: Instant): Step => {
  return { who: people.owner, act, body, at }
}

function contractor({ contract }: TenderState): people.Persona {
  const { name = '', party = '' } = contract?.winner ?? {}
  return people.persona(name, 'bidder', party)
}

function recorded({ performing: of }: TenderState, at: Instant): Step | undefined {
  if (of.records.length > 0) return undefined
  const record = { id: 'L1', kind: 'delivery', what: '全部交付', on: dayOf(at), files: [] }
  return own('record-performance', record, at)
}

function altered(state: TenderState, at: Instant): Step | undefined {
  const [change] = state.performing.changes
  if (change === undefined) {
    const terms = { addedFen: 0, durationDays: 200, quality: null }
    const why = { what: '工期延长二十日', reason: '连续暴雨', ground: 'force-majeure' }
    const body = { id: 'C1', kind: 'amendment', ...why, ...terms, sameObject: true, files: [] }
    return own('propose-contract-change', body, at)
  }
  if (change.answer === null) {
    const body = { id: change.id, agreed: true, reason: '情况属实' }
    return { who: contractor(state), act: 'answer-contract-change', body, at }
  }
  return change.published ? undefined : own('publish-contract-change', { id: change.id }, at)
}

function judged(state: TenderState, at: Instant): Step | undefined {
  if (passedAcceptance(state) !== undefined) return undefined
  const items = [{ clause: '3.1', standard: '数量齐全', result: 'met', note: '无' }]
  const outcome = { outcome: 'passed', rectifyUntil: null, opinion: '符合合同' }
  const attended = [{ name: '检测公司', as: 'third-party' }]
  const body = { id: 'A1', items, ...outcome, attended, forPublic: false, files: [] }
  return own('accept-performance', body, at)
}

function settled(state: TenderState, at: Instant): Step | undefined {
  const { invoices, claims } = state.performing
  const [open] = unpaidInvoices(state)
  if (invoices.length === 0) {
    const amountFen = contractTotalFen(state)
    const body = { id: 'F1', number: '4502000001', amountFen, milestone: 'L1' }
    return own('record-invoice', body, at)
  }
  if (open !== undefined) {
    const paid = { invoice: open.id, amountFen: open.amountFen, paidOn: dayOf(at) }
    return own('record-payment', { ...paid, reference: '国库支付单' }, at)
  }
  if (depositLeftFen(state) === 0) return undefined
  if (claims.length > 0) return own('return-performance-deposit', { reason: '质量问题已了结' }, at)
  const claim = { id: 'K1', amountFen: 1, ground: 'late', reason: '逾期一日', files: [] }
  return own('claim-performance-deposit', claim, at)
}
