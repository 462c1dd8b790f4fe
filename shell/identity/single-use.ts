// SPDX-License-Identifier: Apache-2.0
/** Proofs that work once, for one purpose and for ten minutes. */

import { createHash } from 'node:crypto'
import { addMinutes, type Instant } from '@gongxin/core/kernel'
import type { Kind, Store } from '../store/index.ts'
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

export function createSingleUse({ queries, ask, region }: Store): SingleUse {
  const keep = async (token: string, { purpose, account, bound }: Offered, until: Instant) => {
    const digest = digestOfToken(purpose, token)
    await queries
      .insertInto('single_use')
      .values({
        region,
        digest,
        kind: purpose,
        account,
        bound: boundTo(token, bound),
        expires_at: until,
      })
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
      const digest = digestOfToken(purpose, token)
      return (await ask(taking, [digest, purpose, account, boundTo(token, bound), now])) ?? false
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

/** Whoever has the token knows what it is for; the table alone tells nobody. */
function boundTo(token: string, bound: string): string {
  return createHash('sha256').update(`${token} ${bound}`).digest('hex')
}

/**
 * Nobody waits for the disk here: the log is written in order, so the flush of the act that was
 * confirmed carries this along; where the act is lost, its proof must be good again.
 */
const taking: Kind<boolean> = {
  name: 'taking',
  columns: { digest: 'text', kind: 'text', account: 'text', bound: 'text', now: 'timestamptz' },
  first: (asked) => `unhurried as materialized (
      select set_config('synchronous_commit', 'off', true)),
    fitting as (select r.n, s.ctid from ${asked} cross join lateral
      (select ctid from single_use s where s.region = $1 and s.digest = r.digest
        and s.kind = r.kind and s.account is not distinct from r.account and s.bound = r.bound
        and s.expires_at > r.now offset 0) as s),
    gone as (delete from single_use s using unhurried, fitting f
      where s.ctid = f.ctid returning f.n)`,
  select: () => 'select n, to_json(true) as answer from gone',
  read: (taken: boolean) => taken,
}
