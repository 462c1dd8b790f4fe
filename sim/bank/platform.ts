// SPDX-License-Identifier: Apache-2.0
/** What the bank asks of the platform: the hour of the demo, and to take notice of money. */

import { dayOf, type Instant } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import { hourOf } from '../serving/index.ts'
import type { CreditEntry } from './ledger.ts'

export interface Platform {
  /** The demo's own hour; the machine's where the platform does not answer. */
  now(): Promise<Instant>
  /** False: not taken up, to be told again later. */
  tell(credit: CreditEntry): Promise<'taken' | 'refused' | 'unavailable'>
}

const patienceMs = 10_000

export function platformAt(url: string | undefined, key: string): Platform {
  return {
    now: hourOf(url),
    async tell({ account, form, amountFen, reference, on }) {
      if (url === undefined) return 'unavailable'
      try {
        const response = await fetch(new URL(routes.bankCredit.path, url), {
          method: routes.bankCredit.method,
          headers: { 'content-type': 'application/json', 'x-bank-key': key },
          body: JSON.stringify({ account, form, amountFen, reference, creditedOn: on }),
          signal: AbortSignal.timeout(patienceMs),
        })
        if (response.status === 429 || response.status >= 500) return 'unavailable'
        if (!response.ok) return 'refused'
        return routes.bankCredit.answer.parse(await response.json()).accepted ? 'taken' : 'refused'
      } catch {
        return 'unavailable'
      }
    },
  }
}

export async function today(platform: Platform) {
  return dayOf(await platform.now())
}
