// SPDX-License-Identifier: Apache-2.0
/** Every rule and every limit has its near miss: one day, one bid, one 分, one millisecond apart. */

import { expect, test } from 'vitest'
import { addDays, day, moment } from '../kernel/index.ts'
import * as law from './index.ts'
import { changedIn, isLeastStep, isRule, type NearMiss, nearOn } from './near-miss.ts'
import { procurementDocumentRows } from './procurement-document-rows.ts'

const d = day
const near = nearOn(day('2025-09-01'))

const yes = { compulsory: true }
const refunded = { dueFrom: d('2025-09-01'), refundedOn: d('2025-09-08') }
const refundedLate = { refundedOn: d('2025-09-09') }
const deadlineAt = moment('2025-09-22T09:00:00.000+08:00')
const justBefore = moment('2025-09-22T08:59:59.999+08:00')
const works: law.CompulsoryFacts & { tendered: boolean } = {
  ...{ object: 'OB-2', kind: 'works', mergeable: false, listedService: true, tendered: false },
  ...{ budgetFen: null, investmentFen: null, epcParts: null, estimatesFen: [399_999_999] },
}

const beforeOpening: readonly NearMiss[] = [
  near(
    law.documentAvailability,
    { issuedOn: d('2025-09-03'), availableUntil: d('2025-09-08') },
    { availableUntil: d('2025-09-07') },
  ),
  near(
    law.prequalificationApplicationTime,
    { ...yes, saleEndsOn: d('2025-09-03'), deadlineOn: d('2025-09-08') },
    { deadlineOn: d('2025-09-07') },
  ),
  near(
    law.prequalificationClarificationTime,
    { affectsPreparation: true, publishedOn: d('2025-09-02'), deadlineOn: d('2025-09-05') },
    { deadlineOn: d('2025-09-04') },
  ),
  near(
    law.prequalificationObjectionWindow,
    { deadlineOn: d('2025-09-22'), lodgedOn: d('2025-09-20') },
    { lodgedOn: d('2025-09-21') },
  ),
  near(
    law.bidPreparationTime,
    { ...yes, issuedOn: d('2025-09-01'), deadlineOn: d('2025-09-22') },
    { deadlineOn: d('2025-09-21') },
  ),
  near(
    law.clarificationTime,
    { affectsPreparation: true, publishedOn: d('2025-09-02'), deadlineOn: d('2025-09-17') },
    { deadlineOn: d('2025-09-16') },
  ),
  near(
    law.documentObjectionWindow,
    { deadlineOn: d('2025-09-22'), lodgedOn: d('2025-09-12') },
    { lodgedOn: d('2025-09-13') },
  ),
  near(
    law.objectionReplyTime,
    { receivedOn: d('2025-09-01'), answeredOn: d('2025-09-04') },
    { answeredOn: d('2025-09-05') },
  ),
  near(
    law.openingNotBeforeDeadline,
    { openedAt: deadlineAt, deadlineAt },
    { openedAt: justBefore },
  ),
  near(law.bidOnTime, { receivedAt: justBefore, deadlineAt }, { receivedAt: deadlineAt }),
  near(
    law.bidValidity,
    { closedOn: d('2025-09-22'), validityDays: 90, actOn: d('2025-12-21') },
    { actOn: d('2025-12-22') },
  ),
  near(
    law.depositValidity,
    { bidsValidUntil: d('2025-12-21'), depositValidUntil: d('2025-12-21') },
    { depositValidUntil: d('2025-12-20') },
  ),
]

const afterEvaluation: readonly NearMiss[] = [
  near(
    law.publicReviewStart,
    { ...yes, reportReceivedOn: d('2025-09-01'), startedOn: d('2025-09-04') },
    { startedOn: d('2025-09-05') },
  ),
  near(
    law.publicReviewPeriod,
    { ...yes, startedOn: d('2025-09-01'), endsOn: d('2025-09-04') },
    { endsOn: d('2025-09-03') },
  ),
  near(
    law.resultObjectionWindow,
    {
      ...{ ...yes, startedOn: d('2025-09-01'), endsOn: d('2025-09-04') },
      lodgedOn: d('2025-09-04'),
    },
    { lodgedOn: d('2025-09-05') },
  ),
  near(
    law.awardNoticeTime,
    { reviewEndedOn: d('2025-09-01'), issuedOn: d('2025-09-08') },
    { issuedOn: d('2025-09-09') },
  ),
  near(
    law.losersInformed,
    { noticeOn: d('2025-09-01'), losers: 3, toldOnSameDay: 3 },
    { toldOnSameDay: 2 },
  ),
  near(
    law.writtenReportTime,
    { ...yes, decidedOn: d('2025-09-01'), noticeOn: null, filedOn: d('2025-09-16') },
    { filedOn: d('2025-09-17') },
  ),
  near(
    law.contractTime,
    { noticeOn: d('2025-09-01'), signedOn: d('2025-10-09') },
    { signedOn: d('2025-10-10') },
  ),
  near(law.refundAfterWithdrawal, refunded, refundedLate),
  near(law.refundAfterContract, refunded, refundedLate),
  near(law.refundAfterTermination, refunded, refundedLate),
  near(
    law.complaintTime,
    { knew: d('2025-09-01'), lodgedOn: d('2025-09-11'), objections: [] },
    { lodgedOn: d('2025-09-12') },
  ),
  near(
    law.complaintAcceptanceTime,
    { receivedOn: d('2025-09-01'), decidedOn: d('2025-09-04') },
    { decidedOn: d('2025-09-05') },
  ),
  near(
    law.complaintDecisionTime,
    { acceptedOn: d('2025-09-26'), decidedOn: d('2025-11-13'), stoppedWorkdays: 0 },
    { decidedOn: d('2025-11-14') },
  ),
  near(
    law.exemptionReasonPublished,
    { publishedOn: d('2025-09-01'), procurementOn: d('2025-09-04') },
    { procurementOn: d('2025-09-03') },
  ),
  near(
    law.contractDisclosureTime,
    { signedOn: d('2025-09-01'), publishedOn: d('2025-09-28') },
    { publishedOn: d('2025-09-29') },
  ),
]

const countsAndAmounts: readonly NearMiss[] = [
  near(law.drawNumbers, { given: 2, asked: 3 }, { given: 1 }),
  near(law.reevaluationPoints, { points: 2, outside: 0 }, { outside: 1 }),
  near(law.tieByReasons, { tied: 2, votesFor: 3, votes: 5 }, { votesFor: 2 }),
  near(law.compulsoryTendering, works, { estimatesFen: [400_000_000] }),
  near(law.threeQualifiedOrMore, { qualified: 3 }, { qualified: 2 }),
  near(law.threeBiddersOrMore, { bidders: 3 }, { bidders: 2 }),
  near(law.threeInviteesOrMore, { invited: 3 }, { invited: 2 }),
  near(law.competitionAfterReview, { validBids: 1, competitionLacking: false }, { validBids: 0 }),
  near(law.committeeShape, { members: 5, experts: 4 }, { experts: 3 }),
  near(
    law.expertsByDraw,
    { ...yes, specialProject: false, drawnAtRandom: true },
    { drawnAtRandom: false },
  ),
  near(law.expertSeniority, { years: 8, seniorTitle: true }, { years: 7 }),
  near(
    law.evaluationExtension,
    { members: 5, sayTooShort: 2, extended: true },
    { extended: false },
  ),
  near(law.candidatesAtMostThree, { candidates: 3, separationBasis: null }, { candidates: 4 }),
  near(
    law.firstRankedWins,
    {
      ...{ stateControlledCompulsory: true, separationBasis: null },
      ...{ winnerRank: 1, passedOver: [] },
    },
    { winnerRank: 2 },
  ),
  near(
    law.bidDepositCap,
    { kind: 'works', estimateFen: 1_000_000_000, depositFen: 20_000_000 },
    { depositFen: 20_000_001 },
  ),
  near(
    law.performanceDepositCap,
    { contractFen: 1_234_567_899, depositFen: 123_456_789 },
    { depositFen: 123_456_790 },
  ),
  near(law.noMinimumPrice, { ceilingFen: 100, floorFen: null }, { floorFen: 1 }),
  near(law.ceilingStatedInDocument, { ceilingFen: 100, formula: null }, { ceilingFen: null }),
  near(
    law.priceWithinCeiling,
    { announcedFen: 100, correctedFen: 100, ceilingFen: 100 },
    { correctedFen: 101 },
  ),
  near(law.contractSubstanceKept, { touched: true, grounded: true }, { grounded: false }),
]

const nearMisses = [...beforeOpening, ...afterEvaluation, ...countsAndAmounts]

test.each(nearMisses)('$handbook $id: just held, just missed', (one) => {
  const { met, miss, judge } = one
  expect([judge('met').outcome, judge('miss').outcome]).toEqual(['met', 'breached'])
  expect(judge('met').sentence).not.toBe(judge('miss').sentence)
  expect(changedIn(one)).toHaveLength(1)
  for (const key of changedIn(one)) expect(isLeastStep(met[key], miss[key])).toBe(true)
})

/** Those of procurement have a table of their own. */
const ofProcurement = new Set(procurementDocumentRows.map(({ shortName }) => shortName))

test('no rule is without its near miss', () => {
  const rules = Object.values(law).flatMap((value: unknown) =>
    isRule(value) && !ofProcurement.has(value.cites[0]?.document ?? '') ? [value.id] : [],
  )
  expect(rules.length).toBeGreaterThan(40)
  const known = nearMisses.map(({ id }) => id)
  expect(rules.filter((id) => !known.includes(id))).toEqual([])
  expect(new Set(known).size).toBe(known.length)
})

/** Limits without a rule of their own: counted here, from a day to the last day of the limit. */
const counted = [
  ['LIM-30', '2025-09-05', '2025-09-08'],
  ['LIM-31', '2025-09-01', '2035-09-01'],
  ['LIM-33', '2025-09-01', '2025-10-09'],
  ['LIM-42', '2025-09-01', '2040-09-01'],
  ['LIM-43', '2025-09-01', '2035-09-01'],
] as const

test.each(counted)('%s from %s ends on %s and not a day before or after', (name, start, end) => {
  const limit = law.limitOf(name)
  const { safe } = law.due(limit, d(start), { lawDay: d('2026-01-01'), calendar: law.calendar })
  expect(safe).toBe(end)
  const next = law.due(limit, addDays(d(start), 1), {
    lawDay: d('2026-01-01'),
    calendar: law.calendar,
  })
  expect(next.safe >= safe).toBe(true)
})

test('LIM-32 counts back: the fifth day before the notice is the last', () => {
  const limit = law.limitOf('LIM-32')
  expect([limit.kind, limit.unit, limit.versions[0]?.n]).toEqual(['BACK', 'D', 5])
})

/** Ranges and figures that a person applies: only the figures can be held to. */
const figures = [
  ['LIM-29', 12, undefined],
  ['LIM-36', 24, undefined],
  ['LIM-37', 1, 2],
  ['LIM-38', 1, 3],
  ['LIM-39', 2, 5],
  ['LIM-40', 1, 2],
  ['LIM-41', 3, undefined],
  ['LIM-44', 25, undefined],
] as const

test.each(figures)('%s says %s to %s', (name, n, most) => {
  expect(law.limitOf(name).versions.map((v) => [v.n, v.most])).toEqual([[n, most]])
})

/** Shown by traces of the procedure instead: its door says in which. */
const traced = ['LIM-10', 'LIM-12', 'LIM-13']
/** A duty without a figure: nothing to miss by one. */
const duties = ['LIM-45', 'LIM-47', 'LIM-48']

test('no limit is without its near miss, and none is said twice', () => {
  const ruled = nearMisses.map(({ handbook }) => handbook).filter((id) => id.startsWith('LIM-'))
  const said = [
    ...ruled,
    ...counted.map(([name]) => name),
    ...figures.map(([name]) => name),
    ...traced,
    ...duties,
    'LIM-32',
  ]
  expect([...said].sort()).toEqual(law.constructionLimits.map(({ handbook }) => handbook))
  expect(
    law.constructionLimits.filter((l) => l.kind === 'DUTY' && l.versions[0]?.n !== null),
  ).toEqual([])
})
