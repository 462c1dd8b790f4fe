// SPDX-License-Identifier: Apache-2.0
/** What a paper of the performance deposit must say, and where one may be had. */

import { addDays, dayOf, type Instant, yuanOfFen } from '@gongxin/core/kernel'
import {
  dayShown,
  moneyShown,
  type TenderSeen,
  useNow,
  useOwnBid,
  usePreferences,
  useText,
} from '../../app/index.ts'
import { messages } from './messages.ts'

export function PerformanceDepositHelp({ tender }: { readonly tender: TenderSeen }) {
  const t = useText()
  const { language } = usePreferences()
  const now = useNow()
  const account = useOwnBid(tender.id, true).data?.account
  const asked = askedOf(tender, now)
  if (asked === null) return null
  const { beneficiary, amountFen, validUntil } = asked
  return (
    <div className="group">
      <p>
        {t(messages.paperAsked, {
          beneficiary,
          sum: moneyShown(amountFen, language),
          until: dayShown(validUntil, language),
        })}
      </p>
      {account?.performance !== undefined && (
        <p>{t(messages.paperAccount, { bank: account.bank, number: account.performance })}</p>
      )}
      {account?.counter != null && (
        <p>
          <a href={counterLink(account.counter, tender, asked)} target="_blank" rel="noreferrer">
            {t(messages.paperCounter)}
          </a>
        </p>
      )}
    </div>
  )
}

function askedOf({ state }: TenderSeen, now: Instant) {
  const { awardNotice, notice, project } = state
  if (awardNotice === null || project === null) return null
  const rate = notice?.terms.performanceDepositRate ?? 0
  return {
    beneficiary: project.owner.name,
    amountFen: Math.floor((awardNotice.priceFen * rate) / 10_000),
    validUntil: addDays(dayOf(now), awardNotice.durationDays),
  }
}

/** The demo bank's page with the guarantee filled in. */
function counterLink(
  counter: string,
  { id, state, reader }: TenderSeen,
  { amountFen, validUntil }: NonNullable<ReturnType<typeof askedOf>>,
): string {
  const slip = new URLSearchParams({
    ...{ form: 'guarantee', purpose: 'performance', yuan: yuanOfFen(amountFen) },
    ...{ reference: `${id}-performance`, applicant: reader?.party ?? '' },
    ...{ beneficiary: state.project?.owner.party ?? '', validUntil },
  })
  return `${counter}?${slip}`
}
