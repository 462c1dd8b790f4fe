// SPDX-License-Identifier: Apache-2.0
/** 投标保证金: arrived or not, and the account of this bidder on this tender. */

import type { BidState } from '@gongxin/core/trading/bid'
import type { TenderTerms } from '@gongxin/core/trading/tender'
import {
  dayShown,
  moneyShown,
  type TenderSeen,
  useOwnBid,
  usePreferences,
  useText,
} from '../../../app/index.ts'
import { messages } from '../messages.ts'

interface Props {
  readonly tender: TenderSeen
  readonly terms: TenderTerms
  readonly bid: BidState
}

export function DepositLine({ tender, terms, bid }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const account = useOwnBid(tender.id, true).data?.account
  const { deposit } = terms
  if (deposit === null) return <p>{t(messages.depositNone)}</p>
  const sum = moneyShown(deposit.amountFen, language)
  return (
    <div className="group">
      {bid.deposit === null ? (
        <p>▲ {t(messages.depositNotIn)}</p>
      ) : (
        <p>
          ✓{' '}
          {t(messages.depositIn, {
            sum: moneyShown(bid.deposit.amountFen, language),
            on: dayShown(bid.deposit.creditedOn, language),
          })}
        </p>
      )}
      {account != null && bid.deposit === null && (
        <p>{t(messages.depositHow, { sum, ...account })}</p>
      )}
      <p className="note">{deposit.instructions}</p>
    </div>
  )
}
