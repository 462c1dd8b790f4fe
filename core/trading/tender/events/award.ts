// SPDX-License-Identifier: Apache-2.0
/** 公示 to 归档: events that the result brings. */

import {
  civilDate,
  decimal,
  fen,
  fileRef,
  id,
  instant,
  line,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { depositForms, person } from '../bid.ts'
import { closedTo, open, party } from './entry.ts'
import { paymentTerms } from './performance.ts'

const money = ['tenderOwner', 'agency', 'centre', 'audit'] as const

/** 未中标人的信: own marks beside the field, reasons by code, remedies with dates. */
export const letterShape = z.strictObject({
  bid: id,
  bidder: party,
  rank: z.int().nullable(),
  priceFen: fen.nullable(),
  total: decimal.nullable(),
  winner: party,
  winnerPriceFen: fen,
  winnerTotal: decimal.nullable(),
  items: z.array(
    z.strictObject({
      factor: id,
      title: line(60),
      own: decimal,
      lowest: decimal,
      median: decimal,
      best: decimal,
    }),
  ),
  rejections: z.array(z.strictObject({ ground: line(10), clause: line(120), facts: text(1000) })),
  complainUntil: civilDate,
})
export type Letter = z.infer<typeof letterShape>

export const candidateShape = z.strictObject({
  rank: z.int().min(1),
  bid: id,
  bidder: party,
  priceFen: fen,
  durationDays: z.int(),
  quality: line(200),
  projectManager: person,
  total: decimal.nullable(),
})
export type Candidate = z.infer<typeof candidateShape>

export const awardShapes = {
  CandidatesPublished: open('中标候选人公示', 'Candidates published', {
    from: civilDate,
    until: civilDate,
    candidates: z.array(candidateShape),
    rejected: z.array(z.strictObject({ bidder: party, ground: line(10) })),
    objections: line(200),
  }),
  AwardDecided: open('定标', 'Award decided', {
    bid: id,
    winner: party,
    rank: z.int(),
    priceFen: fen,
    reasonCode: line(40, 0),
    reason: text(1000, 0),
  }),
  AwardNoticeIssued: open('中标通知书', 'Award notice issued', {
    number: line(40),
    winner: party,
    priceFen: fen,
    durationDays: z.int(),
    quality: line(200),
    projectManager: person,
    signUntil: civilDate,
  }),
  LoserNotified: closedTo(
    words('结果通知书', 'Loser notified'),
    { readers: ['tenderOwner', 'audit'] },
    {
      letter: letterShape,
    },
  ),
  ResultPublished: open('中标结果公示', 'Result published', {
    winner: party,
    priceFen: fen,
    durationDays: z.int(),
  }),
  WrittenReportFiled: closedTo(
    words('招标投标情况书面报告', 'Written report filed'),
    { readers: ['tenderOwner', 'agency', 'authority', 'audit'] },
    { receipt: line(40), summary: text(2000) },
  ),
  PerformanceDepositReceived: open('履约保证金', 'Performance deposit received', {
    form: z.enum(depositForms),
    amountFen: fen,
  }),
  ContractOffered: closedTo(
    words('招标人签署合同', 'Contract signed by the owner'),
    { readers: ['tenderOwner', 'agency'] },
    {
      winner: party,
      priceFen: fen,
      durationDays: z.int(),
      quality: line(200),
      files: z.array(fileRef).max(20),
      payment: paymentTerms.optional(),
    },
  ),
  ContractSigned: open('合同订立', 'Contract signed', {
    winner: party,
    priceFen: fen,
    durationDays: z.int(),
    quality: line(200),
    signedOn: civilDate,
    payment: paymentTerms.optional(),
  }),
  RefundOrdered: open('退还保证金指令', 'Refunds ordered', { dueOn: civilDate }),
  DepositRefunded: closedTo(
    words('保证金退还', 'Deposit refunded'),
    { readers: money },
    {
      bidder: party,
      principalFen: fen,
      interestFen: fen,
      days: z.int(),
      reference: line(60),
    },
  ),
  DepositForfeited: closedTo(
    words('保证金不予退还', 'Deposit forfeited'),
    { readers: money },
    {
      bidder: party,
      amountFen: fen,
      ground: line(40),
      reason: text(500),
    },
  ),
  DepositsSettled: open('保证金结清', 'Deposits settled', { at: instant }),
  AwardCancelled: open('取消中标资格', 'Award cancelled', {
    winner: party,
    cause: z.enum([
      'refused-contract',
      'no-performance-deposit',
      'added-conditions',
      'unfit',
      'remedy-upheld',
    ]),
    reason: text(1000),
    next: z.enum(['next-candidate', 'retender']),
  }),
  Archived: open('归档', 'Archived', {
    retention: z.enum(['permanent', '30-years']),
    items: z.array(line(60)),
  }),
  RetenderOpened: open('重新招标', 'Tendered again', { next: id }),
}
