// SPDX-License-Identifier: Apache-2.0
/** The demo bank, as its neighbours meet it: over HTTP on the loopback. */

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startBank } from './server.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const account = '6232000000000000001'
const credit = {
  account,
  form: 'transfer',
  amountFen: 20_000_000,
  from: '2105000100000001',
  reference: 'T-1',
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'gongxin-bank-'))
  closing.push(() => rm(path, { recursive: true, force: true }))
  return path
}

/** A platform that is down for the first `silent` notices, and keeps the rest. */
async function platform(silent: number) {
  const heard: { key: unknown; body: unknown }[] = []
  let down = silent
  const server = createServer((request, response) => {
    if (request.url === '/api/clock') {
      const clock = { now: '2026-03-02T02:00:00.000Z', mode: 'demo', offsetMs: -1 }
      response.end(JSON.stringify(clock))
      return
    }
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      if (down > 0) {
        down -= 1
        response.writeHead(503).end('{}')
        return
      }
      heard.push({ key: request.headers['x-bank-key'], body: JSON.parse(text) })
      response.writeHead(201).end(JSON.stringify({ accepted: true }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  )
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, heard }
}

async function open(data: string, platformUrl?: string) {
  const bank = await startBank({
    port: 0,
    ledger: join(data, 'book.jsonl'),
    platform: platformUrl,
    key: 'secret',
    retryMs: 20,
  })
  closing.push(() => bank.stop())
  const post = async (path: string, body: unknown) => {
    const response = await fetch(new URL(path, bank.url), {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json(), headers: response.headers }
  }
  const get = async (path: string) => (await fetch(new URL(path, bank.url))).json()
  return { post, get }
}

test('money in is told to the platform once, on the day of the demo, under the key', async () => {
  const { url, heard } = await platform(0)
  const { post } = await open(await folder(), url)
  const first = await post('/transfers', credit)
  const again = await post('/transfers', credit)
  expect(first).toMatchObject({ status: 201, body: { on: '2026-03-02', told: 'taken' } })
  expect(again.body.statement).toBe(first.body.statement)
  expect(first.headers.get('x-gongxin-demo')).toBe('demo')
  const { from: _, ...told } = credit
  expect(heard).toEqual([{ key: 'secret', body: { ...told, creditedOn: '2026-03-02' } }])
})

test('a platform that is down is told later', async () => {
  const { url, heard } = await platform(2)
  const { post } = await open(await folder(), url)
  const { body } = await post('/transfers', credit)
  expect(body.told).toBe('unavailable')
  await expect.poll(() => heard.length).toBe(1)
})

const paper = {
  ...{ form: 'guarantee', applicant: '91450200MA60000002', beneficiary: '91450200MA5L000001' },
  ...{ amountFen: 20_000_000, validUntil: '2026-07-01', reference: 'T-1' },
}

test('a guarantee has a number, tells who and until when, and is issued once', async () => {
  const { url, heard } = await platform(0)
  const { post, get } = await open(await folder(), url)
  expect((await post('/transfers', { ...credit, form: 'insurance' })).status).toBe(400)
  expect((await post('/guarantees', { ...paper, form: 'transfer' })).status).toBe(400)
  const first = await post('/guarantees', { ...paper, form: 'insurance', account })
  expect(first).toMatchObject({ status: 201, body: { told: 'taken' } })
  const { number } = first.body
  expect(heard).toMatchObject([{ body: { account, form: 'insurance', reference: number } }])
  expect((await post('/guarantees', { ...paper, form: 'insurance' })).body.number).toBe(number)
  const { reference: _, ...said } = paper
  const shown = { ...said, form: 'insurance', number, issuer: '演示财产保险公司' }
  const own = { standing: 'in-force', leftFen: 20_000_000 }
  expect(await get(`/papers/${number}`)).toEqual({ paper: { ...shown, ...own } })
  expect(await get('/papers/G00000099')).toEqual({ paper: null })
})

test('what is called upon is paid once and never above what is left, across a restart', async () => {
  const data = await folder()
  const { url } = await platform(0)
  const { post } = await open(data, url)
  const { number } = (await post('/guarantees', paper)).body
  const called = { amountFen: 19_999_999, ground: '质量不符', reference: 'K1' }
  const first = await post(`/papers/${number}/claims`, called)
  expect(first.status).toBe(201)
  const after = await open(data, url)
  expect((await after.post(`/papers/${number}/claims`, called)).body).toEqual(first.body)
  const more = { ...called, reference: 'K2', amountFen: 2 }
  expect((await after.post(`/papers/${number}/claims`, more)).status).toBe(409)
  expect((await after.post(`/papers/${number}/claims`, { ...more, amountFen: 1 })).status).toBe(201)
  expect(await after.get(`/papers/${number}`)).toMatchObject({
    paper: { standing: 'claimed', leftFen: 0 },
  })
  const unknown = { ...called, reference: 'K3' }
  expect((await after.post('/papers/G00000099/claims', unknown)).status).toBe(404)
})

test('a released guarantee pays no more; an expired one pays nothing', async () => {
  const { url } = await platform(0)
  const { post, get } = await open(await folder(), url)
  const { number } = (await post('/guarantees', paper)).body
  const released = await post(`/papers/${number}/release`, { reference: 'back' })
  expect(released.status).toBe(201)
  const again = await post(`/papers/${number}/release`, { reference: 'back' })
  expect(again.body).toEqual(released.body)
  const called = { amountFen: 1, ground: '逾期', reference: 'K1' }
  expect((await post(`/papers/${number}/claims`, called)).status).toBe(409)
  expect(await get(`/papers/${number}`)).toMatchObject({ paper: { standing: 'released' } })
  const day = async (validUntil: string) => {
    const other = { ...paper, reference: validUntil, validUntil }
    const { body } = await post('/guarantees', other)
    return (await post(`/papers/${body.number}/claims`, { ...called, reference: validUntil }))
      .status
  }
  expect([await day('2026-03-02'), await day('2026-03-01')]).toEqual([201, 409])
})

test('money paid in is confirmed by its statement as a guarantee is by its number', async () => {
  const { url, heard } = await platform(0)
  const { post, get } = await open(await folder(), url)
  const payer = paper.applicant
  const { body } = await post('/transfers', { ...credit, payer, purpose: 'performance' })
  expect(heard).toEqual([])
  expect(await get(`/papers/${body.statement}`)).toMatchObject({
    paper: { form: 'transfer', applicant: payer, beneficiary: account, validUntil: null },
  })
  const back = await post(`/papers/${body.statement}/release`, { reference: 'back' })
  expect(back.status).toBe(201)
})

test('a refund is paid once, whatever is asked again, and survives a restart', async () => {
  const data = await folder()
  const { url } = await platform(0)
  const refund = { account, principalFen: 20_000_000, interestFen: 0, reference: 'lot-1-A' }
  const before = await open(data, url)
  await before.post('/transfers', credit)
  const paid = await before.post('/refunds', refund)
  const after = await open(data, url)
  expect((await after.post('/refunds', refund)).body).toEqual(paid.body)
  expect((await after.post('/refunds', { ...refund, principalFen: 1 })).status).toBe(409)
  const statement = await after.get(`/accounts/${account}/statement`)
  expect(statement).toMatchObject({ balanceFen: 0, demo: expect.stringContaining('演示') })
  expect(statement.entries).toHaveLength(2)
})

test('the rate of a day is the last one listed before it', async () => {
  const { get } = await open(await folder())
  expect(await get('/rates?on=2025-05-19')).toMatchObject({ yearly: '0.0010', base: 360 })
  expect(await get('/rates?on=2025-05-20')).toMatchObject({ yearly: '0.0005', base: 360 })
  expect(await get('/rates?on=someday')).toEqual({ code: 'not-found' })
})

test.each([
  [{ ...credit, amountFen: 0 }],
  [{ ...credit, amountFen: 1.5 }],
  [{ ...credit, account: 'x' }],
  [undefined],
])('what has no shape is not booked: %j', async (body) => {
  const { post, get } = await open(await folder())
  expect((await post('/transfers', body)).status).toBe(400)
  expect((await get(`/accounts/${account}/statement`)).entries).toEqual([])
})
