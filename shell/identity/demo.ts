// SPDX-License-Identifier: Apache-2.0
/** Brings the personas of the demo into the store; what is there already is left alone. */

import type { Instant } from '@gongxin/core/kernel'
import type { Store } from '../store/index.ts'
import { demoOrganisations, demoPersonas } from './demo-people.ts'

export async function createDemoPeople(store: Store, at: Instant): Promise<void> {
  const { region } = store
  await store.queries.transaction().execute(async (queries) => {
    const organisations = demoOrganisations.map((o) => ({
      ...{ region, id: o.id, name: o.name, kind: o.kind, roles: [...o.roles] },
      ...{ created_at: at, updated_at: at },
      doc: JSON.stringify({ address: o.address, shortName: o.shortName, demo: true }),
    }))
    const accounts = demoPersonas.map(({ persona, name, position }) => ({
      ...{ region, id: demoAccount(persona), login: `demo.${persona.toLowerCase()}`, name },
      ...{ password_hash: null, created_at: at },
      doc: JSON.stringify({ persona, position }),
    }))
    const memberships = demoPersonas.map(({ persona, party, role }) => {
      return { region, account: demoAccount(persona), organisation: party, role, since: at }
    })
    // None of these statements may replace: a running demo keeps what people did to it.
    for (const statement of [
      queries.insertInto('organisation').values(organisations),
      queries.insertInto('account').values(accounts),
      queries.insertInto('membership').values(memberships),
    ]) {
      await statement.onConflict((conflict) => conflict.doNothing()).execute()
    }
  })
}

export function demoAccount(persona: string): string {
  return `demo-${persona}`
}
