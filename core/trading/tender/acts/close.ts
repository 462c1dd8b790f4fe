// SPDX-License-Identifier: Apache-2.0
/** T14 and T15 投标截止: the system takes up every sealed bid, and counts for the first time. */

import { happened, refused, words, z } from '../../../kernel/index.ts'
import { openingNotBeforeDeadline, threeBiddersOrMore } from '../../../law/index.ts'
import { procedureOf } from '../decide.ts'
import { event } from '../events.ts'
import type { TenderState } from '../state.ts'
import { act, finding } from './act.ts'

/** Whether nothing but the deadline keeps the bidding open. */
export function isClosable(state: TenderState): boolean {
  const { phase, deadlineHeld, suspensions, corrections } = state
  const free = suspensions.length === 0 && corrections.length === 0
  return phase === 'tendering' && !deadlineHeld && free
}

export const closeBidding = act(
  'close-bidding',
  words('投标截止', 'Close the bidding'),
  z.strictObject({}),
  (asked) => {
    const { state, at } = asked
    const deadline = state.notice?.schedule.deadline
    const taken = at.facts.taken
    if (deadline === undefined || taken === undefined) return refused('no-notice')
    const due = finding(asked, openingNotBeforeDeadline, { openedAt: at.now, deadlineAt: deadline })
    if (due.outcome === 'breached') return refused('deadline-not-reached', { deadline }, [due])
    if (state.deadlineHeld) return refused('deadline-held', { deadline })
    const [owed] = state.corrections
    if (owed !== undefined) return refused('correction-owed', { ref: owed.ref })
    const received = taken.bids.length
    // Sorted by commitment, so that the order says nothing of who came first.
    const commitments = taken.bids.map((bid) => bid.commitment).sort()
    const closed = event('BiddingClosed', at.now, { received, commitments })
    const { bids, idle } = taken
    const list = event('BidsTakenUp', at.now, { bids })
    const loose =
      idle.length === 0 ? [] : [event('DepositsTakenUp', at.now, { deposits: [...idle] })]
    const { revealed } = at.facts
    const shown = revealed === undefined ? [] : [event('VaultRevealed', at.now, revealed)]
    const closing = [closed, ...shown, list, ...loose]
    const least = procedureOf(state).minToOpen
    if (least === null) return happened(closing, [due])
    const enough = finding(asked, threeBiddersOrMore, { bidders: received })
    if (enough.outcome !== 'breached') return happened(closing, [due, enough])
    const failed = event('TenderFailed', at.now, {
      because: 'too-few-bidders',
      explanation: enough.sentence,
    })
    return happened([...closing, failed], [due, enough])
  },
)

export const closeActs = [closeBidding]
