// SPDX-License-Identifier: Apache-2.0
/** V5, V9 and V13: rules that stay, bids in time, and nothing opened before its hour. */

import { canonicalBytes, hex } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { leastToOpen } from '../tender/index.ts'
import { type Answer, answerOf, joined, judged } from './answer.ts'
import type { Look } from './look.ts'
import { stampsAnswer } from './stamps.ts'

/** V5: what was published at the notice holds; a deadline moves only before it has passed. */
export function rulesAnswer(look: Look): Answer {
  return judged(look, {
    DeadlineMoved: ({ data, at }, { before }) => {
      if (data.from !== before.notice?.schedule.deadline) return 'RULES_CHANGED'
      // 暂停期间到期的, 原截止时间不再算数 (T14).
      return at < data.from || before.deadlineHeld ? undefined : 'RETRO_EXTENSION'
    },
    ClarificationPublished: ({ data, at }, { before }) => {
      const deadline = before.notice?.schedule.deadline ?? ''
      return data.terms !== null && at >= deadline ? 'RULES_CHANGED' : undefined
    },
    DrawRequested: ({ data: { draw, strata, library, rulesDigest } }) => {
      const rules = hex(sm3Digest(canonicalBytes({ draw, strata, library })))
      return rules === rulesDigest ? undefined : 'RULES_CHANGED'
    },
  })
}

/** V9: enough bids, after the deadline, and holders only when the window of the bidders is over. */
export function secrecyAnswer(look: Look): Answer {
  return judged(look, {
    OpeningStarted: ({ data, at }, { before }) => {
      const deadline = before.notice?.schedule.deadline
      if (deadline === undefined || at < deadline) return 'EARLY_OPEN'
      if ((before.received ?? 0) < leastToOpen(before, at)) return 'TOO_FEW_BIDS'
      return data.received === before.received ? undefined : 'COUNT'
    },
    ShareGiven: ({ at }, { before }) =>
      before.opening !== null && at >= before.opening.until ? undefined : 'EARLY_OPEN',
  })
}

const bidding: readonly string[] = ['BidSubmitted', 'BidReplaced', 'BidWithdrawn']

/** V13: bids strictly before the deadline, the closing not before it, and what authorities of time say of both. */
export function timesAnswer(look: Look): Answer {
  const { sealed, state } = look
  const deadline = state.notice?.schedule.deadline ?? ''
  const chains = sealed
    .filter(({ type }) => bidding.includes(type))
    .map(({ at, type }) => answerOf(at < deadline ? undefined : 'LATE_BID', `${type} ${at}`))
  const own = judged(look, {
    BiddingClosed: ({ data, at }, { before }) => {
      if (at < (before.notice?.schedule.deadline ?? '')) return 'EARLY_OPEN'
      return data.received === data.commitments.length ? undefined : 'COUNT'
    },
    BidsTakenUp: ({ data }) =>
      data.bids.some(({ receivedAt }) => receivedAt >= deadline) ? 'LATE_BID' : undefined,
  })
  return joined([...chains, own, stampsAnswer(look)])
}
