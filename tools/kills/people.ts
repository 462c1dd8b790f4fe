// SPDX-License-Identifier: Apache-2.0
/** Who acts in a burst: the personas of a demo, signed in over the real interface. */

import { certain } from '@gongxin/core/kernel'
import { digestOfBody } from '@gongxin/shell/identity'
import type { Wire } from '../served/index.ts'

export interface Person {
  readonly name: string
  readonly party: string
  readonly role: string
  readonly cookie: string
}

export interface Sent {
  readonly person: Person
  readonly key: string
  readonly path: string
  readonly body: unknown
}

export interface Heard {
  readonly status: number
  readonly replayed: boolean
  readonly isProblem: boolean
  readonly value: Readonly<Record<string, unknown>>
}

export async function ask(wire: Wire, { person, key, path, body }: Sent): Promise<Heard> {
  const headers = { cookie: person.cookie, 'idempotency-key': key, 'user-agent': 'gongxin-kills' }
  const heard = await wire.ask({ method: 'POST', path, headers, body: JSON.stringify(body) })
  return {
    status: heard.status,
    replayed: heard.head.includes('idempotency-replayed: true'),
    isProblem: heard.head.includes('application/problem+json'),
    value: heard.body === '' ? {} : JSON.parse(heard.body),
  }
}

/** What a person has confirmed goes with the act; a confirmation is good once. */
export async function confirmed(
  wire: Wire,
  person: Person,
  of: { readonly tender: string; readonly act: string; readonly body: unknown },
): Promise<Heard> {
  const digest = certain(digestOfBody(of.body), 'a digest')
  const body = { tender: of.tender, act: of.act, digest, demo: true }
  return ask(wire, { person, key: 'none', path: '/api/session/confirmations', body })
}

const actingRoles = ['tenderOwner', 'centre', 'notary', 'audit', 'bidder']

export async function signInAll(url: string): Promise<readonly Person[]> {
  const personas: readonly { persona: string; organisation: string; role: string }[] = await fetch(
    `${url}/api/demo/personas`,
  ).then((answer) => answer.json())
  const wanted = personas.filter(({ role }) => actingRoles.includes(role))
  return Promise.all(
    wanted.map(async ({ persona: name, organisation: party, role }) => {
      const answer = await fetch(`${url}/api/demo/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ persona: name }),
      })
      const cookie = certain(answer.headers.getSetCookie()[0]?.split(';')[0], 'a session')
      return { name, party, role, cookie }
    }),
  )
}

export function personOf(people: readonly Person[], role: string): Person {
  return certain(
    people.find((person) => person.role === role),
    `nobody is ${role}`,
  )
}
