// SPDX-License-Identifier: Apache-2.0
/** Routes × roles, walked whole: what the table does not grant is refused, what it grants is not. */

import { expect, it } from 'vitest'
import { demoPersonas } from '../identity/index.ts'
import { type Route, routes } from './contract/index.ts'
import { stage } from './testing.ts'

const { app, cookieOf } = await stage()
const production = await stage({ mode: 'production' })

const table: readonly (readonly [string, Route])[] = Object.entries(routes)
const personas = ['tenderOwner', 'agency', 'bidder1', 'expert1', 'centre', 'authority', 'audit']
const cookies = new Map<string, string>()
for (const persona of personas) cookies.set(persona, await cookieOf(persona))

function ask(route: Route, cookie?: string) {
  const url = route.path.replace(':tender', 'T1').replace(/:\w+/g, 'x')
  const headers = { 'idempotency-key': 'k', ...(cookie === undefined ? {} : { cookie }) }
  const wrong = { noSuchField: 1 }
  const payload = route.method === 'GET' ? {} : { payload: wrong }
  return app.inject({ method: route.method, url, headers, ...payload })
}

function grants({ access }: Route, role: string): boolean {
  return typeof access === 'string' || access.some((one) => one === role)
}

it.each(table)('%s: a citizen is admitted only where anyone is', async (_, route) => {
  const answer = await ask(route)
  if (route.access === 'anyone') expect([401, 403]).not.toContain(answer.statusCode)
  else expect(answer.json()).toMatchObject({ status: 401, code: 'sign-in-needed' })
})

it.each(table)('%s: each role passes exactly where the table says', async (name, route) => {
  // Signing out would end the very session the walk needs.
  if (name === 'signOut') return
  for (const persona of personas) {
    const { role } = demoPersonas.find((one) => one.persona === persona) ?? { role: '' }
    const answer = await ask(route, cookies.get(persona))
    if (grants(route, role)) expect([401, 403]).not.toContain(answer.statusCode)
    else expect(answer.json()).toMatchObject({ status: 403, code: 'not-your-act' })
  }
})

it('every route of the contract is served', async () => {
  const missing = table.filter(([, { method, path }]) => !app.hasRoute({ method, url: path }))
  expect(missing.map(([name]) => name)).toEqual([])
})

it.each(table.filter(([, route]) => route.demoOnly))(
  '%s does not exist in production',
  async (_, { method, path }) => {
    const answer = await production.app.inject({ method, url: path })
    expect(answer.statusCode).toBe(404)
  },
)

it('a tender, a file and a message of nobody are not found', async () => {
  const cookie = cookies.get('bidder1') ?? ''
  const digest = 'ab'.repeat(32)
  const paths = ['/api/tenders/T9', '/api/tenders/T9/trail', '/api/tenders/T9/documents']
  for (const url of [...paths, '/api/tenders/T9/live', `/api/files/${digest}`, '/nowhere']) {
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(404)
  }
})
