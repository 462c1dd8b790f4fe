// SPDX-License-Identifier: Apache-2.0
/** Sign-ins: the digest of a token, whom it stands for, and until when. */

import type { Instant } from '@gongxin/core/kernel'
import type { Ask, Kind } from './asking.ts'
import type { Queries } from './kysely.ts'
import { readInstant } from './pool.ts'

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

export function createSessionStore(queries: Queries, region: string, ask: Ask): SessionStore {
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
    find: (digest, now) => ask(held, [digest, now]),
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

interface HeldRow extends Omit<HeldSession, 'createdAt' | 'expiresAt' | 'steppedUpUntil'> {
  readonly createdAt: string
  readonly expiresAt: string
  readonly steppedUpUntil: string | null
}

const held: Kind<HeldSession> = {
  name: 'session',
  columns: { digest: 'text', now: 'timestamptz' },
  select: (asked) => `select r.n, s.answer from ${asked} cross join lateral
    (select json_build_object('digest', s.digest, 'account', s.account, 'organisation',
      s.organisation, 'role', s.role, 'persona', s.persona, 'createdAt', s.created_at::text,
      'expiresAt', s.expires_at::text, 'steppedUpUntil', s.stepped_up_until::text, 'login', a.login,
      'name', a.name, 'passwordHash', a.password_hash, 'memberships',
      (select coalesce(json_agg(json_build_object('organisation', m.organisation, 'role', m.role,
        'name', o.name) order by m.since, m.organisation, m.role), '[]') from membership m
        left join organisation o on o.region = m.region and o.id = m.organisation
        where m.region = $1 and m.account = s.account and m.ended_at is null)) as answer
    from session s cross join lateral (select login, name, password_hash from account a
      where a.region = $1 and a.id = s.account and a.state = 'active' offset 0) as a
    where s.region = $1 and s.digest = r.digest and s.expires_at > r.now offset 0) as s`,
  read: ({ createdAt, expiresAt, steppedUpUntil, ...session }: HeldRow) => ({
    ...session,
    createdAt: readInstant(createdAt),
    expiresAt: readInstant(expiresAt),
    steppedUpUntil: steppedUpUntil === null ? null : readInstant(steppedUpUntil),
  }),
}
