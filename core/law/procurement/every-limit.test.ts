// SPDX-License-Identifier: Apache-2.0
/** Every limit of procurement has its near miss, on days that were counted apart from the code. */

import { expect, test } from 'vitest'
import { day } from '../../kernel/index.ts'
import * as law from '../index.ts'
import { changedIn, isLeastStep, isRule, type NearMiss, nearOn } from '../near-miss.ts'

const d = day
const lawDay = d('2026-11-24')
const near = nearOn(lawDay)
/** A Friday before a worked Sunday, 中秋 and 国庆. */
const start = d('2026-09-18')

const nearMisses: readonly NearMiss[] = [
  near(
    law.intentionBeforeActivity,
    { publishedOn: start, startedOn: d('2026-10-19'), exempt: false },
    { startedOn: d('2026-10-18') },
  ),
  near(
    law.procurementBidPreparation,
    { issuedOn: start, deadlineOn: d('2026-10-08') },
    { deadlineOn: d('2026-10-07') },
  ),
  near(
    law.procurementDocumentSupply,
    { suppliedFrom: start, suppliedUntil: d('2026-09-24') },
    { suppliedUntil: d('2026-09-23') },
  ),
  near(
    law.procurementNoticePeriod,
    { publishedOn: start, endsOn: d('2026-09-24') },
    { endsOn: d('2026-09-23') },
  ),
  near(
    law.procurementPrequalificationTime,
    { publishedOn: start, deadlineOn: d('2026-09-24') },
    { deadlineOn: d('2026-09-23') },
  ),
  near(
    law.procurementPrequalificationClarification,
    { sentOn: start, deadlineOn: d('2026-09-21'), affects: true },
    { deadlineOn: d('2026-09-20') },
  ),
  near(
    law.procurementClarificationTime,
    { sentOn: start, deadlineOn: d('2026-10-08'), affects: true },
    { deadlineOn: d('2026-10-07') },
  ),
  near(
    law.negotiationResponseTime,
    { issuedOn: start, deadlineOn: d('2026-09-22') },
    { deadlineOn: d('2026-09-21') },
  ),
  near(
    law.negotiationChangeTime,
    { sentOn: start, deadlineOn: d('2026-09-22'), affects: true },
    { deadlineOn: d('2026-09-21') },
  ),
  near(
    law.inquiryResponseTime,
    { issuedOn: start, deadlineOn: d('2026-09-22') },
    { deadlineOn: d('2026-09-21') },
  ),
  near(
    law.inquiryChangeTime,
    { sentOn: start, deadlineOn: d('2026-09-22'), affects: true },
    { deadlineOn: d('2026-09-21') },
  ),
  near(
    law.consultationResponseTime,
    { issuedOn: start, deadlineOn: d('2026-09-28') },
    { deadlineOn: d('2026-09-27') },
  ),
  near(
    law.consultationDocumentSupply,
    { soldFrom: start, soldUntil: d('2026-09-24') },
    { soldUntil: d('2026-09-23') },
  ),
  near(
    law.consultationChangeTime,
    { sentOn: start, deadlineOn: d('2026-09-23'), affects: true },
    { deadlineOn: d('2026-09-22') },
  ),
  near(
    law.nonTenderNoticePeriod,
    { publishedOn: start, endsOn: d('2026-09-22') },
    { endsOn: d('2026-09-21') },
  ),
  near(
    law.singleSourceReview,
    { publishedOn: start, endsOn: d('2026-09-24'), atThreshold: true },
    { endsOn: d('2026-09-23') },
  ),
  near(
    law.singleSourceReargument,
    { reviewEndedOn: start, concludedOn: d('2026-09-24') },
    { concludedOn: d('2026-09-25') },
  ),
  near(
    law.procurementDrawLead,
    { drawnOn: start, evaluatedOn: d('2026-09-21'), exempt: false },
    { evaluatedOn: d('2026-09-22') },
  ),
  near(
    law.procurementReportTime,
    { evaluatedOn: start, deliveredOn: d('2026-09-21') },
    { deliveredOn: d('2026-09-22') },
  ),
  near(
    law.procurementDecisionTime,
    { deliveredOn: start, decidedOn: d('2026-09-24') },
    { decidedOn: d('2026-09-25') },
  ),
  near(
    law.procurementResultTime,
    { decidedOn: start, publishedOn: d('2026-09-21') },
    { publishedOn: d('2026-09-22') },
  ),
  near(
    law.procurementResultPeriod,
    { publishedOn: start, endsOn: d('2026-09-20') },
    { endsOn: d('2026-09-19') },
  ),
  near(
    law.procurementMediumTime,
    { receivedOn: start, publishedOn: d('2026-09-20') },
    { publishedOn: d('2026-09-21') },
  ),
  near(
    law.procurementContractTime,
    { noticeOn: start, signedOn: d('2026-10-19') },
    { signedOn: d('2026-10-20') },
  ),
  near(
    law.procurementContractNotice,
    { signedOn: start, publishedOn: d('2026-09-21') },
    { publishedOn: d('2026-09-22') },
  ),
  near(
    law.procurementContractFiling,
    { signedOn: start, filedOn: d('2026-09-29') },
    { filedOn: d('2026-09-30') },
  ),
  near(
    law.procurementContractChange,
    { changedOn: start, publishedOn: d('2026-09-21') },
    { publishedOn: d('2026-09-22') },
  ),
  near(
    law.procurementRefundLosers,
    { noticeOn: start, refundedOn: d('2026-09-24') },
    { refundedOn: d('2026-09-25') },
  ),
  near(
    law.procurementRefundWinner,
    { signedOn: start, refundedOn: d('2026-09-24') },
    { refundedOn: d('2026-09-25') },
  ),
  near(
    law.procurementRefundWithdrawn,
    { withdrawnOn: start, refundedOn: d('2026-09-24') },
    { refundedOn: d('2026-09-25') },
  ),
  near(
    law.procurementRefundTerminated,
    { terminatedOn: start, refundedOn: d('2026-09-24') },
    { refundedOn: d('2026-09-25') },
  ),
  near(
    law.procurementInquiryAnswer,
    { receivedOn: start, answeredOn: d('2026-09-22') },
    { answeredOn: d('2026-09-23') },
  ),
  near(
    law.procurementQuestionTime,
    { knewOn: start, lodgedOn: d('2026-09-29') },
    { lodgedOn: d('2026-09-30') },
  ),
  near(
    law.procurementQuestionAnswer,
    { receivedOn: start, answeredOn: d('2026-09-29') },
    { answeredOn: d('2026-09-30') },
  ),
  near(
    law.procurementComplaintTime,
    { replyPeriodEndedOn: start, lodgedOn: d('2026-10-15') },
    { lodgedOn: d('2026-10-16') },
  ),
  near(
    law.procurementComplaintCheck,
    { receivedOn: start, checkedOn: d('2026-09-24') },
    { checkedOn: d('2026-09-25') },
  ),
  near(
    law.procurementComplaintRefusal,
    { checkedOn: start, toldOn: d('2026-09-22') },
    { toldOn: d('2026-09-23') },
  ),
  near(
    law.procurementComplaintNotice,
    { receivedOn: start, sentOn: d('2026-09-30') },
    { sentOn: d('2026-10-01') },
  ),
  near(
    law.procurementComplaintStatement,
    { receivedOn: start, filedOn: d('2026-09-24') },
    { filedOn: d('2026-09-25') },
  ),
  near(
    law.procurementComplaintDecision,
    { receivedOn: start, decidedOn: d('2026-11-05'), stoppedWorkdays: 0 },
    { decidedOn: d('2026-11-06') },
  ),
  near(
    law.procurementSuspension,
    { suspendedOn: start, resumedOn: d('2026-10-19') },
    { resumedOn: d('2026-10-20') },
  ),
  near(
    law.reconsiderationTime,
    { knewOn: start, filedOn: d('2026-11-17') },
    { filedOn: d('2026-11-18') },
  ),
  near(
    law.litigationTime,
    { receivedOn: start, filedOn: d('2026-10-08') },
    { filedOn: d('2026-10-09') },
  ),
  near(
    law.expertConductRecord,
    { evaluatedOn: start, recordedOn: d('2026-09-24') },
    { recordedOn: d('2026-09-25') },
  ),
  near(
    law.expertRatesPurchaser,
    { evaluatedOn: start, recordedOn: d('2026-09-24') },
    { recordedOn: d('2026-09-25') },
  ),
  near(
    law.frameworkSigning,
    { noticeOn: start, signedOn: d('2026-10-19') },
    { signedOn: d('2026-10-20') },
  ),
  near(
    law.frameworkFiling,
    { signedOn: start, filedOn: d('2026-09-29') },
    { filedOn: d('2026-09-30') },
  ),
  near(
    law.frameworkApplicationAnswer,
    { receivedOn: start, answeredOn: d('2026-09-29') },
    { answeredOn: d('2026-09-30') },
  ),
  near(
    law.frameworkEntryNotice,
    { decidedOn: start, publishedOn: d('2026-09-21') },
    { publishedOn: d('2026-09-22') },
  ),
  near(
    law.frameworkCallOffNotice,
    { decidedOn: start, publishedOn: d('2026-09-21') },
    { publishedOn: d('2026-09-22') },
  ),
  near(
    law.frameworkSummary,
    { endedOn: start, publishedOn: d('2026-10-09') },
    { publishedOn: d('2026-10-10') },
  ),
  near(
    law.smallFirmPayment,
    { deliveredOn: start, paidOn: d('2026-10-19'), agreedDays: null },
    { paidOn: d('2026-10-20') },
  ),
  near(
    law.paymentAfterInvoice,
    { invoicedOn: start, paidOn: d('2026-10-09') },
    { paidOn: d('2026-10-10') },
  ),
  near(
    law.receivableConfirmation,
    { askedOn: start, confirmedOn: d('2026-10-19') },
    { confirmedOn: d('2026-10-20') },
  ),
  near(
    law.administrativeInformation,
    { decidedOn: start, publishedOn: d('2026-09-29') },
    { publishedOn: d('2026-09-30') },
  ),
  near(law.abnormalExplanationTime, { minutes: 30 }, { minutes: 29 }),
]

test.each(nearMisses)('$handbook $id: just held, just missed', (one) => {
  const { met, miss, judge } = one
  expect([judge('met').outcome, judge('miss').outcome]).toEqual(['met', 'breached'])
  expect(judge('met').sentence).not.toBe(judge('miss').sentence)
  expect(changedIn(one)).toHaveLength(1)
  for (const key of changedIn(one)) expect(isLeastStep(met[key], miss[key])).toBe(true)
})

/** Limits that no rule judges: years, a day of the month, and the arrears of a year. */
const counted = [
  ['TL-53', '2026-09-18', '2027-09-18'],
  ['TL-58', '2026-09-18', '2041-09-18'],
  ['TL-60', '2024-02-29', '2027-02-28'],
  ['TL-61', '2026-09-18', '2029-09-18'],
] as const

test.each(counted)('%s from %s ends on %s', (name, from, end) => {
  expect(law.due(law.limitOf(name), d(from), { lawDay, calendar: law.calendar }).safe).toBe(end)
})

test('the other limits say their figures, and none of the sixty-two is left out', () => {
  const figureOf = (name: string) => law.limitOf(name).versions.map(({ n, most }) => [n, most])
  expect(figureOf('TL-53')).toEqual([[1, 2]])
  expect(figureOf('TL-54')).toEqual([[30, 60]])
  expect(figureOf('TL-57')).toEqual([[null, undefined]])
  expect(figureOf('TL-62')).toEqual([[25, undefined]])
  expect(law.arrearsPublicationEnd(2026)).toBe('2027-03-31')
  const said = [
    ...nearMisses.map(({ handbook }) => handbook),
    ...counted.map(([name]) => name),
    'TL-57',
    'TL-62',
  ]
  expect([...said].sort()).toEqual(law.procurementLimits.map(({ handbook }) => handbook))
})

test('every rule about a limit is here, each once', () => {
  const rules = Object.values(law).flatMap((value: unknown) =>
    isRule(value) && value.handbook?.startsWith('TL-') ? [value.id] : [],
  )
  expect([...rules].sort()).toEqual(nearMisses.map(({ id }) => id).sort())
})

test('the limits of procurement bind procurement, and no other does', () => {
  const binding = law.limits.filter(({ binds }) => binds === 'procurement')
  expect(binding.map(({ handbook }) => handbook.slice(0, 3))).toEqual(binding.map(() => 'TL-'))
  expect(law.limits.filter(({ handbook }) => handbook.startsWith('TL-'))).toHaveLength(
    binding.length,
  )
})
