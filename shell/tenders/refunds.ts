// SPDX-License-Identifier: Apache-2.0
/** The bank pays first, under a reference it pays only once; then the payment is recorded. */

import { dayOf, systemActor } from '@gongxin/core/kernel'
import { type BidState, findBidAct, returnOf } from '@gongxin/core/trading/bid'
import { refundable, refundOf } from '@gongxin/core/trading/tender'
import { actOnBid } from './bid-desk.ts'
import { bySystem } from './by-system.ts'
import { bankOf } from './deposit-papers.ts'
import { accountNumber } from './depositary.ts'
import { systemCaller } from './desk.ts'
import type { Bank, TenderParts } from './parts.ts'

export async function refundAll(parts: TenderParts, tender: string): Promise<void> {
  const { streams, clock } = parts
  const bank = bankOf(parts)
  const rate = await bank.rateOn(dayOf(clock.now()))
  for (;;) {
    const state = (await streams.tender(tender))?.state
    const [deposit] = state === undefined ? [] : refundable(state)
    if (deposit === undefined) return
    const { party } = deposit.bidder
    const { state: bid } = await streams.bid(tender, party)
    const paid = returnedMeanwhile(bid)
    const money = refundOf(deposit, dayOf(clock.now()), rate)
    const reference = paid ?? (await pay(bank, { tender, party, bid }, money))
    const outcome = await bySystem(parts, tender, {
      name: 'record-refund',
      body: { party, reference },
      gather: async () => ({ depositRate: rate }),
    })
    if (outcome.kind !== 'done') return
  }
}

/** What was paid back out of the sealed stream while it was being taken up is not paid twice. */
function returnedMeanwhile({ deposit, depositReturned }: BidState): string | null {
  return deposit === null ? (depositReturned?.reference ?? null) : null
}

/** LIM-11: nothing is done where the bid was sent again, or the close has taken the money up. */
export async function returnOne(parts: TenderParts, tender: string, party: string): Promise<void> {
  const of = findBidAct('return-deposit')
  const { state: bid } = await parts.streams.bid(tender, party)
  const phase = (await parts.streams.tender(tender))?.state.phase
  const { deposit, envelope, withdrawnAt, bidder } = bid
  if (of === undefined || phase !== 'tendering') return
  if (deposit === null || envelope !== null || withdrawnAt === null) return
  const bank = bankOf(parts)
  const today = dayOf(parts.clock.now())
  const depositRate = await bank.rateOn(today)
  const money = returnOf(deposit, today, depositRate)
  const reference = await pay(bank, { tender, party, bid }, money)
  const key = `return-${tender}-${party}-${bid.returns}`
  const actor = { ...systemActor, party }
  const caller = { ...systemCaller(actor, key), name: bidder?.name ?? party }
  const request = { tender, act: of.name, body: { reference }, key, of, facts: { depositRate } }
  const outcome = await actOnBid(parts, caller, request)
  if (outcome.kind === 'malformed') throw new Error(`return: ${JSON.stringify(outcome.issues)}`)
}

interface Payee {
  readonly tender: string
  readonly party: string
  readonly bid: BidState
}

/** One reference for each payment in: the second deposit of a bidder has one of its own. */
async function pay(
  bank: Bank,
  { tender, party, bid: { returns, deposit } }: Payee,
  { principalFen, interestFen }: { readonly principalFen: number; readonly interestFen: number },
): Promise<string> {
  const round = returns === 0 ? '' : `-${returns + 1}`
  const reference = `${tender}-${party}${round}`
  if (deposit !== null && deposit.form !== 'transfer') {
    const number = deposit.reference
    // Deposits of before papers had numbers stand on the account, and go back from it.
    if ((await bank.paper(number)) !== null) return bank.release({ number, reference })
  }
  return bank.refund({
    account: accountNumber(tender, party),
    principalFen,
    interestFen,
    reference,
  })
}
