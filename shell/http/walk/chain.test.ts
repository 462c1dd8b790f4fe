// SPDX-License-Identifier: Apache-2.0
/** IV-20: whatever people try, every chain verifies end to end and every entry says who and whence. */

import { isInstant, type Json } from '@gongxin/core/kernel'
import { runHistory, type Step } from '@gongxin/core/testing'
import { originDigest, verifyChain } from '@gongxin/trust/event'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredEvent } from '../../store/index.ts'
import { fieldOf, type HttpWorld, httpWorld } from './world.ts'

const choice = fc.record({
  usual: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  pick: fc.nat(10_000),
  detail: fc.nat(100),
  minutes: fc.integer({ min: 0, max: 90 }),
})
const choices = fc.noBias(fc.array(choice, { minLength: 80, maxLength: 90, size: 'max' }))

/** Every stream of the tender, the sealed ones of the bidders with it. */
async function streamsOf({ deps, tender }: HttpWorld) {
  const { queries, region, events } = deps.store
  const rows = await queries
    .selectFrom('event')
    .select('stream')
    .distinct()
    .where('region', '=', region)
    .execute()
  const own = rows.filter(({ stream }) => stream.split('/')[1] === tender())
  return Promise.all(
    own.map(async ({ stream }) => [stream, await events.read(stream, -1)] as const),
  )
}

function faultOf(stored: readonly StoredEvent[]): string {
  const bodies = new Map(
    stored.flatMap(({ seq, salt, body }) =>
      salt === null || body === null ? [] : [[seq, { salt, body }] as const],
    ),
  )
  const verdict = verifyChain(
    stored.map(({ entry }) => entry),
    bodies,
  )
  if (!verdict.ok) return `${verdict.fault} at ${verdict.seq}`
  if (verdict.withheld.length > 0) return `withheld ${verdict.withheld.join()}`
  return stored.map((event) => originFault(event)).find((fault) => fault !== '') ?? ''
}

/** Operator, network address, time and source, bound to the entry by its salted digest. */
function originFault({ seq, entry, origin, originSalt, at, type }: StoredEvent): string {
  const of = `${type} at ${seq}`
  if (origin === null || originSalt === null) return `${of} has no origin`
  const said: Json = JSON.parse(Buffer.from(entry).toString('utf8'))
  if (fieldOf(said, 'origin') !== originDigest(originSalt, origin)) return `${of}: another origin`
  if (fieldOf(said, 'at') !== at || !isInstant(at)) return `${of} has no time`
  const missing = ['account', 'party', 'address', 'source', 'requestId'].find((name) => {
    const value = fieldOf(origin, name)
    return typeof value !== 'string' || value === ''
  })
  return missing === undefined ? '' : `${of} has no ${missing}`
}

async function play(steps: readonly Step[]): Promise<HttpWorld> {
  const world = await httpWorld()
  for (const step of steps) {
    const heard = await world.perform(step)
    expect(heard?.status ?? 0, `${step.act} ${heard?.text.slice(0, 200)}`).toBeLessThan(500)
  }
  return world
}

const reached = new Set<string>()
let kept: readonly StoredEvent[] = []

test.each([5, 8])(
  'random history %i over the wire',
  async (seed) => {
    const [list = []] = fc.sample(choices, { seed, numRuns: 1 })
    const kind = seed % 2 === 0 ? 'goods' : 'works'
    const world = await play(runHistory(list, kind).history.map(({ step }) => step))
    const streams = await streamsOf(world)
    expect(streams.length).toBeGreaterThan(2)
    for (const [stream, stored] of streams) {
      expect([stream, faultOf(stored)]).toEqual([stream, ''])
      for (const { type } of stored) reached.add(type)
      if (stream.startsWith('tender/')) kept = stored
    }
  },
  90_000,
)

test('they came far enough to mean something', () => {
  expect([...reached]).toEqual(expect.arrayContaining(['BidSubmitted', 'BiddingClosed']))
  expect(reached.size).toBeGreaterThan(9)
})

test('an entry that was changed, moved or said of another is found out', () => {
  const stored = kept
  const [first, second, ...rest] = stored
  if (first === undefined || second === undefined) throw new Error('two events happened')
  expect(faultOf(stored)).toBe('')
  expect(faultOf([second, first, ...rest])).not.toBe('')
  expect(faultOf([first, ...rest])).not.toBe('')
  expect(faultOf([{ ...first, body: { data: {}, findings: [] } }, second])).not.toBe('')
  expect(faultOf([{ ...first, origin: { account: 'other' } }, second])).toContain('another origin')
})
