// SPDX-License-Identifier: Apache-2.0
/** One tender told in this process from registration to the award letter, with as many bids as wanted. */

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  addDays,
  addMinutes,
  dayOf,
  endOf,
  type Instant,
  instantOfEpoch,
  instantOn,
  nextWorkday,
} from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import * as people from '@gongxin/core/testing'
import { tickPlans } from '@gongxin/core/trading/vault'
import { createCabinet } from '@gongxin/shell/cabinet'
import { openDatabase } from '@gongxin/shell/database'
import { createFileStore } from '@gongxin/shell/files'
import { createStore, migrate } from '@gongxin/shell/store'
import { createDepositary, createTenders } from '@gongxin/shell/tenders'
import { sealedBody, stateOf } from './bids.ts'
import { act } from './ground.ts'

const depositFen = 20_000_000

export interface Told {
  readonly tender: string
  readonly events: number
  /** Where the databases and files of the platform lie, at rest. */
  readonly folder: string
}

export async function tellWhole(bids: number): Promise<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-whole-'))
  const database = await openDatabase({ dataFolder: folder })
  await migrate(database.url)
  await migrate(database.vaultUrl)
  const store = createStore({ url: database.url })
  const files = createFileStore(join(folder, 'files'))
  const cabinet = createCabinet({
    url: database.vaultUrl,
    folder: join(folder, 'vault', 'files'),
  })
  const clock = { at: instantOfEpoch(Date.now()), now: (): Instant => clock.at }
  const bank = {
    name: '演示银行',
    refund: async ({ reference }: { reference: string }) => `S-${reference}`.slice(0, 60),
    rateOn: async () => ({ yearly: '0.0005', base: 360 }) as const,
    paper: async (number: string) => people.paperNumbered(number),
    claim: async ({ reference }: { reference: string }) => `P-${reference}`.slice(0, 60),
    release: async ({ reference }: { reference: string }) => `R-${reference}`.slice(0, 60),
  }
  const library = { eligible: async () => people.pool, call: async () => 'accepted' as const }
  const ticks = tickPlans.demo
  const tenders = createTenders({
    store,
    cabinet,
    clock,
    files,
    library,
    bank,
    ticks,
    vaultSlots: 1024,
  })
  const ground = { store, cabinet, clock, files, tenders }
  const tender = await told(ground, bids)
  const events = (await store.events.head(`tender/${tender}`)) + 1
  await store.close()
  await cabinet.store.close()
  await database.stop()
  return { tender, events, folder }
}

type Ground = Parameters<typeof sealedBody>[0] &
  Parameters<typeof stateOf>[0] & { readonly clock: { at: Instant; now(): Instant } }

async function told(ground: Ground, bids: number): Promise<string> {
  const { clock, tenders } = ground
  const before = addDays(dayOf(clock.at), -20)
  const plan = people.planOf({ deadline: instantOn(nextWorkday(before, calendar), '09:00') })
  const published = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')
  let tender = ''
  const state = () => (tender === '' ? people.newWorld().state() : stateOf(ground, tender))
  const through = async (stage: people.Stage, at: Instant) => {
    for (;;) {
      const step = stage(await state(), at)
      if (step === undefined) return
      clock.at = step.at
      if (step.who.actor.role === 'system') await tenders.tick()
      else tender = await act(ground, step.who, { tender, ...(await sent(ground, tender, step)) })
    }
  }
  clock.at = published
  await through(people.preparation(plan), published)
  const notice = people.noticeOf(plan, published)
  await act(ground, people.owner, { tender, act: 'publish-notice', body: notice })
  await through(people.promising, published)
  clock.at = addMinutes(published, 60)
  const now = await stateOf(ground, tender)
  for (let place = 0; place < bids; place++) await handIn(ground, { tender, state: now, place })
  await through(people.opening, plan.deadline)
  await through(people.draw, addMinutes(plan.deadline, 300))
  const on = (offset: number) => instantOn(addDays(dayOf(plan.deadline), offset), '10:00')
  await through(people.evaluation, on(1))
  await through(people.publishing, on(2))
  const review = (await stateOf(ground, tender)).publicReview?.until ?? dayOf(plan.deadline)
  const after = instantOn(nextWorkday(addDays(dayOf(endOf(review)), 1), calendar), '10:00')
  clock.at = after
  const award = people.awardTo(await stateOf(ground, tender), 0, after)
  await act(ground, award.who, { tender, act: award.act, body: award.body })
  const body = { number: '柳中标〔2026〕1号' }
  await act(ground, people.owner, { tender, act: 'issue-award-notice', body })
  return tender
}

/** What a person really sends for a step: masters come from the bidders' keys. */
async function sent(ground: Ground, tender: string, step: people.Step) {
  const reach: people.Reaching = {
    counter: async () => ({
      ...{ tender, state: await stateOf(ground, tender) },
      own: { slot: null, envelope: null },
    }),
    upload: async () => {
      throw new Error('bids are handed in beforehand')
    },
    manifests: async () => (await ground.tenders.manifests(tender)) ?? [],
  }
  return { act: step.act, body: await people.bodySent(step, reach) }
}

interface Handing {
  readonly tender: string
  readonly state: Awaited<ReturnType<typeof stateOf>>
  readonly place: number
}

async function handIn(ground: Ground, { tender, state, place }: Handing): Promise<void> {
  const who = people.bidder(place)
  await act(ground, who, { tender, act: 'download-document' })
  const of = { tender, bidder: who.actor.party, bidderName: who.name }
  const { number } = await createDepositary(ground.cabinet.store).accountFor(of)
  const paid = await ground.tenders.credit({
    ...{ account: number, form: 'transfer', amountFen: depositFen },
    ...{ reference: `P${place}`, creditedOn: dayOf(ground.clock.now()) },
  })
  if (!paid) throw new Error('the deposit was not taken')
  const content = people.contentOf({ priceFen: 980_000_000 - place * 10_000 })
  const body = await sealedBody(ground, who, { tender, state, content })
  await act(ground, who, { tender, act: 'submit-bid', body })
}
