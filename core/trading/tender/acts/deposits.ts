// SPDX-License-Identifier: Apache-2.0
/** Deciders of 退还 and 不予退还保证金: every fen taken up goes back in time or is kept with a reason. */

import {
  type CivilDate,
  certain,
  dayOf,
  daysBetween,
  type Finding,
  happened,
  id,
  line,
  rational,
  refused,
  text,
  words,
  z,
} from '../../../kernel/index.ts'
import {
  due,
  interestFen,
  limitOf,
  refundAfterContract,
  refundAfterTermination,
  refundAfterWithdrawal,
} from '../../../law/index.ts'
import type { LooseDeposit } from '../events/tendering.ts'
import { event, type TenderEvent } from '../events.ts'
import type { Deposit, TenderState } from '../state.ts'
import { type Asked, act, finding, lawDayOf, type TakenUp } from './act.ts'

/** Acts for which the shell reads the sealed streams beforehand. */
export const takingUpActs: readonly string[] = [
  'close-bidding',
  'take-up-deposits',
  'terminate',
  'issue-directive',
  'decide-complaint',
]

/**
 * A trade that ends while the bids are sealed takes the deposits out of the sealed streams, so that
 * they are owed and can be paid. It is said even where there are none: silence would tell.
 */
export function depositsOnEnding({ state, at }: Asked<unknown>): readonly TenderEvent[] {
  if (state.phase !== 'tendering') return []
  const taken = certain(at.facts.taken, 'the shell hands in the sealed deposits')
  const today = dayOf(at.now)
  const deposits = looseIn(taken).map((deposit): LooseDeposit => {
    const own = deposit.cause === 'withdrawn' || deposit.cause === 'late'
    return own ? deposit : { ...deposit, cause: 'ended', dueFrom: today }
  })
  return [event('DepositsTakenUp', at.now, { deposits })]

  function looseIn({ bids, idle }: TakenUp): readonly LooseDeposit[] {
    const ofBids = bids.flatMap(({ bidder, deposit }) =>
      deposit === null ? [] : [{ bidder, ...deposit, cause: 'ended', dueFrom: today } as const],
    )
    return [...ofBids, ...idle]
  }
}

/** Money that reached a sealed stream after the close or the end is taken up too, and goes back. */
export const takeUpDeposits = act(
  'take-up-deposits',
  words('登记迟到的保证金', 'Take up late deposits'),
  z.strictObject({}),
  ({ state, at }) => {
    const taken = certain(at.facts.taken, 'the shell hands in the sealed deposits')
    const today = dayOf(at.now)
    const late = [
      ...taken.bids.flatMap(({ bidder, deposit }) => (deposit ? [{ bidder, ...deposit }] : [])),
      ...taken.idle,
    ]
      .filter(({ bidder }) => !state.deposits.some((d) => d.bidder.party === bidder.party))
      .map(({ bidder, form, amountFen, creditedOn }): LooseDeposit => {
        return { bidder, form, amountFen, creditedOn, cause: 'late', dueFrom: today }
      })
    if (late.length === 0) return refused('nothing-to-take-up')
    return happened([event('DepositsTakenUp', at.now, { deposits: late })])
  },
)

/** T39 退还保证金: the order goes to the bank; each refund comes back as its own event. */
export const refundDeposits = act(
  'refund-deposits',
  words('退还投标保证金', 'Refund the deposits'),
  z.strictObject({}),
  ({ state, at }) => {
    if (state.refundsOrdered !== null) return refused('already-ordered')
    const rule = state.contract === null ? 'LIM-28' : 'LIM-24'
    const from = dayOf(state.contract?.at ?? state.ending?.at ?? at.now)
    const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
    const ordered = event('RefundOrdered', at.now, {
      dueOn: due(limitOf(rule), from, counting).safe,
    })
    const nothing = outstanding(state).length === 0
    return happened(
      nothing ? [ordered, event('DepositsSettled', at.now, { at: at.now })] : [ordered],
    )
  },
)

/** Deposits neither paid back nor kept. */
export function outstanding(state: TenderState): readonly Deposit[] {
  return state.deposits.filter((d) => d.refund === null && d.forfeitedFen < d.amountFen)
}

/** Of these, what may be paid now: all of them at the end, before it only what was released. */
export function refundable(state: TenderState): readonly Deposit[] {
  return isOver(state) ? outstanding(state) : outstanding(state).filter((d) => d.released !== null)
}

function isOver({ contract, ending }: TenderState): boolean {
  return contract !== null || ending !== null
}

/** The bank reports a refund; interest runs from the credit day to the refund day. */
export const recordRefund = act(
  'record-refund',
  words('登记退款', 'Record a refund'),
  z.strictObject({ party: line(64), reference: line(60) }),
  (asked) => {
    const { body, state, at } = asked
    const mine = (d: Deposit) => d.bidder.party === body.party
    if (!outstanding(state).some(mine)) return refused('nothing-to-refund', { party: body.party })
    const deposit = refundable(state).find(mine)
    if (deposit === undefined) return refused('refund-not-due', { party: body.party })
    const rate = at.facts.depositRate
    if (rate === undefined) return refused('no-deposit-rate')
    const refund = event('DepositRefunded', at.now, {
      bidder: deposit.bidder,
      ...refundOf(deposit, dayOf(at.now), rate),
      reference: body.reference,
    })
    return happened([refund, ...settledAfter(asked, deposit)], timely(asked, deposit))
  },
)

/** Settled with the last deposit, but never while the trade may still bring one. */
function settledAfter({ state, at }: Asked<unknown>, gone: Deposit): readonly TenderEvent[] {
  const last = outstanding(state).every((d) => d === gone)
  return last && isOver(state) ? [event('DepositsSettled', at.now, { at: at.now })] : []
}

/** Each deposit by the clock that started first for it: 撤回, 订立合同 or 终止. */
function timely(asked: Asked<unknown>, { released }: Deposit): readonly Finding[] {
  const { state, at } = asked
  const refundedOn = dayOf(at.now)
  if (released !== null && released.cause !== 'ended') {
    return [finding(asked, refundAfterWithdrawal, { dueFrom: released.on, refundedOn })]
  }
  if (state.contract !== null) {
    return [finding(asked, refundAfterContract, { dueFrom: state.contract.signedOn, refundedOn })]
  }
  if (state.ending === null) return []
  return [finding(asked, refundAfterTermination, { dueFrom: dayOf(state.ending.at), refundedOn })]
}

/**
 * What goes back, in 分: the principal not forfeited and, on cash, the bank's interest (TL57). The
 * bank is ordered to pay exactly this, so that the payment and its event cannot differ.
 */
export function refundOf(
  deposit: Pick<Deposit, 'form' | 'amountFen' | 'forfeitedFen' | 'creditedOn'>,
  refundedOn: CivilDate,
  rate: { readonly yearly: string; readonly base: 360 | 365 },
) {
  const principalFen = deposit.amountFen - deposit.forfeitedFen
  const days = Math.max(0, daysBetween(deposit.creditedOn, refundedOn))
  const terms = { principalFen, yearlyRate: rational(rate.yearly), days, base: rate.base }
  return { principalFen, interestFen: deposit.form === 'transfer' ? interestFen(terms) : 0, days }
}

/** DC-4, TL35: a bid not opened by own fault counts as revoked; the owner may keep the deposit. */
export const forfeitDeposit = act(
  'forfeit-deposit',
  words('不予退还投标保证金', 'Keep a deposit'),
  z.strictObject({ bid: id, reason: text(500) }),
  (asked) => {
    const { body, state, at } = asked
    const bid = state.bids.find((b) => b.no === body.bid)
    if (bid === undefined) return refused('no-such-bid', { bid: body.bid })
    if (bid.standing !== 'revoked') return refused('no-ground-to-keep', { bid: body.bid })
    const waiting = state.openingObjections.filter((o) => o.answer === null).length
    if (waiting > 0) return refused('opening-objections-open', { open: waiting })
    const deposit = outstanding(state).find((d) => d.bidder.party === bid.bidder.party)
    if (deposit === undefined) return refused('nothing-to-refund', { party: bid.bidder.party })
    if (state.refundsOrdered !== null) return refused('already-ordered')
    const kept = event('DepositForfeited', at.now, {
      bidder: bid.bidder,
      amountFen: deposit.amountFen,
      ground: 'revoked-after-deadline',
      reason: body.reason,
    })
    return happened([kept])
  },
)

export const depositActs = [takeUpDeposits, refundDeposits, recordRefund, forfeitDeposit]
