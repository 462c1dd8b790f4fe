// SPDX-License-Identifier: Apache-2.0
/** T14 and T15 投标截止: the system takes up every sealed bid, and counts for the first time. */

import { happened, refused, words, z } from '../../../kernel/index.ts'
import { openingNotBeforeDeadline } from '../../../law/index.ts'
import { event } from '../events.ts'
import { countFindings } from '../rules/index.ts'
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
    const counted = countFindings(asked, { moment: 'deadline', suppliers: received })
    const findings = [due, ...counted]
    const short = counted.find(({ outcome }) => outcome === 'breached')
    if (short === undefined) return happened(closing, findings)
    const failed = event('TenderFailed', at.now, {
      because: 'too-few-bidders',
      explanation: short.sentence,
    })
    return happened([...closing, failed], findings)
  },
)

export const closeActs = [closeBidding]
