// SPDX-License-Identifier: Apache-2.0
/** Deciders of 专家抽取 and 组建评标委员会: chance in public, names under seal. */

import { canonicalBytes, hex } from '@gongxin/trust/canonical'
import { commitment } from '@gongxin/trust/draw'
import { sm3Digest } from '@gongxin/trust/suites'
import {
  certain,
  digest,
  happened,
  id,
  instant,
  line,
  type Role,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import { committeeShape } from '../../../law/index.ts'
import { acceptedExperts } from '../decide.ts'
import {
  bytesOf,
  mustRecuse,
  openSeats,
  ordersOf,
  rootOfPool,
  seedOfDraw,
  waitingIn,
} from '../draw.ts'
import { callAnswers, type contributors } from '../events/opening.ts'
import { type DataOf, event, type TenderEvent } from '../events.ts'
import type { TenderState } from '../state.ts'
import { act, finding } from './act.ts'

/** T20: asked for by owner or agency, who never see names. */
export const requestDraw = act(
  'request-draw',
  words('申请抽取专家', 'Request the expert draw'),
  z.strictObject({ draw: id, evaluationAt: instant, place: line(60) }),
  ({ body, state, at }) => {
    const strata = state.notice?.terms.specialties
    if (strata === undefined) return refused('no-notice')
    if (state.draw !== null) return refused('draw-already-requested')
    if (body.evaluationAt < at.now) return refused('deadline-in-the-past', { now: at.now })
    const request = {
      ...body,
      strata: strata.map(({ code, count }) => ({ specialty: code, count })),
    }
    const rulesDigest = hex(sm3Digest(canonicalBytes({ draw: body.draw, strata: request.strata })))
    return happened([event('DrawRequested', at.now, { ...request, rulesDigest })])
  },
)

/** The library's list for these specialties, frozen before any number is shown. */
export const freezePool = act(
  'freeze-pool',
  words('封存专家名册', 'Freeze the pool'),
  z.strictObject({}),
  ({ state, at }) => {
    const draw = state.draw
    const experts = at.facts.pool
    const salt = at.facts.random
    if (draw === null || experts === undefined || salt === undefined) return refused('no-draw')
    if (draw.pool !== null) return refused('pool-already-frozen')
    const short = draw.request.strata.find(
      (s) => experts.filter((e) => e.specialty === s.specialty).length < s.count,
    )
    if (short !== undefined) return refused('pool-too-small', { specialty: short.specialty })
    const frozen = { draw: draw.request.draw, salt, experts: [...experts] }
    const root = rootOfPool(salt, experts)
    return happened([
      event('PoolFrozen', at.now, frozen),
      event('PoolPublished', at.now, { draw: frozen.draw, root, size: experts.length }),
    ])
  },
)

type Contributor = (typeof contributors)[number]

function contributorOf(role: Role): Contributor {
  return role === 'centre' || role === 'authority' ? role : 'owner'
}

/** Three numbers are promised first and shown later; one honest one is enough. */
export const commitDrawNumber = act(
  'commit-draw-number',
  words('提交随机数承诺', 'Commit a draw number'),
  z.strictObject({ commitment: digest }),
  ({ body, state, actor, at }) => {
    const draw = state.draw
    if (draw?.published == null) return refused('no-draw')
    const contributor = contributorOf(actor.role)
    if (draw.commitments.some((c) => c.contributor === contributor)) {
      return refused('already-committed', { contributor })
    }
    const committed = { draw: draw.request.draw, contributor, commitment: body.commitment }
    return happened([event('DrawNumberCommitted', at.now, committed)])
  },
)

/** The last number shown is the draw: seed and calling order follow, for anybody to repeat. */
export const revealDrawNumber = act(
  'reveal-draw-number',
  words('公开随机数', 'Reveal the draw number'),
  z.strictObject({ number: digest }),
  ({ body, state, actor, at }) => {
    const draw = state.draw
    if (draw?.pool == null) return refused('no-draw')
    if (draw.commitments.length < 3) {
      return refused('commitments-missing', { committed: draw.commitments.length })
    }
    const contributor = contributorOf(actor.role)
    const promised = draw.commitments.find((c) => c.contributor === contributor)
    if (promised === undefined) return refused('not-committed', { contributor })
    if (draw.numbers.some((n) => n.contributor === contributor)) return refused('already-revealed')
    if (hex(commitment(contributor, bytesOf(body.number))) !== promised.commitment) {
      return refused('number-breaks-promise', { contributor })
    }
    const shown = { draw: draw.request.draw, contributor, number: body.number }
    const revealed = event('DrawNumberRevealed', at.now, shown)
    const numbers = [...draw.numbers, shown]
    if (numbers.length < draw.commitments.length) return happened([revealed])
    const seeded = seedOfDraw({ ...draw, numbers })
    if ('fault' in seeded) return refused('number-breaks-promise', { contributor })
    const orders = ordersOf(seeded.seed, draw.request.strata, draw.pool.experts)
    const drawn = { draw: shown.draw, seed: seeded.seed, orders }
    return happened([revealed, event('ExpertsDrawn', at.now, drawn)])
  },
)

/** DW-4 通知: in the drawn order, no one skipped without a coded reason. */
export const recordCall = act(
  'record-call',
  words('记录通知结果', 'Record a call'),
  z.strictObject({ specialty: id, index: z.int().min(0), answer: z.enum(callAnswers) }),
  ({ body, state, at }) => {
    const draw = state.draw
    if (draw?.pool == null || draw.result === null) return refused('no-draw')
    if (openSeats(state, body.specialty) <= 0) return refused('seats-filled')
    const [next] = waitingIn(draw, body.specialty)
    if (next === undefined) return refused('pool-exhausted', { specialty: body.specialty })
    if (next !== body.index) return refused('not-next-in-order', { next })
    const expert = certain(draw.pool.experts[next], 'drawn from the pool')
    if (mustRecuse(state, expert) && body.answer !== 'recusal') return refused('must-recuse')
    return happened([event('ExpertCalled', at.now, { draw: draw.request.draw, ...body })])
  },
)

/** T21 签到: identity, and the declaration that no ground of recusal is known. */
export const checkIn = act(
  'check-in',
  words('签到并声明', 'Check in and declare'),
  z.strictObject({ declared: z.literal(true) }),
  ({ state, actor, at }) => {
    if (state.draw?.checkedIn.some((c) => c.expert === actor.party) === true) {
      return refused('already-checked-in')
    }
    if (!acceptedExperts(state).includes(actor.party)) return refused('not-drawn')
    const known = state.draw?.pool?.experts.find((e) => e.expert === actor.party)
    const name = known?.name ?? actor.party
    const entered = event('ExpertCheckedIn', at.now, { expert: actor.party, name, declared: true })
    const vacant = vacantSeat(state, known?.specialty)
    if (vacant === undefined || known === undefined) return happened([entered])
    const seat = { out: vacant, in: actor.party, name, specialty: known.specialty }
    return happened([entered, event('MemberReplaced', at.now, seat)])
  },
)

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
    const shape = finding(asked, committeeShape, {
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
  const pool = state.draw?.pool?.experts ?? []
  return (state.draw?.checkedIn ?? []).map(({ expert, name }) => ({
    member: expert,
    name,
    kind: 'expert',
    specialty: pool.find((e) => e.expert === expert)?.specialty ?? '',
  }))
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

export const drawActs = [
  requestDraw,
  freezePool,
  commitDrawNumber,
  revealDrawNumber,
  recordCall,
  checkIn,
  conveneCommittee,
  recuseMember,
]
