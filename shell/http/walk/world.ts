// SPDX-License-Identifier: Apache-2.0
/** For tests only: core's scripts played over real HTTP, one world for one tender. */

import type { Instant, Json } from '@gongxin/core/kernel'
import { procedures } from '@gongxin/core/procedures'
import {
  bodySent,
  machine,
  type Persona,
  persona,
  type Reaching,
  type Step,
} from '@gongxin/core/testing'
import { type BidState, emptyBid } from '@gongxin/core/trading/bid'
import { emptyTender, type TenderState } from '@gongxin/core/trading/tender'
import { digestOfBody } from '../../identity/index.ts'
import { accountOf, outside } from './cast.ts'
import { bankKey, type Served, serveWhole, uploadsTo } from './testing.ts'

export interface Heard {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON, where it is that. */
  readonly json: unknown
}

export interface Wish {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Acting {
  readonly act: string
  readonly body: unknown
  /** A key of its own unless one is given. */
  readonly key?: string
  readonly tender?: string
  readonly expectedVersion?: number
  readonly language?: 'zh' | 'en'
}

export interface HttpWorld extends Served {
  /** Id of the tender, once registered. */
  tender(): string
  /** The whole tender, as only the machine sees it. */
  state(): Promise<TenderState>
  /** The demo's hour, moved forward where it is behind. */
  reach(at: Instant): Promise<void>
  ask(who: Persona | null, path: string, wish?: Wish): Promise<Heard>
  /** An act with its confirmation. */
  act(who: Persona, of: Acting): Promise<Heard>
  /** The body that is really sent: bids sealed and uploaded, and opened with the bidder's key. */
  sent(step: Step): Promise<unknown>
  /** One step of a script; the platform's own steps are left to its clock and answer null. */
  perform(step: Step): Promise<Heard | null>
}

export async function httpWorld(): Promise<HttpWorld> {
  const served = await serveWhole()
  const { clock, tenders, cabinet } = served.deps
  const ask = askingOn(served)
  let [tender, keys] = ['', 0]
  const act: HttpWorld['act'] = (who, of) => {
    keys += 1
    return acted(ask, who, { key: `k-${keys}`, tender, ...of })
  }
  const reach = async (at: Instant) => {
    if (clock.now() < at) await clock.move(at)
  }
  const state = async () => {
    const view = tender === '' ? null : await tenders.view(tender, machine.actor)
    // What core folded and nobody touched since.
    return view === null ? emptyTender : (view.state as unknown as TenderState)
  }
  const bidding: Reaching = {
    async counter(who) {
      const { json } = await ask(who, `/api/tenders/${tender}/bid`)
      const own = (fieldOf(json, 'state') ?? emptyBid) as unknown as BidState
      return { tender, own, state: await state() }
    },
    upload: uploadsTo(cabinet, clock),
    manifests: async () => (await tenders.manifests(tender)) ?? [],
  }
  const sent: HttpWorld['sent'] = (step) => bodySent(step, bidding)
  return {
    ...{ ...served, ask, act, reach, state, sent },
    tender: () => tender,
    async perform(step) {
      const { who, act: name, body = {}, at } = step
      await reach(at)
      if (name === 'register-project') {
        const headers = { 'idempotency-key': `register-${keys}` }
        const heard = await ask(who, '/api/tenders', { method: 'POST', body, headers })
        tender = String(fieldOf(heard.json, 'tender') ?? tender)
        return heard
      }
      if (name === 'record-deposit') return paid(ask, { who, tender, body })
      if (who.actor.role !== 'system') {
        return act(who, { act: name, body: await sent(step) })
      }
      await tenders.tick()
      return null
    },
  }
}

function askingOn({ url, deps }: Served): HttpWorld['ask'] {
  const cookies = new Map<string, string>()
  const cookieOf = async (who: Persona) => {
    const known = cookies.get(who.actor.party)
    if (known !== undefined) return known
    const account = await deps.identity.people.byId(accountOf(who))
    const session = account && (await deps.identity.sessions.open(account, who.name))
    if (session === null || 'kind' in session) throw new Error(`nobody is ${who.name}`)
    const cookie = `gongxin_session=${session.token}`
    cookies.set(who.actor.party, cookie)
    return cookie
  }
  return async (who, path, { method = 'GET', body, headers } = {}) => {
    const cookie = who === null ? {} : { cookie: await cookieOf(who) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(new URL(path, url), {
      method,
      headers: { ...outside(who), ...cookie, ...type, ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await textOf(response)
    return { status: response.status, headers: response.headers, text, json: jsonIn(text) }
  }
}

type Ask = HttpWorld['ask']

export const signedActs: ReadonlySet<string> = new Set(
  procedures
    .flatMap(({ stages }) => stages)
    .flatMap((s) => s.acts.flatMap((l) => (l.signed === true ? [l.act] : []))),
)

async function acted(ask: Ask, who: Persona, of: Acting & { readonly key: string }) {
  const { act, body, tender = '', key, expectedVersion, language = 'zh' } = of
  const digest = signedActs.has(act) ? digestOfBody(body) : null
  const confirmation =
    digest === null
      ? undefined
      : await ask(who, '/api/session/confirmations', {
          method: 'POST',
          body: { tender, act, digest, demo: true },
        })
  const confirmed = fieldOf(confirmation?.json, 'confirmation')
  return ask(who, `/api/tenders/${tender}/acts/${act}`, {
    method: 'POST',
    body: {
      body,
      ...(confirmed === undefined ? {} : { confirmation: confirmed }),
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    },
    headers: { 'accept-language': language, 'idempotency-key': key },
  })
}

interface Paying {
  readonly who: Persona
  readonly tender: string
  readonly body: unknown
}

/** The bank tells of the money: the account is asked for as the bidder sees it. */
async function paid(ask: Ask, { who, tender, body }: Paying): Promise<Heard> {
  const bidder = persona(who.name, 'bidder', who.actor.party)
  const own = await ask(bidder, `/api/tenders/${tender}/bid`)
  const account = fieldOf(fieldOf(own.json, 'account'), 'number')
  return ask(null, '/api/bank/credits', {
    method: 'POST',
    body: { account, ...(isRecord(body) ? body : {}) },
    headers: { 'x-bank-key': bankKey, 'x-forwarded-for': '203.0.113.254' },
  })
}

export function fieldOf(json: unknown, name: string): Json | undefined {
  return isRecord(json) ? json[name] : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Of a stream that does not end, what it says at once. */
async function textOf(response: Response): Promise<string> {
  const endless = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  if (!endless) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
