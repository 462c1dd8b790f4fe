// SPDX-License-Identifier: Apache-2.0
/** The demo expert library: enough people of every class, and answers that a seed decides. */

import { readFileSync } from 'node:fs'
import { moment } from '@gongxin/core/kernel'
import { specialties } from '@gongxin/core/registers/experts'
import { eventShapes } from '@gongxin/core/trading/tender'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationsOf } from '../people/index.ts'
import type { Running } from '../serving/index.ts'
import { answerTo, expertCount, expertsOf } from './experts.ts'
import { startLibrary } from './server.ts'

let library: Running
beforeAll(async () => {
  library = await startLibrary({ port: 0, seed: 1 })
})
afterAll(() => library.stop())

const get = async (path: string) => (await fetch(new URL(path, library.url))).json()
const pool = eventShapes.PoolFrozen.shape.shape.experts

test('there are three hundred or more people, a dozen of each class', () => {
  const experts = expertsOf(1)
  expect(experts.length).toBeGreaterThanOrEqual(300)
  expect(new Set(experts.map((e) => e.expert)).size).toBe(experts.length)
  for (const { code } of specialties) {
    expect(experts.filter((e) => e.specialty === code).length).toBeGreaterThanOrEqual(12)
  }
})

test('some work for bidders of the city, so that recusal happens', () => {
  const bidders = organisationsOf(1).filter((o) => o.role === 'bidder')
  const conflicted = expertsOf(1).filter((e) => bidders.some((b) => b.uscc === e.employer))
  const share = conflicted.length / expertCount
  expect(share).toBeGreaterThan(1 / 20)
  expect(share).toBeLessThan(1 / 4)
})

test('the eligible come in the shape a pool is frozen in', async () => {
  const found = pool.parse(await get('/eligible?specialty=A06&specialty=B04&on=2026-03-02'))
  expect(new Set(found.map((e) => e.specialty))).toEqual(new Set(['A06', 'B04']))
  expect(await get('/eligible?specialty=A06&on=someday')).toEqual([])
  expect(await get('/eligible?specialty=Z99&on=2026-03-02')).toEqual([])
})

test('whose appointment is over is not eligible any more', async () => {
  const over = expertsOf(1).filter((e) => e.until !== null)
  expect(over.length).toBeGreaterThan(0)
  const codes = specialties.map(({ code }) => `specialty=${code}`).join('&')
  const found = pool.parse(await get(`/eligible?${codes}&on=2026-07-01`))
  expect(found.some((e) => over.some((o) => o.expert === e.expert))).toBe(false)
})

test('a call is answered as the seed decides, and remembered by time and place', async () => {
  const about = { at: '2026-03-02T01:00:00.000Z', place: '评标一室' }
  const call = { expert: 'E0007', ...about }
  const response = await fetch(new URL('/calls', library.url), {
    method: 'POST',
    body: JSON.stringify(call),
  })
  const { answer } = await response.json()
  expect(answer).toBe(answerTo(1, 'E0007', moment(about.at)))
  const kept = await get(`/calls?${new URLSearchParams(about)}`)
  expect(kept).toEqual([{ ...call, minutes: 240, answer }])
})

test('somebody unknown cannot be called, and nothing of the project can be told', async () => {
  const post = (body: unknown) =>
    fetch(new URL('/calls', library.url), { method: 'POST', body: JSON.stringify(body) })
  const call = { expert: 'E9999', at: '2026-03-02T01:00:00.000Z', place: '评标一室' }
  expect((await post(call)).status).toBe(404)
  expect((await post({ ...call, project: '路' })).status).toBe(400)
})

test('every expert with a persona of the demo is in the library, under the same name', () => {
  const people = readFileSync(
    new URL('../../shell/identity/demo-people.ts', import.meta.url),
    'utf8',
  )
  const personas = [...people.matchAll(/expert: '(E\d{4})', name: '(.+?)'/g)]
  expect(personas).toHaveLength(5)
  for (const seed of [1, 7]) {
    const known = new Map(expertsOf(seed).map((e) => [e.expert, e.name]))
    for (const [, expert = '', name] of personas) expect(known.get(expert)).toBe(name)
  }
})

test('one seed, one library', () => {
  expect(expertsOf(5)).toEqual(expertsOf(5))
  expect(expertsOf(5)).not.toEqual(expertsOf(6))
})
