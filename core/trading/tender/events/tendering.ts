// SPDX-License-Identifier: Apache-2.0
/** 公告 to 截止: notice, clarifications, objections, and the one closing event. */

import {
  civilDate,
  digest,
  fileRef,
  hexOf,
  id,
  instant,
  line,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { remedyEffects } from '../../../procedures/index.ts'
import { depositForms } from '../bid.ts'
import { documentFiles, schedule, signedReason, tenderTerms } from '../terms.ts'
import { closedTo, open, party } from './entry.ts'
import { evidenceKept } from './remedies.ts'

export const objectionSubjects = ['tender-document', 'opening', 'result', 'process'] as const
export const failureCauses = [
  'too-few-bidders',
  'too-few-opened',
  'all-rejected',
  'document-unlawful',
  'no-candidate-left',
  'validity-expired',
  'too-few-qualified',
  'too-few-conforming',
  'remedy-upheld',
] as const

/** Why a deposit stands for no bid: withdrawn, never used, credited too late, or the trade ended. */
export const looseCauses = ['withdrawn', 'unused', 'late', 'ended'] as const

export const looseDeposit = z.strictObject({
  bidder: party,
  form: z.enum(depositForms),
  amountFen: z.int(),
  creditedOn: civilDate,
  cause: z.enum(looseCauses),
  /** The day from which its return is due. */
  dueFrom: civilDate,
})
export type LooseDeposit = z.infer<typeof looseDeposit>

/** Where the bids of a tender are committed before the deadline (ADR 10), fixed for its whole life. */
export const vaultPlace = z.strictObject({
  /** Place under the root of the city. */
  position: z.int().min(0).max(65_535),
  /** Slots there are, whether in use or not. */
  capacity: z.int().min(2).max(65_536),
  /** Of the seed that is shown after the deadline. */
  commitment: digest,
})
export type VaultPlace = z.infer<typeof vaultPlace>

const slotVersion = z.strictObject({
  verNo: z.int().min(1),
  action: z.enum(['submit', 'replace', 'withdraw']),
  /** Zeros for a withdrawal. */
  commitment: digest,
  ticketSig: hexOf(64),
})

export const tenderingShapes = {
  NoticePublished: open('招标公告', 'Notice published', {
    terms: tenderTerms,
    schedule,
    files: documentFiles,
    reasons: z.array(signedReason).max(60),
    lawDay: civilDate,
    calendar: line(40),
    /** Absent from a notice of before ADR 10. */
    vault: vaultPlace.optional(),
  }),
  ClarificationPublished: open('澄清与修改', 'Clarification published', {
    id,
    answers: z
      .array(z.strictObject({ question: text(1000, 0), answer: text(2000) }))
      .min(1)
      .max(50),
    affectsBids: z.boolean(),
    terms: tenderTerms.nullable(),
    files: documentFiles,
  }),
  DeadlineMoved: open('投标截止时间变更', 'Deadline moved', {
    from: instant,
    to: instant,
    because: z.enum(['clarification', 'outage', 'resumption', 'owner']),
    reason: text(500, 0),
  }),
  SiteVisitAnnounced: open('踏勘通知', 'Site visit announced', {
    on: instant,
    place: line(120),
    details: text(500),
  }),
  ObjectionLodged: closedTo(
    words('提出异议', 'Objection lodged'),
    { readers: ['tenderOwner', 'centre'] },
    {
      id,
      subject: z.enum(objectionSubjects),
      by: party,
      text: text(4000),
      files: z.array(fileRef).max(20),
      late: z.boolean(),
      /** 利害关系, of one who sent no bid. */
      interest: text(500, 0).optional(),
      /** Absent from what was lodged before remedies were definitions: then it is 异议. */
      remedy: id.optional(),
      /** The day from which its time counts, where that is no day of the record. */
      knewOn: civilDate.optional(),
      evidence: z.array(evidenceKept).max(20).optional(),
    },
  ),
  ObjectionAnswered: open('异议答复', 'Objection answered', {
    id,
    subject: z.enum(objectionSubjects),
    answer: text(4000),
    upheld: z.boolean(),
    effect: z.enum(remedyEffects).optional(),
    remedy: id.optional(),
  }),
  Suspended: open('暂停', 'Suspended', {
    ref: id,
    because: z.enum(['objection', 'directive', 'evaluation-stopped', 'complaint']),
    /** Last day, where the law sets the longest. */
    until: civilDate.optional(),
    /** Number of the written notice. */
    number: line(60).optional(),
  }),
  Resumed: open('恢复', 'Resumed', { ref: id }),
  BiddingClosed: open('投标截止', 'Bidding closed', {
    received: z.int().min(0),
    commitments: z.array(digest),
  }),
  /** All that was hidden in the vault: from here on anybody computes its root at the deadline. */
  VaultRevealed: open('标箱揭示', 'Vault revealed', {
    seed: digest,
    /** Minutes since 1970: the last tick that holds this tender. */
    tick: z.int().min(0).max(0xffff_ffff),
    capacity: vaultPlace.shape.capacity,
    position: vaultPlace.shape.position,
    superPath: z.array(digest).length(16),
    slots: z.array(
      z.strictObject({
        slot: z.int().min(0).max(65_535),
        ticketKey: hexOf(65),
        versions: z.array(slotVersion).min(1),
      }),
    ),
  }),
  BidsTakenUp: closedTo(
    words('投标人名单', 'Bids taken up'),
    { from: 'opening' },
    {
      bids: z.array(
        z.strictObject({
          no: id,
          bidder: party,
          commitment: digest,
          receivedAt: instant,
          deposit: z
            .strictObject({ form: z.enum(depositForms), amountFen: z.int(), creditedOn: civilDate })
            .nullable(),
        }),
      ),
    },
  ),
  /** Who paid and has no bid stays between payer, custodian and, when secrecy is over, the owner. */
  DepositsTakenUp: closedTo(
    words('应退保证金清册', 'Deposits to go back'),
    {
      readers: ['centre', 'audit'],
      later: { from: ['opening', 'ended'], readers: ['tenderOwner', 'agency'] },
    },
    { deposits: z.array(looseDeposit) },
  ),
  TenderFailed: open('招标失败', 'Tender failed', {
    because: z.enum(failureCauses),
    explanation: text(1000),
  }),
  TenderTerminated: open('终止招标', 'Tender terminated', {
    reason: text(1000),
    forceMajeure: z.boolean(),
  }),
  DirectiveIssued: open('监督指令', 'Directive issued', {
    id,
    kind: z.enum(['suspend', 'resume', 'correct', 'invalidate']),
    number: line(60),
    basis: z.array(line(60)).min(1).max(10),
    text: text(2000),
    by: party,
  }),
  Invalidated: open('认定无效', 'Invalidated', { ref: id, reason: text(1000) }),
}
