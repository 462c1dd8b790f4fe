// SPDX-License-Identifier: Apache-2.0
/** Group `deposits-construction`: caps, interest, and what a decryption failure means. */

import { rational } from '@gongxin/core/kernel'
import {
  afterDecryptionFailure,
  type ContractKind,
  interestFen,
  maxBidDepositFen,
  maxPerformanceDepositFen,
} from '@gongxin/core/law'
import { fenAnswer, fenField } from './amounts.ts'
import type { Answers, Evaluate } from './evaluate.ts'
import type { Fields } from './fields.ts'

/** survey and supervision are other words for kinds that the caps name. */
const kinds: Readonly<Record<string, ContractKind>> = {
  works: 'works',
  goods: 'goods',
  design: 'design',
  survey: 'design',
  service: 'service',
  supervision: 'service',
  epc: 'epc',
}

export const evaluate: Evaluate = (fields) => {
  const parts: readonly [string, (of: Fields) => Answers][] = [
    ['estimate', bidDeposit],
    ['contract', performanceDeposit],
    ['principal', interest],
    ['decryptFault', decryption],
  ]
  const asked = parts.filter(([key]) => fields.has(key))
  if (asked.length > 0) return Object.assign({}, ...asked.map(([, answer]) => answer(fields)))
  if (fields.has('type')) throw fields.wrong('estimate', 'missing')
  if (fields.has('perf')) throw fields.wrong('contract', 'missing')
  throw fields.wrong('estimate', 'missing; or contract, principal, decryptFault')
}

function bidDeposit(fields: Fields): Answers {
  const name = fields.oneOf('type', Object.keys(kinds))
  const kind = kinds[name] ?? 'works'
  return { maxDeposit: fenAnswer(maxBidDepositFen(kind, fenField(fields, 'estimate'))) }
}

function performanceDeposit(fields: Fields): Answers {
  if (fields.has('perf') && !fields.flag('perf')) return {}
  return { maxBond: fenAnswer(maxPerformanceDepositFen(fenField(fields, 'contract'))) }
}

function interest(fields: Fields): Answers {
  const base = fields.hasValue('base') ? fields.count('base') : 360
  if (![360, 365, 366].includes(base)) throw fields.wrong('base', 'must be 360, 365 or 366')
  const yearlyRate = fields.amount('rate')
  if (yearlyRate.gt(rational(1))) throw fields.wrong('rate', 'is a share, such as 0.0035')
  const amount = interestFen({
    principalFen: fenField(fields, 'principal'),
    yearlyRate,
    days: fields.count('days'),
    base,
  })
  return { interest: fenAnswer(amount) }
}

/** Whoever is not the bidder leads to the same: withdrawn, refund within five days. */
function decryption(fields: Fields): Answers {
  const fault = fields.text('decryptFault')
  if (!/^[A-Z][A-Z_-]*$/.test(fault)) throw fields.wrong('decryptFault', 'must name a party')
  const byBidder = fault === 'BIDDER' || fault === 'BID'
  const { forfeitAllowed, refundDays } = afterDecryptionFailure(byBidder ? 'bidder' : 'other')
  return refundDays === null ? { forfeitAllowed } : { forfeitAllowed, refundDays }
}
