// SPDX-License-Identifier: Apache-2.0
/** Deciders of 公示, 定标 and 中标通知书: within the candidates, in rank, with reasons. */

import {
  dayOf,
  endOf,
  type Finding,
  happened,
  id,
  line,
  type Refused,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import {
  bidValidity,
  due,
  limitOf,
  losersInformed,
  publicReviewPeriod,
  reevaluationPoints as scopeRule,
} from '../../../law/index.ts'
import { hasStage } from '../../../procedures/index.ts'
import { procedureOf } from '../decide.ts'
import { letterFor } from '../evaluation/letter.ts'
import { priceFenOf } from '../evaluation/live.ts'
import type { Point } from '../evaluation/reopened.ts'
import { reviewFlags } from '../evaluation/review-flags.ts'
import type { Candidate } from '../events/award.ts'
import { reevaluationPoints } from '../events/evaluation.ts'
import { event } from '../events.ts'
import { rankFinding, remedyUntil, stepFinding } from '../rules/index.ts'
import type { TenderState } from '../state.ts'
import { factorsOf } from '../terms.ts'
import { type Asked, act, finding, lawDayOf } from './act.ts'

/** T30 审查评标报告: what the machine noticed is a hint; the owner writes what was found. */
export const reviewReport = act(
  'review-report',
  words('审查评标报告', 'Review the report'),
  z.strictObject({ remarks: text(2000) }),
  ({ body, state, at }) =>
    happened([event('ReportReviewed', at.now, { ...body, flags: [...reviewFlags(state)] })]),
)

/** T44 复核: the same committee, only the points listed, the benchmark frozen. */
export const orderReevaluation = act(
  'order-reevaluation',
  words('要求原评标委员会复核', 'Order a re-evaluation'),
  z.strictObject({ points: reevaluationPoints }),
  (asked) => {
    const { body, state, actor, at } = asked
    const outside = body.points.filter((point) => !isThere(state, point)).length
    const scope = finding(asked, scopeRule, { points: body.points.length, outside })
    if (outside > 0) return refused('no-such-point', { outside }, [scope])
    const by = actor.role === 'authority' ? 'authority' : 'tenderOwner'
    return happened(
      [
        event('ReEvaluationOrdered', at.now, { ...body, by }),
        event('EvaluationReopened', at.now, { by }),
      ],
      [scope],
    )
  },
)

/** A point speaks of something in the report: a mark, a price that counted, a rejection. */
function isThere(state: TenderState, { about, bid: no, factor }: Point): boolean {
  const bid = state.bids.find((b) => b.no === no)
  if (about === 'rejection') return bid?.standing === 'opened' || bid?.standing === 'rejected'
  const method = state.notice?.terms.method
  const factors = factorsOf(method).map((f) => f.id)
  const known = factor === null || factors.includes(factor)
  const marked = about === 'price' || factors.length > 0
  return bid?.standing === 'opened' && known && marked
}

/** T31 公示中标候选人: the days are counted by the law; the owner may only lengthen them. */
export const publishCandidates = act(
  'publish-candidates',
  words('公示中标候选人', 'Publish the candidates'),
  z.strictObject({ extraDays: z.int().min(0).max(30), objections: line(200) }),
  (asked) => {
    const { body, state, at } = asked
    const from = dayOf(at.now)
    const compulsory = state.project?.compulsory === true
    const limit = limitOf('LIM-18')
    const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
    const until = due(limit, from, { ...counting, n: 3 + body.extraDays }).safe
    const candidates = candidatesOf(state)
    if (candidates.length === 0) return refused('no-candidates')
    const since = dayOf(state.reportAt ?? at.now)
    const findings = [
      stepFinding(asked, procedureOf(state).rules.afterReport, { since, done: from }),
      finding(asked, publicReviewPeriod, { compulsory, startedOn: from, endsOn: until }),
    ]
    const published = event('CandidatesPublished', at.now, {
      from,
      until,
      candidates: [...candidates],
      rejected: state.bids.flatMap((bid) =>
        bid.rejections.map((r) => ({ bidder: bid.bidder, ground: r.ground })),
      ),
      objections: body.objections,
    })
    return happened([published], findings)
  },
)

/** Candidates in rank order, without those whose award was cancelled. */
export function candidatesOf(state: TenderState): readonly Candidate[] {
  const conclusion = state.evaluation?.conclusion
  if (conclusion == null) return []
  const gone = state.cancelled.map((c) => c.winner.party)
  return conclusion.candidates.flatMap((no, index) => {
    const bid = state.bids.find((b) => b.no === no)
    if (bid?.content == null || gone.includes(bid.bidder.party)) return []
    const { form } = bid.content
    const ranked = conclusion.ranking.find((r) => r.bid === no)
    return {
      rank: index + 1,
      bid: no,
      bidder: bid.bidder,
      priceFen: priceFenOf(bid),
      durationDays: form.durationDays,
      quality: form.quality,
      projectManager: form.projectManager,
      total: ranked?.total ?? null,
    }
  })
}

/** T34 定标: public review over, no objection open, first rank unless a listed reason is given. */
export const award = act(
  'award',
  words('确定中标人', 'Decide the award'),
  z.strictObject({ bid: id, reasonCode: line(40, 0), reason: text(1000, 0) }),
  (asked) => {
    const { body, state, at } = asked
    const procedure = procedureOf(state)
    const waiting = hasStage(procedure, 'publicReview') ? underReview(asked) : undefined
    if (waiting !== undefined) return waiting
    const open = state.objections.filter((o) => o.answer === null && o.lodged?.late !== true)
    if (open.length > 0) return refused('objections-open', { open: open.length })
    const candidates = candidatesOf(state)
    const chosen = candidates.find((c) => c.bid === body.bid)
    if (chosen === undefined) return refused('outside-candidates', { bid: body.bid })
    const place = candidates.indexOf(chosen) + 1
    const first = rankFinding(asked, { ...body, rank: place })
    if (first.outcome === 'breached') return refused('first-rank-must-win', {}, [first])
    const { bidder, rank, priceFen } = chosen
    return happened(
      [event('AwardDecided', at.now, { ...body, winner: bidder, rank, priceFen })],
      [first, ...decidedInTime(asked)],
    )
  },
)

function underReview({ state, at }: Asked<unknown>): Refused | undefined {
  const review = state.publicReview
  if (review === null) return refused('no-public-review')
  const { until } = review
  return at.now <= endOf(until) ? refused('public-review-running', { until }) : undefined
}

/** Where no public review comes between, the clock of the report runs until the decision. */
function decidedInTime(asked: Asked<unknown>): readonly Finding[] {
  const { state, at } = asked
  const procedure = procedureOf(state)
  if (hasStage(procedure, 'publicReview') || state.reportAt === null) return []
  const step = { since: dayOf(state.reportAt), done: dayOf(at.now) }
  return [stepFinding(asked, procedure.rules.afterReport, step)]
}

/** T35: winner and every other bidder are told in the same act; the result is published. */
export const issueAwardNotice = act(
  'issue-award-notice',
  words('发出中标通知书', 'Issue the award notice'),
  z.strictObject({ number: line(40) }),
  (asked) => {
    const { body, state, at } = asked
    const won = state.bids.find((bid) => bid.no === state.award?.bid)
    if (state.award === null || won?.content == null) return refused('no-award')
    const { form } = won.content
    const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
    const today = dayOf(at.now)
    const winner = won.bidder
    const { priceFen } = state.award
    const { durationDays, quality, projectManager } = form
    const signUntil = due(limitOf(procedureOf(state).rules.signing), today, counting).safe
    const complainUntil = remedyUntil(asked, today)
    const letters = state.bids
      .filter((bid) => bid.no !== won.no)
      .map((bid) => letterFor(state, bid, complainUntil))
    const findings = noticeFindings(asked, letters.length)
    const events = [
      event('AwardNoticeIssued', at.now, {
        ...body,
        winner,
        priceFen,
        durationDays,
        quality,
        projectManager,
        signUntil,
      }),
      ...letters.map((letter) => event('LoserNotified', at.now, { letter })),
      event('ResultPublished', at.now, { winner, priceFen, durationDays }),
    ]
    return happened(events, findings)
  },
)

/** Within the validity of the bids, soon after the public review, and told to everybody at once. */
function noticeFindings(asked: Asked<unknown>, losers: number): readonly Finding[] {
  const { state, at } = asked
  const [issuedOn, validityDays] = [dayOf(at.now), state.notice?.terms.validityDays ?? 0]
  const closedOn = dayOf(state.closedAt ?? at.now)
  const decidedOn = dayOf(state.award?.at ?? at.now)
  const since = state.publicReview?.until ?? decidedOn
  return [
    finding(asked, bidValidity, { closedOn, validityDays, actOn: issuedOn }),
    stepFinding(asked, procedureOf(state).rules.result, { since, done: issuedOn }),
    finding(asked, losersInformed, { noticeOn: issuedOn, losers, toldOnSameDay: losers }),
  ]
}

export const awardActs = [
  reviewReport,
  orderReevaluation,
  publishCandidates,
  award,
  issueAwardNotice,
]
