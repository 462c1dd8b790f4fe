// SPDX-License-Identifier: Apache-2.0
/** How talks, changes of the demand and last quotes change a tender. */

import { dayOf, type Instant } from '../../../kernel/index.ts'
import { liveBids } from '../evaluation/live.ts'
import type { roundShapes } from '../events/rounds.ts'
import type { Evolvers, Rounds, TenderState } from '../state.ts'
import { withEvaluation } from './evaluation.ts'
import { withBid, withRelease } from './opening.ts'

export const evolveRounds: Evolvers<keyof typeof roundShapes> = {
  NegotiationHeld: (state, talk) => withRounds(state, (r) => ({ ...r, talks: [...r.talks, talk] })),
  DemandChangeProposed: (state, proposed) => withRounds(state, (r) => ({ ...r, proposed })),
  DemandChangeDeclined: (state) => withRounds(state, (r) => ({ ...r, proposed: null })),
  DemandChanged: (state, change) => {
    const to = liveBids(state).map(({ no }) => no)
    return withRounds(state, (r) => ({
      ...r,
      proposed: null,
      changes: [...r.changes, { ...change, to }],
    }))
  },
  DemandAnswered: (state, answer) =>
    withRounds(state, (r) => ({ ...r, answers: [...r.answers, answer] })),
  NegotiationLeft: (state, { bid }, at) => withoutBid(state, bid, at),
  LastQuotesCalled: (state, call) => withRounds(state, (r) => ({ ...r, call })),
  LastQuotePromised: (state, promised) =>
    withRounds(state, (r) => ({
      ...r,
      promises: [...r.promises.filter((p) => p.bid !== promised.bid), promised],
    })),
  LastQuoteShown: (state, shown) =>
    withRounds(state, (r) => ({ ...r, shown: [...r.shown, shown] })),
  LastQuotesConcluded: (state, concluded, at) => {
    const quoted = concluded.quotes.reduce(
      (now, { bid, priceFen }) => withBid(now, bid, (b) => ({ ...b, lastFen: priceFen })),
      withRounds(state, (r) => ({ ...r, concluded })),
    )
    const left = concluded.left.reduce((now, bid) => withoutBid(now, bid, at), quoted)
    return withEvaluation(left, (e) => ({ ...e, step: 'detailed' }))
  },
}

/** 74号令 34: leaving before the last quote costs nothing, and the deposit goes back. */
function withoutBid(state: TenderState, no: string, at: Instant): TenderState {
  const party = state.bids.find((bid) => bid.no === no)?.bidder.party
  const release = { cause: 'left-negotiation', on: dayOf(at) } as const
  return withBid(withRelease(state, party, release), no, (bid) => ({ ...bid, standing: 'left' }))
}

function withRounds(state: TenderState, change: (rounds: Rounds) => Rounds): TenderState {
  return { ...state, rounds: change(state.rounds) }
}
