// SPDX-License-Identifier: Apache-2.0
/** Sign-ins: the digest of a token, whom it stands for, and until when. */

import type { Instant } from '@gongxin/core/kernel'
import type { Queries } from './kysely.ts'

export interface Session {
  /** Digest of the token; the token itself is nowhere on the server. */
  readonly digest: string
  readonly account: string
  readonly organisation: string | null
  readonly role: string | null
  /** Name of the demo persona, if this is one. */
  readonly persona: string | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** Until then the holder counts as having confirmed afresh who they are. */
  readonly steppedUpUntil: Instant | null
}

export interface SessionStore {
  open(session: Session): Promise<void>
  /** Answers null for a session unknown, closed or expired. */
  find(digest: string, now: Instant): Promise<Session | null>
  stepUp(digest: string, until: Instant): Promise<void>
  close(digest: string): Promise<void>
  closeAllOf(account: string): Promise<void>
  sweep(now: Instant): Promise<number>
}

export function createSessionStore(queries: Queries, region: string): SessionStore {
  const removal = () => queries.deleteFrom('session').where('region', '=', region)
  return {
    async open(session) {
      await queries
        .insertInto('session')
        .values({
          region,
          digest: session.digest,
          account: session.account,
          organisation: session.organisation,
          role: session.role,
          persona: session.persona,
          created_at: session.createdAt,
          expires_at: session.expiresAt,
          stepped_up_until: session.steppedUpUntil,
        })
        .execute()
    },
    async find(digest, now) {
      const found = await queries
        .selectFrom('session')
        .select(['digest', 'account', 'organisation', 'role', 'persona'])
        .select(['created_at as createdAt', 'expires_at as expiresAt'])
        .select('stepped_up_until as steppedUpUntil')
        .where('region', '=', region)
        .where('digest', '=', digest)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return found ?? null
    },
    async stepUp(digest, until) {
      await queries
        .updateTable('session')
        .set({ stepped_up_until: until })
        .where('region', '=', region)
        .where('digest', '=', digest)
        .execute()
    },
    async close(digest) {
      await removal().where('digest', '=', digest).execute()
    },
    async closeAllOf(account) {
      await removal().where('account', '=', account).execute()
    },
    async sweep(now) {
      const { numDeletedRows } = await removal().where('expires_at', '<=', now).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
