// SPDX-License-Identifier: Apache-2.0
/** For tests only: the tender service over a real store, with a bank that remembers what it paid. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dayOf, type FileRef, type Instant, instantOn } from '@gongxin/core/kernel'
import {
  noticeOf,
  owner,
  type Persona,
  planOf,
  preparation,
  type Step,
} from '@gongxin/core/testing'
import { emptyTender, type TenderState } from '@gongxin/core/trading/tender'
import { afterAll, expect } from 'vitest'
import { createFileStore } from '../files/index.ts'
import { createFileSealer } from '../seal/index.ts'
import { createStore } from '../store/index.ts'
import { testDatabase } from '../store/testing.ts'
import { createDepositary, createTenders, type Outcome, type Refund } from './index.ts'

const plan = planOf()
const start = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')

export async function staged() {
  const { url } = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tenders-'))
  const store = createStore({ url })
  const clock = { at: start, now: (): Instant => clock.at }
  const paid: Refund[] = []
  let tender = ''
  let keys = 0
  const tenders = createTenders({
    ...{ store, clock, library: null, files: createFileStore(join(folder, 'files')) },
    sealer: await createFileSealer(join(folder, 'key')),
    bank: {
      name: '演示银行',
      refund: async (refund) => {
        paid.push(refund)
        return `S-${refund.reference}`.slice(0, 60)
      },
      rateOn: async () => ({ yearly: '0.0005', base: 360 }),
    },
  })
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
  const publish = async (files: readonly FileRef[] = []): Promise<void> => {
    tender = ''
    paid.length = 0
    clock.at = start
    for (;;) {
      const step = preparation(plan)(await seen(owner), clock.at)
      if (step === undefined) break
      await must(step)
    }
    const body = { ...noticeOf(plan, start), files }
    await must({ who: owner, act: 'publish-notice', body, at: start })
  }
  const pays = async (who: Persona, reference: string): Promise<boolean> => {
    const of = { tender, bidder: who.actor.party, bidderName: who.name }
    const account = (await createDepositary(store).accountFor(of)).number
    const money = { form: 'transfer', amountFen: 20_000_000, reference } as const
    return tenders.credit({ account, ...money, creditedOn: dayOf(clock.at) })
  }
  const of = { clock, paid, store, tenders, publish, must, perform, pays, seen, callerOf }
  return { ...of, start, plan, id: () => tender }
}
