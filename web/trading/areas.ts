// SPDX-License-Identifier: Apache-2.0
/** Which acts have a place of their own beyond the plain form, and which one comes first. */

import { awaitsQualification, mayReveal, type TenderState } from '@gongxin/core/trading/tender'

const drawActs = new Set([
  'request-draw',
  'commit-draw-number',
  'reveal-draw-number',
  'record-call',
  'check-in',
  'convene-committee',
  'exclude-contributors',
  'request-redraw',
  'record-absence',
  'name-representative',
])
const hallActs = new Set([
  'commit-coefficient-number',
  'reveal-coefficient-number',
  'start-opening',
  'decrypt-bid',
  'give-share',
  'record-decryption-failure',
  'announce-opening',
  'object-opening',
  'answer-opening-objection',
])
const evaluationActs = new Set([
  'lock-preliminary',
  'lock-scores',
  'vote-rejection',
  'vote-restoration',
  'vote-tie',
  'correct-arithmetic',
  'ask-clarification',
  'judge-low-price',
  'sign-report',
  'record-silent-refusal',
])

export type Area = 'hall' | 'draw' | 'evaluation' | 'act'

export function areaOf(act: string): Area {
  if (hallActs.has(act)) return 'hall'
  if (drawActs.has(act)) return 'draw'
  return evaluationActs.has(act) ? 'evaluation' : 'act'
}

/** What stops a trade or undoes a step is never the next act. */
const rare = new Set([
  'exclude-contributors',
  'request-redraw',
  'record-absence',
  'name-representative',
  'commit-coefficient-number',
  'reveal-coefficient-number',
  'terminate',
  'issue-directive',
  'return-entry',
  'stop-evaluation',
  'order-reevaluation',
  'withdraw-bid',
  'move-deadline',
  'announce-site-visit',
  'clarify',
  'recuse-member',
  'record-silent-refusal',
  'cancel-award',
  'forfeit-deposit',
  'lodge-objection',
  'object-opening',
  'vote-rejection',
  'vote-restoration',
  'download-document',
  'record-decryption-failure',
  'entrust-agency',
  'ask-enquiry',
  'lodge-complaint',
  'withdraw-complaint',
  'suspend-for-complaint',
  'resume-after-complaint',
  'ask-evidence',
])

/** What an offer must tell for its place; the wire's and the core's offers both do. */
interface Offered {
  readonly act: string
  readonly notBefore?: { readonly at: string | null } | null
}

/** Its hour has not come: shown with its date, never as the next act. */
export function isWaiting({ notBefore }: Offered): boolean {
  return notBefore != null
}

/** The next lawful act: a reply that is owed first, then the way on; nothing where there is none. */
export function primaryOf<O extends Offered>(
  offers: readonly O[],
  state: TenderState,
): O | undefined {
  const owed = offers.find(
    (offer) => offer.act === 'answer-objection' && state.objections.some((o) => o.answer === null),
  )
  if (owed !== undefined) return owed
  return offers.find(
    (offer) => !isWaiting(offer) && !rare.has(offer.act) && !isIdle(offer.act, state),
  )
}

/** Offered by the table, though there is nothing for it to do yet or any more. */
function isIdle(act: string, state: TenderState): boolean {
  const { draw, evaluation } = state
  switch (act) {
    case 'answer-objection':
      return true
    case 'provide-holder-key':
      return state.holders.some((holder) => holder.office === 'host')
    case 'give-share':
      return !state.bids.some((bid) => bid.standing === 'sealed' && bid.shares.length > 0)
    case 'answer-opening-objection':
      return !state.openingObjections.some((o) => o.answer === null)
    case 'name-invitees':
      return state.invited !== null
    case 'judge-qualification':
      return state.qualification !== null
    case 'notify-filing':
      return state.filing !== null && state.entryReturned === null
    case 'file-written-report':
      return state.writtenReport !== null
    case 'record-performance-deposit':
      return state.performance !== null || state.notice?.terms.performanceDepositRate === 0
    case 'sign-contract':
      return state.offer !== null
    case 'countersign-contract':
      return state.offer === null
    case 'replace-bid':
      return true
    case 'refund-deposits':
      return state.refundsOrdered !== null
    case 'request-draw':
      return draw !== null || awaitsQualification(state)
    case 'commit-draw-number':
      return draw?.published == null || mayReveal(draw)
    case 'reveal-draw-number':
      return draw === null || !mayReveal(draw) || draw.result !== null
    case 'record-call':
      return draw?.result == null
    case 'convene-committee':
      return draw?.result == null || state.committee !== null
    case 'review-report':
      return state.reviewed !== null
    case 'ask-clarification':
    case 'correct-arithmetic':
    case 'judge-low-price':
      return true
    case 'lock-preliminary':
      return evaluation?.step !== 'preliminary'
    case 'lock-scores':
      return evaluation?.step !== 'detailed'
    case 'vote-tie':
      return evaluation?.step !== 'tie'
    case 'sign-report':
      return evaluation?.step !== 'signing'
    case 'reply-clarification':
      return !(evaluation?.clarifications ?? []).some((c) => c.reply === null)
    case 'confirm-correction':
      return !state.bids.some((b) => b.correction !== null && b.correction.accepted === null)
    default:
      return false
  }
}
