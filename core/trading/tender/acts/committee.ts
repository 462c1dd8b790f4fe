// SPDX-License-Identifier: Apache-2.0
/** Deciders of 通知、签到、组建评标委员会 and 更换委员: who sits, and who sits in their stead. */

import {
  addMinutes,
  certain,
  happened,
  id,
  line,
  type Refused,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { mustRecuse } from '../draw.ts'
import { absences, callAnswers } from '../events/opening.ts'
import { type DataOf, event, type TenderEvent } from '../events.ts'
import { awaitsQualification } from '../qualification.ts'
import { panelFindings } from '../rules/index.ts'
import { acceptedIn, acceptedSeats, allDraws, isPresent, nextCall, openSeats } from '../seats.ts'
import type { TenderState } from '../state.ts'
import { act } from './act.ts'

/** DW-4 通知: in the drawn order, no one skipped without a coded reason. */
export const recordCall = act(
  'record-call',
  words('记录通知结果', 'Record a call'),
  z.strictObject({ specialty: id, index: z.int().min(0), answer: z.enum(callAnswers) }),
  ({ body, state, at }) => {
    if (state.draw?.result == null) return refused('no-draw')
    if (openSeats(state, body.specialty) <= 0) return refused('seats-filled')
    const next = nextCall(state, body.specialty)
    if (next === undefined) return refused('pool-exhausted', { specialty: body.specialty })
    const { draw, index } = next
    if (index !== body.index) return refused('not-next-in-order', { next: index })
    const expert = certain(draw.pool?.experts[index], 'drawn from the pool')
    if (mustRecuse(state, expert) && body.answer !== 'recusal') return refused('must-recuse')
    return happened([event('ExpertCalled', at.now, { draw: draw.request.draw, ...body })])
  },
)

/** Minutes after which somebody who said yes and has not come is on record as absent. */
export const absentMinutes = 15

/** DW-7: the seat of who stays away, or leaves before the committee sits, goes to the next. */
export const recordAbsence = act(
  'record-absence',
  words('记录专家缺席', 'Record an absence'),
  z.strictObject({ draw: id, specialty: id, index: z.int().min(0), ground: z.enum(absences) }),
  ({ body, state, at }) => {
    const draw = allDraws(state).find((d) => d.request.draw === body.draw)
    const call = draw && acceptedIn(draw).find(sameCall(body))
    if (draw === undefined || call === undefined) return refused('not-called')
    const expert = draw.pool?.experts[body.index]?.expert ?? ''
    const present = isPresent(state, expert)
    if (present && state.committee !== null) return refused('sits-already')
    if (present !== (body.ground === 'left')) return refused('absence-differs', { present })
    const { evaluationAt } = draw.request
    const until = addMinutes(evaluationAt > call.at ? evaluationAt : call.at, absentMinutes)
    if (!present && at.now < until) return refused('not-late-yet', { until })
    return happened([event('ExpertAbsent', at.now, body)])
  },
)

interface CallPlace {
  readonly specialty: string
  readonly index: number
}

function sameCall(a: CallPlace) {
  return (b: CallPlace) => a.specialty === b.specialty && a.index === b.index
}

/** T21 签到: identity, and the declaration that no ground of recusal is known. */
export const checkIn = act(
  'check-in',
  words('签到并声明', 'Check in and declare'),
  z.strictObject({ declared: z.literal(true) }),
  ({ state, actor, at }) => {
    if (isPresent(state, actor.party)) return refused('already-checked-in')
    const seat = acceptedSeats(state).find((s) => s.expert === actor.party)
    const named = state.committee?.members.find((m) => m.member === actor.party)
    const coming = seat ?? named
    if (coming === undefined) return refused('not-drawn')
    const { name } = coming
    const entered = event('ExpertCheckedIn', at.now, { expert: actor.party, name, declared: true })
    const vacant = seat === undefined ? undefined : vacantSeat(state, seat.specialty)
    if (vacant === undefined || named !== undefined) return happened([entered])
    const taken = { out: vacant, in: actor.party, name, specialty: coming.specialty }
    return happened([entered, event('MemberReplaced', at.now, taken)])
  },
)

/** Whoever has not come and declared does nothing in the committee. */
export function notPresent(state: TenderState, member: string): Refused | undefined {
  return isPresent(state, member) ? undefined : refused('not-checked-in')
}

/** A newcomer takes only a seat of the own specialty. */
function vacantSeat(state: TenderState, specialty: string | undefined): string | undefined {
  const { committee } = state
  return committee?.vacant.find((out) =>
    committee.members.some((m) => m.member === out && m.specialty === specialty),
  )
}

/** 组建: lawful shape or none; representatives are named by the owner, within a third. */
export const conveneCommittee = act(
  'convene-committee',
  words('组建评标委员会', 'Convene the committee'),
  z.strictObject({
    representatives: z.array(z.strictObject({ account: id, name: line(40) })).max(17),
  }),
  (asked) => {
    const { body, state, at } = asked
    const terms = state.notice?.terms
    if (terms === undefined || state.draw === null) return refused('no-draw')
    if (body.representatives.length !== terms.ownerSeats) {
      return refused('representatives-differ', { seats: terms.ownerSeats })
    }
    const unanswered = state.openingObjections.filter((o) => o.answer === null).length
    if (unanswered > 0) return refused('opening-objections-open', { open: unanswered })
    const accounts = new Set(body.representatives.map((r) => r.account))
    if (accounts.size < terms.ownerSeats) {
      return refused('representatives-differ', { seats: terms.ownerSeats })
    }
    const experts = expertsPresent(state)
    const wanted = terms.committeeMembers - terms.ownerSeats
    if (experts.length < wanted) return refused('experts-missing', { present: experts.length })
    if (awaitsQualification(state)) return refused('qualification-open')
    const shape = panelFindings(asked, {
      members: experts.length + body.representatives.length,
      experts: experts.length,
    })
    if (shape.outcome === 'breached') return refused('committee-unlawful', {}, [shape])
    const members = [...experts, ...body.representatives.map(representative)]
    const chair = certain(members[0], 'a committee has members').member
    const counts = {
      members: members.length,
      experts: experts.length,
      representatives: body.representatives.length,
    }
    const named: TenderEvent = event('CommitteeNamed', at.now, { members, chair })
    return happened([named, event('CommitteeConvened', at.now, counts)], [shape])
  },
)

type Member = DataOf<'CommitteeNamed'>['members'][number]

function expertsPresent(state: TenderState): readonly Member[] {
  return acceptedSeats(state)
    .filter((seat) => isPresent(state, seat.expert))
    .map(({ expert, name, specialty }) => ({ member: expert, name, kind: 'expert', specialty }))
}

function representative({ account, name }: { account: string; name: string }): Member {
  return { member: account, name, kind: 'representative', specialty: 'owner' }
}

/** T22 回避、更换: the seat falls vacant, the next in the drawn order takes it. */
export const recuseMember = act(
  'recuse-member',
  words('回避或更换委员', 'Recuse a member'),
  z.strictObject({
    member: id,
    ground: z.enum(['RC-1', 'RC-2', 'RC-3', 'RC-4', 'RC-5', 'RC-6', 'RC-7', 'absent', 'health']),
    reason: text(500),
  }),
  ({ body, state, actor, at }) => {
    if (actor.role === 'expert' && actor.party !== body.member) return refused('only-oneself')
    const seat = state.committee?.members.find((m) => m.member === body.member)
    if (seat === undefined) return refused('no-such-member')
    if (state.committee?.vacant.includes(body.member) === true) return refused('already-recused')
    return happened([event('MemberRecused', at.now, body)])
  },
)

/** A seat of the owner that fell vacant is filled by the owner, who named the first one too. */
export const nameRepresentative = act(
  'name-representative',
  words('更换招标人代表', 'Name another representative'),
  z.strictObject({ out: id, account: id, name: line(40) }),
  ({ body, state, at }) => {
    const { committee } = state
    const seat = committee?.members.find((m) => m.member === body.out)
    if (seat?.kind !== 'representative' || committee?.vacant.includes(body.out) !== true) {
      return refused('seat-not-vacant', { member: body.out })
    }
    const known = committee.members.some((m) => m.member === body.account)
    const drawn = acceptedSeats(state).some((s) => s.expert === body.account)
    if (known || drawn) return refused('sits-already')
    const taken = { out: body.out, in: body.account, name: body.name, specialty: seat.specialty }
    return happened([event('MemberReplaced', at.now, taken)])
  },
)

export const committeeActs = [
  recordCall,
  recordAbsence,
  checkIn,
  conveneCommittee,
  recuseMember,
  nameRepresentative,
]
