// SPDX-License-Identifier: Apache-2.0
/** The bank that holds the deposits, asked over HTTP. */

import { civilDate, decimal, fen, line, z } from '@gongxin/core/kernel'
import { depositForms } from '@gongxin/core/trading/tender'
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

const paperAnswer = z.object({
  paper: z
    .object({
      form: z.enum(depositForms),
      issuer: line(80),
      number: line(64),
      applicant: z.string().max(64),
      beneficiary: z.string().max(64),
      amountFen: fen,
      validUntil: civilDate.nullable(),
      standing: z.enum(['in-force', 'claimed', 'released']),
    })
    .nullable(),
})

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
    async paper(number) {
      const address = new URL(`/papers/${encodeURIComponent(number)}`, url)
      const asked = { whom, url: address, headers, shape: paperAnswer, patience }
      return (await ask(asked)).paper
    },
    async claim({ number, ...body }) {
      const address = new URL(`/papers/${encodeURIComponent(number)}/claims`, url)
      const asked = { whom, url: address, body, headers, shape: refunded, patience }
      return (await ask(asked)).statement
    },
    async release({ number, ...body }) {
      const address = new URL(`/papers/${encodeURIComponent(number)}/release`, url)
      const asked = { whom, url: address, body, headers, shape: refunded, patience }
      return (await ask(asked)).statement
    },
  }
}
