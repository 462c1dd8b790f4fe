// SPDX-License-Identifier: Apache-2.0
/** What the bank tells of a deposit, written where it belongs. */

import type { Actor } from '@gongxin/core/kernel'
import { actOnBid, findBidAct } from './bid-desk.ts'
import { paperOf } from './deposit-papers.ts'
import { systemCaller } from './desk.ts'
import type { TenderParts } from './parts.ts'
import type { CreditNotice } from './service.ts'

/** Money on a virtual account becomes an event in the sealed stream of the bidder it belongs to. */
export async function credit(parts: TenderParts, notice: CreditNotice): Promise<boolean> {
  const account = await parts.depositary.find(notice.account)
  const of = findBidAct('record-deposit')
  if (account === null || of === undefined) return false
  const { account: _, ...body } = notice
  const key = `bank-${notice.account}-${notice.reference}`
  const actor: Actor = {
    role: 'system',
    party: account.bidder,
    account: 'bank',
    assurance: 'session',
  }
  const caller = { ...systemCaller(actor, key), name: account.bidderName }
  const facts = body.form === 'transfer' ? {} : await paperOf(parts, body.reference)
  const request = { tender: account.tender, act: of.name, body, key, of, facts }
  const outcome = await actOnBid(parts, caller, request)
  return outcome.kind === 'done'
}
