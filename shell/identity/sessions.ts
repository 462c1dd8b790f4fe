// SPDX-License-Identifier: Apache-2.0
/** Sessions: an opaque token for the browser, its digest here, an end by rest and an end by age. */

import { addMinutes, epochOf, type Instant, type Refused, refused } from '@gongxin/core/kernel'
import type { Session, Store } from '../store/index.ts'
import { type Account, createPeople, type Membership, membershipsOf, roleOf } from './people.ts'
import { digestOfToken, isToken, newToken } from './secrets.ts'

export interface SignedIn {
  readonly account: Account
  readonly memberships: readonly Membership[]
  /** Membership acted under for now. */
  readonly acting: Membership
  readonly persona: string | null
  /** Digest of the token: names the session, opens nothing. */
  readonly session: string
}

export interface Sessions {
  /** A new token at every sign-in: one planted before it is worth nothing. */
  open(account: Account, persona: string | null): Promise<{ token: string } | Refused>
  find(token: string): Promise<SignedIn | null>
  /** The old token ends; the answer carries the new one. */
  switchTo(
    from: SignedIn,
    wanted: { readonly organisation: string; readonly role: string },
  ): Promise<{ token: string } | Refused>
  close(signedIn: SignedIn): Promise<void>
}

/** Rest and age after which a session ends, in minutes. */
export interface Patience {
  readonly idleMinutes: number
  readonly wholeMinutes: number
}

export function createSessions(store: Store, now: () => Instant, patience: Patience): Sessions {
  const people = createPeople(store)
  const open = async (account: Account, acting: Membership, persona: string | null) => {
    const token = newToken()
    const at = now()
    await store.sessions.open({
      digest: digestOfToken('session', token),
      account: account.id,
      organisation: acting.organisation,
      role: acting.role,
      persona,
      createdAt: at,
      expiresAt: addMinutes(at, patience.idleMinutes),
      steppedUpUntil: null,
    })
    return { token }
  }
  return {
    async open(account, persona) {
      const [first] = await people.memberships(account)
      return first === undefined ? refused('no-membership') : open(account, first, persona)
    },
    async find(token) {
      if (!isToken(token)) return null
      const at = now()
      const session = await store.sessions.find(digestOfToken('session', token), at)
      if (session === null) return null
      const { login, name, passwordHash } = session
      const account = { id: session.account, login, name, passwordHash }
      const memberships = session.memberships.flatMap((held) => membershipsOf(held, account))
      // A membership that ended takes the session with it, whatever the session still says.
      const acting = memberships.find((m) => isHeld(m, session))
      if (acting === undefined) return null
      await prolong(store, session, { at, patience })
      return { account, memberships, acting, persona: session.persona, session: session.digest }
    },
    async switchTo(from, wanted) {
      const acting = from.memberships.find((m) => isHeld(m, wanted))
      if (acting === undefined) return refused('not-your-membership')
      await store.sessions.close(from.session)
      return open(from.account, acting, from.persona)
    },
    close: ({ session }) => store.sessions.close(session),
  }
}

function isHeld(
  membership: Membership,
  by: { readonly organisation: string | null; readonly role: string | null },
): boolean {
  return membership.organisation === by.organisation && membership.role === roleOf(by.role)
}

interface Prolonging {
  readonly at: Instant
  readonly patience: Patience
}

/** Written only when a quarter of the rest is used up: a look-up must stay a look-up. */
async function prolong(store: Store, session: Session, { at, patience }: Prolonging) {
  const end = addMinutes(session.createdAt, patience.wholeMinutes)
  const idle = addMinutes(at, patience.idleMinutes)
  const until = idle < end ? idle : end
  const quarterMs = patience.idleMinutes * 15_000
  if (epochOf(until) - epochOf(session.expiresAt) < quarterMs) return
  await store.queries
    .updateTable('session')
    .set({ expires_at: until })
    .where('region', '=', store.region)
    .where('digest', '=', session.digest)
    .execute()
}
