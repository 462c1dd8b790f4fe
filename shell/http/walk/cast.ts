// SPDX-License-Identifier: Apache-2.0
/** For tests only: the people of core's traces as registered users, each at an address of their own. */

import type { Instant } from '@gongxin/core/kernel'
import type { Persona } from '@gongxin/core/testing'
import * as people from '@gongxin/core/testing'
import type { Store } from '../../store/index.ts'

export const everybody: readonly Persona[] = [
  ...[people.owner, people.agency, people.centre, people.authority, people.auditOffice],
  ...people.bidders,
  ...people.pool.map(({ expert }) => people.expert(expert)),
  people.representative,
  people.notary,
]

export function accountOf({ actor }: Persona): string {
  return `of-${actor.party.toLowerCase()}`
}

/** Requests come from outside, as those of strangers do, and as plain bytes. */
export function outside(who: Persona | null) {
  const place = everybody.findIndex((known) => known.actor.party === who?.actor.party)
  return { 'x-forwarded-for': `203.0.113.${place + 2}`, 'accept-encoding': 'identity' }
}

/** Nobody has a password to spend time on. */
export async function settle({ queries, region }: Store, at: Instant): Promise<void> {
  const parties = everybody.filter(({ actor }) => actor.role !== 'expert')
  const organisations = parties.map(({ name, actor: { party: id, role } }) => ({
    ...{ region, id, name, kind: 'enterprise' as const, roles: [role] },
    ...{ created_at: at, updated_at: at, doc: JSON.stringify({ address: '柳州市' }) },
  }))
  const accounts = everybody.map((who) => ({
    ...{ region, id: accountOf(who), login: accountOf(who), name: who.name },
    ...{ password_hash: null, created_at: at, doc: JSON.stringify({}) },
  }))
  const memberships = everybody.map((who) => {
    const { party, role } = who.actor
    return { region, account: accountOf(who), organisation: party, role, since: at }
  })
  await queries.insertInto('organisation').values(organisations).execute()
  await queries.insertInto('account').values(accounts).execute()
  await queries.insertInto('membership').values(memberships).execute()
}
