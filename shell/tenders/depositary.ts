// SPDX-License-Identifier: Apache-2.0
/** Virtual accounts: one number per bidder and tender, so that money finds its sealed stream. */

import { hex, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { persistently, prepared, type Store } from '../store/index.ts'

export interface DepositAccount {
  readonly number: string
  readonly tender: string
  readonly bidder: string
  readonly bidderName: string
}

export interface Depositary {
  /** The account of this bidder, opened at first asking. */
  accountFor(of: Omit<DepositAccount, 'number'>): Promise<DepositAccount>
  find(number: string): Promise<DepositAccount | null>
}

/** Nineteen digits after a fixed head, derived so that asking twice gives one number. */
export function accountNumber(tender: string, bidder: string): string {
  const digits = BigInt(`0x${hex(sm3Digest(utf8(`deposit ${tender} ${bidder}`))).slice(0, 16)}`)
  return `6232${String(digits % 10n ** 15n).padStart(15, '0')}`
}

export function createDepositary({ pool, region }: Store): Depositary {
  const query = (text: string, values: readonly unknown[]) =>
    persistently(() => pool.query(prepared(text, values)))
  return {
    async accountFor({ tender, bidder, bidderName }) {
      const number = accountNumber(tender, bidder)
      await query(
        `insert into deposit_account (region, number, tender, bidder, bidder_name)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [region, number, tender, bidder, bidderName],
      )
      return { number, tender, bidder, bidderName }
    },
    async find(number) {
      const { rows } = await query(
        `select number, tender, bidder, bidder_name as "bidderName"
         from deposit_account where region = $1 and number = $2`,
        [region, number],
      )
      return rows[0] ?? null
    },
  }
}
