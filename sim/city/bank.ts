// SPDX-License-Identifier: Apache-2.0
/** A bidder pays: at the counter of the demo bank, or by its notice where no bank is running. */

import type { CivilDate } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import type { Client } from './client.ts'

export interface Payment {
  readonly account: string
  readonly form: string
  readonly amountFen: number
  readonly from: string
  readonly reference: string
}

/** The reason why not, or nothing when the money has arrived. */
export type Counter = (payment: Payment, on: CivilDate) => Promise<string | null>

export function counterAt(bank: string): Counter {
  return async (payment) => {
    const path = payment.form === 'transfer' ? '/transfers' : '/guarantees'
    const response = await fetch(new URL(path, bank), {
      method: 'POST',
      body: JSON.stringify(payment),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null)
    if (response === null) return 'bank does not answer'
    const answer: unknown = await response.json().catch(() => null)
    if (!response.ok) return `bank says ${response.status}`
    const told = typeof answer === 'object' && answer !== null && 'told' in answer && answer.told
    return told === 'refused' ? 'the platform did not take the notice' : null
  }
}

export function noticeOnly(client: Client): Counter {
  return async ({ account, form, amountFen, reference }, creditedOn) => {
    const body = { account, form, amountFen, reference, creditedOn }
    const answer = await client.ask(routes.bankCredit, { body, as: '演示银行' })
    if (!answer.ok) return answer.fault.code
    return answer.value.accepted ? null : 'the platform did not take the notice'
  }
}
