// SPDX-License-Identifier: Apache-2.0
/** 市场主体注册: taken as declared, effective at once, approved by nobody. */

import { type Instant, type Refused, type Role, refused } from '@gongxin/core/kernel'
import { normalizedUscc, readUscc, usccFaultShown } from '@gongxin/core/registers/entities'
import type { Store } from '../store/index.ts'
import { hashPassword } from './passwords.ts'
import { newAccountId } from './secrets.ts'

export interface Registration {
  readonly uscc: string
  readonly name: string
  readonly kind: 'enterprise' | 'agency' | 'institution' | 'government'
  readonly address: string
  readonly basicAccount: { readonly bank: string; readonly number: string }
  readonly person: {
    readonly name: string
    readonly login: string
    readonly password: string
    readonly phone: string
    readonly email: string
  }
}

export interface Organisation {
  readonly uscc: string
  readonly name: string
  readonly kind: string
  readonly roles: readonly Role[]
  readonly since: Instant
}

/** Whoever may bid may also tender; an agency acts for others only. */
const rolesOf: Readonly<Record<Registration['kind'], readonly Role[]>> = {
  enterprise: ['bidder', 'tenderOwner'],
  agency: ['agency'],
  institution: ['tenderOwner', 'bidder'],
  government: ['tenderOwner'],
}

export async function registerOrganisation(
  store: Store,
  given: Registration,
  at: Instant,
): Promise<Organisation | Refused> {
  const reading = readUscc(given.uscc)
  if (!reading.ok) return refused('uscc-wrong', { why: usccFaultShown(reading.fault) })
  const uscc = normalizedUscc(given.uscc)
  const roles = rolesOf[given.kind]
  const passwordHash = await hashPassword(given.person.password)
  const taken = await store.queries
    .transaction()
    .execute(async (queries) => {
      const { region } = store
      const { name, kind, address, basicAccount, person } = given
      const organisation = await queries
        .insertInto('organisation')
        .values({
          ...{ region, id: uscc, name, kind, roles: [...roles], created_at: at, updated_at: at },
          doc: JSON.stringify({ address, basicAccount }),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (organisation.numInsertedOrUpdatedRows !== 1n) return 'organisation-exists'
      const account = newAccountId()
      const { phone, email, login } = person
      const opened = await queries
        .insertInto('account')
        .values({
          ...{ region, id: account, login, name: person.name, created_at: at },
          password_hash: passwordHash,
          doc: JSON.stringify({ phone, email }),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (opened.numInsertedOrUpdatedRows !== 1n) throw new LoginTaken()
      const rows = roles.map((role) => ({ region, account, organisation: uscc, role, since: at }))
      await queries.insertInto('membership').values(rows).execute()
      return null
    })
    .catch((error: unknown) => {
      if (error instanceof LoginTaken) return 'login-taken'
      throw error
    })
  if (taken !== null) return refused(taken)
  return { uscc, name: given.name, kind: given.kind, roles, since: at }
}

/** Rolls the transaction back: no organisation without a person. */
class LoginTaken extends Error {}
