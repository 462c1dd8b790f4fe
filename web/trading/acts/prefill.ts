// SPDX-License-Identifier: Apache-2.0
/** What a form may know before anybody types: dates that follow, names on record, the one choice. */

import { addMinutes, dayOf, type Instant } from '@gongxin/core/kernel'
import {
  agreedChanges,
  candidatesOf,
  contractTotalFen,
  depositLeftFen,
  invoicedFen,
  openSeats,
  paidFen,
  type TenderState,
  unpaidInvoices,
  waitingIn,
} from '@gongxin/core/trading/tender'
import type { Body } from '../form/index.ts'

export function prefill(act: string, state: TenderState, now: Instant): Body {
  switch (act) {
    case 'notify-filing':
      return { form: state.agency === null ? 'self' : 'agency' }
    case 'answer-objection':
      return { id: state.objections.find((o) => o.answer === null)?.id ?? '' }
    case 'answer-opening-objection':
      return { id: state.openingObjections.find((o) => o.answer === null)?.id ?? '' }
    case 'reply-clarification':
      return { id: state.evaluation?.clarifications.find((c) => c.reply === null)?.id ?? '' }
    case 'request-draw':
      return { evaluationAt: addMinutes(now, 1440), place: state.rooms?.evaluationRoom ?? '' }
    case 'publish-candidates':
      return { extraDays: 0, objections: contactLine(state) }
    case 'award':
      return { bid: candidatesOf(state)[0]?.bid ?? state.publicReview?.candidates[0]?.bid ?? '' }
    case 'ask-clarification':
      return { due: addMinutes(now, 60) }
    case 'check-in':
      return { declared: true }
    case 'sign-contract':
      return contractOf(state)
    case 'record-call':
      return nextCall(state)
    case 'record-performance-deposit':
      return { amountFen: depositFen(state) }
    case 'answer-contract-change':
      return { id: state.performing.changes.find((c) => c.answer === null)?.id ?? '' }
    case 'publish-contract-change':
      return { id: agreedChanges(state).find((c) => !c.published)?.id ?? '' }
    case 'record-invoice':
      return { amountFen: contractTotalFen(state) - invoicedFen(state) }
    case 'record-payment':
      return paymentOf(state, now)
    case 'claim-performance-deposit':
      return { amountFen: depositLeftFen(state) }
    default:
      return {}
  }
}

/** The oldest unpaid invoice, in full and today. */
function paymentOf(state: TenderState, now: Instant): Body {
  const [first] = unpaidInvoices(state)
  if (first === undefined) return {}
  return {
    invoice: first.id,
    amountFen: first.amountFen - paidFen(first),
    paidOn: dayOf(now),
  }
}

function contactLine(state: TenderState): string {
  const contact = state.notice?.terms.objections
  return contact === undefined ? '' : `${contact.organisation}，${contact.person}，${contact.phone}`
}

function contractOf(state: TenderState): Body {
  const notice = state.awardNotice
  if (notice === null) return {}
  return {
    priceFen: notice.priceFen,
    durationDays: notice.durationDays,
    quality: notice.quality,
  }
}

function nextCall(state: TenderState): Body {
  const { draw } = state
  if (draw?.result == null) return {}
  const strata = draw.request.strata
  const open = strata.find(({ specialty }) => openSeats(state, specialty) > 0)
  if (open === undefined) return {}
  return {
    specialty: open.specialty,
    index: waitingIn(draw, open.specialty)[0],
    answer: 'accepted',
  }
}

function depositFen(state: TenderState): number {
  const rate = state.notice?.terms.performanceDepositRate ?? 0
  return Math.floor(((state.awardNotice?.priceFen ?? 0) * rate) / 10_000)
}
