// SPDX-License-Identifier: Apache-2.0
/** 投标保证金: arrived or not, and the account of this bidder on this tender. */

import { addDays, dayOf, yuanOfFen } from '@gongxin/core/kernel'
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
        <p>
          {t(messages.depositHow, {
            sum,
            bank: account.bank,
            name: account.name,
            number: account.number,
          })}
        </p>
      )}
      {account?.counter != null && bid.deposit === null && (
        <p>
          <a
            href={counterLink(account, { tender, terms, amountFen: deposit.amountFen })}
            target="_blank"
            rel="noreferrer"
          >
            {t(messages.demoCounter)}
          </a>
        </p>
      )}
      <p className="note">{deposit.instructions}</p>
    </div>
  )
}

/** The demo bank's page with the slip filled in. */
function counterLink(
  account: { readonly counter: string | null; readonly number: string },
  { tender, terms, amountFen }: Pick<Props, 'tender' | 'terms'> & { readonly amountFen: number },
): string {
  const deadline = tender.state.notice?.schedule.deadline
  const slip = new URLSearchParams({
    account: account.number,
    yuan: yuanOfFen(amountFen),
    reference: tender.id,
    applicant: tender.reader?.party ?? '',
    beneficiary: tender.state.project?.owner.party ?? '',
    validUntil: deadline === undefined ? '' : addDays(dayOf(deadline), terms.validityDays),
  })
  return `${account.counter}?${slip}`
}
