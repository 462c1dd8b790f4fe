// SPDX-License-Identifier: Apache-2.0
/** What the sealed streams hold when they are opened to the tender: bids, and deposits without one. */

import { dayOf, type Instant } from '../../kernel/index.ts'
import type { LooseDeposit, TakenUp } from '../tender/index.ts'
import type { BidState } from './state.ts'

export interface TakingUp {
  /** Money that came later stands for no bid; null where there is no deadline. */
  readonly deadline: Instant | null
  readonly now: Instant
}

/** Bids are numbered in the order of their commitments: the number tells nothing of time. */
export function takeUp(all: readonly BidState[], at: TakingUp): TakenUp {
  const bids = all
    .flatMap((bid) => {
      const { bidder, envelope, receivedAt } = bid
      if (bidder === null || envelope === null || receivedAt === null) return []
      const deposit = inTime(bid, at) ? moneyOf(bid.deposit) : null
      return [{ bidder, commitment: envelope.commitment, receivedAt, deposit }]
    })
    .sort((a, b) => (a.commitment < b.commitment ? -1 : 1))
    .map((bid, index) => ({ no: `B${String(index + 1).padStart(2, '0')}`, ...bid }))
  return { bids, idle: all.flatMap((bid) => looseOf(bid, at)) }
}

function inTime({ depositAt }: BidState, { deadline }: TakingUp): boolean {
  return deadline === null || depositAt === null || depositAt < deadline
}

function moneyOf(deposit: BidState['deposit']) {
  if (deposit === null) return null
  const { form, amountFen, creditedOn } = deposit
  return { form, amountFen, creditedOn }
}

function looseOf(bid: BidState, at: TakingUp): readonly LooseDeposit[] {
  const { deposit, depositAt, envelope, withdrawnAt } = bid
  const money = moneyOf(deposit)
  if (deposit === null || money === null || depositAt === null) return []
  const { bidder } = deposit
  if (!inTime(bid, at)) return [{ bidder, ...money, cause: 'late', dueFrom: dayOf(depositAt) }]
  if (envelope !== null) return []
  if (withdrawnAt === null) return [{ bidder, ...money, cause: 'unused', dueFrom: dayOf(at.now) }]
  return [{ bidder, ...money, cause: 'withdrawn', dueFrom: dayOf(dueSince(bid, withdrawnAt)) }]
}

/** From the withdrawal, or from the credit where the money came after it. */
export function dueSince({ depositAt }: BidState, withdrawnAt: Instant): Instant {
  return depositAt !== null && depositAt > withdrawnAt ? depositAt : withdrawnAt
}
