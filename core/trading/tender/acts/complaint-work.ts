// SPDX-License-Identifier: Apache-2.0
/** Deciders of 投诉处理: the authority alone checks, notifies, stops the trade, hears and decides. */

import {
  civilDate,
  dayOf,
  endOf,
  fileRef,
  happened,
  id,
  line,
  type Refused,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { party } from '../events/entry.ts'
import { reevaluationPoints } from '../events/evaluation.ts'
import {
  complaintResults,
  evidenceKinds,
  refusalGrounds,
  statedDecision,
} from '../events/remedies.ts'
import { event } from '../events.ts'
import {
  acceptedOn,
  isPending,
  remedyOfComplaint,
  stoppedWorkdays,
  waitsForSupplement,
} from '../remedies/cases.ts'
import { judged } from '../remedies/clocks.ts'
import { asRefused, effectOf } from '../remedies/effects.ts'
import type { Complaint } from '../remedies/state.ts'
import { endOfLimit } from '../remedies/times.ts'
import { type Asked, act, isIdTaken } from './act.ts'

/** The case that is still open, or why nothing can be done in it. */
function openCase({ body, state }: Asked<{ readonly id: string }>): Complaint | Refused {
  const complaint = state.complaints.find((c) => c.id === body.id)
  if (complaint?.lodged == null) return refused('no-such-complaint', { id: body.id })
  return isPending(complaint) ? complaint : refused('complaint-closed', { id: body.id })
}

function acceptedCase(asked: Asked<{ readonly id: string }>): Complaint | Refused {
  const complaint = openCase(asked)
  if ('kind' in complaint) return complaint
  return acceptedOn(complaint) === null
    ? refused('complaint-not-accepted', { id: complaint.id })
    : complaint
}

/** TL-37, LIM-26: accepted as of the day of receipt, completed once, refused with its ground, or passed on. */
export const checkComplaint = act(
  'check-complaint',
  words('审查投诉', 'Check the complaint'),
  z.strictObject({
    id,
    result: z.enum(complaintResults),
    ground: z.enum(refusalGrounds).nullable(),
    reason: text(1000, 0),
    supplementUntil: civilDate.nullable(),
  }),
  (asked) => {
    const { body, at } = asked
    const complaint = openCase(asked)
    if ('kind' in complaint) return complaint
    const { result, ground, supplementUntil } = body
    if (acceptedOn(complaint) !== null) return refused('complaint-accepted', { id: body.id })
    const again = complaint.checks.some((check) => check.result === 'supplement')
    if (result === 'supplement' && again) return refused('supplement-only-once')
    const wanting =
      (result === 'refused') !== (ground !== null) ||
      (result === 'supplement') !== (supplementUntil !== null) ||
      (result !== 'accepted' && body.reason === '')
    if (wanting) return refused('check-incomplete', { result })
    const receivedOn = dayOf(complaint.lodgedAt)
    const from = dayOf(complaint.supplementedAt ?? complaint.lodgedAt)
    const { check } = remedyOfComplaint(complaint).times
    const accepted = result === 'accepted' ? receivedOn : null
    return happened(
      [event('ComplaintChecked', at.now, { ...body, acceptedOn: accepted })],
      waitsForSupplement(complaint) ? [] : judged(asked, check, { from, to: dayOf(at.now) }),
    )
  },
)

/** TL-39: notice and copy to the owner's side and to the suppliers concerned. */
export const notifyComplaint = act(
  'notify-complaint',
  words('发出投诉答复通知', 'Notify the complaint'),
  z.strictObject({ id, to: z.array(party).max(50) }),
  (asked) => {
    const { body, at } = asked
    const complaint = acceptedCase(asked)
    if ('kind' in complaint) return complaint
    const { lodged, notified } = complaint
    if (lodged === null || notified !== null) return refused('already-notified', { id: body.id })
    const { notify, respond } = remedyOfComplaint(complaint).times
    const today = dayOf(at.now)
    const { subject, facts, requests, evidence, files } = lodged
    const answerUntil = respond === null ? null : endOfLimit(asked, respond, today)
    const from = dayOf(complaint.supplementedAt ?? complaint.lodgedAt)
    return happened(
      [
        event('ComplaintNotified', at.now, {
          ...body,
          ...{ subject, facts, requests, evidence, files, answerUntil },
        }),
      ],
      judged(asked, notify, { from, to: today }),
    )
  },
)

/** TL-42, OC-9: a complaint stops nothing by itself; the authority's written notice does. */
export const suspendForComplaint = act(
  'suspend-for-complaint',
  words('通知暂停', 'Suspend for the complaint'),
  z.strictObject({ id, number: line(60) }),
  (asked) => {
    const { body, state, at } = asked
    const complaint = acceptedCase(asked)
    if ('kind' in complaint) return complaint
    if (state.ending !== null) return refused('trade-ended')
    const ref = body.id
    // 政府采购法 57: thirty days in all, so that a second notice cannot begin them anew.
    if (complaint.suspendedAt !== null) return refused('suspended-before', { id: ref })
    const { limit } = remedyOfComplaint(complaint).stay
    const until = limit === null ? {} : { until: endOfLimit(asked, limit, dayOf(at.now)) }
    const { number } = body
    const suspended = { ref, because: 'complaint', number, ...until } as const
    return happened([event('Suspended', at.now, suspended)])
  },
)

export const resumeAfterComplaint = act(
  'resume-after-complaint',
  words('通知恢复', 'Resume after the complaint'),
  z.strictObject({ id }),
  (asked) => {
    const { body, state, at } = asked
    const held = state.suspensions.find(({ ref }) => ref === body.id)
    const complaint = state.complaints.find((c) => c.id === body.id)
    if (held === undefined || complaint === undefined) return refused('nothing-to-resume')
    const { limit } = remedyOfComplaint(complaint).stay
    return happened(
      [event('Resumed', at.now, { ref: body.id })],
      judged(asked, limit, { from: dayOf(held.since), to: dayOf(at.now) }),
    )
  },
)

/** What may last no longer ends by itself: nobody needs to remember it. */
export const liftExpired = act(
  'lift-expired-suspension',
  words('暂停期满自动恢复', 'Lift an expired suspension'),
  z.strictObject({}),
  ({ state, at }) => {
    const over = state.suspensions.filter(
      ({ until }) => until !== undefined && at.now > endOf(until),
    )
    if (over.length === 0) return refused('nothing-to-resume')
    return happened(over.map(({ ref }) => event('Resumed', at.now, { ref })))
  },
)

/** C-5: while a test, an expert review or a hearing runs, the days do not count. */
export const askEvidence = act(
  'ask-evidence',
  words('调取证据', 'Ask for evidence'),
  z.strictObject({ id, evidence: id, kind: z.enum(evidenceKinds), text: text(1000) }),
  (asked) => {
    const { body, at } = asked
    const complaint = acceptedCase(asked)
    if ('kind' in complaint) return complaint
    const taken = complaint.stops.some((stop) => stop.id === body.evidence)
    if (taken || isIdTaken(asked.state, body.evidence)) return refused('id-taken')
    const { id: of, evidence, kind, text: said } = body
    return happened([
      event('EvidenceAsked', at.now, { id: evidence, complaint: of, kind, text: said }),
    ])
  },
)

export const receiveEvidence = act(
  'receive-evidence',
  words('记录证据已收到', 'Receive the evidence'),
  z.strictObject({ id, evidence: id, result: text(2000), files: z.array(fileRef).max(20) }),
  (asked) => {
    const { body, at } = asked
    const complaint = acceptedCase(asked)
    if ('kind' in complaint) return complaint
    const stop = complaint.stops.find((s) => s.id === body.evidence && s.to === null)
    if (stop === undefined) return refused('no-evidence-asked', { id: body.evidence })
    const { id: of, evidence, result, files } = body
    return happened([
      event('EvidenceReceived', at.now, { id: evidence, complaint: of, result, files }),
    ])
  },
)

/** TL-41, LIM-27: dismissed with its ground, or upheld with what follows for the trade. */
export const decideComplaint = act(
  'decide-complaint',
  words('作出投诉处理决定', 'Decide the complaint'),
  z.strictObject({ id, ...statedDecision, points: reevaluationPoints.optional() }),
  (asked) => {
    const { body, state, actor, at } = asked
    const complaint = acceptedCase(asked)
    if ('kind' in complaint) return complaint
    const { outcome, effect, ground, points, ...said } = body
    const dismissed = outcome === 'dismissed'
    if (dismissed !== (ground !== null) || (dismissed && effect !== 'continue')) {
      return refused('decision-incomplete', { outcome })
    }
    const remedy = remedyOfComplaint(complaint)
    const subject = complaint.lodged?.subject ?? 'other'
    const upheld = { ref: body.id, remedy, subject, effect, points, why: body.text }
    const followed = dismissed ? happened([]) : effectOf(asked, upheld)
    if (followed.kind !== 'happened') return asRefused(followed)
    const by = { party: actor.party, name: state.project?.authority.name ?? actor.party }
    const decided = event('ComplaintDecided', at.now, {
      ...said,
      ...{ outcome, effect, ground, remedy: remedy.id, subject, by },
    })
    const held = state.suspensions.some(({ ref }) => ref === body.id)
    const resumed = held ? [event('Resumed', at.now, { ref: body.id })] : []
    const stretch = {
      from: acceptedOn(complaint) ?? dayOf(complaint.lodgedAt),
      to: dayOf(at.now),
      stopped: stoppedWorkdays(complaint, at),
    }
    return happened(
      [decided, ...resumed, ...followed.events],
      [...judged(asked, remedy.times.decide, stretch), ...followed.findings],
    )
  },
)

export const complaintWorkActs = [
  checkComplaint,
  notifyComplaint,
  suspendForComplaint,
  resumeAfterComplaint,
  liftExpired,
  askEvidence,
  receiveEvidence,
  decideComplaint,
]
