// SPDX-License-Identifier: Apache-2.0
/** Until when a remedy may be lodged: the day it counts from, and what the limit makes of it. */

import { type CivilDate, dayOf, type Finding } from '../../../kernel/index.ts'
import {
  complaintTime,
  documentObjectionWindow,
  due,
  limitOf,
  procurementComplaintTime,
  procurementQuestionTime,
  resultObjectionWindow,
} from '../../../law/index.ts'
import { getRemedy, type Subject } from '../../../procedures/index.ts'
import { type Asked, finding, lawDayOf } from '../acts/act.ts'
import type { Objection, TenderState } from '../state.ts'

export type Case = Pick<Asked<unknown>, 'state' | 'at'>

export interface Lodged {
  /** The day the complainant says it learned, which only a later day can correct. */
  readonly knewOn?: CivilDate | undefined
  readonly after?: Objection | undefined
}

/** The day from which the time counts; null while it has not begun. */
export function startOf(of: Case, subject: Subject, said: Lodged): CivilDate | null {
  const { state } = of
  switch (subject.time?.from) {
    case 'deadline':
      return dayIn(state.notice?.schedule.deadline)
    case 'public-review':
      return state.publicReview?.from ?? null
    case 'document-period':
      return laterOf(periodEnd(of, subject, dayIn(state.notice?.publishedAt)), said.knewOn)
    case 'step':
      return dayIn(state.reportAt ?? state.recordedAt ?? state.closedAt)
    case 'result-period':
      return periodEnd(of, subject, dayIn(state.awardNotice?.at ?? state.award?.at))
    case 'knowing':
      return laterOf(publishedOn(state, subject), said.knewOn)
    case 'reply-period':
      return said.after === undefined ? null : replyPeriodEnd(of, said.after)
    default:
      return null
  }
}

/** The facts are public from this day on, so that nobody learned of them before. */
function publishedOn(state: TenderState, { subject }: Subject): CivilDate | null {
  switch (subject) {
    case 'tender-document':
      return dayIn(state.notice?.publishedAt)
    case 'opening':
      return dayIn(state.recordedAt)
    case 'result':
      return state.publicReview?.from ?? null
    default:
      return null
  }
}

function dayIn(at: Parameters<typeof dayOf>[0] | null | undefined): CivilDate | null {
  return at == null ? null : dayOf(at)
}

function laterOf(on: CivilDate | null, other: CivilDate | undefined): CivilDate | null {
  if (on === null || other === undefined) return on ?? other ?? null
  return other > on ? other : on
}

function periodEnd(of: Case, { period }: Subject, on: CivilDate | null): CivilDate | null {
  return on === null || period === undefined ? on : endOfLimit(of, period, on)
}

export function endOfLimit({ state, at }: Case, limit: string, on: CivilDate): CivilDate {
  const { calendar, now } = at
  return due(limitOf(limit), on, { calendar, lawDay: lawDayOf(state, now) }).safe
}

/** C-3: the whole time to reply runs out first, whether the reply came early, late or never. */
function replyPeriodEnd(of: Case, objection: Objection): CivilDate | null {
  const { answer } = remedyOf(objection).times
  return answer === null ? null : endOfLimit(of, answer, dayOf(objection.lodgedAt))
}

/** What was lodged before remedies were definitions is 异议. */
export const usualRemedy = 'engineering-objection'

export function remedyOf({ lodged }: Pick<Objection, 'lodged'>) {
  return getRemedy(lodged?.remedy ?? usualRemedy)
}

/** The limit applied to a lodging today; null where the law names none or its time has not begun. */
export function timeJudged(of: Case, subject: Subject, said: Lodged): Finding | null {
  const from = startOf(of, subject, said)
  if (from === null) return null
  const { state, at } = of
  const lodgedOn = dayOf(at.now)
  switch (subject.time?.limit) {
    case 'LIM-07':
      return finding(of, documentObjectionWindow, { lodgedOn, deadlineOn: from })
    case 'LIM-19': {
      const endsOn = state.publicReview?.until ?? from
      const facts = { compulsory: true, startedOn: from, endsOn, lodgedOn }
      return finding(of, resultObjectionWindow, facts)
    }
    case 'LIM-25':
      return finding(of, complaintTime, { knew: from, lodgedOn, objections: spans(said.after) })
    case 'TL-34':
      return finding(of, procurementQuestionTime, { knewOn: from, lodgedOn })
    case 'TL-36':
      return finding(of, procurementComplaintTime, { replyPeriodEndedOn: from, lodgedOn })
    default:
      return null
  }
}

/** RU-02: the days on which an objection waits for its reply do not count. */
function spans(after: Objection | undefined) {
  if (after === undefined) return []
  const repliedOn = after.answeredAt === null ? null : dayOf(after.answeredAt)
  return [{ objectedOn: dayOf(after.lodgedAt), repliedOn }]
}
