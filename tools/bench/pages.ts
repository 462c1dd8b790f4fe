// SPDX-License-Identifier: Apache-2.0
/** What grows with the city: the same act, and the pages, with a hundred thousand tenders stored. */

import { connectWire, type Wire } from '../served/index.ts'
import { type Figure, median, percentile, shownMs } from './figures.ts'
import { bidders, type Ground, openTenders } from './ground.ts'
import { openStock, type Stock } from './stock.ts'
import { openDesk, openRaw, pairsOf } from './submissions.ts'

const small = 1_000
const large = 100_000
const mostMs = 50
const rounds = 5
const visits = 200
const searches = [
  '雨水管网',
  '鱼峰区 市政道路',
  '保障性住房 监理',
  '第4711标段',
  '水库除险 勘察设计',
  '三江 天桥',
]

export async function pages(ground: Ground): Promise<readonly Figure[]> {
  const stock = await openStock(ground)
  const act = await openAct(ground)
  await stock.grow(small)
  const before = await act.slices()
  await stock.grow(large)
  const after = await act.slices()
  await act.close()
  const wire = await connectWire(ground.server.port)
  const figures = await pageFigures(wire, stock)
  wire.close()
  const growth = after.relative / before.relative
  return [
    {
      what: `one bid with ${large} tenders stored, 1 client`,
      value: `${after.perSecond.toFixed(0)}/s`,
      against: `${before.perSecond.toFixed(0)}/s with ${small}`,
      // Both beside the raw rate of their own minute, for the machine is not the same twice.
      ratio: 1 / growth,
      ...{ goal: '<= 1.2 times as long', met: 1 / growth <= 1.2 },
    },
    ...figures,
  ]
}

async function openAct(ground: Ground) {
  const tenders = await openTenders(ground, 64)
  const people = 320
  const desk = await openDesk(ground, await bidders(ground, people))
  const raw = await openRaw(ground.databaseUrl)
  const pairs = pairsOf(tenders, people)
  await desk.slice(pairs, 1, 2_000)
  return {
    async slices() {
      const some: { bids: number; rows: number }[] = []
      for (let round = 0; round < rounds; round++) {
        some.push({ rows: await raw.slice(1), bids: await desk.slice(pairs, 1, 1_000) })
      }
      return {
        relative: median(some.map(({ bids, rows }) => bids / rows)),
        perSecond: median(some.map(({ bids }) => bids)),
      }
    },
    async close() {
      await raw.close()
    },
  }
}

async function pageFigures(wire: Wire, stock: Stock): Promise<readonly Figure[]> {
  const asked: readonly (readonly [string, (visit: number) => string, boolean])[] = [
    ['nothing but the server (/healthz)', () => '/healthz', false],
    ['home', () => '/', true],
    ['list of notices', () => '/notices', true],
    ['list of one kind', () => '/notices?kind=N-02', true],
    ['project', (visit) => `/tenders/${stock.idOf(visit * 487)}`, true],
    [
      'search (apart)',
      (visit) => `/notices?q=${encodeURIComponent(searches[visit % searches.length] ?? '')}`,
      false,
    ],
  ]
  const figures: Figure[] = []
  for (const [what, path, isGoal] of asked) {
    for (let visit = 0; visit < 20; visit++) await visited(wire, path(visit))
    const times: number[] = []
    for (let visit = 0; visit < visits; visit++) times.push(await visited(wire, path(visit)))
    const p95 = percentile(times, 0.95)
    figures.push({
      what: `${what}, p50 / p95`,
      value: `${shownMs(median(times))} / ${shownMs(p95)}`,
      ...(isGoal ? { goal: `p95 <= ${mostMs} ms`, met: p95 <= mostMs } : {}),
    })
  }
  return figures
}

async function visited(wire: Wire, path: string): Promise<number> {
  const began = performance.now()
  const { status } = await wire.ask({ method: 'GET', path })
  if (status !== 200) throw new Error(`${path}: ${status}`)
  return performance.now() - began
}
