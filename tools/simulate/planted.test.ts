// SPDX-License-Identifier: Apache-2.0
/** Every invariant can fail: a fault planted in store, disk, platform or witness is reported by its number. */

import type { Append, Store } from '@gongxin/shell/store'
import { describe, expect, test } from 'vitest'
import { runSeed } from './run.ts'
import type { Database } from './store/index.ts'
import { noFate, type Platform, type Sabotage } from './town/index.ts'

const short = {
  bidders: 3,
  whole: false,
  falseDeal: false,
  absent: false,
  falseShares: 0,
  slowHolders: 0,
}

async function reported(sabotage: Sabotage, { fate = noFate, witnesses = 3, seed = 11 } = {}) {
  const { breaches } = await runSeed(seed, { fate, play: short, witnesses, sabotage })
  return [...new Set(breaches.map(({ invariant }) => invariant))]
}

type Events = Partial<Store['events']>
type OfLog = Partial<Store['log']>

const withEvents = (of: (store: Store, db: Database) => Events): Sabotage => ({
  store: (store, db) => ({ ...store, events: { ...store.events, ...of(store, db) } }),
})
const withLog = (of: (store: Store, db: Database) => OfLog): Sabotage => ({
  store: (store, db) => ({ ...store, log: { ...store.log, ...of(store, db) } }),
})
const withTenders = (of: (platform: Platform) => Partial<Platform['tenders']>): Sabotage => ({
  platform: (platform) => ({ ...platform, tenders: { ...platform.tenders, ...of(platform) } }),
})

/** Changes what the store keeps of the first event of a kind. */
function altered(type: string, change: (data: object) => object): Sabotage {
  let done = false
  return withEvents(({ events }) => ({
    async appendAll(all) {
      const own = structuredClone(
        all.flatMap((one) => one.events).find((event) => event.type === type),
      )
      if (done || own === undefined) return events.appendAll(all)
      done = true
      const body = { ...Object(own.body), data: change(Object(Object(own.body).data)) }
      const turned = (given: Append) => ({
        ...given,
        events: given.events.map((event) => (event.type === type ? { ...own, body } : event)),
      })
      return events.appendAll(all.map(turned))
    },
  }))
}

/** Says that it was written, and has not written it. */
function forgotten(type: string): Sabotage {
  let done = false
  return withEvents(({ events }) => ({
    async appendAll(all) {
      const named = all.some((one) => one.events.some((event) => event.type === type))
      if (done || !named) return events.appendAll(all)
      done = true
      return 'appended'
    },
  }))
}

describe('without a fault of any kind', () => {
  test('nothing is reported', async () => expect(await reported({})).toEqual([]))
})

describe('is reported', () => {
  test('I1: a store that loses a bid of which it gave the receipt', async () =>
    expect(await reported(forgotten('BidSubmitted'))).toContain('I1'))

  test('I2: a log that shows an older head than before', async () => {
    let asked = 0
    const back = withLog(({ log }, db) => ({
      async cosignedSize(witnesses, quorum) {
        const size = await log.cosignedSize(witnesses, quorum)
        asked += 1
        const first = db.log.cosignatures[0]?.size ?? size
        return asked > 6 && asked % 2 === 0 ? first : size
      },
    }))
    expect(await reported(back)).toContain('I2')
  })

  test('I3: a store that loses an act that was acknowledged', async () =>
    expect(await reported(forgotten('EntryAdmitted'))).toContain('I3'))

  test('I4: a log that shows what no quorum has signed', async () =>
    expect(
      await reported(
        withLog(({ log }) => ({ cosignedSize: async () => (await log.newest())?.size ?? null })),
      ),
    ).toContain('I4'))

  test('I5: a platform that shows manifests before the deadline', async () =>
    expect(
      await reported(
        withTenders(({ tenders }) => ({
          async manifests(tender) {
            const shown = (await tenders.manifests(tender)) ?? []
            return shown.length > 0 ? shown : [{ bid: 'B01', manifest: '{}', form: '' }]
          },
        })),
      ),
    ).toContain('I5'))

  test('I6: a platform that exchanges what was handed in', async () => {
    let asked = 0
    const exchanged = withTenders(({ tenders }) => ({
      async manifests(tender) {
        const shown = (await tenders.manifests(tender)) ?? []
        const [first] = shown
        asked += shown.length > 0 ? 1 : 0
        // Its bidders have opened their bids by then.
        return asked > 3 ? shown.map((one) => ({ ...one, manifest: first?.manifest ?? '' })) : shown
      },
    }))
    expect(await reported(exchanged)).toContain('I6')
  })

  test('I7: a store that turns the drawn order round', async () => {
    const turned = altered('ExpertsDrawn', (data) => {
      const orders: readonly { readonly order: readonly number[] }[] = Object(data).orders
      const other = orders.map((one) => ({ ...one, order: one.order.toReversed() }))
      return { ...data, orders: other }
    })
    expect(await reported(turned)).toContain('I7')
  })

  test('I8: a platform that comes up again with less than it went down with', async () => {
    let boots = 0
    const less: Sabotage = {
      store: (store) => {
        boots += 1
        const { events } = store
        const read: typeof events.read = async (stream, after) => {
          const list = await events.read(stream, after)
          // Each start opens the public store and the cabinet.
          return boots > 2 && stream.startsWith('tender/') ? list.slice(0, -1) : list
        }
        return { ...store, events: { ...events, read } }
      },
    }
    expect(await reported(less)).toContain('I8')
  })

  test('I9: a disk that says it has flushed, and has not', async () => {
    const lying: Sabotage = {
      disk: (disk) => ({
        ...disk,
        flush: (path) => (path.startsWith('/platform/vault/files') ? undefined : disk.flush(path)),
      }),
    }
    expect(await reported(lying)).toContain('I9')
  })

  test('I10: a witness that signs whatever it is shown', async () => {
    const willing: Sabotage = {
      witness: (witness) => ({
        ...witness,
        async judge(shown) {
          const judged = await witness.judge(shown)
          return judged.kind === 'forked' ? { kind: 'cosigned', line: new Uint8Array() } : judged
        },
      }),
    }
    expect(
      await reported(willing, { fate: { ...noFate, fork: true }, witnesses: 5, seed: 13 }),
    ).toContain('I10')
  })

  test('I11: a store that keeps another amount than was paid', async () =>
    expect(
      await reported(altered('DepositCredited', (data) => ({ ...data, amountFen: 19_999_999 }))),
    ).toContain('I11'))

  test('I12: a log that proves the place of another entry', async () =>
    expect(
      await reported(
        withLog(({ log }) => ({
          entriesOf: async (prefix) =>
            (await log.entriesOf(prefix)).map((one, i) =>
              i === 0 ? { ...one, idx: one.idx + 1 } : one,
            ),
        })),
      ),
    ).toContain('I12'))
})
