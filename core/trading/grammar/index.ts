// SPDX-License-Identifier: Apache-2.0
/** The order of a tender as its entries alone show it: a finite machine, for whoever has no body. */

import type { Grammar } from '@gongxin/trust/witness'
import type { BidEventType } from '../bid/index.ts'
import type { EventType, Phase } from '../tender/index.ts'
import { type PlatformEventType, platform } from '../vault/index.ts'

/** A trade that ended before its bidding had closed leaves its bids sealed; one that ended later not. */
const ends = ['endedSealed', 'ended'] as const
const way = [
  ...[
    'planned',
    'filed',
    'admitted',
    'soleSource',
    'consulting',
    'tendering',
    'closed',
    'opening',
    'opened',
    'evaluating',
  ],
  ...['reported', 'publicReview', 'decided', 'notified', 'contracted', 'settled', 'archived'],
] as const satisfies readonly Phase[]

type OnWay = (typeof way)[number]
export type GrammarState = OnWay | (typeof ends)[number]

interface Line {
  /** States in which it may happen; the empty one is that of no entry yet. */
  readonly in: readonly (GrammarState | '')[]
  /** The state it leads to; without one all stays as it is. */
  readonly to?: GrammarState | 'end'
}

const move = (to: OnWay, ...from: readonly (OnWay | '')[]): Line => ({ in: from, to })
const during = (first: OnWay, last: OnWay = first): Line => ({
  in: way.slice(way.indexOf(first), way.indexOf(last) + 1),
})
const from = (first: OnWay): Line => ({ in: [...during(first, 'archived').in, ...ends] })

/** Every event of a tender. Released lines are widened, never narrowed: old logs stay lawful. */
export const tenderLines: Readonly<Record<EventType, Line>> = {
  ProjectRegistered: move('planned', ''),
  FilingNotified: move('filed', 'planned', 'filed'),
  EntryAdmitted: move('admitted', 'filed'),
  NoticePublished: move('tendering', 'admitted'),
  BiddingClosed: move('closed', 'tendering'),
  OpeningStarted: move('opening', 'closed'),
  OpeningRecorded: move('opened', 'opening'),
  CommitteeConvened: move('evaluating', 'opened'),
  ReportSubmitted: move('reported', 'evaluating'),
  CandidatesPublished: move('publicReview', 'reported'),
  EvaluationReopened: move('evaluating', 'evaluating', 'reported', 'publicReview'),
  ReEvaluationOrdered: move('evaluating', 'reported', 'publicReview'),
  AwardDecided: move('decided', 'publicReview', 'reported', 'consulting'),
  AwardNoticeIssued: move('notified', 'decided'),
  AwardCancelled: move('publicReview', 'notified', 'publicReview', 'decided'),
  ContractSigned: move('contracted', 'notified'),
  Archived: move('archived', 'settled'),

  TenderFailed: { ...during('admitted', 'notified'), to: 'end' },
  TenderTerminated: { ...from('planned'), to: 'end' },
  Invalidated: { ...from('planned'), to: 'end' },
  RetenderOpened: { in: ends },

  SoleSourcePublished: move('soleSource', 'admitted'),
  SoleSourceObjected: during('soleSource'),
  SoleSourceAnswered: during('soleSource'),
  ConsultationRecorded: during('admitted', 'soleSource'),
  ConsultationHeld: move('consulting', 'admitted', 'soleSource'),

  AgencyEntrusted: during('planned', 'admitted'),
  HolderKeyProvided: during('filed', 'admitted'),
  EntryReturned: during('filed'),
  ClarificationPublished: during('tendering'),
  DeadlineMoved: during('tendering'),
  SiteVisitAnnounced: during('tendering'),
  CoefficientNumberCommitted: during('tendering'),
  VaultRevealed: during('closed'),
  BidsTakenUp: during('closed'),
  CoefficientNumberRevealed: during('closed', 'opening'),
  DecryptionSucceeded: during('opening'),
  BidDecrypted: during('opening'),
  ShareGiven: during('opening'),
  DecryptionFailed: during('opening'),
  OpeningObjected: during('opening', 'opened'),
  OpeningObjectionAnswered: during('opening', 'opened'),

  DrawRequested: during('opened', 'evaluating'),
  PoolInsufficient: during('opened', 'evaluating'),
  DrawClosed: during('opened', 'evaluating'),
  PoolFrozen: during('opened', 'evaluating'),
  PoolPublished: during('opened', 'evaluating'),
  DrawNumberCommitted: during('opened', 'evaluating'),
  DrawNumberRevealed: during('opened', 'evaluating'),
  ContributorsExcluded: during('opened', 'evaluating'),
  ExpertsDrawn: during('opened', 'evaluating'),
  ExpertCalled: during('opened', 'evaluating'),
  ExpertAbsent: during('opened', 'evaluating'),
  ExpertCheckedIn: during('opened', 'evaluating'),
  CommitteeNamed: during('opened', 'evaluating'),
  MemberRecused: during('evaluating'),
  MemberReplaced: during('evaluating'),
  PreliminaryLocked: during('evaluating'),
  BidRejected: during('opened', 'evaluating'),
  PreliminaryConcluded: during('evaluating'),
  ArithmeticCorrected: during('evaluating'),
  CorrectionConfirmed: during('evaluating'),
  ClarificationAsked: during('evaluating'),
  ClarificationReplied: during('evaluating'),
  LowPriceJudged: during('evaluating'),
  RejectionVoted: during('evaluating'),
  ScoresLocked: during('evaluating'),
  EvaluationConcluded: during('evaluating'),
  TieVoted: during('evaluating'),
  TieResolved: during('evaluating'),
  EvaluationStopped: during('evaluating'),
  RestorationVoted: during('evaluating'),
  BidRestored: during('evaluating'),
  ReportSigned: during('evaluating'),
  ReportReviewed: during('reported', 'publicReview'),
  NegotiationHeld: during('evaluating'),
  DemandChangeProposed: during('evaluating'),
  DemandChangeDeclined: during('evaluating'),
  DemandChanged: during('evaluating'),
  DemandAnswered: during('evaluating'),
  NegotiationLeft: during('evaluating'),
  LastQuotesCalled: during('evaluating'),
  LastQuotePromised: during('evaluating'),
  LastQuoteShown: during('evaluating'),
  LastQuotesConcluded: during('evaluating'),
  InviteesNamed: during('admitted'),
  QualificationJudged: during('opened'),
  LoserNotified: during('notified'),
  ResultPublished: during('notified'),
  PerformanceDepositReceived: during('notified'),
  ContractOffered: during('notified'),
  WrittenReportFiled: during('decided', 'settled'),

  ContractPublished: during('contracted', 'archived'),
  ContractFiled: during('contracted', 'archived'),
  PerformanceRecorded: during('contracted', 'archived'),
  ContractChangeProposed: during('contracted', 'archived'),
  ContractChangeAnswered: during('contracted', 'archived'),
  ContractChangePublished: during('contracted', 'archived'),
  AcceptanceRecorded: during('contracted', 'archived'),
  AcceptancePublished: during('contracted', 'archived'),
  InvoiceReceived: during('contracted', 'archived'),
  PaymentMade: during('contracted', 'archived'),
  PerformanceDepositConfirmed: during('notified'),
  PerformanceDepositClaimed: during('contracted', 'archived'),
  PerformanceDepositReturned: from('contracted'),
  PerformanceDepositSettled: from('publicReview'),

  ObjectionLodged: from('tendering'),
  ObjectionAnswered: from('tendering'),
  Suspended: from('planned'),
  Resumed: from('planned'),
  DirectiveIssued: from('planned'),
  DepositsTakenUp: from('closed'),
  DepositRefunded: from('closed'),
  DepositForfeited: from('closed'),
  EnquiryAsked: from('tendering'),
  EnquiryAnswered: from('tendering'),
  ComplaintLodged: from('tendering'),
  ComplaintSupplemented: from('tendering'),
  ComplaintChecked: from('tendering'),
  ComplaintNotified: from('tendering'),
  ComplaintResponded: from('tendering'),
  EvidenceAsked: from('tendering'),
  EvidenceReceived: from('tendering'),
  ComplaintWithdrawn: from('tendering'),
  ComplaintDecided: from('tendering'),
  RefundOrdered: from('contracted'),
  DepositsSettled: from('contracted'),
}

type SealedState = 'idle' | 'sent' | 'withdrawn'
interface SealedLine {
  readonly in: readonly (SealedState | '')[]
  readonly to?: SealedState
}

/** One bidder's sealed chain, which is seen after the closing alone. */
export const sealedLines: Readonly<Record<BidEventType, SealedLine>> = {
  DocumentDownloaded: { in: ['', 'idle', 'sent', 'withdrawn'] },
  DepositCredited: { in: ['', 'idle', 'sent', 'withdrawn'] },
  BidSubmitted: { in: ['', 'idle', 'withdrawn'], to: 'sent' },
  BidReplaced: { in: ['sent'], to: 'sent' },
  BidWithdrawn: { in: ['sent'], to: 'withdrawn' },
  DepositReturned: { in: ['withdrawn'] },
}

/** The stream of the platform itself stands where no tender stands. */
export const platformLines: Readonly<
  Record<PlatformEventType, { readonly in: readonly ('' | 'ticking')[]; readonly to: 'ticking' }>
> = {
  VaultTicked: { in: ['', 'ticking'], to: 'ticking' },
}

const afterClosing: readonly string[] = [...during('closed', 'archived').in, 'ended']

/** The next state, or nothing where this may not happen; `ofTender` is the state of its tender. */
export const tenderGrammar: Grammar = (state, { type, tender, payload }, ofTender) => {
  if (tender === platform) return platformStep(state, type, payload.access)
  if (payload.access === 'sealed') return sealedStep(state, type, ofTender)
  const line = isKey(tenderLines, type) ? tenderLines[type] : undefined
  if (line === undefined || !line.in.some((one) => one === state)) return undefined
  if (type === 'DepositsSettled' && state === 'contracted') return 'settled'
  if (line.to !== 'end') return line.to ?? state
  return afterClosing.includes(state) ? 'ended' : 'endedSealed'
}

function platformStep(state: string, type: string, access: string): string | undefined {
  const line = isKey(platformLines, type) ? platformLines[type] : undefined
  const fits = access === 'public' && line?.in.some((one) => one === state) === true
  return fits ? line?.to : undefined
}

function sealedStep(state: string, type: string, ofTender: string): string | undefined {
  const line = isKey(sealedLines, type) ? sealedLines[type] : undefined
  const fits = line?.in.some((one) => one === state) === true && afterClosing.includes(ofTender)
  if (!fits) return undefined
  return line.to ?? (state === '' ? 'idle' : state)
}

function isKey<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key)
}
