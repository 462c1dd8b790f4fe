// SPDX-License-Identifier: Apache-2.0
/** How the opening, the draw and the committee change a tender. */

import { dayOf, type Instant } from '../../../kernel/index.ts'
import type { openingShapes } from '../events/opening.ts'
import type { Bid, Committee, Draw, Evolvers, TenderState } from '../state.ts'

export const evolveOpening: Evolvers<keyof typeof openingShapes> = {
  OpeningStarted: (state, data, at) => ({ ...state, phase: 'opening', opening: { ...data, at } }),
  DecryptionSucceeded: (state, { bid }) =>
    withBid(state, bid, (b) => ({ ...b, standing: 'opened' })),
  BidDecrypted: (state, { bid, content, ...opened }) =>
    withBid(state, bid, (b) => ({ ...b, standing: 'opened', content, opened })),
  ShareGiven: (state, given) =>
    withBid(state, given.bid, (b) => ({ ...b, shares: [...b.shares, given] })),
  DecryptionFailed: (state, failure, at) =>
    withBid(released(state, failure, at), failure.bid, (b) => ({
      ...b,
      // DC-4 and DC-5: own fault counts as revoked, another's as withdrawn.
      standing: failure.fault === 'bidder' ? 'revoked' : 'withdrawn',
      failure,
    })),
  CoefficientNumberCommitted: (state, data) => ({
    ...state,
    coefficient: {
      ...state.coefficient,
      commitments: [...state.coefficient.commitments, data],
    },
  }),
  CoefficientNumberRevealed: (state, data) => ({
    ...state,
    coefficient: { ...state.coefficient, numbers: [...state.coefficient.numbers, data] },
  }),
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
  QualificationJudged: (state, qualification) => ({ ...state, qualification }),
  DrawRequested: (state, request, at) => ({
    ...state,
    draw: newDraw(request, at, state.draw?.checkedIn),
    earlierDraws: state.draw === null ? [] : [...state.earlierDraws, state.draw],
  }),
  PoolInsufficient: (state, short) => withDraw(state, (draw) => ({ ...draw, short })),
  DrawClosed: (state) => state,
  PoolFrozen: (state, pool) => withDraw(state, (draw) => ({ ...draw, pool })),
  PoolPublished: (state, published, at) =>
    withDraw(state, (draw) => ({ ...draw, published: { ...published, at } })),
  DrawNumberCommitted: (state, data, at) =>
    withDraw(state, (draw) => {
      const commitments = [...draw.commitments, data]
      return { ...draw, commitments, promisedAt: commitments.length < 3 ? draw.promisedAt : at }
    }),
  DrawNumberRevealed: (state, data) =>
    withDraw(state, (draw) => ({ ...draw, numbers: [...draw.numbers, data] })),
  ContributorsExcluded: (state, { contributors }, at) =>
    withDraw(state, (draw) => ({
      ...draw,
      excluded: [...draw.excluded, ...contributors],
      promisedAt: draw.promisedAt ?? at,
    })),
  ExpertsDrawn: (state, result) => withDraw(state, (draw) => ({ ...draw, result })),
  ExpertCalled: (state, data, at) =>
    withDrawNamed(state, data.draw, (d) => ({ ...d, calls: [...d.calls, { ...data, at }] })),
  ExpertAbsent: (state, data) =>
    withDrawNamed(state, data.draw, (d) => ({ ...d, absent: [...d.absent, data] })),
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
      tieVotes: [],
      signatures: [],
      reopened: null,
      earlier: [],
      frozen: null,
      restorationVotes: [],
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

function newDraw(
  request: Draw['request'],
  requestedAt: Draw['requestedAt'],
  checkedIn: Draw['checkedIn'] = [],
): Draw {
  return {
    request,
    requestedAt,
    pool: null,
    published: null,
    short: null,
    commitments: [],
    numbers: [],
    excluded: [],
    promisedAt: null,
    result: null,
    calls: [],
    absent: [],
    checkedIn,
  }
}

export function withBid(state: TenderState, no: string, change: (bid: Bid) => Bid): TenderState {
  return { ...state, bids: state.bids.map((bid) => (bid.no === no ? change(bid) : bid)) }
}

function withDraw(state: TenderState, change: (draw: Draw) => Draw): TenderState {
  return { ...state, draw: state.draw && change(state.draw) }
}

/** Calls and absences may speak of the order of an earlier draw. */
function withDrawNamed(
  state: TenderState,
  name: string,
  change: (draw: Draw) => Draw,
): TenderState {
  const named = (draw: Draw) => (draw.request.draw === name ? change(draw) : draw)
  return withDraw({ ...state, earlierDraws: state.earlierDraws.map(named) }, named)
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
        ? { member: seat.in, name: seat.name, kind: m.kind, specialty: seat.specialty }
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
  // A ranking that counted the marks of the one who left is void too; the others' marks stand.
  const concluded = evaluation.conclusion !== null
  return {
    ...state,
    evaluation: {
      ...evaluation,
      step: concluded ? 'detailed' : evaluation.step,
      conclusion: null,
      sheets: others(evaluation.sheets),
      scores: others(evaluation.scores),
      earlier: others(evaluation.earlier),
      restorationVotes: others(evaluation.restorationVotes),
      lowPrice: others(evaluation.lowPrice),
      rejectionVotes: others(evaluation.rejectionVotes),
      tieVotes: others(evaluation.tieVotes),
      signatures: concluded ? [] : others(evaluation.signatures),
    },
  }
}
