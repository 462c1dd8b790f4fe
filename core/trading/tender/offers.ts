// SPDX-License-Identifier: Apache-2.0
/** What a person can do next: the next lawful acts of every role, and what they wait for. */

import { type Actor, addMs, endOf, type Instant, type Words, words } from '../../kernel/index.ts'
import { lineFor, stageOf } from '../../procedures/index.ts'
import { findAct } from './acts/catalogue.ts'
import { outstanding } from './acts/deposits.ts'
import { openingSessionUntil } from './acts/opening.ts'
import { mayNot, procedureOf } from './decide.ts'
import { holdersMissing } from './holders.ts'
import {
  agreedChanges,
  depositLeftFen,
  missingForArchive,
  passedAcceptance,
  unpaidInvoices,
} from './performing.ts'
import { needTitles } from './refusals/performance.ts'
import { isPointlessInCase } from './remedies/offers.ts'
import { isPresent } from './seats.ts'
import type { Deposit, TenderState } from './state.ts'

export interface Offer {
  readonly act: string
  readonly title: Words
  readonly signed: boolean
  /** The table allows it, but its hour has not come: until when (null: no date) and why. */
  readonly notBefore: Waiting | null
}

export interface Waiting {
  readonly at: Instant | null
  readonly why: Words
}

/** What else the offers depend on: the hour, and whether the reader's own sealed bid is in. */
export interface OfferFacts {
  readonly now?: Instant
  readonly submitted?: boolean
}

const bidTitles: Readonly<Record<string, Words>> = {
  'download-document': words('下载招标文件', 'Download the document'),
  'submit-bid': words('递交投标文件', 'Submit the bid'),
  'replace-bid': words('修改投标文件', 'Replace the bid'),
  'withdraw-bid': words('撤回投标文件', 'Withdraw the bid'),
}

/** The acts the table lets this person do now, in the order of the stage. */
export function offersFor(
  state: TenderState,
  actor: Actor,
  facts: OfferFacts = {},
): readonly Offer[] {
  const confirmed: Actor = { ...actor, assurance: 'step-up' }
  const procedure = procedureOf(state)
  const lines = stageOf(procedure, state.phase)?.acts ?? []
  const names = [...new Set(lines.filter((l) => l.by.includes(actor.role)).map((l) => l.act))]
  return names
    .filter((name) => mayNot({ name }, { state, actor: confirmed }) === undefined)
    .filter((name) => !isPointless(name, { state, actor }, facts))
    .map((name) => ({
      act: name,
      title: findAct(name)?.title ?? bidTitles[name] ?? words(name, name),
      signed: lineFor(procedure, state.phase, name, actor.role)?.signed === true,
      notBefore: waitingOf(name, state, facts.now),
    }))
}

/** Certain to be refused, whatever is written into it: not offered at all. */
function isPointless(
  act: string,
  { state, actor }: { readonly state: TenderState; readonly actor: Actor },
  { now, submitted }: OfferFacts,
): boolean {
  const deadline = state.notice?.schedule.deadline
  const closing = now !== undefined && deadline !== undefined && now >= deadline
  switch (act) {
    case 'submit-bid':
      return closing || submitted === true
    case 'replace-bid':
    case 'withdraw-bid':
      return closing || submitted !== true
    case 'object-opening': {
      const until = openingSessionUntil(state)
      return now !== undefined && until !== null && now >= until
    }
    case 'check-in':
      return isPresent(state, actor.party)
    case 'record-performance-deposit':
      return !isWinner(state, actor) || state.performance !== null
    case 'countersign-contract':
      return !isWinner(state, actor) || state.offer === null
    case 'record-performance':
    case 'record-invoice':
      return actor.role === 'bidder' && !isContractor(state, actor)
    case 'answer-contract-change':
      return !isContractor(state, actor) || !state.performing.changes.some((c) => c.answer === null)
    case 'publish-contract-change':
      return agreedChanges(state).every(({ published }) => published)
    case 'accept-performance':
      return passedAcceptance(state) !== undefined
    case 'record-payment':
      return unpaidInvoices(state).length === 0
    case 'claim-performance-deposit':
    case 'return-performance-deposit':
      return depositLeftFen(state) === 0
    case 'publish-contract':
      return state.performing.published !== null
    case 'file-contract':
      return state.performing.filed !== null
    case 'lift-expired-suspension':
      return true
    case 'answer-enquiry':
      return !state.enquiries.some((enquiry) => enquiry.answer === null)
    case 'forfeit-deposit':
      return state.refundsOrdered !== null || !outstanding(state).some((d) => isRevoked(state, d))
    default:
      return isPointlessInCase(act, { state, actor })
  }
}

function isWinner({ awardNotice }: TenderState, { party }: Actor): boolean {
  return awardNotice?.winner.party === party
}

function isContractor({ contract }: TenderState, { party }: Actor): boolean {
  return contract?.winner.party === party
}

function isRevoked({ bids }: TenderState, { bidder }: Deposit): boolean {
  return bids.some((b) => b.bidder.party === bidder.party && b.standing === 'revoked')
}

function waitingOf(act: string, state: TenderState, now: Instant | undefined): Waiting | null {
  const waiting = whatFor(act, state)
  const over = waiting?.at != null && now !== undefined && now >= waiting.at
  return over ? null : waiting
}

function whatFor(act: string, state: TenderState): Waiting | null {
  switch (act) {
    case 'award': {
      const until = state.publicReview?.until
      if (until === undefined) return null
      const zh = `公示期到${until}结束，期满后才能定标`
      return { at: addMs(endOf(until), 1), why: words(zh, `The public review runs until ${until}`) }
    }
    case 'publish-notice': {
      const missing = holdersMissing(state)
      const why = words(
        `还有份额密钥没有登记：${missing.join('、')}`,
        'The keys of all three holders come first',
      )
      return missing.length > 0 ? { at: null, why } : null
    }
    case 'record-decryption-failure': {
      const until = state.opening?.until
      const why = words('解密时间结束后才能认定', 'Only after the window for decryption')
      return until === undefined ? null : { at: until, why }
    }
    case 'archive': {
      const missing = missingForArchive(state).map((need) => needTitles[need])
      const why = words(`还缺：${missing.join('、')}`, 'The archive is not whole yet')
      return missing.length > 0 ? { at: null, why } : null
    }
    case 'convene-committee': {
      const open = state.openingObjections.some((o) => o.answer === null)
      const why = words('开标异议答复后才能开始评标', 'Objections at the opening come first')
      return open ? { at: null, why } : null
    }
    default:
      return null
  }
}
