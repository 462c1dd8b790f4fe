// SPDX-License-Identifier: Apache-2.0
/** Deciders of 异议, 监督指令 and 终止: what stops a trade, and what lets it go on. */

import {
  certain,
  civilDate,
  dayOf,
  fileRef,
  happened,
  id,
  line,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { remedyAt, remedyEffects, type Subject } from '../../../procedures/index.ts'
import { bidOf, procedureOf } from '../decide.ts'
import { reevaluationPoints } from '../events/evaluation.ts'
import { evidenceList } from '../events/remedies.ts'
import { objectionSubjects } from '../events/tendering.ts'
import { event } from '../events.ts'
import { judged } from '../remedies/clocks.ts'
import { asRefused, effectOf } from '../remedies/effects.ts'
import { isRefused, keptEvidence } from '../remedies/evidence.ts'
import { remedyOf, timeJudged } from '../remedies/times.ts'
import { act, isIdTaken } from './act.ts'
import { depositsOnEnding } from './deposits.ts'

/** T09, T32 and 质疑: in time it stops what its definition says; late it is kept and answered at will. */
export const lodgeObjection = act(
  'lodge-objection',
  words('提出异议', 'Lodge an objection'),
  z.strictObject({
    id,
    text: text(4000),
    files: z.array(fileRef).max(20),
    /** 利害关系: what the result means for one who sent no bid. */
    interest: text(500, 0).optional(),
    /** Where more than one thing may be objected to; else what the stage says. */
    subject: z.enum(objectionSubjects).optional(),
    /** The day the document was obtained, where it counts from there. */
    knewOn: civilDate.optional(),
    evidence: evidenceList.optional(),
  }),
  (asked) => {
    const { body, state, actor, at, procedure = procedureOf(state) } = asked
    if (isIdTaken(state, body.id)) return refused('id-taken')
    const remedy = remedyAt(procedure, 'first')
    const subject = remedy?.subjects.find(
      (of) => of.stages.includes(state.phase) && of.subject === (body.subject ?? of.subject),
    )
    if (remedy === undefined || subject === undefined) return refused('no-such-remedy')
    const { interest, evidence = [], ...said } = body
    // Before the close everybody registered may still bid; afterwards a stranger must say why.
    const needed = state.phase !== 'tendering' && bidOf(state, actor.party) === undefined
    if (needed && !interest) return refused('interest-needed')
    if (body.knewOn !== undefined && body.knewOn > dayOf(at.now)) return refused('knew-too-late')
    const kept = keptEvidence(evidence, at.facts.entries)
    if (isRefused(kept)) return kept
    const time = timeJudged(asked, subject, { knewOn: body.knewOn })
    const late = time?.outcome === 'breached'
    const lodged = event('ObjectionLodged', at.now, {
      ...said,
      ...(interest ? { interest } : {}),
      ...(evidence.length > 0 ? { evidence: [...kept] } : {}),
      subject: subjectOf(subject),
      by: { party: actor.party, name: at.facts.callerName ?? actor.party },
      late,
      remedy: remedy.id,
    })
    const stops = remedy.stay.what === 'trade' && remedy.stay.from === 'lodging'
    const suspended = event('Suspended', at.now, { ref: body.id, because: 'objection' })
    return happened(late || !stops ? [lodged] : [lodged, suspended], time === null ? [] : [time])
  },
)

function subjectOf({ subject }: Subject): (typeof objectionSubjects)[number] {
  return certain(
    objectionSubjects.find((known) => known === subject),
    `no objection is to ${subject}`,
  )
}

/** T10 and 质疑答复: the answer, not the clock, lifts what stood still, and carries its effect. */
export const answerObjection = act(
  'answer-objection',
  words('答复异议', 'Answer the objection'),
  z.strictObject({
    id,
    answer: text(4000),
    upheld: z.boolean(),
    effect: z.enum(remedyEffects).optional(),
    points: reevaluationPoints.optional(),
  }),
  (asked) => {
    const { body, state, at } = asked
    const objection = state.objections.find((o) => o.id === body.id)
    if (objection === undefined) return refused('no-such-objection', { id: body.id })
    if (objection.answer !== null) return refused('already-answered', { id: body.id })
    const { points, effect, ...said } = body
    if (effect !== undefined && effect !== 'continue' && !body.upheld) {
      return refused('effect-needs-upholding', { effect })
    }
    const remedy = remedyOf(objection)
    const subject = objection.lodged?.subject ?? 'tender-document'
    const stretch = { from: dayOf(objection.lodgedAt), to: dayOf(at.now) }
    const timely = judged(asked, remedy.times.answer, stretch)
    const why = body.answer
    const ref = body.id
    const followed =
      effect === undefined
        ? happened([])
        : effectOf(asked, { ref, remedy, subject, effect, points, why })
    if (followed.kind !== 'happened') return asRefused(followed)
    const answered = event('ObjectionAnswered', at.now, {
      ...said,
      subject,
      remedy: remedy.id,
      ...(effect === undefined ? {} : { effect }),
    })
    const holds = state.suspensions.some((s) => s.ref === body.id)
    const resumed = holds ? [event('Resumed', at.now, { ref: body.id })] : []
    return happened([answered, ...resumed, ...followed.events], [...timely, ...followed.findings])
  },
)

/** T42 监督指令: written, numbered, on a listed basis; the authority never acts as a party. */
export const issueDirective = act(
  'issue-directive',
  words('下达监督指令', 'Issue a directive'),
  z.strictObject({
    id,
    kind: z.enum(['suspend', 'resume', 'correct', 'invalidate']),
    number: line(60),
    basis: z.array(line(60)).min(1).max(10),
    text: text(2000),
    /** Id of the earlier directive that a `resume` lifts. */
    lifts: id.nullable(),
  }),
  (asked) => {
    const { body, state, actor, at } = asked
    if (isIdTaken(state, body.id)) return refused('id-taken')
    const { lifts, ...directive } = body
    const by = { party: actor.party, name: state.project?.authority.name ?? actor.party }
    const issued = event('DirectiveIssued', at.now, { ...directive, by })
    switch (body.kind) {
      case 'correct':
        return happened([issued])
      case 'suspend':
        return happened([
          issued,
          event('Suspended', at.now, { ref: body.id, because: 'directive' }),
        ])
      case 'invalidate':
        return happened([
          issued,
          event('Invalidated', at.now, { ref: body.id, reason: body.text.slice(0, 1000) }),
          ...depositsOnEnding(asked),
        ])
      case 'resume': {
        const held = state.suspensions.find(
          (s) => s.ref === lifts && s.because !== 'objection' && s.because !== 'complaint',
        )
        if (held === undefined) return refused('nothing-to-resume', { lifts })
        return happened([issued, event('Resumed', at.now, { ref: held.ref })])
      }
    }
  },
)

/** T41 终止招标: works after notice only by force majeure; deposits and fees go back. */
export const terminate = act(
  'terminate',
  words('终止招标', 'Terminate the tender'),
  z.strictObject({ reason: text(1000), forceMajeure: z.boolean() }),
  (asked) => {
    const { body, state, at } = asked
    const published = state.notice !== null
    const bound = state.project?.kind === 'works' || state.project?.kind === 'design'
    if (published && bound && !body.forceMajeure) return refused('only-force-majeure')
    return happened([event('TenderTerminated', at.now, body), ...depositsOnEnding(asked)])
  },
)

export const objectionActs = [lodgeObjection, answerObjection, issueDirective, terminate]
