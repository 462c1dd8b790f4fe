// SPDX-License-Identifier: Apache-2.0
/** The client against a platform of our own making: what is sent, and what faults look like. */

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { routes } from '@gongxin/shell/http/contract'
import { afterEach, expect, test } from 'vitest'
import { castOf, playerOf } from './cast.ts'
import { clientAt, type Exchange } from './client.ts'
import { sessionsOn } from './sessions.ts'
import { clockOf } from './telling.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

interface Reply {
  readonly status?: number
  readonly body?: unknown
  readonly cookie?: string
}
type Heard = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { readonly body: string }

async function platform(reply: (heard: Heard) => Reply) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      const { method, url, headers } = request
      const said: Heard = { method, url, headers, body: text }
      heard.push(said)
      const { status = 200, body, cookie } = reply(said)
      response.writeHead(status, cookie === undefined ? {} : { 'set-cookie': cookie })
      response.end(body === undefined ? '' : JSON.stringify(body))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
}

const clock = (now: string) => ({ body: { now, mode: 'demo', offsetMs: 0 } })

test('path, query, key and session go where the contract says', async () => {
  const { url, heard } = await platform(() => ({
    status: 409,
    body: { kind: 'refused', code: 'wrong-phase', detail: '不在此阶段' },
  }))
  const seen: Exchange[] = []
  const answer = await clientAt(url, (exchange) => seen.push(exchange)).ask(routes.act, {
    params: { tender: 'LZ 1', act: 'award' },
    ...{ body: { body: {} }, session: 'gongxin_session=a', key: 'k-1', as: '招标人' },
  })
  expect(answer).toMatchObject({ ok: false, fault: { status: 409, code: 'wrong-phase' } })
  expect(heard[0]).toMatchObject({
    method: 'POST',
    url: '/api/tenders/LZ%201/acts/award',
    headers: { 'idempotency-key': 'k-1', cookie: 'gongxin_session=a' },
  })
  expect(seen).toMatchObject([{ as: '招标人', status: 409, fault: { code: 'wrong-phase' } }])
})

test('a persona signs in once and keeps the cookie', async () => {
  const { url, heard } = await platform(() => ({
    status: 204,
    cookie: 'gongxin_session=t; Path=/; HttpOnly',
  }))
  const sessions = sessionsOn(clientAt(url), 1)
  const organisation = { organisation: 'office-centre', organisationName: '交易中心' }
  const cast = castOf(1, [{ persona: 'centre', name: '李勇', role: 'centre', ...organisation }])
  const centre = playerOf(cast, 'centre')
  expect(await sessions.of(centre)).toBe('gongxin_session=t')
  expect(await sessions.of(centre)).toBe('gongxin_session=t')
  expect(heard).toHaveLength(1)
  sessions.forget(centre)
  await sessions.of(centre)
  expect(heard).toHaveLength(2)
  expect(sessions.proofOf(centre)).toEqual({ demo: true })
})

test('an organisation that is there already only signs in, and takes its role', async () => {
  const session = {
    ...{ account: 'a', name: 'n', organisation: 'o', organisationName: 'on', role: 'tenderOwner' },
    ...{ memberships: [], persona: null, passkeys: 0 },
  }
  const { url, heard } = await platform(({ url: path }) =>
    path === '/api/organisations'
      ? { status: 409, body: { kind: 'refused', code: 'organisation-exists' } }
      : { body: session, cookie: `gongxin_session=${path?.length}` },
  )
  const sessions = sessionsOn(clientAt(url), 1)
  await sessions.of(playerOf(castOf(1, []), 'bidder-01'))
  expect(heard.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
    'POST /api/organisations',
    'POST /api/session',
    'PUT /api/session',
  ])
})

test('the clock is moved only where the hour has not come', async () => {
  const { url, heard } = await platform(({ method, body }) =>
    clock(method === 'POST' ? JSON.parse(body).to : '2026-03-02T01:00:00.000Z'),
  )
  const platformClock = await clockOf(clientAt(url))
  const [first, second] = heard.length === 1 ? [platformClock.now(), platformClock.now()] : []
  expect(first && second && first <= second).toBe(true)
  await platformClock.reach(platformClock.now())
  expect(heard).toHaveLength(1)
})
