// SPDX-License-Identifier: Apache-2.0
/** A bidder pays at the counter of the demo bank, which tells the platform. */

import type { CivilDate } from '@gongxin/core/kernel'

export interface Payment {
  readonly account: string
  readonly form: string
  readonly amountFen: number
  readonly from: string
  readonly reference: string
  /** Of a guarantee: who applies, who is paid, until when. */
  readonly applicant: string
  readonly beneficiary: string
  readonly validUntil: string
}

/** The reason why not, or nothing when the money has arrived. */
export type Counter = (payment: Payment, on: CivilDate) => Promise<string | null>

export type Guarantee = Omit<Payment, 'account' | 'from'>

/** The number of the paper; null where the bank gives none. */
export type Issuing = (guarantee: Guarantee) => Promise<string | null>

export function issuingAt(bank: string): Issuing {
  return async (guarantee) => {
    const response = await fetch(new URL('/guarantees', bank), {
      method: 'POST',
      body: JSON.stringify(guarantee),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null)
    const answer: unknown = await response?.json().catch(() => null)
    const number = typeof answer === 'object' && answer !== null && 'number' in answer
    return number ? String(answer.number) : null
  }
}

/** Where `npm start` says it is, else the port it takes when started by hand. */
export function usualBank(): string {
  return process.env.GONGXIN_BANK_URL || 'http://127.0.0.1:3101'
}

export function counterAt(bank: string): Counter {
  return async (payment) => {
    const { account, form, amountFen, from, reference, ...parties } = payment
    const paid = form === 'transfer'
    const own = { account, form, amountFen, reference }
    const response = await fetch(new URL(paid ? '/transfers' : '/guarantees', bank), {
      method: 'POST',
      body: JSON.stringify(paid ? { ...own, from } : { ...own, ...parties }),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null)
    if (response === null) return 'bank does not answer'
    const answer: unknown = await response.json().catch(() => null)
    if (!response.ok) return `bank says ${response.status}`
    const told = typeof answer === 'object' && answer !== null && 'told' in answer && answer.told
    return told === 'refused' ? 'the platform did not take the notice' : null
  }
}
