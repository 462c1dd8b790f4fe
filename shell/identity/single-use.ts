// SPDX-License-Identifier: Apache-2.0
/** Proofs that work once, for one purpose and for ten minutes. */

import { addMinutes, type Instant } from '@gongxin/core/kernel'
import type { Store } from '../store/index.ts'
import { digestOfToken, isToken, newToken, type Purpose } from './secrets.ts'

const minutes = 10

export interface Offered {
  readonly purpose: Purpose
  readonly account: string | null
  /** What the proof is good for; whoever takes it must name exactly this. */
  readonly bound: string
}

export interface SingleUse {
  offer(offered: Offered, now: Instant): Promise<{ token: string; until: Instant }>
  /** True once; a second caller, a late one, or one for anything else gets false. */
  take(token: string, expected: Offered, now: Instant): Promise<boolean>
  /** Gives a proof back after work that left no trace. */
  giveBack(token: string, offered: Offered, now: Instant): Promise<void>
  sweep(now: Instant): Promise<void>
}

export function createSingleUse({ queries, region }: Store): SingleUse {
  const keep = async (token: string, { purpose, account, bound }: Offered, until: Instant) => {
    const digest = digestOfToken(purpose, token)
    await queries
      .insertInto('single_use')
      .values({ region, digest, kind: purpose, account, bound, expires_at: until })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return {
    async offer(offered, now) {
      const token = newToken()
      const until = addMinutes(now, minutes)
      await keep(token, offered, until)
      return { token, until }
    },
    async take(token, { purpose, account, bound }, now) {
      if (!isToken(token)) return false
      const { numDeletedRows } = await queries
        .deleteFrom('single_use')
        .where('region', '=', region)
        .where('digest', '=', digestOfToken(purpose, token))
        .where('kind', '=', purpose)
        .where('account', account === null ? 'is' : '=', account)
        .where('bound', '=', bound)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
    giveBack: (token, offered, now) => keep(token, offered, addMinutes(now, minutes)),
    async sweep(now) {
      await queries
        .deleteFrom('single_use')
        .where('region', '=', region)
        .where('expires_at', '<=', now)
        .execute()
    },
  }
}
