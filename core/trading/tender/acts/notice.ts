// SPDX-License-Identifier: Apache-2.0
/** Deciders of 招标公告 and 澄清: only numeric breaches block, texts ask for a signed reason. */

import {
  blocking,
  clockOf,
  dayOf,
  type Finding,
  happened,
  instant,
  instantOn,
  line,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { clarificationDeadline, limitOf } from '../../../law/index.ts'
import { procedureOf } from '../decide.ts'
import { tenderingShapes } from '../events/tendering.ts'
import { event } from '../events.ts'
import { holdersMissing } from '../holders.ts'
import { termFindings, timeFindings } from '../rules/index.ts'
import { documentFiles, schedule, signedReason, type TenderTerms, tenderTerms } from '../terms.ts'
import { type Asked, act } from './act.ts'

const noticeBody = z.strictObject({
  terms: tenderTerms,
  schedule,
  files: documentFiles,
  reasons: z.array(signedReason).max(60),
})
export type NoticeBody = z.infer<typeof noticeBody>

/** T05 发布招标公告: notice and document appear together, under the law of this day. */
export const publishNotice = act(
  'publish-notice',
  words('发布招标公告', 'Publish the notice'),
  noticeBody,
  (asked) => {
    const { body, at } = asked
    const { schedule: times } = body
    if (times.documentFrom > times.documentUntil || times.documentUntil > times.deadline) {
      return refused('schedule-out-of-order', { ...times })
    }
    if (times.deadline <= at.now) return refused('deadline-in-the-past', { now: at.now })
    const { methods, tickets } = procedureOf(asked.state)
    const { kind } = body.terms.method
    if (!methods.includes(kind)) return refused('method-not-of-procedure', { method: kind })
    if (tickets === 'invited' && asked.state.invited === null) return refused('invitees-missing')
    const missing = holdersMissing(asked.state)
    if (missing.length > 0) return refused('holders-missing', { missing: missing.join('、') })
    const findings = checkNotice(asked)
    const block = blocking(findings)
    if (block.length > 0) return refused('notice-breaches-law', {}, findings)
    const unexplained = unexplainedIn(findings, body.reasons)
    if (unexplained.length > 0) {
      return refused('reason-needed', { rules: unexplained.map((f) => f.rule) }, findings)
    }
    const published = event('NoticePublished', at.now, {
      ...body,
      lawDay: dayOf(at.now),
      calendar: at.calendar.version,
      ...(at.facts.vault === undefined ? {} : { vault: at.facts.vault }),
    })
    return happened([published], findings)
  },
)

/** Every finding a notice raises; the form shows the same list while one types. */
export function checkNotice(asked: Asked<NoticeBody>): readonly Finding[] {
  const { body, state, at } = asked
  const project = state.project
  if (project === null) return []
  const { terms, schedule: times } = body
  const { rules } = procedureOf(state)
  // The document is out at publication, whatever earlier moment the form names.
  const from = dayOf(times.documentFrom > at.now ? times.documentFrom : at.now)
  const { compulsory } = project
  return [
    ...timeFindings(asked, rules.supply, { from, until: dayOf(times.documentUntil), compulsory }),
    ...timeFindings(asked, rules.preparation, { from, until: dayOf(times.deadline), compulsory }),
    ...checkTerms(asked, terms),
  ]
}

/** What the document itself must keep to, at publication and whenever it is changed. */
function checkTerms(asked: Asked<unknown>, terms: TenderTerms): readonly Finding[] {
  const project = asked.state.project
  return project === null ? [] : termFindings({ asked, terms, project }, procedureOf(asked.state))
}

function unexplainedIn(
  findings: readonly Finding[],
  reasons: readonly { readonly rule: string }[],
): readonly Finding[] {
  return findings.filter(
    (f) =>
      f.outcome === 'breached' && f.weight === 'reason' && !reasons.some((r) => r.rule === f.rule),
  )
}

/** T07 澄清、修改: where bids may be affected, the deadline moves by itself to the lawful day. */
export const clarify = act(
  'clarify',
  words('发布澄清或修改', 'Publish a clarification'),
  tenderingShapes.ClarificationPublished.shape,
  (asked) => {
    const { body, state, at } = asked
    const notice = state.notice
    if (notice === null) return refused('no-notice')
    if (at.now >= notice.schedule.deadline) return refused('deadline-passed')
    if (state.clarifications.some((c) => c.id === body.id)) return refused('id-taken')
    const checked = body.terms === null ? [] : checkTerms(asked, body.terms)
    if (blocking(checked).length > 0) return refused('notice-breaches-law', {}, checked)
    const unexplained = unexplainedIn(checked, notice.reasons)
    if (unexplained.length > 0) {
      return refused('reason-needed', { rules: unexplained.map((f) => f.rule) }, checked)
    }
    const published = event('ClarificationPublished', at.now, body)
    if (!body.affectsBids) return happened([published], checked)
    const { deadline } = notice.schedule
    const [publishedOn, deadlineOn] = [dayOf(at.now), dayOf(deadline)]
    const { change } = procedureOf(state).rules
    const period = { from: publishedOn, until: deadlineOn, compulsory: true }
    const found = timeFindings(asked, change, period)
    const counting = { lawDay: notice.lawDay, calendar: at.calendar }
    const limit = limitOf(change)
    const onDay = clarificationDeadline(publishedOn, deadlineOn, { ...counting, limit })
    if (onDay === deadlineOn) return happened([published], [...checked, ...found])
    // The hour of the deadline is free (decision 20): it stays what it was.
    const to = instantOn(onDay, clockOf(deadline))
    const moved = event('DeadlineMoved', at.now, {
      from: deadline,
      to,
      because: 'clarification',
      reason: '',
    })
    return happened([published, moved], [...checked, ...found])
  },
)

/** Only the owner moves a deadline, and only to a later moment. */
export const moveDeadline = act(
  'move-deadline',
  words('顺延投标截止时间', 'Move the deadline'),
  z.strictObject({
    to: instant,
    because: z.enum(['outage', 'resumption', 'owner']),
    reason: text(500),
  }),
  ({ body, state, at }) => {
    const from = state.notice?.schedule.deadline
    if (from === undefined) return refused('no-notice')
    if (body.to <= from) return refused('deadline-not-later', { from, to: body.to })
    if (body.to <= at.now) return refused('deadline-in-the-past', { now: at.now })
    return happened([event('DeadlineMoved', at.now, { ...body, from })])
  },
)

/** T08 踏勘: announced to all, never to one. */
export const announceSiteVisit = act(
  'announce-site-visit',
  words('发布踏勘通知', 'Announce a site visit'),
  z.strictObject({ on: instant, place: line(120), details: text(500) }),
  ({ body, state, at }) => {
    const deadline = state.notice?.schedule.deadline
    if (deadline !== undefined && body.on >= deadline) return refused('deadline-passed')
    return happened([event('SiteVisitAnnounced', at.now, body)])
  },
)

export const noticeActs = [publishNotice, clarify, moveDeadline, announceSiteVisit]
