// SPDX-License-Identifier: Apache-2.0
/** Accounts of people and their memberships: who may act for whom in which role. */

import { type Instant, type Role, roles } from '@gongxin/core/kernel'
import type { Store } from '../store/index.ts'

export interface Account {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly passwordHash: string | null
}

export interface Membership {
  /** Party: an organisation, or an expert's own id. */
  readonly organisation: string
  readonly organisationName: string
  readonly role: Role
}

export interface People {
  byLogin(login: string): Promise<Account | null>
  byId(id: string): Promise<Account | null>
  memberships(account: Account): Promise<readonly Membership[]>
}

export function createPeople({ queries, region }: Store): People {
  const active = () =>
    queries
      .selectFrom('account')
      .select(['id', 'login', 'name', 'password_hash as passwordHash'])
      .where('region', '=', region)
      .where('state', '=', 'active')
  return {
    byLogin: async (login) =>
      (await active().where('login', '=', login.toLowerCase()).executeTakeFirst()) ?? null,
    byId: async (id) => (await active().where('id', '=', id).executeTakeFirst()) ?? null,
    async memberships(account) {
      const rows = await queries
        .selectFrom('membership')
        .leftJoin('organisation', (join) =>
          join
            .onRef('organisation.region', '=', 'membership.region')
            .onRef('organisation.id', '=', 'membership.organisation'),
        )
        .select(['membership.organisation', 'membership.role', 'organisation.name'])
        .where('membership.region', '=', region)
        .where('membership.account', '=', account.id)
        .where('membership.ended_at', 'is', null)
        .orderBy('membership.since')
        .orderBy('membership.organisation')
        .orderBy('membership.role')
        .execute()
      return rows.flatMap((row) => membershipsOf(row, account))
    },
  }
}

export function membershipsOf(
  { organisation, role, name }: { organisation: string; role: string; name: string | null },
  account: Pick<Account, 'name'>,
): readonly Membership[] {
  const known = roleOf(role)
  // An expert belongs to the library, not to an organisation; the person's name stands.
  return known === undefined
    ? []
    : [{ organisation, organisationName: name ?? account.name, role: known }]
}

/** A role somebody may hold; `system` is the clock's alone. */
export function roleOf(text: string | null): Role | undefined {
  return roles.find((role) => role === text && role !== 'system')
}

export interface NewAccount {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly passwordHash: string | null
  readonly doc?: { readonly [key: string]: string }
  readonly at: Instant
}
