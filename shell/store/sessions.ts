// SPDX-License-Identifier: Apache-2.0
/** Sign-ins: the digest of a token, whom it stands for, and until when. */

import type { Instant } from '@gongxin/core/kernel'
import type pg from 'pg'
import type { Queries } from './kysely.ts'
import { prepared } from './pool.ts'
import { together } from './together.ts'
import { persistently } from './unavailable.ts'

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

/** A session with its holder and what the holder may act for: one question, asked at every call. */
export interface HeldSession extends Session {
  readonly login: string
  readonly name: string
  readonly passwordHash: string | null
  readonly memberships: readonly {
    readonly organisation: string
    readonly role: string
    readonly name: string | null
  }[]
}

export interface SessionStore {
  open(session: Session): Promise<void>
  /** Answers null for a session unknown, closed or expired, and for an account that is no longer active. */
  find(digest: string, now: Instant): Promise<HeldSession | null>
  stepUp(digest: string, until: Instant): Promise<void>
  close(digest: string): Promise<void>
  closeAllOf(account: string): Promise<void>
  sweep(now: Instant): Promise<number>
}

export function createSessionStore(queries: Queries, pool: pg.Pool, region: string): SessionStore {
  const find = together<Asked, HeldSession | null>(async (list) => {
    const values = [region, list.map(({ digest }) => digest), list.map(({ now }) => now)]
    const { rows } = await persistently(() => pool.query(prepared(findText, values)))
    const found = new Map(rows.map(({ n, ...session }) => [n, session]))
    return list.map((_, i) => found.get(i + 1) ?? null)
  }, 1)
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
    find: (digest, now) => find({ digest, now }, '', []),
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

interface Asked {
  readonly digest: string
  readonly now: Instant
}

const findText = `select r.n::integer, s.*, (select coalesce(json_agg(json_build_object(
      'organisation', m.organisation, 'role', m.role, 'name', o.name)
      order by m.since, m.organisation, m.role), '[]') from membership m
    left join organisation o on o.region = m.region and o.id = m.organisation
    where m.region = $1 and m.account = s.account and m.ended_at is null) as memberships
  from unnest($2::text[], $3::timestamptz[]) with ordinality as r (digest, now, n)
  cross join lateral (select s.digest, s.account, s.organisation, s.role, s.persona,
      s.created_at as "createdAt", s.expires_at as "expiresAt",
      s.stepped_up_until as "steppedUpUntil", a.login, a.name, a.password_hash as "passwordHash"
    from session s join account a on a.region = s.region and a.id = s.account
    where s.region = $1 and s.digest = r.digest and s.expires_at > r.now and a.state = 'active'
    offset 0) as s`
