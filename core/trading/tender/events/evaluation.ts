// SPDX-License-Identifier: Apache-2.0
/** 评标: what the committee does, closed until the law opens it. */

import {
  decimal,
  digest,
  fen,
  fileRef,
  id,
  instant,
  line,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { closedTo, open } from './entry.ts'

/** One ground found against one bid: coded, with clause, facts and page. */
export const faultShape = z.strictObject({
  bid: id,
  ground: line(10),
  clause: line(120),
  facts: text(1000),
  page: line(40, 0),
})
export type Fault = z.infer<typeof faultShape>

export const clarificationKinds = ['ambiguity', 'arithmetic', 'low-price'] as const

export const rankedBid = z.strictObject({
  bid: id,
  rank: z.int().nullable(),
  /** 分: the corrected bid price, which is the contract price. */
  priceFen: fen,
  /** 分, under 经评审的最低投标价法. */
  evaluatedFen: fen.nullable(),
  priceMark: decimal.nullable(),
  total: decimal.nullable(),
  marks: z.array(z.strictObject({ factor: id, mark: decimal })),
})
export type RankedBid = z.infer<typeof rankedBid>

/** The committee at once; owner and overseers when the report is in (ZBF44). */
const insiders = {
  readers: ['expert'],
  later: { from: 'reported', readers: ['tenderOwner', 'authority', 'audit'] },
} as const
/** Those who may order it and those who must do it. */
const orderCircle = { readers: ['expert', 'tenderOwner', 'authority', 'audit'] } as const
/** A member's own sheet: nobody else's before the report (EV-3). */
const committeeAlone = { later: insiders.later } as const

/** One defect of the report: a mark (of one factor, or of all), a price, or a rejection. */
export const reevaluationPoints = z
  .array(
    z.strictObject({
      about: z.enum(['mark', 'price', 'rejection']),
      bid: id,
      factor: id.nullable(),
      defect: text(500),
    }),
  )
  .min(1)
  .max(20)

export const evaluationShapes = {
  PreliminaryLocked: closedTo(words('初步评审意见', 'Preliminary sheet locked'), committeeAlone, {
    member: id,
    faults: z.array(faultShape),
  }),
  BidRejected: closedTo(words('否决投标', 'Bid rejected'), insiders, {
    bid: id,
    ground: line(10),
    clause: line(120),
    facts: text(1000),
    votesFor: z.int(),
    votes: z.int(),
  }),
  PreliminaryConcluded: open('初步评审结束', 'Preliminary review concluded', {}),
  ArithmeticCorrected: closedTo(words('算术修正', 'Arithmetic corrected'), insiders, {
    bid: id,
    announcedFen: fen,
    correctedFen: fen,
    steps: z.array(line(300)),
  }),
  CorrectionConfirmed: closedTo(words('确认算术修正', 'Correction confirmed'), insiders, {
    bid: id,
    accepted: z.boolean(),
  }),
  ClarificationAsked: closedTo(words('要求澄清', 'Clarification asked'), insiders, {
    id,
    bid: id,
    kind: z.enum(clarificationKinds),
    question: text(2000),
    due: instant,
  }),
  ClarificationReplied: closedTo(words('澄清答复', 'Clarification replied'), insiders, {
    id,
    bid: id,
    answer: text(4000),
    files: z.array(fileRef).max(20),
  }),
  LowPriceJudged: closedTo(words('异常低价认定', 'Low price judged'), insiders, {
    bid: id,
    member: id,
    reasonable: z.boolean(),
    reason: text(1000),
  }),
  RejectionVoted: closedTo(words('否决表决', 'Rejection voted'), insiders, {
    member: id,
    /** `null` = all bids, for want of competition. */
    bid: id.nullable(),
    ground: line(10),
    clause: line(120),
    facts: text(1000),
  }),
  ScoresLocked: closedTo(words('评分', 'Scores locked'), committeeAlone, {
    member: id,
    marks: z.array(z.strictObject({ bid: id, factor: id, mark: decimal, page: line(40, 0) })),
  }),
  EvaluationConcluded: closedTo(words('评审汇总', 'Evaluation concluded'), insiders, {
    method: line(40),
    /** 元 with two places; `decimal` ends below ten 亿元. */
    benchmark: z
      .string()
      .regex(/^\d{1,12}\.\d{2}$/)
      .nullable(),
    working: z.array(line(300)),
    ranking: z.array(rankedBid),
    candidates: z.array(id),
    ties: z.array(z.array(id)),
  }),
  TieVoted: closedTo(words('并列排序表决', 'Tie voted'), insiders, {
    member: id,
    order: z.array(id),
    reason: text(1000),
  }),
  TieResolved: closedTo(words('并列排序', 'Tie resolved'), insiders, {
    order: z.array(id),
    reason: text(1000),
    votesFor: z.int(),
    votes: z.int(),
  }),
  /** T27: the owner is told why at once, for only the owner can mend the document. */
  EvaluationStopped: closedTo(
    words('停止评标', 'Evaluation stopped'),
    { readers: ['expert', 'tenderOwner', 'agency', 'authority'] },
    { reason: text(1000) },
  ),
  ReportSigned: closedTo(words('签署评标报告', 'Report signed'), insiders, {
    member: id,
    dissent: text(2000, 0),
    /** Refused to sign and wrote nothing: counts as agreeing, and is shown as such. */
    silent: z.boolean(),
  }),
  /** Who disagreed stays with the signatures; the public learns that the report is in. */
  ReportSubmitted: open('提交评标报告', 'Report submitted', { digest }),
  ReportReviewed: closedTo(words('审查评标报告', 'Report reviewed'), insiders, {
    remarks: text(2000),
    flags: z.array(line(300)),
  }),
  /** That it is looked at again is public, at which points is the committee's work (ZBF44). */
  EvaluationReopened: open('重新评审', 'Evaluation reopened', {
    by: z.enum(['tenderOwner', 'authority']),
  }),
  ReEvaluationOrdered: closedTo(words('要求复核', 'Re-evaluation ordered'), orderCircle, {
    by: z.enum(['tenderOwner', 'authority']),
    points: reevaluationPoints,
  }),
  RestorationVoted: closedTo(words('恢复投标表决', 'Restoration voted'), insiders, {
    member: id,
    bid: id,
    reason: text(1000),
  }),
  BidRestored: closedTo(words('恢复投标', 'Bid restored'), insiders, {
    bid: id,
    votesFor: z.int(),
    votes: z.int(),
  }),
}
