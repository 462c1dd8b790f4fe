// SPDX-License-Identifier: Apache-2.0
/** For tests only: the tender service over a real store, with a bank that remembers what it paid. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { addDays, dayOf, type FileRef, type Instant, instantOn } from '@gongxin/core/kernel'
import {
  bodySent,
  machine,
  noticeOf,
  owner,
  type Persona,
  paperNumbered,
  planOf,
  preparation,
  type Reaching,
  type Step,
} from '@gongxin/core/testing'
import { emptyBid } from '@gongxin/core/trading/bid'
import { emptyTender, type TenderState } from '@gongxin/core/trading/tender'
import { type TickPlan, tickPlans } from '@gongxin/core/trading/vault'
import { afterAll, expect } from 'vitest'
import type { Cabinet } from '../cabinet/index.ts'
import { testStores } from '../cabinet/testing.ts'
import { createFileStore } from '../files/index.ts'
import type { Store } from '../store/index.ts'
import {
  type Authority,
  type Bank,
  createDepositary,
  createTenders,
  type ExpertLibrary,
  type Outcome,
  type Refund,
  type Stamping,
  type Tenders,
} from './index.ts'

const plan = planOf()
const start = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')

export interface Staging {
  /** Awaited before each writing, so that a test may keep one waiting. */
  readonly hold?: () => Promise<void>
  readonly library?: ExpertLibrary
  readonly ticks?: TickPlan
  readonly authority?: Authority
  readonly stamping?: Stamping
}

/** Stores, clock, bank and tenders, taken down after the last test. */
async function groundOf({
  hold = async () => {},
  library,
  ticks = tickPlans.production,
  ...outside
}: Staging) {
  const folder = await mkdtemp(join(tmpdir(), 'tenders-'))
  const stores = await testStores(join(folder, 'vault'))
  const store = heldBack(stores.store, hold)
  const cabinet = { ...stores.cabinet, store: heldBack(stores.cabinet.store, hold) }
  const clock = { at: start, now: (): Instant => clock.at }
  const paid: Refund[] = []
  const calls: PaperCall[] = []
  const files = createFileStore(join(folder, 'files'))
  const own = { store, cabinet, clock, files, ticks, ...outside }
  const parts = { ...own, library: library ?? null, bank: bankOf(paid, calls) }
  afterAll(async () => {
    await stores.close()
    await rm(folder, { recursive: true })
  })
  return { parts, paid, calls, clock, tenders: createTenders(parts) }
}

export async function staged(staging: Staging = {}) {
  const { parts, paid, calls, clock, tenders } = await groundOf(staging)
  const { store, cabinet, files } = parts
  let tender = ''
  let keys = 0
  const callerOf = ({ actor, name }: Persona) => ({
    ...{ actor, name, address: '127.0.0.1', source: 'test', requestId: `r${keys}` },
  })
  const seen = async (who: Persona): Promise<TenderState> => {
    const view = tender === '' ? null : await tenders.view(tender, who.actor)
    return view === null ? emptyTender : (view.state as unknown as TenderState)
  }
  const uploads = uploadsTo({ store, files }, clock)
  const hidden = uploadsTo(cabinet, clock)
  const reach: Reaching = {
    counter: async (who) => ({
      ...{ tender, state: await seen(machine) },
      own: (await tenders.ownBid(tender, callerOf(who))) ?? emptyBid,
    }),
    upload: hidden,
    manifests: async () => (await tenders.manifests(tender)) ?? [],
  }
  const perform = async (step: Step, key = `k${++keys}`): Promise<Outcome> => {
    clock.at = step.at
    const [caller, { act }] = [callerOf(step.who), step]
    const body = await bodySent(step, reach)
    if (act !== 'register-project') return tenders.act(caller, { tender, act, body, key })
    const outcome = await tenders.register(caller, body, key)
    if (outcome.kind === 'done') tender = outcome.answer.tender
    return outcome
  }
  const must = async (step: Step): Promise<void> => {
    expect(await perform(step), step.act).toMatchObject({ kind: 'done' })
  }
  const publish = async (named: readonly FileRef[] = []): Promise<void> => {
    tender = ''
    paid.length = 0
    clock.at = start
    for (;;) {
      const step = preparation(plan)(await seen(owner), clock.at)
      if (step === undefined) break
      await must(step)
    }
    const body = { ...noticeOf(plan, start), files: named }
    await must({ who: owner, act: 'publish-notice', body, at: start })
  }
  const pays = (who: Persona, reference: string) =>
    credited({ store: cabinet.store, tenders, tender }, who, [reference, clock.at])
  const doing = {
    publish,
    counter: reach.counter,
    must,
    perform,
    uploads,
    hidden,
    pays,
    seen,
    callerOf,
  }
  const more = { restarted: () => createTenders(parts), id: () => tender }
  return {
    ...{ clock, files, paid, calls, store, cabinet, tenders, start, plan },
    ...doing,
    ...more,
  }
}

/** What an upload leaves: the file under its digest, and the link of its owner. */
export function uploadsTo({ store, files }: Cabinet, clock: { now(): Instant }) {
  return async ({ actor }: Persona, content: Uint8Array): Promise<FileRef> => {
    const stored = await files.put(Readable.from([content]))
    if (stored === 'too-large') throw new Error('no limit was set')
    const { region } = store
    const link = {
      stream: `upload/${actor.party}`,
      digest: stored.digest,
      access: 'sealed',
    } as const
    await store.queries
      .insertInto('file_link')
      .values({ region, ...link, name: 'bid', owner: actor.party, linked_at: clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { ...stored, name: 'bid', mediaType: 'application/octet-stream' }
  }
}

/** What the bank was told to do with a paper. */
export interface PaperCall {
  readonly what: 'claim' | 'release'
  readonly number: string
  readonly amountFen?: number
}

function bankOf(paid: Refund[], calls: PaperCall[]): Bank {
  return {
    name: '演示银行',
    refund: async (refund) => {
      paid.push(refund)
      return `S-${refund.reference}`.slice(0, 60)
    },
    rateOn: async () => ({ yearly: '0.0005', base: 360 }),
    paper: async (number) => paperNumbered(number),
    claim: async ({ number, amountFen, reference }) => {
      calls.push({ what: 'claim', number, amountFen })
      return `P-${reference}`.slice(0, 60)
    },
    release: async ({ number, reference }) => {
      calls.push({ what: 'release', number })
      return `R-${reference}`.slice(0, 60)
    },
  }
}

interface Crediting {
  readonly store: Store
  readonly tenders: Tenders
  readonly tender: string
}

async function credited(
  { store, tenders, tender }: Crediting,
  who: Persona,
  [reference, at]: readonly [string, Instant],
): Promise<boolean> {
  const of = { tender, bidder: who.actor.party, bidderName: who.name }
  const account = (await createDepositary(store).accountFor(of)).number
  const money = { form: 'transfer', amountFen: 20_000_000, reference } as const
  return tenders.credit({ account, ...money, creditedOn: dayOf(at) })
}

function heldBack(store: Store, hold: () => Promise<void>): Store {
  const appendAll: Store['events']['appendAll'] = async (given) => {
    await hold()
    return store.events.appendAll(given)
  }
  const append: Store['events']['append'] = (given) => appendAll([given])
  return { ...store, events: { ...store.events, append, appendAll } }
}
