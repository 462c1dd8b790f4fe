// SPDX-License-Identifier: Apache-2.0
/** How publication of the result, contract, refunds and archive change a tender. */

import type { awardShapes } from '../events/award.ts'
import type { Deposit, Evolvers, Performance, TenderState } from '../state.ts'

export const evolveAward: Evolvers<keyof typeof awardShapes> = {
  CandidatesPublished: (state, publicReview) => ({
    ...state,
    phase: 'publicReview',
    publicReview,
  }),
  AwardDecided: (state, data, at) => ({ ...state, phase: 'decided', award: { ...data, at } }),
  AwardNoticeIssued: (state, data, at) => ({
    ...state,
    phase: 'notified',
    awardNotice: { ...data, at },
  }),
  LoserNotified: (state, { letter }) => ({ ...state, letters: [...state.letters, letter] }),
  ResultPublished: (state) => state,
  WrittenReportFiled: (state, data, at) => ({ ...state, writtenReport: { ...data, at } }),
  PerformanceDepositReceived: (state, performance) => ({ ...state, performance }),
  ContractOffered: (state, offer) => ({ ...state, offer }),
  ContractSigned: (state, data, at) => ({
    ...state,
    phase: 'contracted',
    contract: { ...data, at },
  }),
  RefundOrdered: (state, refundsOrdered) => ({ ...state, refundsOrdered }),
  DepositRefunded: (state, refund) =>
    withDeposit(state, refund.bidder.party, (deposit) => ({ ...deposit, refund })),
  DepositForfeited: (state, { bidder, amountFen }) =>
    withDeposit(state, bidder.party, (deposit) => ({
      ...deposit,
      forfeitedFen: deposit.forfeitedFen + amountFen,
    })),
  DepositsSettled: (state) => ({
    ...state,
    depositsSettled: true,
    phase: state.phase === 'contracted' ? 'settled' : state.phase,
  }),
  AwardCancelled: (state, data) => ({
    ...state,
    phase: decidedFrom(state),
    cancelled: [...state.cancelled, data],
    award: null,
    awardNotice: null,
    offer: null,
    performance: null,
    performing: lapsedIn(state.performing),
  }),
  Archived: (state, archive) => ({ ...state, phase: 'archived', archive }),
  RetenderOpened: (state, { next }) => ({ ...state, next }),
}

function lapsedIn(performing: Performance): Performance {
  const { deposit, lapsed } = performing
  return { ...performing, deposit: null, lapsed: deposit === null ? lapsed : [...lapsed, deposit] }
}

/** Where nothing was under public review the purchaser decides again on report or consultation. */
function decidedFrom({ publicReview, consultation }: TenderState): TenderState['phase'] {
  if (publicReview !== null) return 'publicReview'
  return consultation === null ? 'reported' : 'consulting'
}

function withDeposit(
  state: TenderState,
  party: string,
  change: (deposit: Deposit) => Deposit,
): TenderState {
  return {
    ...state,
    deposits: state.deposits.map((d) => (d.bidder.party === party ? change(d) : d)),
  }
}
