// SPDX-License-Identifier: Apache-2.0
/** What a tender is now, and nothing that its events did not say. */

import type { CivilDate, Instant } from '../../kernel/index.ts'
import type { BidContent, depositForms } from './bid.ts'
import type { Party } from './events/entry.ts'
import type { LooseDeposit } from './events/tendering.ts'
import type { DataOf, EventType } from './events.ts'
import type { Complaint, Correction, Enquiry } from './remedies/state.ts'

export const phases = [
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
  'reported',
  'publicReview',
  'decided',
  'notified',
  'contracted',
  'settled',
  'archived',
  'failed',
  'terminated',
  'invalidated',
] as const
export type Phase = (typeof phases)[number]

/** The place of a phase on the way; -1 for what is no phase. */
export function orderOf(phase: string): number {
  return phases.findIndex((p) => p === phase)
}

export interface Bid {
  readonly no: string
  readonly bidder: Party
  readonly commitment: string
  readonly receivedAt: Instant
  /** 撤销 by own fault, 撤回 by another's, 否决 by the committee, 退出 before the last quote. */
  readonly standing: 'sealed' | 'opened' | 'revoked' | 'withdrawn' | 'rejected' | 'left'
  readonly content: BidContent | null
  /** How a bid sealed by its bidder came open; absent until then. */
  readonly opened?: Pick<DataOf<'BidDecrypted'>, 'key' | 'by' | 'identityKey'>
  readonly shares: readonly DataOf<'ShareGiven'>[]
  readonly failure: DataOf<'DecryptionFailed'> | null
  readonly rejections: readonly DataOf<'BidRejected'>[]
  readonly correction: (DataOf<'ArithmeticCorrected'> & { accepted: boolean | null }) | null
  /** 最后报价: from then on the price, whatever was quoted first. */
  readonly lastFen: number | null
}

/** 视为撤回 by another's fault (DC-5) releases a deposit as a withdrawal does. */
export type ReleaseCause = LooseDeposit['cause'] | 'not-own-fault' | 'left-negotiation'

export interface Deposit {
  readonly bidder: Party
  readonly form: (typeof depositForms)[number]
  readonly amountFen: number
  readonly creditedOn: CivilDate
  /** Why and since when it is due back before all others; null while it stands for a bid. */
  readonly released: { readonly cause: ReleaseCause; readonly on: CivilDate } | null
  readonly refund: DataOf<'DepositRefunded'> | null
  readonly forfeitedFen: number
}

export interface Objection {
  readonly id: string
  readonly lodgedAt: Instant
  readonly lodged: DataOf<'ObjectionLodged'> | null
  readonly answeredAt: Instant | null
  readonly answer: DataOf<'ObjectionAnswered'> | null
}

export interface Notice extends DataOf<'NoticePublished'> {
  readonly publishedAt: Instant
}

export type Contributor = DataOf<'DrawNumberCommitted'>['contributor']

export interface Draw {
  readonly request: DataOf<'DrawRequested'>
  readonly requestedAt: Instant
  readonly pool: DataOf<'PoolFrozen'> | null
  readonly published: (DataOf<'PoolPublished'> & { at: Instant }) | null
  /** The library had too few: nothing was frozen. */
  readonly short: DataOf<'PoolInsufficient'> | null
  readonly commitments: readonly DataOf<'DrawNumberCommitted'>[]
  readonly numbers: readonly DataOf<'DrawNumberRevealed'>[]
  /** Left out after their time, on the record. */
  readonly excluded: readonly Contributor[]
  /** When the last number was promised or given up: then those promised may be shown. */
  readonly promisedAt: Instant | null
  readonly result: DataOf<'ExpertsDrawn'> | null
  readonly calls: readonly (DataOf<'ExpertCalled'> & { at: Instant })[]
  readonly absent: readonly DataOf<'ExpertAbsent'>[]
  /** Carried over from draw to draw: who has come, has come. */
  readonly checkedIn: readonly DataOf<'ExpertCheckedIn'>[]
}

/** Promised before the deadline, shown before the first bid is decrypted: where K comes from. */
export interface CoefficientNumbers {
  readonly commitments: readonly DataOf<'CoefficientNumberCommitted'>[]
  readonly numbers: readonly DataOf<'CoefficientNumberRevealed'>[]
}

export type Member = DataOf<'CommitteeNamed'>['members'][number]

export interface Committee {
  readonly members: readonly Member[]
  readonly chair: string
  readonly vacant: readonly string[]
}

export type EvaluationStep = 'preliminary' | 'negotiating' | 'detailed' | 'tie' | 'signing'

export interface Clarification extends DataOf<'ClarificationAsked'> {
  readonly askedAt: Instant
  readonly reply: DataOf<'ClarificationReplied'> | null
}

export interface Evaluation {
  readonly step: EvaluationStep
  readonly sheets: readonly DataOf<'PreliminaryLocked'>[]
  readonly clarifications: readonly Clarification[]
  readonly lowPrice: readonly DataOf<'LowPriceJudged'>[]
  readonly rejectionVotes: readonly DataOf<'RejectionVoted'>[]
  readonly scores: readonly DataOf<'ScoresLocked'>[]
  readonly conclusion: DataOf<'EvaluationConcluded'> | null
  /** The last vote of each member on the tie that is open. */
  readonly tieVotes: readonly DataOf<'TieVoted'>[]
  readonly signatures: readonly DataOf<'ReportSigned'>[]
  readonly reopened: DataOf<'ReEvaluationOrdered'> | null
  /** Sheets of before the re-evaluation: what is not reopened stands. */
  readonly earlier: readonly DataOf<'ScoresLocked'>[]
  /** The first conclusion: its prices are the benchmark for good (§5.1). */
  readonly frozen: DataOf<'EvaluationConcluded'> | null
  readonly restorationVotes: readonly DataOf<'RestorationVoted'>[]
}

/** 谈判、磋商: talks, changes of the demand, and the last quotes. */
export interface Rounds {
  readonly talks: readonly DataOf<'NegotiationHeld'>[]
  /** Waits for the purchaser; nobody else has heard of it. */
  readonly proposed: DataOf<'DemandChangeProposed'> | null
  /** With the bids that were left, for the change goes to each of them at the same time. */
  readonly changes: readonly (DataOf<'DemandChanged'> & { readonly to: readonly string[] })[]
  readonly answers: readonly DataOf<'DemandAnswered'>[]
  readonly call: DataOf<'LastQuotesCalled'> | null
  /** The last promise of each. */
  readonly promises: readonly DataOf<'LastQuotePromised'>[]
  readonly shown: readonly DataOf<'LastQuoteShown'>[]
  readonly concluded: DataOf<'LastQuotesConcluded'> | null
}

export interface ContractChange extends DataOf<'ContractChangeProposed'> {
  readonly answer: DataOf<'ContractChangeAnswered'> | null
  readonly answeredAt: Instant | null
  readonly published: boolean
}

export interface Invoice extends DataOf<'InvoiceReceived'> {
  readonly at: Instant
  readonly payments: readonly DataOf<'PaymentMade'>[]
}

/** 履约: what has happened under the contract. */
export interface Performance {
  readonly published: (DataOf<'ContractPublished'> & { at: Instant }) | null
  readonly filed: (DataOf<'ContractFiled'> & { at: Instant }) | null
  readonly records: readonly DataOf<'PerformanceRecorded'>[]
  readonly changes: readonly ContractChange[]
  readonly acceptances: readonly DataOf<'AcceptanceRecorded'>[]
  readonly invoices: readonly Invoice[]
  readonly deposit: DataOf<'PerformanceDepositConfirmed'> | null
  /** Of awards that were cancelled before the contract: they go back. */
  readonly lapsed: readonly DataOf<'PerformanceDepositConfirmed'>[]
  readonly claims: readonly DataOf<'PerformanceDepositClaimed'>[]
  readonly returned: DataOf<'PerformanceDepositReturned'> | null
  readonly settlements: readonly DataOf<'PerformanceDepositSettled'>[]
}

/** 单一来源: its public review, and what came of it. */
export interface SoleSource {
  readonly published: DataOf<'SoleSourcePublished'>
  readonly objections: readonly DataOf<'SoleSourceObjected'>[]
  readonly answers: readonly DataOf<'SoleSourceAnswered'>[]
}

export interface TenderState {
  /** Sequence number of the last event folded; -1 before the first. */
  readonly version: number
  readonly phase: Phase
  /** Each step back, by the event that made it: what was readable before it stays so. */
  readonly falls: readonly { readonly seq: number; readonly from: Phase }[]
  readonly project: DataOf<'ProjectRegistered'> | null
  readonly agency: Party | null
  readonly filing: (DataOf<'FilingNotified'> & { at: Instant }) | null
  /** In the order of the offices; the circle of the tender once the notice is out. */
  readonly holders: readonly DataOf<'HolderKeyProvided'>[]
  readonly rooms: DataOf<'EntryAdmitted'> | null
  readonly entryReturned: DataOf<'EntryReturned'> | null
  /** Null where anybody may bid, and for a reader who may not know. */
  readonly invited: DataOf<'InviteesNamed'> | null
  readonly soleSource: SoleSource | null
  readonly consultation: DataOf<'ConsultationRecorded'> | null
  readonly notice: Notice | null
  readonly clarifications: readonly (DataOf<'ClarificationPublished'> & { at: Instant })[]
  readonly moves: readonly (DataOf<'DeadlineMoved'> & { at: Instant })[]
  readonly objections: readonly Objection[]
  readonly suspensions: readonly (DataOf<'Suspended'> & { since: Instant })[]
  readonly directives: readonly (DataOf<'DirectiveIssued'> & { at: Instant })[]
  readonly received: number | null
  readonly closedAt: Instant | null
  /** What lay in the vault at the deadline; null before it, and for a tender of before ADR 10. */
  readonly revealed: DataOf<'VaultRevealed'> | null
  /** The deadline passed during a suspension: nothing closes until a new one is published (T14). */
  readonly deadlineHeld: boolean
  readonly bids: readonly Bid[]
  readonly deposits: readonly Deposit[]
  readonly coefficient: CoefficientNumbers
  readonly opening: (DataOf<'OpeningStarted'> & { at: Instant }) | null
  /** Null until it is judged, and where the committee judges it with all else. */
  readonly qualification: DataOf<'QualificationJudged'> | null
  readonly openingObjections: readonly {
    readonly id: string
    readonly text: string
    readonly at: Instant
    readonly answer: string | null
  }[]
  readonly record: DataOf<'OpeningRecorded'> | null
  readonly recordedAt: Instant | null
  /** The draw that runs or has run last. */
  readonly draw: Draw | null
  /** Draws before it; whom they seated sits on. */
  readonly earlierDraws: readonly Draw[]
  readonly committee: Committee | null
  readonly evaluation: Evaluation | null
  readonly rounds: Rounds
  readonly reportAt: Instant | null
  readonly reviewed: DataOf<'ReportReviewed'> | null
  readonly publicReview: DataOf<'CandidatesPublished'> | null
  readonly award: (DataOf<'AwardDecided'> & { at: Instant }) | null
  readonly cancelled: readonly DataOf<'AwardCancelled'>[]
  readonly awardNotice: (DataOf<'AwardNoticeIssued'> & { at: Instant }) | null
  readonly letters: readonly DataOf<'LoserNotified'>['letter'][]
  readonly writtenReport: (DataOf<'WrittenReportFiled'> & { at: Instant }) | null
  readonly performance: DataOf<'PerformanceDepositReceived'> | null
  readonly offer: DataOf<'ContractOffered'> | null
  readonly contract: (DataOf<'ContractSigned'> & { at: Instant }) | null
  readonly refundsOrdered: DataOf<'RefundOrdered'> | null
  /** All paid back or kept: known to everybody, while each single refund is not. */
  readonly depositsSettled: boolean
  /** `from` is the phase in which the trade ended: an ending does not undo what was reached. */
  readonly ending: { readonly at: Instant; readonly why: string; readonly from: Phase } | null
  readonly archive: DataOf<'Archived'> | null
  readonly performing: Performance
  readonly next: string | null
  readonly enquiries: readonly Enquiry[]
  readonly complaints: readonly Complaint[]
  /** What upheld remedies have called for and nobody has done yet. */
  readonly corrections: readonly Correction[]
}

export const emptyTender: TenderState = {
  version: -1,
  phase: 'planned',
  falls: [],
  project: null,
  agency: null,
  filing: null,
  holders: [],
  rooms: null,
  entryReturned: null,
  invited: null,
  soleSource: null,
  consultation: null,
  notice: null,
  clarifications: [],
  moves: [],
  objections: [],
  suspensions: [],
  directives: [],
  received: null,
  closedAt: null,
  revealed: null,
  deadlineHeld: false,
  bids: [],
  deposits: [],
  coefficient: { commitments: [], numbers: [] },
  opening: null,
  qualification: null,
  openingObjections: [],
  record: null,
  recordedAt: null,
  draw: null,
  earlierDraws: [],
  committee: null,
  evaluation: null,
  rounds: {
    talks: [],
    proposed: null,
    changes: [],
    answers: [],
    call: null,
    promises: [],
    shown: [],
    concluded: null,
  },
  reportAt: null,
  reviewed: null,
  publicReview: null,
  award: null,
  cancelled: [],
  awardNotice: null,
  letters: [],
  writtenReport: null,
  performance: null,
  offer: null,
  contract: null,
  refundsOrdered: null,
  depositsSettled: false,
  ending: null,
  archive: null,
  performing: {
    ...{ published: null, filed: null, deposit: null, returned: null },
    ...{
      lapsed: [],
      records: [],
      changes: [],
      acceptances: [],
      invoices: [],
      claims: [],
      settlements: [],
    },
  },
  next: null,
  enquiries: [],
  complaints: [],
  corrections: [],
}

export type Evolve<T extends EventType> = (
  state: TenderState,
  data: DataOf<T>,
  at: Instant,
) => TenderState
export type Evolvers<T extends EventType> = { readonly [K in T]: Evolve<K> }
