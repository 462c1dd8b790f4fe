// SPDX-License-Identifier: Apache-2.0
/** Who is there: accounts, sessions, organisations and roles, confirmations. */

import { epochOf, type Instant, instantOfEpoch, type Refused, refused } from '@gongxin/core/kernel'
import type { Clock } from '../clock/index.ts'
import type { Store } from '../store/index.ts'
import { type Confirmations, createConfirmations } from './confirmations.ts'
import { createDemoPeople, demoAccount } from './demo.ts'
import { createPasskeys, type PasskeySite, type Passkeys } from './passkeys.ts'
import { checkPassword } from './passwords.ts'
import { createPeople, type People } from './people.ts'
import { type Organisation, type Registration, registerOrganisation } from './registration.ts'
import { createSessions, type Patience, type Sessions } from './sessions.ts'
import { createSingleUse } from './single-use.ts'

export type { ConfirmationRequest, Confirmations, Confirmed } from './confirmations.ts'
export { digestOfBody } from './confirmations.ts'
export * from './demo-people.ts'
export type { PasskeySite, Passkeys } from './passkeys.ts'
export type { Account, Membership, People } from './people.ts'
export { roleOf } from './people.ts'
export type { Organisation, Registration } from './registration.ts'
export type { Patience, Sessions, SignedIn } from './sessions.ts'

export interface Identity {
  readonly people: People
  readonly sessions: Sessions
  readonly confirmations: Confirmations
  readonly passkeys: Passkeys
  signIn(login: string, password: string): Promise<{ token: string } | Refused>
  signInByPasskey(response: unknown): Promise<{ token: string } | Refused>
  /** Null outside demo mode and for a persona that does not exist. */
  signInAsPersona(persona: string): Promise<{ token: string } | Refused | null>
  register(registration: Registration): Promise<Organisation | Refused>
  /** Removes what has run out. */
  sweep(): Promise<void>
}

export interface IdentityOptions {
  readonly store: Store
  readonly clock: Clock
  readonly mode: 'demo' | 'production'
  readonly site: PasskeySite
  readonly patience?: Patience
}

/** Half an hour of rest, twelve hours in all; a demo may be left open over a meeting. */
const usual: Readonly<Record<'demo' | 'production', Patience>> = {
  production: { idleMinutes: 30, wholeMinutes: 12 * 60 },
  demo: { idleMinutes: 12 * 60, wholeMinutes: 24 * 60 },
}

/** In demo mode the personas are brought into the store if they are not there yet. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { store, clock, mode, site } = options
  const demo = mode === 'demo'
  const now = () => humanNow(clock)
  const people = createPeople(store)
  const singleUse = createSingleUse(store)
  const passkeys = createPasskeys({ store, singleUse, site, now })
  const sessions = createSessions(store, now, options.patience ?? usual[mode])
  if (demo) await createDemoPeople(store, clock.now())
  return {
    people,
    sessions,
    passkeys,
    confirmations: createConfirmations({ singleUse, passkeys, now, demo }),
    async signIn(login, password) {
      const account = await people.byLogin(login)
      const right = await checkPassword(account?.passwordHash ?? null, password)
      if (account === null || !right) return refused('sign-in-failed')
      return sessions.open(account, null)
    },
    async signInByPasskey(response) {
      const proved = await passkeys.check(response)
      const account = proved && (await people.byId(proved.account))
      return account ? sessions.open(account, null) : refused('passkey-not-proved')
    },
    async signInAsPersona(persona) {
      const account = demo ? await people.byId(demoAccount(persona)) : null
      return account && sessions.open(account, persona)
    },
    register: (registration) => registerOrganisation(store, registration, clock.now()),
    async sweep() {
      await store.sessions.sweep(now())
      await singleUse.sweep(now())
    },
  }
}

/** A demo that jumps a month ahead must not sign everybody out: patience runs in real time. */
function humanNow(clock: Clock): Instant {
  return instantOfEpoch(epochOf(clock.now()) - clock.offsetMs())
}
