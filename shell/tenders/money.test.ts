// SPDX-License-Identifier: Apache-2.0
/** Deposits off the usual way, on a real database: what the bank pays is what is written down. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, addMinutes, dayOf, instantOn } from '@gongxin/core/kernel'
import {
  authority,
  bidders,
  contentOf,
  noticeOf,
  owner,
  type Persona,
  planOf,
  preparation,
  type Step,
} from '@gongxin/core/testing'
import { emptyTender, type TenderState } from '@gongxin/core/trading/tender'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFileStore } from '../files/index.ts'
import { createFileSealer } from '../seal/index.ts'
import { createStore, type Store } from '../store/index.ts'
import { testDatabase } from '../store/testing.ts'
import { createDepositary, createTenders, type Refund, type Tenders } from './index.ts'

const { url } = await testDatabase()
const plan = planOf()
const start = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')
const clock = { at: start, now: () => clock.at }
const paid: Refund[] = []
let folder = ''
let store: Store
let tenders: Tenders
let tender = ''
let keys = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'money-'))
  store = createStore({ url })
  tenders = createTenders({
    store,
    clock,
    files: createFileStore(join(folder, 'files')),
    sealer: await createFileSealer(join(folder, 'key')),
    library: null,
    bank: {
      name: '演示银行',
      refund: async (refund) => {
        paid.push(refund)
        return `S-${refund.reference}`.slice(0, 60)
      },
      rateOn: async () => ({ yearly: '0.0005', base: 360 }),
    },
  })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const callerOf = ({ actor, name }: Persona) => ({
  ...{ actor, name, address: '127.0.0.1', source: 'test', requestId: `r${keys}` },
})

async function seen(who: Persona): Promise<TenderState> {
  const view = tender === '' ? null : await tenders.view(tender, who.actor)
  return view === null ? emptyTender : (view.state as unknown as TenderState)
}

async function must({ who, act, body, content, at }: Step): Promise<void> {
  clock.at = at
  const key = `k${++keys}`
  const sent = content === undefined ? (body ?? {}) : { content }
  const outcome =
    act === 'register-project'
      ? await tenders.register(callerOf(who), sent, key)
      : await tenders.act(callerOf(who), { tender, act, body: sent, key })
  expect(outcome, act).toMatchObject({ kind: 'done' })
  if (outcome.kind === 'done') tender = outcome.answer.tender
}

async function pays(who: Persona, reference: string): Promise<boolean> {
  const of = { tender, bidder: who.actor.party, bidderName: who.name }
  const account = (await createDepositary(store).accountFor(of)).number
  const money = { form: 'transfer', amountFen: 20_000_000, reference } as const
  return tenders.credit({ account, ...money, creditedOn: dayOf(clock.at) })
}

/** What the list keeps of this tender for the board. */
async function kept(): Promise<unknown> {
  const rows = store.queries.selectFrom('tender').select('doc').where('id', '=', tender)
  return (await rows.executeTakeFirstOrThrow()).doc
}

const [first, second] = bidders as readonly [Persona, Persona]
const sendsBid = (who: Persona): Step => {
  return { who, act: 'submit-bid', content: contentOf({ priceFen: 950_000_000 }), at: clock.at }
}

beforeEach(async () => {
  tender = ''
  paid.length = 0
  clock.at = start
  for (;;) {
    const step = preparation(plan)(await seen(owner), clock.at)
    if (step === undefined) break
    await must(step)
  }
  await must({ who: owner, act: 'publish-notice', body: noticeOf(plan, start), at: start })
})

test('a withdrawn deposit goes back in a day, out of sight; a new one may be paid', async () => {
  expect(await pays(first, 'a')).toBe(true)
  await must(sendsBid(first))
  const before = await tenders.trail(tender, null, -1)
  await must({ who: first, act: 'withdraw-bid', at: addMinutes(start, 60) })
  clock.at = addMinutes(start, 60 + 24 * 60 - 1)
  await tenders.tick()
  expect(paid).toEqual([])
  clock.at = addMinutes(clock.at, 1)
  await tenders.tick()
  await tenders.tick()
  expect(paid).toMatchObject([{ principalFen: 20_000_000 }])
  expect(await tenders.ownBid(tender, callerOf(first))).toMatchObject({ deposit: null, returns: 1 })
  expect(await tenders.trail(tender, null, -1)).toEqual(before)
  expect(await pays(first, 'b')).toBe(true)
  await must(sendsBid(first))
})

test('who sends the bid again before that keeps the deposit where it is', async () => {
  await pays(first, 'a')
  await must(sendsBid(first))
  await must({ who: first, act: 'withdraw-bid', at: addMinutes(start, 60) })
  await must({ ...sendsBid(first), at: addMinutes(start, 90) })
  clock.at = addMinutes(start, 3 * 24 * 60)
  await tenders.tick()
  expect(paid.filter(({ reference }) => reference.startsWith(tender))).toEqual([])
})

test('an end during the tendering brings every deposit back; late money follows', async () => {
  await pays(first, 'a')
  await must(sendsBid(first))
  await pays(second, 'b')
  const body = { reason: '洪水', forceMajeure: true }
  await must({ who: owner, act: 'terminate', body, at: addMinutes(start, 100) })
  expect((await seen(owner)).deposits).toHaveLength(2)
  expect((await seen(authority)).deposits).toEqual([])
  expect(await kept()).toMatchObject({ breached: 0, duties: [{ id: 'refund' }] })
  await must({ who: owner, act: 'refund-deposits', at: addMinutes(start, 20 * 24 * 60) })
  await tenders.tick()
  expect(paid).toHaveLength(2)
  expect(await kept()).toMatchObject({ breached: 2, duties: [] })
  const third = bidders[2] ?? first
  expect(await pays(third, 'c')).toBe(true)
  await tenders.tick()
  await tenders.tick()
  expect(paid).toHaveLength(3)
  const { deposits } = await seen(owner)
  expect(deposits.every((d) => d.refund?.principalFen === d.amountFen)).toBe(true)
})

test('money that arrives while everything is suspended is written down', async () => {
  const directive = { id: 'Z1', number: '1号', basis: ['实施条例 62'], text: '暂停', lifts: null }
  const body = { ...directive, kind: 'suspend' }
  await must({ who: authority, act: 'issue-directive', body, at: start })
  expect(await pays(first, 'a')).toBe(true)
  expect(await tenders.ownBid(tender, callerOf(first))).toMatchObject({
    bidder: { name: first.name },
  })
})
