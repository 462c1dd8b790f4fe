// SPDX-License-Identifier: Apache-2.0
/** Deciders of 投诉 on the side of those concerned: to lodge, to complete, to respond, to withdraw. */

import {
  dayOf,
  type Finding,
  fileRef,
  happened,
  id,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { type Remedy, remedyAt } from '../../../procedures/index.ts'
import { bidOf, procedureOf } from '../decide.ts'
import { evidenceList, statedComplaint } from '../events/remedies.ts'
import { type DataOf, event } from '../events.ts'
import { isPending, remedyOfComplaint, waitsForSupplement } from '../remedies/cases.ts'
import { judged } from '../remedies/clocks.ts'
import { isRefused, keptEvidence } from '../remedies/evidence.ts'
import { remedyOf, timeJudged } from '../remedies/times.ts'
import type { Objection } from '../state.ts'
import { type Asked, act, isIdTaken } from './act.ts'

type Doubts = DataOf<'ComplaintLodged'>['doubts']

const lodging = z.strictObject({ id, ...statedComplaint, evidence: evidenceList })

/** What is late or comes out of turn is received all the same: only the authority may turn it away. */
export const lodgeComplaint = act(
  'lodge-complaint',
  words('提出投诉', 'Lodge a complaint'),
  lodging,
  (asked) => {
    const { body, state, actor, at, procedure = procedureOf(state) } = asked
    if (isIdTaken(state, body.id)) return refused('id-taken')
    const remedy = remedyAt(procedure, 'complaint')
    const subject = remedy?.subjects.find(
      (of) => of.stages.includes(state.phase) && of.subject === body.subject,
    )
    if (remedy === undefined || subject === undefined) return refused('no-such-remedy')
    const stranger = state.closedAt !== null && bidOf(state, actor.party) === undefined
    if (stranger && body.interest === '') return refused('interest-needed')
    if (body.knewOn !== null && body.knewOn > dayOf(at.now)) return refused('knew-too-late')
    const kept = keptEvidence(body.evidence, at.facts.entries)
    if (isRefused(kept)) return kept
    const after = state.objections.find((o) => o.id === body.after && isOwn(o, actor.party))
    // The record of the opening does not say who objected, so the authority must look.
    const inSession = state.openingObjections.some(({ id: known }) => known === body.after)
    if (body.after !== null && after === undefined && !inSession) {
      return refused('no-such-objection', { id: body.after })
    }
    const time = timeJudged(asked, subject, { knewOn: body.knewOn ?? undefined, after })
    const lodged = event('ComplaintLodged', at.now, {
      ...body,
      evidence: [...kept],
      remedy: remedy.id,
      by: { party: actor.party, name: at.facts.callerName ?? actor.party },
      doubts: [...doubtsOf(remedy, { body, after, inSession, time })],
    })
    return happened([lodged], time === null ? [] : [time])
  },
)

function isOwn({ lodged }: Objection, party: string): boolean {
  return lodged?.by.party === party
}

interface Before {
  readonly body: z.infer<typeof lodging>
  readonly after: Objection | undefined
  readonly inSession: boolean
  readonly time: Finding | null
}

function doubtsOf({ after: needed }: Remedy, of: Before): Doubts {
  const { body, after, inSession, time } = of
  const bound = needed?.subjects.includes(body.subject) === true
  const before = after !== undefined && remedyOf(after).id === needed?.remedy
  const same = after?.lodged?.subject === body.subject
  const onAnswer = body.onAnswer && after?.answer != null
  const opening = inSession && body.subject === 'opening'
  const scoped = needed?.withinScope === true
  const missing = bound && !opening && (!before || (!scoped && !same))
  return [
    ...(time?.outcome === 'breached' ? (['late'] as const) : []),
    ...(missing ? (['objection-missing'] as const) : []),
    ...(bound && before && scoped && !same && !onAnswer ? (['beyond-scope'] as const) : []),
  ]
}

export const supplementComplaint = act(
  'supplement-complaint',
  words('补正投诉', 'Supplement the complaint'),
  z.strictObject({ id, text: text(4000), files: z.array(fileRef).max(20) }),
  (asked) => {
    const { body, at } = asked
    const complaint = ownComplaint(asked)
    if (complaint === undefined) return refused('not-your-complaint', { id: body.id })
    if (!waitsForSupplement(complaint)) return refused('no-supplement-asked', { id: body.id })
    return happened([event('ComplaintSupplemented', at.now, body)])
  },
)

/** C-7: in writing, and it ends the case; what is stopped for it goes on. */
export const withdrawComplaint = act(
  'withdraw-complaint',
  words('撤回投诉', 'Withdraw the complaint'),
  z.strictObject({ id, reason: text(500) }),
  (asked) => {
    const { body, state, at } = asked
    const complaint = ownComplaint(asked)
    if (complaint === undefined) return refused('not-your-complaint', { id: body.id })
    if (!isPending(complaint)) return refused('complaint-closed', { id: body.id })
    const held = state.suspensions.some(({ ref }) => ref === body.id)
    const resumed = held ? [event('Resumed', at.now, { ref: body.id })] : []
    return happened([event('ComplaintWithdrawn', at.now, body), ...resumed])
  },
)

function ownComplaint({ body, state, actor }: Asked<{ readonly id: string }>) {
  return state.complaints.find((c) => c.id === body.id && c.lodged?.by.party === actor.party)
}

/** 被投诉人说明: the owner's side, and suppliers whom the notice names. */
export const respondComplaint = act(
  'respond-complaint',
  words('就投诉作出说明', 'Respond to the complaint'),
  z.strictObject({ id, statement: text(4000), files: z.array(fileRef).max(20) }),
  (asked) => {
    const { body, state, actor, at } = asked
    const complaint = state.complaints.find((c) => c.id === body.id)
    const notified = complaint?.notified
    const asOwner = actor.role !== 'bidder'
    const told = asOwner || notified?.to.some(({ party }) => party === actor.party) === true
    if (complaint === undefined || notified == null || !told) {
      return refused('not-notified', { id: body.id })
    }
    if (complaint.responses.some(({ by }) => by.party === actor.party)) {
      return refused('already-answered', { id: body.id })
    }
    if (!isPending(complaint)) return refused('complaint-closed', { id: body.id })
    const by = { party: actor.party, name: at.facts.callerName ?? actor.party }
    const stretch = { from: dayOf(notified.at), to: dayOf(at.now) }
    return happened(
      [event('ComplaintResponded', at.now, { ...body, by })],
      judged(asked, remedyOfComplaint(complaint).times.respond, stretch),
    )
  },
)

export const complaintActs = [
  lodgeComplaint,
  supplementComplaint,
  withdrawComplaint,
  respondComplaint,
]
