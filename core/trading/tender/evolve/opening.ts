// SPDX-License-Identifier: Apache-2.0
/** How the opening, the draw and the committee change a tender. */

import { dayOf, type Instant } from '../../../kernel/index.ts'
import type { openingShapes } from '../events/opening.ts'
import type { Bid, Committee, Draw, Evolvers, TenderState } from '../state.ts'

export const evolveOpening: Evolvers<keyof typeof openingShapes> = {
  OpeningStarted: (state, data, at) => ({ ...state, phase: 'opening', opening: { ...data, at } }),
  BidDecrypted: (state, { bid, content }) =>
    withBid(state, bid, (b) => ({ ...b, standing: 'opened', content })),
  DecryptionFailed: (state, failure, at) =>
    withBid(released(state, failure, at), failure.bid, (b) => ({
      ...b,
      // DC-4 and DC-5: own fault counts as revoked, another's as withdrawn.
      standing: failure.fault === 'bidder' ? 'revoked' : 'withdrawn',
      failure,
    })),
  OpeningRecorded: (state, record, at) => ({
    ...state,
    phase: 'opened',
    record,
    recordedAt: at,
  }),
  OpeningObjected: (state, { id, text }, at) => ({
    ...state,
    openingObjections: [...state.openingObjections, { id, text, at, answer: null }],
  }),
  OpeningObjectionAnswered: (state, { id, answer }) => ({
    ...state,
    openingObjections: state.openingObjections.map((o) => (o.id === id ? { ...o, answer } : o)),
  }),
  DrawRequested: (state, request, at) => ({ ...state, draw: newDraw(request, at) }),
  PoolFrozen: (state, pool) => withDraw(state, (draw) => ({ ...draw, pool })),
  PoolPublished: (state, published) => withDraw(state, (draw) => ({ ...draw, published })),
  DrawNumberCommitted: (state, data) =>
    withDraw(state, (draw) => ({ ...draw, commitments: [...draw.commitments, data] })),
  DrawNumberRevealed: (state, data) =>
    withDraw(state, (draw) => ({ ...draw, numbers: [...draw.numbers, data] })),
  ExpertsDrawn: (state, result) => withDraw(state, (draw) => ({ ...draw, result })),
  ExpertCalled: (state, data) =>
    withDraw(state, (draw) => ({ ...draw, calls: [...draw.calls, data] })),
  ExpertCheckedIn: (state, data) =>
    withDraw(state, (draw) => ({ ...draw, checkedIn: [...draw.checkedIn, data] })),
  CommitteeNamed: (state, { members, chair }) => ({
    ...state,
    committee: { members, chair, vacant: [] },
  }),
  CommitteeConvened: (state) => ({
    ...state,
    phase: 'evaluating',
    evaluation: state.evaluation ?? {
      step: 'preliminary',
      sheets: [],
      clarifications: [],
      lowPrice: [],
      rejectionVotes: [],
      scores: [],
      conclusion: null,
      signatures: [],
      reopened: null,
    },
  }),
  MemberRecused: (state, { member }) =>
    withCommittee(state, (c) => ({ ...c, vacant: [...c.vacant, member] })),
  MemberReplaced: (state, data) => withoutOpinionsOf(replaced(state, data), data.out),
}

/** DC-5: who could not open the own bid through another's fault gets the deposit back at once. */
function released(
  state: TenderState,
  { bid, fault }: { readonly bid: string; readonly fault: string },
  at: Instant,
): TenderState {
  const party = state.bids.find((b) => b.no === bid)?.bidder.party
  if (fault === 'bidder' || party === undefined) return state
  const release = { cause: 'not-own-fault', on: dayOf(at) } as const
  return {
    ...state,
    deposits: state.deposits.map((d) =>
      d.bidder.party === party && d.released === null ? { ...d, released: release } : d,
    ),
  }
}

function newDraw(request: Draw['request'], requestedAt: Draw['requestedAt']): Draw {
  return {
    request,
    requestedAt,
    pool: null,
    published: null,
    commitments: [],
    numbers: [],
    result: null,
    calls: [],
    checkedIn: [],
  }
}

export function withBid(state: TenderState, no: string, change: (bid: Bid) => Bid): TenderState {
  return { ...state, bids: state.bids.map((bid) => (bid.no === no ? change(bid) : bid)) }
}

function withDraw(state: TenderState, change: (draw: Draw) => Draw): TenderState {
  return { ...state, draw: state.draw && change(state.draw) }
}

function withCommittee(state: TenderState, change: (c: Committee) => Committee): TenderState {
  return { ...state, committee: state.committee && change(state.committee) }
}

function replaced(
  state: TenderState,
  seat: { out: string; in: string; name: string; specialty: string },
): TenderState {
  return withCommittee(state, (c) => ({
    ...c,
    vacant: c.vacant.filter((m) => m !== seat.out),
    chair: c.chair === seat.out ? seat.in : c.chair,
    members: c.members.map((m) =>
      m.member === seat.out
        ? { member: seat.in, name: seat.name, kind: 'expert', specialty: seat.specialty }
        : m,
    ),
  }))
}

/** TL48: what the replaced member did is void and done again by the new one. */
function withoutOpinionsOf(state: TenderState, member: string): TenderState {
  const { evaluation } = state
  if (evaluation === null) return state
  const others = <T extends { readonly member: string }>(list: readonly T[]) =>
    list.filter((item) => item.member !== member)
  return {
    ...state,
    evaluation: {
      ...evaluation,
      sheets: others(evaluation.sheets),
      scores: others(evaluation.scores),
      lowPrice: others(evaluation.lowPrice),
      rejectionVotes: others(evaluation.rejectionVotes),
      signatures: others(evaluation.signatures),
    },
  }
}
