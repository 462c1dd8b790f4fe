// SPDX-License-Identifier: Apache-2.0
/** A tender that takes bids, prepared over the real interface by the personas of the demo. */

import { randomUUID } from 'node:crypto'
import type { Instant } from '@gongxin/core/kernel'
import type { Plan } from '@gongxin/core/testing'
import { type Wire, wayToNotice } from '../served/index.ts'
import { ask, confirmed, type Person, personOf } from './people.ts'

export async function prepareTender(
  wire: Wire,
  people: readonly Person[],
  { plan, at }: { readonly plan: Plan; readonly at: Instant },
): Promise<string> {
  let tender = ''
  for (const { role, act, body } of wayToNotice(plan, at)) {
    const person = personOf(people, role)
    const first = act === 'register-project'
    const given = first ? null : await confirmed(wire, person, { tender, act, body })
    const heard = await ask(wire, {
      ...{ person, key: randomUUID() },
      path: first ? '/api/tenders' : `/api/tenders/${tender}/acts/${act}`,
      body: first ? body : { body, confirmation: given?.value.confirmation },
    })
    if (heard.status !== 201) throw new Error(`${act}: ${JSON.stringify(heard.value)}`)
    tender = String(heard.value.tender)
  }
  return tender
}
