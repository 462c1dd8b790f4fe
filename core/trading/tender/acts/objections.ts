// SPDX-License-Identifier: Apache-2.0
/** Deciders of 异议, 监督指令 and 终止: what stops a trade, and what lets it go on. */

import {
  dayOf,
  type Finding,
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
import {
  documentObjectionWindow,
  objectionReplyTime,
  resultObjectionWindow,
} from '../../../law/index.ts'
import { bidOf } from '../decide.ts'
import { event } from '../events.ts'
import { type Asked, act, finding, isIdTaken } from './act.ts'
import { depositsOnEnding } from './deposits.ts'

/** T09 and T32 提出异议: in time it suspends by itself; late it is kept and answered at will. */
export const lodgeObjection = act(
  'lodge-objection',
  words('提出异议', 'Lodge an objection'),
  z.strictObject({
    id,
    text: text(4000),
    files: z.array(fileRef).max(20),
    /** 利害关系: what the result means for one who sent no bid. */
    interest: text(500, 0).optional(),
  }),
  (asked) => {
    const { body, state, actor, at } = asked
    if (isIdTaken(state, body.id)) return refused('id-taken')
    const subject = state.phase === 'tendering' ? 'tender-document' : 'result'
    const { interest, ...said } = body
    // Before the close everybody registered may still bid; afterwards a stranger must say why.
    const needed = subject === 'result' && bidOf(state, actor.party) === undefined
    if (needed && !interest) return refused('interest-needed')
    const window = objectionWindow(asked)
    if ('kind' in window) return window
    const late = window.outcome === 'breached'
    const by = { party: actor.party, name: at.facts.callerName ?? actor.party }
    const lodged = event('ObjectionLodged', at.now, {
      ...said,
      ...(interest ? { interest } : {}),
      subject,
      by,
      late,
    })
    const suspended = event('Suspended', at.now, { ref: body.id, because: 'objection' })
    return happened(late ? [lodged] : [lodged, suspended], [window])
  },
)

function objectionWindow(asked: Asked<unknown>): Finding | Refused {
  const { state, at } = asked
  const today = dayOf(at.now)
  if (state.phase === 'tendering') {
    if (state.notice === null) return refused('no-notice')
    const deadlineOn = dayOf(state.notice.schedule.deadline)
    return finding(asked, documentObjectionWindow, { lodgedOn: today, deadlineOn })
  }
  const review = state.publicReview
  if (review === null) return refused('no-public-review')
  const facts = { compulsory: true, startedOn: review.from, endsOn: review.until, lodgedOn: today }
  return finding(asked, resultObjectionWindow, facts)
}

/** T10 答复异议: the owner answers; the answer, not the clock, lifts the suspension. */
export const answerObjection = act(
  'answer-objection',
  words('答复异议', 'Answer the objection'),
  z.strictObject({ id, answer: text(4000), upheld: z.boolean() }),
  (asked) => {
    const { body, state, at } = asked
    const objection = state.objections.find((o) => o.id === body.id)
    if (objection === undefined) return refused('no-such-objection', { id: body.id })
    if (objection.answer !== null) return refused('already-answered', { id: body.id })
    const subject = objection.lodged?.subject ?? 'tender-document'
    const timely = finding(asked, objectionReplyTime, {
      receivedOn: dayOf(objection.lodgedAt),
      answeredOn: dayOf(at.now),
    })
    const answered = event('ObjectionAnswered', at.now, { ...body, subject })
    const holds = state.suspensions.some((s) => s.ref === body.id)
    const resumed = holds ? [event('Resumed', at.now, { ref: body.id })] : []
    return happened([answered, ...resumed], [timely])
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
        const held = state.suspensions.find((s) => s.ref === lifts && s.because !== 'objection')
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
