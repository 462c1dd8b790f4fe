// SPDX-License-Identifier: Apache-2.0
/** 谈判和最后报价 as they stand: who is left, whose turn it is, and what a promise binds. */

import { canonicalBytes, concat, domain, hex } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import type { Instant, Role } from '../../kernel/index.ts'
import { bytesOf } from './draw.ts'
import { liveBids } from './evaluation/live.ts'
import type { Bid, Rounds, TenderState } from './state.ts'

/** Nobody can promise in less: the law names no length, all get the same. */
export const leastQuoteMinutes = 10

/**
 * What a supplier hands in before the deadline. The commitment of its own bid is in it, so that the
 * promise of one supplier is worth nothing to another, and 32 salt bytes keep it from being guessed.
 */
export function quotePromise(
  { commitment }: Pick<Bid, 'commitment'>,
  { amountFen, salt }: { readonly amountFen: number; readonly salt: string },
): string {
  const quoted = canonicalBytes({ amountFen })
  const parts = [domain('LASTQUOTE/1 promise'), bytesOf(commitment), bytesOf(salt), quoted]
  return hex(sm3Digest(concat(...parts)))
}

export function talksWith({ talks }: Rounds, bid: string): number {
  return talks.filter((talk) => talk.bid === bid).length
}

/** Every supplier that is left has been talked with as often as every other, and at least once. */
export function talksEqual(state: TenderState): boolean {
  const counts = new Set(liveBids(state).map((bid) => talksWith(state.rounds, bid.no)))
  return counts.size === 1 && !counts.has(0)
}

/** Suppliers that are left and have not answered a change of the demand, with its id. */
export function unanswered(state: TenderState): readonly { bid: Bid; id: string }[] {
  const { changes, answers } = state.rounds
  return changes.flatMap(({ id }) =>
    liveBids(state)
      .filter((bid) => !answers.some((a) => a.id === id && a.bid === bid.no))
      .map((bid) => ({ bid, id })),
  )
}

/** Promised by the deadline and not shown yet. */
export function unshown(state: TenderState): readonly Bid[] {
  const { promises, shown } = state.rounds
  return liveBids(state).filter(
    ({ no }) => promises.some((p) => p.bid === no) && !shown.some((s) => s.bid === no),
  )
}

export interface RoundTask {
  readonly act: string
  readonly role: Role
  readonly party: string
  readonly due: Instant | null
}

/** Who is waited for while the panel negotiates. */
export function roundTasks(state: TenderState, now: Instant): readonly RoundTask[] {
  const { rounds, committee, project } = state
  const chair = committee?.chair ?? ''
  const ofChair = (act: string): RoundTask => ({ act, role: 'expert', party: chair, due: null })
  const owner = project?.owner.party ?? ''
  if (rounds.call !== null) return quoteTasks(state, rounds.call, { now, ofChair })
  if (rounds.proposed !== null) {
    return [{ act: 'confirm-demand-change', role: 'tenderOwner', party: owner, due: null }]
  }
  const answers = unanswered(state).map(({ bid }) => ofBidder('answer-demand', bid, null))
  if (answers.length > 0) return answers
  return [ofChair(talksEqual(state) ? 'call-last-quotes' : 'hold-negotiation')]
}

function quoteTasks(
  state: TenderState,
  { deadline, showUntil }: NonNullable<Rounds['call']>,
  { now, ofChair }: { readonly now: Instant; readonly ofChair: (act: string) => RoundTask },
): readonly RoundTask[] {
  if (now < deadline) {
    return liveBids(state)
      .filter(({ no }) => !state.rounds.promises.some((p) => p.bid === no))
      .map((bid) => ofBidder('promise-last-quote', bid, deadline))
  }
  const hidden = unshown(state)
  if (hidden.length === 0 || now >= showUntil) return [ofChair('conclude-last-quotes')]
  return hidden.map((bid) => ofBidder('show-last-quote', bid, showUntil))
}

function ofBidder(act: string, { bidder }: Bid, due: Instant | null): RoundTask {
  return { act, role: 'bidder', party: bidder.party, due }
}
