// SPDX-License-Identifier: Apache-2.0
/** How notices, objections and the close change a tender. */

import type { Instant } from '../../../kernel/index.ts'
import type { tenderingShapes } from '../events/tendering.ts'
import type { DataOf } from '../events.ts'
import type { Bid, Deposit, Evolvers, Objection, TenderState } from '../state.ts'
import { corrected } from './remedies.ts'

export const evolveTendering: Evolvers<keyof typeof tenderingShapes> = {
  NoticePublished: (state, data, at) => ({
    ...state,
    phase: 'tendering',
    notice: { ...data, publishedAt: at },
  }),
  ClarificationPublished: (state, data, at) => ({
    ...state,
    clarifications: [...state.clarifications, { ...data, at }],
    notice: state.notice && { ...state.notice, terms: data.terms ?? state.notice.terms },
    corrections: state.corrections.filter((c) => c.effect !== 'amend-document'),
  }),
  DeadlineMoved: (state, data, at) => ({
    ...state,
    moves: [...state.moves, { ...data, at }],
    deadlineHeld: false,
    notice: state.notice && {
      ...state.notice,
      schedule: { ...state.notice.schedule, deadline: data.to },
    },
  }),
  SiteVisitAnnounced: (state) => state,
  ObjectionLodged: (state, lodged, at) => ({
    ...state,
    objections: [
      ...state.objections,
      { id: lodged.id, lodgedAt: at, lodged, answeredAt: null, answer: null },
    ],
  }),
  ObjectionAnswered: (state, answer, at) => ({
    ...state,
    objections: withAnswer(state.objections, answer, at),
    corrections: [...state.corrections, ...corrected(answer, at)],
  }),
  Suspended: (state, data, at) => ({
    ...state,
    suspensions: [...state.suspensions, { ...data, since: at }],
    complaints: state.complaints.map((c) => (c.id === data.ref ? { ...c, suspendedAt: at } : c)),
  }),
  Resumed: (state, { ref }, at) => ({
    ...state,
    deadlineHeld: state.deadlineHeld || isPastDeadline(state, at),
    suspensions: state.suspensions.filter((s) => s.ref !== ref),
  }),
  BiddingClosed: (state, { received }, at) => ({
    ...state,
    phase: 'closed',
    received,
    closedAt: at,
  }),
  VaultRevealed: (state, revealed) => ({ ...state, revealed }),
  BidsTakenUp: (state, { bids }) => ({
    ...state,
    bids: bids.map(sealedBid),
    deposits: [
      ...state.deposits,
      ...bids.flatMap(({ bidder, deposit }) => (deposit ? [held({ bidder, ...deposit })] : [])),
    ],
  }),
  DepositsTakenUp: (state, { deposits }) => ({
    ...state,
    deposits: [
      ...state.deposits,
      ...deposits.map((loose) => ({
        ...held(loose),
        released: { cause: loose.cause, on: loose.dueFrom },
      })),
    ],
  }),
  TenderFailed: (state, { explanation }, at) => ended(state, 'failed', explanation, at),
  TenderTerminated: (state, { reason }, at) => ended(state, 'terminated', reason, at),
  DirectiveIssued: (state, data, at) => ({
    ...state,
    directives: [...state.directives, { ...data, at }],
  }),
  Invalidated: (state, { reason }, at) => ended(state, 'invalidated', reason, at),
}

function isPastDeadline({ phase, notice }: TenderState, at: Instant): boolean {
  return phase === 'tendering' && notice !== null && at >= notice.schedule.deadline
}

function ended(
  state: TenderState,
  phase: 'failed' | 'terminated' | 'invalidated',
  why: string,
  at: Instant,
): TenderState {
  const from = state.ending?.from ?? state.phase
  return { ...state, phase, suspensions: [], ending: { at, why, from } }
}

function withAnswer(
  objections: readonly Objection[],
  answer: DataOf<'ObjectionAnswered'>,
  at: Instant,
): readonly Objection[] {
  const known = objections.some((o) => o.id === answer.id)
  // A public reader never saw who objected: the answer is then the first sight of it.
  if (!known) {
    return [...objections, { id: answer.id, lodgedAt: at, lodged: null, answeredAt: at, answer }]
  }
  return objections.map((o) => (o.id === answer.id ? { ...o, answer, answeredAt: at } : o))
}

function sealedBid(taken: DataOf<'BidsTakenUp'>['bids'][number]): Bid {
  return {
    no: taken.no,
    bidder: taken.bidder,
    commitment: taken.commitment,
    receivedAt: taken.receivedAt,
    standing: 'sealed',
    content: null,
    shares: [],
    failure: null,
    rejections: [],
    correction: null,
  }
}

function held(deposit: Pick<Deposit, 'bidder' | 'form' | 'amountFen' | 'creditedOn'>): Deposit {
  const { bidder, form, amountFen, creditedOn } = deposit
  return { bidder, form, amountFen, creditedOn, released: null, refund: null, forfeitedFen: 0 }
}
