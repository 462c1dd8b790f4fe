// SPDX-License-Identifier: Apache-2.0
/** For tests only: the tender service over a real store, with a bank that remembers what it paid. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { addDays, dayOf, type FileRef, type Instant, instantOn } from '@gongxin/core/kernel'
import {
  holderBody,
  holderPeople,
  noticeOf,
  owner,
  type Persona,
  planOf,
  preparation,
  type Step,
} from '@gongxin/core/testing'
import { emptyTender, type TenderState } from '@gongxin/core/trading/tender'
import { type TickPlan, tickPlans } from '@gongxin/core/trading/vault'
import { afterAll, expect } from 'vitest'
import { createFileStore, type FileStore } from '../files/index.ts'
import { createFileSealer } from '../seal/index.ts'
import { createStore, type Store } from '../store/index.ts'
import { testDatabase } from '../store/testing.ts'
import {
  type Bank,
  createDepositary,
  createTenders,
  type Outcome,
  type Refund,
  type Tenders,
} from './index.ts'

const plan = planOf()
const start = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')

/** `hold` is awaited before each writing, so that a test may keep one waiting. */
export async function staged({
  hold = async () => {},
  ticks = tickPlans.production,
}: {
  hold?: () => Promise<void>
  ticks?: TickPlan
} = {}) {
  const { url } = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tenders-'))
  const store = heldBack(createStore({ url }), hold)
  const clock = { at: start, now: (): Instant => clock.at }
  const paid: Refund[] = []
  let tender = ''
  let keys = 0
  const files = createFileStore(join(folder, 'files'))
  const parts = {
    ...{ store, clock, library: null, files, ticks },
    sealer: await createFileSealer(join(folder, 'key')),
    bank: bankOf(paid),
  }
  const tenders = createTenders(parts)
  afterAll(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  const callerOf = ({ actor, name }: Persona) => ({
    ...{ actor, name, address: '127.0.0.1', source: 'test', requestId: `r${keys}` },
  })
  const seen = async (who: Persona): Promise<TenderState> => {
    const view = tender === '' ? null : await tenders.view(tender, who.actor)
    return view === null ? emptyTender : (view.state as unknown as TenderState)
  }
  const perform = async ({ who, act, body, content, at }: Step): Promise<Outcome> => {
    clock.at = at
    const key = `k${++keys}`
    const sent = content === undefined ? (body ?? {}) : { content }
    if (act !== 'register-project') {
      return tenders.act(callerOf(who), { tender, act, body: sent, key })
    }
    const outcome = await tenders.register(callerOf(who), sent, key)
    if (outcome.kind === 'done') tender = outcome.answer.tender
    return outcome
  }
  const must = async (step: Step): Promise<void> => {
    expect(await perform(step), step.act).toMatchObject({ kind: 'done' })
  }
  const publish = async (named: readonly FileRef[] = [], held = false): Promise<void> => {
    tender = ''
    paid.length = 0
    clock.at = start
    for (;;) {
      const step = preparation(plan)(await seen(owner), clock.at)
      if (step === undefined) break
      await must(step)
    }
    if (held) await provideKeys({ seen, must })
    const body = { ...noticeOf(plan, start), files: named }
    await must({ who: owner, act: 'publish-notice', body, at: start })
  }
  const uploads = uploadsTo(store, files, clock)
  const pays = (who: Persona, reference: string) =>
    credited({ store, tenders, tender }, who, [reference, clock.at])
  const doing = { publish, must, perform, uploads, pays, seen, callerOf }
  const restarted = () => createTenders(parts)
  return {
    ...{ clock, files, paid, store, tenders, restarted, start, plan },
    ...{ ...doing, id: () => tender },
  }
}

/** What an upload leaves: the file under its digest, and the link of its owner. */
function uploadsTo(store: Store, files: FileStore, clock: { now(): Instant }) {
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

function bankOf(paid: Refund[]): Bank {
  return {
    name: '演示银行',
    refund: async (refund) => {
      paid.push(refund)
      return `S-${refund.reference}`.slice(0, 60)
    },
    rateOn: async () => ({ yearly: '0.0005', base: 360 }),
  }
}

interface Hands {
  readonly seen: (who: Persona) => Promise<TenderState>
  readonly must: (step: Step) => Promise<void>
}

async function provideKeys({ seen, must }: Hands): Promise<void> {
  for (const { who, office } of holderPeople) {
    const body = holderBody(office, await seen(owner))
    await must({ who, act: 'provide-holder-key', body, at: start })
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
  const append: Store['events']['append'] = async (given) => {
    await hold()
    return store.events.append(given)
  }
  return { ...store, events: { ...store.events, append } }
}
