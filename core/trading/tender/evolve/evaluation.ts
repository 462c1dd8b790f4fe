// SPDX-License-Identifier: Apache-2.0
/** How the committee's work changes a tender. */

import { procedureOf } from '../decide.ts'
import { wholeSheet } from '../evaluation/reopened.ts'
import { openTie, withOrder } from '../evaluation/ties.ts'
import type { evaluationShapes } from '../events/evaluation.ts'
import type { DataOf } from '../events.ts'
import type { Evaluation, EvaluationStep, Evolvers, TenderState } from '../state.ts'
import { withBid } from './opening.ts'

export const evolveEvaluation: Evolvers<keyof typeof evaluationShapes> = {
  PreliminaryLocked: (state, sheet) =>
    withEvaluation(state, (e) => ({ ...e, sheets: [...e.sheets, sheet] })),
  BidRejected: (state, rejection) =>
    withBid(state, rejection.bid, (bid) => ({
      ...bid,
      standing: 'rejected',
      rejections: [...bid.rejections, rejection],
    })),
  PreliminaryConcluded: (state) =>
    withEvaluation(state, (e) => ({
      ...e,
      step: procedureOf(state).rounds ? 'negotiating' : 'detailed',
    })),
  ArithmeticCorrected: (state, correction) =>
    withBid(state, correction.bid, (bid) => ({
      ...bid,
      correction: { ...correction, accepted: null },
    })),
  CorrectionConfirmed: (state, { bid, accepted }) =>
    withBid(state, bid, (b) => ({
      ...b,
      correction: b.correction && { ...b.correction, accepted },
    })),
  ClarificationAsked: (state, asked, at) =>
    withEvaluation(state, (e) => ({
      ...e,
      clarifications: [...e.clarifications, { ...asked, askedAt: at, reply: null }],
    })),
  ClarificationReplied: (state, reply) =>
    withEvaluation(state, (e) => ({
      ...e,
      clarifications: e.clarifications.map((c) => (c.id === reply.id ? { ...c, reply } : c)),
    })),
  LowPriceJudged: (state, data) =>
    withEvaluation(state, (e) => ({ ...e, lowPrice: [...e.lowPrice, data] })),
  RejectionVoted: (state, vote) =>
    withEvaluation(state, (e) => ({ ...e, rejectionVotes: [...e.rejectionVotes, vote] })),
  ScoresLocked: (state, data) =>
    withEvaluation(state, (e) => ({ ...e, scores: [...e.scores, wholeSheet(e, data)] })),
  EvaluationConcluded: (state, conclusion) =>
    withEvaluation(state, (e) => ({ ...e, ...standing(conclusion), tieVotes: [] })),
  TieVoted: (state, vote) =>
    withEvaluation(state, (e) => ({
      ...e,
      tieVotes: [...e.tieVotes.filter((v) => v.member !== vote.member), vote],
    })),
  TieResolved: (state, { order }) =>
    withEvaluation(state, (e) =>
      e.conclusion === null
        ? e
        : { ...e, ...standing(withOrder(e.conclusion, order)), tieVotes: [] },
    ),
  EvaluationStopped: (state) => state,
  ReportSigned: (state, data) =>
    withEvaluation(state, (e) => ({ ...e, signatures: [...e.signatures, data] })),
  ReportSubmitted: (state, _, at) => ({ ...state, phase: 'reported', reportAt: at }),
  ReportReviewed: (state, reviewed) => ({ ...state, reviewed }),
  EvaluationReopened: (state) => ({
    ...state,
    phase: 'evaluating',
    publicReview: null,
    reviewed: null,
  }),
  ReEvaluationOrdered: (state, reopened) => ({
    ...withEvaluation(state, (e) => ({
      ...e,
      step: 'detailed',
      scores: [],
      earlier: e.scores,
      frozen: e.frozen ?? e.conclusion,
      conclusion: null,
      signatures: [],
      restorationVotes: [],
      reopened,
    })),
    phase: 'evaluating',
    publicReview: null,
    reviewed: null,
  }),
  RestorationVoted: (state, vote) =>
    withEvaluation(state, (e) => ({ ...e, restorationVotes: [...e.restorationVotes, vote] })),
  BidRestored: (state, { bid }) =>
    withBid(state, bid, (b) => ({ ...b, standing: 'opened', rejections: [] })),
}

/** Nothing is signed while candidates stand equal. */
function standing(conclusion: DataOf<'EvaluationConcluded'>) {
  const step: EvaluationStep = openTie(conclusion) === undefined ? 'signing' : 'tie'
  return { step, conclusion }
}

export function withEvaluation(
  state: TenderState,
  change: (evaluation: Evaluation) => Evaluation,
): TenderState {
  return { ...state, evaluation: state.evaluation && change(state.evaluation) }
}
