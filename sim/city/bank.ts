// SPDX-License-Identifier: Apache-2.0
/** A bidder pays at the counter of the demo bank, which tells the platform. */

import type { CivilDate } from '@gongxin/core/kernel'

export interface Payment {
  readonly account: string
  readonly form: string
  readonly amountFen: number
  readonly from: string
  readonly reference: string
}

/** The reason why not, or nothing when the money has arrived. */
export type Counter = (payment: Payment, on: CivilDate) => Promise<string | null>

/** Where `npm start` says it is, else the port it takes when started by hand. */
export function usualBank(): string {
  return process.env.GONGXIN_BANK_URL || 'http://127.0.0.1:3101'
}

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
