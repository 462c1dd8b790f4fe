// SPDX-License-Identifier: Apache-2.0
/** Everybody the story needs, each at a browser of their own, signed in when first called. */

import { z } from '@gongxin/core/kernel'
import type { Browser } from 'playwright-core'
import { arrive, type Person, signIn } from './person.ts'

export interface Cast {
  /** By the name on the card of the sign-in page. */
  call(name: string): Promise<Person>
  readonly present: ReadonlyMap<string, Person>
  /** Moves the hour of the demo on. */
  wait(until: { readonly to: string } | { readonly days: number }): Promise<void>
  now(): Promise<string>
  /** When the bidders' time to decrypt is over, as everybody may read it. */
  decryptionUntil(room: string): Promise<string>
  /** Names on the cards of experts who said yes. */
  drawnExperts(): Promise<readonly string[]>
}

export function castAt(browser: Browser, url: string): Cast {
  const present = new Map<string, Person>()
  const now = async () => {
    const { now: hour } = await (await fetch(`${url}/api/clock`)).json()
    return String(hour)
  }
  return {
    present,
    now,
    async call(name) {
      const known = present.get(name)
      if (known !== undefined) return known
      const person = await arrive(browser, url)
      await signIn(person, name)
      present.set(name, person)
      return person
    },
    async decryptionUntil(room) {
      const view: unknown = await (await fetch(`${url}/api${room}`)).json()
      return z.object({ state: z.object({ opening: z.object({ until: z.string() }) }) }).parse(view)
        .state.opening.until
    },
    async drawnExperts() {
      const cards: unknown = await (await fetch(`${url}/api/demo/experts`)).json()
      return z
        .array(z.object({ name: z.string() }))
        .parse(cards)
        .map(({ name }) => name)
    },
    async wait(until) {
      const to =
        'to' in until
          ? until.to
          : new Date(Date.parse(await now()) + until.days * 86_400_000).toISOString()
      const moved = await fetch(`${url}/api/demo/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to }),
      })
      if (!moved.ok) throw new Error(`the clock stays: ${await moved.text()}`)
    },
  }
}

/** Names on the cards of the demo. */
export const people = {
  owner: '周敏',
  agency: '韦芳',
  bidders: ['陆海涛', '梁晓燕', '谭志远'],
  centre: '李勇',
  authority: '陈曦',
  auditor: '覃岚',
  notary: '韦立言',
} as const
