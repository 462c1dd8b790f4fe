// SPDX-License-Identifier: Apache-2.0
/** Deciders of 详细评审 and 签署: marks given alone, the ranking computed, the report signed. */

import { canonicalBytes, hex } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import {
  decimal,
  happened,
  id,
  line,
  type Refused,
  rational,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { reevaluationPoints } from '../../../law/index.ts'
import { conclude } from '../evaluation/conclude.ts'
import { liveBids } from '../evaluation/live.ts'
import { askedAboutLowPrice, lowPriceBids } from '../evaluation/low-price.ts'
import { marksExpected, wholeSheet } from '../evaluation/reopened.ts'
import { event, type TenderEvent } from '../events.ts'
import type { Evaluation, TenderState } from '../state.ts'
import { factorsOf } from '../terms.ts'
import { type Asked, act, finding, isIdTaken } from './act.ts'
import { notPresent } from './committee.ts'
import { isMajority, membersOf } from './review.ts'

const marksBody = z.strictObject({
  marks: z.array(z.strictObject({ bid: id, factor: id, mark: decimal, page: line(40, 0) })),
})
type MarksBody = z.infer<typeof marksBody>

/** T28 评分: locked on submission; the last member's sheet brings totals and ranking. */
export const lockScores = act(
  'lock-scores',
  words('提交评分', 'Lock the marks'),
  marksBody,
  (asked) => {
    const { body, state, actor, at } = asked
    const { evaluation } = state
    const absent = notPresent(state, actor.party)
    if (absent !== undefined) return absent
    if (evaluation === null || evaluation.step === 'preliminary') return refused('preliminary-open')
    if (evaluation.step !== 'detailed') return refused('evaluation-concluded')
    if (evaluation.scores.some((s) => s.member === actor.party)) return refused('already-locked')
    const notReady = notReadyToMark(state, evaluation) ?? faultInMarks(asked)
    if (notReady !== undefined) return notReady
    const locked = event('ScoresLocked', at.now, { member: actor.party, ...body })
    const scores = [...evaluation.scores, wholeSheet(evaluation, locked.data)]
    if (scores.length < membersOf(state)) return happened([locked])
    const conclusion = conclude(state, scores)
    return happened([locked, event('EvaluationConcluded', at.now, conclusion)])
  },
)

/** Everything that must be settled before anybody marks. */
function notReadyToMark(state: TenderState, evaluation: Evaluation): Refused | undefined {
  const live = liveBids(state)
  if (live.length === 0) return refused('no-bids-left')
  const pending = live.find((bid) => bid.correction !== null && bid.correction.accepted === null)
  if (pending !== undefined) return refused('correction-pending', { bid: pending.no })
  const declined = live.find((bid) => bid.correction?.accepted === false)
  if (declined !== undefined) return refused('correction-declined', { bid: declined.no })
  const unasked = lowPriceBids(state).find((bid) => !askedAboutLowPrice(state, bid))
  if (unasked !== undefined) return refused('low-price-not-asked', { bid: unasked })
  const members = membersOf(state)
  const unjudged = lowPriceBids(state).find((bid) => {
    const fair = evaluation.lowPrice.filter((j) => j.bid === bid && j.reasonable).length
    return !isMajority(fair, members)
  })
  if (unjudged !== undefined) return refused('low-price-not-judged', { bid: unjudged })
  return undefined
}

/** Every mark that is due, within its full marks, with a page where the rules ask. */
function faultInMarks(asked: Asked<MarksBody>): Refused | undefined {
  const { body, state, actor } = asked
  const method = state.notice?.terms.method
  const factors = factorsOf(method)
  const live = liveBids(state)
  const due = marksExpected(state, actor.party)
  const keys = new Set(body.marks.map((m) => `${m.bid} ${m.factor}`))
  if (keys.size !== body.marks.length) return refused('mark-given-twice')
  for (const mark of body.marks) {
    const factor = factors.find((f) => f.id === mark.factor)
    if (factor === undefined || !live.some((b) => b.no === mark.bid)) {
      return refused('mark-outside-document', { bid: mark.bid, factor: mark.factor })
    }
    if (rational(mark.mark).gt(rational(factor.full))) {
      return refused('mark-above-full', { factor: factor.id, full: factor.full, mark: mark.mark })
    }
    if (factor.needsPage && mark.page === '') return refused('page-needed', { factor: factor.id })
  }
  const outside = body.marks.filter(
    (m) => !due.some((d) => d.bid === m.bid && d.factor === m.factor),
  ).length
  if (outside > 0) {
    const scope = finding(asked, reevaluationPoints, { points: due.length, outside })
    return refused('outside-points', { bid: body.marks[0]?.bid ?? '' }, [scope])
  }
  return body.marks.length === due.length
    ? undefined
    : refused('marks-missing', { expected: due.length })
}

/** T29 签署: everybody signs, with or without a dissent in writing. */
export const signReport = act(
  'sign-report',
  words('签署评标报告', 'Sign the report'),
  z.strictObject({ dissent: text(2000, 0) }),
  ({ body, state, actor, at }) => {
    const refusal = notPresent(state, actor.party) ?? cannotSign(state, actor.party)
    if (refusal !== undefined) return refusal
    const data = { member: actor.party, ...body, silent: false }
    return happened(withSignature(state, event('ReportSigned', at.now, data)))
  },
)

/** Who neither signs nor writes why is recorded by the chair, and counts as agreeing (R12-43). */
export const recordSilentRefusal = act(
  'record-silent-refusal',
  words('记录拒签且不说明理由', 'Record a silent refusal'),
  z.strictObject({ member: id }),
  ({ body, state, actor, at }) => {
    if (state.committee?.chair !== actor.party) return refused('only-the-chair')
    if (!state.committee.members.some((m) => m.member === body.member)) {
      return refused('no-such-member')
    }
    const refusal = cannotSign(state, body.member)
    if (refusal !== undefined) return refusal
    const data = { member: body.member, dissent: '', silent: true }
    return happened(withSignature(state, event('ReportSigned', at.now, data)))
  },
)

function cannotSign(state: TenderState, member: string): Refused | undefined {
  const { evaluation } = state
  if (evaluation?.step !== 'signing') return refused('report-not-ready')
  const signed = evaluation.signatures.some((s) => s.member === member)
  return signed ? refused('already-signed') : undefined
}

function withSignature(
  state: TenderState,
  signature: Extract<TenderEvent, { type: 'ReportSigned' }>,
): readonly TenderEvent[] {
  const signatures = [...(state.evaluation?.signatures ?? []), signature.data]
  if (signatures.length < membersOf(state)) return [signature]
  return [signature, event('ReportSubmitted', signature.at, { digest: digestOf(state) })]
}

/** What the report says, as one digest: the record, the rejections, the ranking. */
function digestOf(state: TenderState): string {
  const conclusion = state.evaluation?.conclusion ?? null
  const report = {
    record: state.record,
    rejections: state.bids.flatMap((bid) => bid.rejections),
    conclusion,
  }
  // What is absent is no member of canonical JSON.
  return hex(sm3Digest(canonicalBytes(JSON.parse(JSON.stringify(report)))))
}

/** T27 停止评标: the document itself makes evaluation impossible; the owner is told. */
export const stopEvaluation = act(
  'stop-evaluation',
  words('停止评标', 'Stop the evaluation'),
  z.strictObject({ id, reason: text(1000) }),
  ({ body, state, actor, at }) => {
    if (state.committee?.chair !== actor.party) return refused('only-the-chair')
    if (isIdTaken(state, body.id)) return refused('id-taken')
    return happened([
      event('EvaluationStopped', at.now, { reason: body.reason }),
      event('Suspended', at.now, { ref: body.id, because: 'evaluation-stopped' }),
    ])
  },
)

export const scoreActs = [lockScores, signReport, recordSilentRefusal, stopEvaluation]
