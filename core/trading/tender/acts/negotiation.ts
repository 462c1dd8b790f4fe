// SPDX-License-Identifier: Apache-2.0
/** Deciders of 谈判 and 磋商: talks with one supplier at a time, changes that go to all, leaving. */

import { happened, id, type Refused, refused, text, words, z } from '../../../kernel/index.ts'
import { liveBids } from '../evaluation/live.ts'
import { demandMatters } from '../events/rounds.ts'
import { event } from '../events.ts'
import { talksWith } from '../rounds.ts'
import type { TenderState } from '../state.ts'
import { act } from './act.ts'
import { notPresent } from './committee.ts'

/** The panel acts through its chair, who has come, while talks are open. */
export function notChairing(state: TenderState, party: string): Refused | undefined {
  const absent = notPresent(state, party)
  if (absent !== undefined) return absent
  if (state.committee?.chair !== party) return refused('only-the-chair')
  return undefined
}

/** Talks are open from the review of the responses until last quotes are called. */
function notTalking({ evaluation, rounds }: TenderState): Refused | undefined {
  if (evaluation?.step === 'preliminary') return refused('preliminary-open')
  if (evaluation?.step !== 'negotiating') return refused('negotiation-over')
  return rounds.call === null ? undefined : refused('last-quotes-called')
}

/** CN6: with one supplier, and with none a second time before all have had their first. */
export const holdNegotiation = act(
  'hold-negotiation',
  words('记录谈判', 'Record a negotiation'),
  z.strictObject({ bid: id, summary: text(2000) }),
  ({ body, state, actor, at }) => {
    const refusal = notChairing(state, actor.party) ?? notTalking(state)
    if (refusal !== undefined) return refusal
    const live = liveBids(state)
    if (!live.some(({ no }) => no === body.bid)) return refused('no-such-bid', { bid: body.bid })
    const had = talksWith(state.rounds, body.bid)
    const least = Math.min(...live.map(({ no }) => talksWith(state.rounds, no)))
    if (had > least) return refused('others-first', { bid: body.bid })
    return happened([event('NegotiationHeld', at.now, { ...body, round: had + 1 })])
  },
)

const demandBody = z.strictObject({ id, about: z.enum(demandMatters), text: text(2000) })

/** CN7: technical and service requirements and draft terms of the contract, nothing else. */
export const changeDemand = act(
  'change-demand',
  words('拟变动采购需求', 'Propose a change of the demand'),
  demandBody,
  ({ body, state, actor, at }) => {
    const refusal = notChairing(state, actor.party) ?? notTalking(state)
    if (refusal !== undefined) return refusal
    const { proposed, changes } = state.rounds
    if (proposed !== null) return refused('demand-change-pending')
    if (changes.some((change) => change.id === body.id)) return refused('id-taken')
    return happened([event('DemandChangeProposed', at.now, body)])
  },
)

/** 74号令 32: nothing changes before the purchaser's representative agrees; then all hear it at once. */
export const confirmDemandChange = act(
  'confirm-demand-change',
  words('确认变动采购需求', 'Confirm the change of the demand'),
  z.strictObject({ id, agreed: z.boolean() }),
  ({ body, state, actor, at }) => {
    const seat = state.committee?.members.find(({ member }) => member === actor.party)
    if (actor.role === 'expert' && seat?.kind !== 'representative') {
      return refused('only-the-purchaser')
    }
    const refusal = notTalking(state)
    if (refusal !== undefined) return refusal
    const { proposed } = state.rounds
    if (proposed?.id !== body.id) return refused('no-such-demand-change')
    return happened([
      body.agreed
        ? event('DemandChanged', at.now, proposed)
        : event('DemandChangeDeclined', at.now, { id: body.id }),
    ])
  },
)

export const answerDemand = act(
  'answer-demand',
  words('按变动重新响应', 'Answer the changed demand'),
  z.strictObject({ id, answer: text(2000) }),
  ({ body, state, actor, at }) => {
    const refusal = notTalking(state)
    if (refusal !== undefined) return refusal
    const own = ownLive(state, actor.party)
    if (own === undefined) return refused('has-left')
    const { changes, answers } = state.rounds
    const change = changes.find(({ id: of }) => of === body.id)
    if (change === undefined) return refused('no-such-demand-change')
    if (answers.some((a) => a.id === body.id && a.bid === own.no)) {
      return refused('already-answered', { id: body.id })
    }
    return happened([event('DemandAnswered', at.now, { ...body, bid: own.no })])
  },
)

/** 74号令 34: until the last quotes are due, whoever wants to go may go. */
export const leaveNegotiation = act(
  'leave-negotiation',
  words('退出谈判', 'Leave the negotiation'),
  z.strictObject({ reason: text(1000, 0) }),
  ({ body, state, actor, at }) => {
    if (state.evaluation?.step !== 'negotiating') return refused('negotiation-over')
    const own = ownLive(state, actor.party)
    if (own === undefined) return refused('has-left')
    const { call } = state.rounds
    if (call !== null && at.now >= call.deadline) {
      return refused('last-quotes-due', { deadline: call.deadline })
    }
    return happened([event('NegotiationLeft', at.now, { ...body, bid: own.no })])
  },
)

/** The bid of a supplier that has neither left nor been rejected. */
export function ownLive(state: TenderState, party: string) {
  return liveBids(state).find(({ bidder }) => bidder.party === party)
}

export const negotiationActs = [
  holdNegotiation,
  changeDemand,
  confirmDemandChange,
  answerDemand,
  leaveNegotiation,
]
