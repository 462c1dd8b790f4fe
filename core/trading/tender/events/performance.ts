// SPDX-License-Identifier: Apache-2.0
/** 履约: events from the publication of the contract to the last payment. */

import { civilDate, fen, fileRef, id, line, text, words, z } from '../../../kernel/index.ts'
import { changeGrounds } from '../../../procedures/index.ts'
import { depositForms } from '../bid.ts'
import { closedTo, open, party } from './entry.ts'

const both = ['tenderOwner', 'agency', 'authority', 'audit'] as const
const files = z.array(fileRef).max(20)

/** 合同公告 leaves out what is secret, and says of each part on what ground. */
export const redaction = z.strictObject({
  part: line(120),
  ground: z.enum(['state-secret', 'trade-secret', 'personal-data']),
  reason: text(300),
})

export const performanceKinds = ['delivery', 'progress', 'completion', 'fault'] as const
export const changeKinds = ['supplement', 'amendment'] as const

/** What would be another than awarded; null where it stays. */
const changed = {
  /** 分 added, or taken off where negative. */
  addedFen: z.int().min(-99_999_999_999_999).max(99_999_999_999_999),
  durationDays: z.int().min(1).max(20_000).nullable(),
  quality: line(200).nullable(),
}

export const acceptanceItem = z.strictObject({
  clause: line(60),
  standard: text(500),
  result: z.enum(['met', 'unmet']),
  note: text(500, 0),
})

export const acceptanceOutcomes = ['passed', 'failed', 'rectify'] as const
const attendee = z.strictObject({
  name: line(80),
  as: z.enum(['other-bidder', 'third-party', 'served']),
})

/** 不予退还 of a performance deposit, by what the contractor failed in. */
export const callGrounds = ['not-performed', 'late', 'defective', 'transferred'] as const

export const performanceShapes = {
  ContractPublished: open('合同公告', 'Contract published', {
    publishedOn: civilDate,
    files,
    redactions: z.array(redaction).max(50),
  }),
  ContractFiled: closedTo(
    words('合同备案', 'Contract filed'),
    { readers: both },
    { receipt: line(40), filedOn: civilDate, office: line(80) },
  ),
  PerformanceRecorded: closedTo(
    words('履约记录', 'Performance recorded'),
    { readers: both },
    {
      id,
      by: z.enum(['owner', 'contractor']),
      kind: z.enum(performanceKinds),
      what: text(1000),
      on: civilDate,
      files,
    },
  ),
  ContractChangeProposed: closedTo(
    words('提出合同变更', 'Contract change proposed'),
    { readers: both },
    {
      id,
      kind: z.enum(changeKinds),
      ground: z.enum(changeGrounds),
      what: text(2000),
      reason: text(1000),
      ...changed,
      files,
    },
  ),
  ContractChangeAnswered: closedTo(
    words('答复合同变更', 'Contract change answered'),
    { readers: both },
    {
      id,
      agreed: z.boolean(),
      reason: text(1000, 0),
      /** Price of the contract after it. */
      totalFen: fen,
      changedOn: civilDate,
    },
  ),
  ContractChangePublished: open('合同变更公告', 'Contract change published', {
    id,
    kind: z.enum(changeKinds),
    ground: z.enum(changeGrounds),
    what: text(2000),
    ...changed,
    totalFen: fen,
    changedOn: civilDate,
  }),
  AcceptanceRecorded: closedTo(
    words('履约验收', 'Acceptance recorded'),
    { readers: both },
    {
      id,
      on: civilDate,
      items: z.array(acceptanceItem).min(1).max(200),
      outcome: z.enum(acceptanceOutcomes),
      rectifyUntil: civilDate.nullable(),
      attended: z.array(attendee).max(30),
      opinion: text(2000),
      files,
    },
  ),
  AcceptancePublished: open('验收结果公告', 'Acceptance published', {
    id,
    on: civilDate,
    outcome: z.enum(acceptanceOutcomes),
    opinion: text(2000),
  }),
  InvoiceReceived: closedTo(
    words('收到发票', 'Invoice received'),
    { readers: both },
    {
      id,
      number: line(40),
      amountFen: fen,
      receivedOn: civilDate,
      /** The record of performance it bills, where it is not the whole. */
      milestone: id.nullable(),
    },
  ),
  PaymentMade: closedTo(
    words('付款', 'Payment made'),
    { readers: both },
    {
      invoice: id,
      amountFen: fen,
      paidOn: civilDate,
      dueOn: civilDate.nullable(),
      lateDays: z.int().min(0),
      /** Owed to a small firm for the days it was late. */
      interestFen: fen,
      reference: line(60),
    },
  ),
  PerformanceDepositConfirmed: closedTo(
    words('履约保证金核实', 'Performance deposit confirmed'),
    { readers: both },
    {
      winner: party,
      form: z.enum(depositForms),
      issuer: line(80),
      number: id,
      amountFen: fen,
      validUntil: civilDate.nullable(),
    },
  ),
  PerformanceDepositClaimed: closedTo(
    words('索赔履约保证金', 'Performance deposit called upon'),
    { readers: both },
    { id, amountFen: fen, ground: z.enum(callGrounds), reason: text(1000), files },
  ),
  PerformanceDepositReturned: closedTo(
    words('退还履约保证金', 'Performance deposit returned'),
    { readers: both },
    { amountFen: fen, dueOn: civilDate.nullable(), reason: text(500, 0) },
  ),
  PerformanceDepositSettled: closedTo(
    words('履约保证金收付', 'Performance deposit settled'),
    { readers: both },
    { what: z.enum(['claim', 'return']), id: id.nullable(), amountFen: fen, reference: line(60) },
  ),
}

/** 付款条件 of a contract, as both sides signed them; absent where it says nothing. */
export const paymentTerms = z.strictObject({
  /** The contractor is a small or middling firm, by its own word at the signing. */
  smallFirm: z.boolean(),
  days: z.int().min(1).max(3650).nullable(),
  /** From the delivery to the day on which acceptance is agreed. */
  acceptanceDays: z.int().min(1).max(3650).nullable(),
  /** From the passed acceptance to the return of the performance deposit. */
  depositReturnDays: z.int().min(0).max(3650).nullable(),
})
