// SPDX-License-Identifier: Apache-2.0
/** V12: marks, ranking, public review and award, by the same functions that computed them. */

import { endOf, rational } from '../../kernel/index.ts'
import { calendar, due, limitOf } from '../../law/index.ts'
import { hasStage } from '../../procedures/index.ts'
import {
  type Candidate,
  candidatesOf,
  conclude,
  type DataOf,
  factorsOf,
  lawDayOf,
  marksExpected,
  procedureOf,
  type TenderState,
} from '../tender/index.ts'
import { type Answer, type Judged, judged, same } from './answer.ts'
import type { Look } from './look.ts'

export function resultAnswer(look: Look): Answer {
  return judged(look, {
    ScoresLocked: ({ data }, { before }) => sheetFault(data, before),
    EvaluationConcluded: ({ data }, { before }) => conclusionFault(data, before),
    CandidatesPublished: ({ data }, { before }) => candidatesFault(look, data, before),
    AwardDecided: ({ data, at }, { before }) =>
      tooSoon(look, before, at) ?? awardFault(data, before),
    AwardNoticeIssued: ({ data }, { before }) => asAwarded(data, before),
    ResultPublished: ({ data }, { before }) => asAwarded(data, before),
    ContractSigned: ({ data }, { before }) => asAwarded(data, before),
  })
}

/** Each mark that is due, once, and within its full marks. */
function sheetFault({ member, marks }: DataOf<'ScoresLocked'>, before: TenderState): Judged {
  const method = before.notice?.terms.method
  const factors = factorsOf(method)
  const above = marks.some(({ factor, mark }) => {
    const full = factors.find((f) => f.id === factor)?.full
    return full === undefined || rational(mark).gt(rational(full))
  })
  if (above) return 'SCORE_BOUNDS'
  const due = marksExpected(before, member).map(keyOf)
  const given = marks.map(keyOf)
  return due.sort().join() === given.sort().join() ? undefined : 'SCORE_MISSING'
}

function keyOf({ bid, factor }: { readonly bid: string; readonly factor: string }): string {
  return `${bid} ${factor}`
}

function conclusionFault(data: DataOf<'EvaluationConcluded'>, before: TenderState): Judged {
  const scores = before.evaluation?.scores ?? []
  const kind = before.notice?.terms.method.kind
  if (data.method !== kind) return 'RULES_CHANGED'
  const members = before.committee?.members.length ?? 0
  // Without every sheet of the committee nothing can be said of the sum.
  if (factorsOf(before.notice?.terms.method).length > 0 && scores.length < members) {
    return 'withheld'
  }
  if (before.bids.some((bid) => bid.standing === 'opened' && bid.content === null))
    return 'withheld'
  return same(conclude(before, scores), data) ? undefined : 'RANK'
}

function candidatesFault(
  { moments }: Look,
  data: DataOf<'CandidatesPublished'>,
  before: TenderState,
): Judged {
  const counting = { lawDay: lawDayOf(before, endOf(data.from)), calendar, n: 3 }
  if (data.until < due(limitOf('LIM-18'), data.from, counting).safe) return 'PUBLIC_REVIEW'
  const ranks = data.candidates.map(({ rank }) => rank)
  if (ranks.some((rank, i) => i > 0 && rank <= (ranks[i - 1] ?? 0))) return 'RANK'
  const closed = moments.some((m) => m.envelope.type === 'EvaluationConcluded' && m.event === null)
  if (closed) return 'withheld'
  return same(candidatesOf(before), data.candidates) ? undefined : 'RANK'
}

/** The last day of the public review has passed, and no objection waits for its answer. */
function tooSoon({ moments }: Look, before: TenderState, at: string): Judged {
  if (!hasStage(procedureOf(before), 'publicReview')) return undefined
  const until = before.publicReview?.until
  if (until === undefined || at <= endOf(until)) return 'PUBLIC_REVIEW'
  const earlier = moments.filter((m) => m.seq <= before.version)
  const lodged = earlier.filter((m) => m.envelope.type === 'ObjectionLodged')
  const hidden = lodged.some((m) => m.event === null)
  const answered = earlier.filter((m) => m.envelope.type === 'ObjectionAnswered').length
  if (hidden) return lodged.length > answered ? 'withheld' : undefined
  const open = before.objections.some((o) => o.answer === null && o.lodged?.late !== true)
  return open ? 'PUBLIC_REVIEW' : undefined
}

function awardFault(data: DataOf<'AwardDecided'>, before: TenderState): Judged {
  const list = candidatesNow(before)
  if (list === null) return 'withheld'
  const place = list.findIndex((c) => c.bid === data.bid)
  const chosen = list[place]
  const fits =
    chosen !== undefined &&
    same(chosen.bidder, data.winner) &&
    chosen.priceFen === data.priceFen &&
    chosen.rank === data.rank
  if (!fits) return 'AWARD'
  const reasoned = data.reasonCode !== '' && data.reason !== ''
  return place === 0 || reasoned ? undefined : 'AWARD'
}

/** Those under public review or, where the law knows none, those of the report. */
function candidatesNow(before: TenderState): readonly Candidate[] | null {
  if (hasStage(procedureOf(before), 'publicReview')) {
    const gone = before.cancelled.map((c) => c.winner.party)
    const shown = before.publicReview?.candidates ?? []
    return shown.filter((c) => !gone.includes(c.bidder.party))
  }
  const known =
    before.evaluation?.conclusion != null && before.bids.every((b) => b.standing !== 'sealed')
  return known ? candidatesOf(before) : null
}

function asAwarded(
  { winner, priceFen }: Pick<DataOf<'ResultPublished'>, 'winner' | 'priceFen'>,
  { award }: TenderState,
): Judged {
  const fits = award !== null && same(award.winner, winner) && award.priceFen === priceFen
  return fits ? undefined : 'AWARD'
}
