// SPDX-License-Identifier: Apache-2.0
/** Last quotes: promised in time, shown after it and as promised, and counted as shown (ADR 17). */

import { type DataOf, quotePromise, type TenderState } from '../tender/index.ts'
import { type Answer, type Judged, judged, same } from './answer.ts'
import type { Look } from './look.ts'

export function quotesAnswer(look: Look): Answer {
  return judged(look, {
    LastQuotePromised: ({ at }, { before }) => {
      const deadline = before.rounds.call?.deadline
      return deadline !== undefined && at < deadline ? undefined : 'LATE_BID'
    },
    LastQuoteShown: ({ data, at }, { before }) => {
      const deadline = before.rounds.call?.deadline
      if (deadline === undefined || at < deadline) return 'EARLY_OPEN'
      return shownFault(look, data, before)
    },
    LastQuotesConcluded: ({ data }, { before }) => {
      if (isHidden(look, 'LastQuoteShown')) return 'withheld'
      const shown = before.rounds.shown.map(({ bid, amountFen }) => ({ bid, priceFen: amountFen }))
      return same(shown, data.quotes) ? undefined : 'RECORD_MISMATCH'
    },
  })
}

function shownFault(look: Look, data: DataOf<'LastQuoteShown'>, before: TenderState): Judged {
  const own = before.bids.find(({ no }) => no === data.bid)
  if (own === undefined || isHidden(look, 'LastQuotePromised')) return 'withheld'
  const promised = before.rounds.promises.find(({ bid }) => bid === data.bid)
  return promised?.promise === quotePromise(own, data) ? undefined : 'COMMIT_MISMATCH'
}

function isHidden({ moments }: Look, type: string): boolean {
  return moments.some((m) => m.envelope.type === type && m.event === null)
}
