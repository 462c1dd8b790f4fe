// SPDX-License-Identifier: Apache-2.0
/** Signing in: personas of the demo by one click, everybody else by registration and password. */

import { Broken } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import { digestOf } from '../chance/index.ts'
import type { Organisation } from '../people/index.ts'
import type { Player } from './cast.ts'
import type { Answered, Client } from './client.ts'

export interface Sessions {
  /** The cookie of this player, signed in at first asking. */
  of(player: Player): Promise<string>
  /** To be asked for again: the platform no longer knows it. */
  forget(player: Player): void
  /** What proves the person behind a signature: one click for a persona, else the password. */
  proofOf(player: Player): { readonly demo: true } | { readonly password: string }
}

export function sessionsOn(client: Client, seed: number): Sessions {
  const open = new Map<string, string>()
  return {
    async of(player) {
      const known = open.get(player.key)
      if (known !== undefined) return known
      const { by } = player
      const session =
        'persona' in by
          ? await asPersona(client, by.persona)
          : await byPassword(client, seed, { player, of: by.registration })
      open.set(player.key, session)
      return session
    },
    forget: ({ key }) => open.delete(key),
    proofOf: ({ by }) =>
      'persona' in by ? { demo: true } : { password: passwordOf(seed, by.registration) },
  }
}

async function asPersona(client: Client, persona: string): Promise<string> {
  const body = { persona }
  return cookieOf(await client.ask(routes.demoSession, { body, as: persona }), persona)
}

function passwordOf(seed: number, { key }: Organisation): string {
  return `Demo-${digestOf(seed, `password ${key}`).slice(0, 16)}`
}

interface Registering {
  readonly player: Player
  readonly of: Organisation
}

async function byPassword(client: Client, seed: number, { player, of }: Registering) {
  const as = of.name
  const password = passwordOf(seed, of)
  const { uscc, name, kind, address, person, login } = of
  const registered = await client.ask(routes.register, {
    as,
    body: {
      ...{ uscc, name, kind, address },
      basicAccount: {
        bank: '演示银行（柳州）',
        number: `2105${uscc.slice(-6)}`.replace(/\D/g, '0'),
      },
      person: {
        name: person,
        login,
        password,
        phone: '0772-2800000',
        email: `${login}@demo.invalid`,
      },
    },
  })
  const there = ['organisation-exists', 'login-taken']
  if (!registered.ok && !there.includes(registered.fault.code)) cookieOf(registered, as)
  const signedIn = await client.ask(routes.signIn, { as, body: { login, password } })
  const session = cookieOf(signedIn, as)
  if (signedIn.ok && signedIn.value.role === player.role) return session
  const body = { organisation: uscc, role: player.role }
  return cookieOf(await client.ask(routes.switchRole, { as, body, session }), as)
}

function cookieOf(answer: Answered<unknown>, who: string): string {
  if (!answer.ok) throw new Broken(`${who}: ${answer.fault.code} ${answer.fault.detail}`)
  if (answer.session === undefined) throw new Broken(`${who}: signed in without a session`)
  return answer.session
}
