// SPDX-License-Identifier: Apache-2.0
/** The bank that holds the deposits, asked over HTTP. */

import { decimal, line, z } from '@gongxin/core/kernel'
import type { Bank } from '../tenders/index.ts'
import { ask, type Patience } from './request.ts'

export interface BankConnection {
  readonly url: string
  /** Secret that both sides know; sent with every order. */
  readonly key: string
  readonly name?: string
  readonly patience?: Patience
}

const refunded = z.object({ statement: line(40) })
const rate = z.object({ yearly: decimal, base: z.union([z.literal(360), z.literal(365)]) })

export function bankOverHttp({
  url,
  key,
  name = '演示银行（柳州）',
  patience,
}: BankConnection): Bank {
  const whom = 'bank'
  const headers = { 'x-bank-key': key }
  return {
    name,
    async refund(refund) {
      const asked = { whom, url: new URL('/refunds', url), body: refund, headers, patience }
      return (await ask({ ...asked, shape: refunded })).statement
    },
    async rateOn(day) {
      const address = new URL('/rates', url)
      address.searchParams.set('on', day)
      const { yearly, base } = await ask({ whom, url: address, headers, shape: rate, patience })
      return { yearly, base }
    },
  }
}
