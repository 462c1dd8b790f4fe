// SPDX-License-Identifier: Apache-2.0
/** Deciders of 邀请 and 资格审查: who may take part, and who of those that did is qualified. */

import { blocking, happened, id, line, refused, text, words, z } from '../../../kernel/index.ts'
import { party } from '../events/entry.ts'
import { event } from '../events.ts'
import { countFindings } from '../rules/index.ts'
import { act } from './act.ts'
import { isGround } from './review.ts'

/** P3, 87号令 14: three or more, named once and invited at the same time with the notice. */
export const nameInvitees = act(
  'name-invitees',
  words('确定受邀单位', 'Name the invitees'),
  z.strictObject({
    invitees: z.array(party).min(1).max(50),
    source: z.enum(['own-choice', 'library-draw', 'recommended']),
    reason: text(1000),
  }),
  (asked) => {
    const { body, state, at } = asked
    const named = new Set(body.invitees.map((invitee) => invitee.party))
    if (named.size < body.invitees.length) return refused('invitee-named-twice')
    const hosts = [state.project?.owner.party ?? '', state.agency?.party ?? '']
    const host = hosts.find((of) => named.has(of))
    if (host !== undefined) return refused('invitee-is-host', { party: host })
    const counted = countFindings(asked, { moment: 'invited', suppliers: named.size })
    if (blocking(counted).length > 0) return refused('too-few-invitees', {}, counted)
    return happened([event('InviteesNamed', at.now, body)], counted)
  },
)

/** OT10: all bids at once, each fault with ground, clause and facts; too few end the trade. */
export const judgeQualification = act(
  'judge-qualification',
  words('提交资格审查结论', 'Judge the qualification'),
  z.strictObject({
    faults: z
      .array(z.strictObject({ bid: id, ground: line(10), clause: line(120), facts: text(1000) }))
      .max(200),
    /** 信用记录查询 on the day of the opening (125号文), for whoever checks it later. */
    creditChecked: z.literal(true),
  }),
  (asked) => {
    const { body, state, at } = asked
    if (state.qualification !== null) return refused('qualification-over')
    const opened = state.bids.filter((bid) => bid.standing === 'opened')
    const unknown = body.faults.find(
      ({ bid, ground }) => !isGround(ground) || !opened.some((o) => o.no === bid),
    )
    if (unknown !== undefined) return refused('unknown-ground-or-bid', { ...unknown })
    const out = new Set(body.faults.map(({ bid }) => bid))
    const qualified = opened.map(({ no }) => no).filter((no) => !out.has(no))
    const judged = event('QualificationJudged', at.now, { qualified, faults: body.faults })
    const rejected = body.faults.map((fault) =>
      event('BidRejected', at.now, { ...fault, votesFor: 1, votes: 1 }),
    )
    const counted = countFindings(asked, { moment: 'qualified', suppliers: qualified.length })
    const short = counted.find(({ outcome }) => outcome === 'breached')
    const events = [judged, ...rejected]
    if (short === undefined) return happened(events, counted)
    const explanation = short.sentence
    const failed = event('TenderFailed', at.now, { because: 'too-few-qualified', explanation })
    return happened([...events, failed], counted)
  },
)

export const qualificationActs = [nameInvitees, judgeQualification]
