// SPDX-License-Identifier: Apache-2.0
/** 复核: one mark is mended; the benchmark, the other marks and the other bids stand. */

import { expect, test } from 'vitest'
import { certain, moment } from '../kernel/index.ts'
import { liveBids, marksExpected } from '../trading/tender/index.ts'
import { evaluation, must, owner, runStage, runWholeTender, scoring } from './index.ts'
import { member } from './people.ts'
import { seating } from './script.ts'
import type { World } from './tender.ts'

const at = moment('2026-03-25T02:00:00Z')

function reopened(factor: string | null = 'T1'): World {
  const world = runWholeTender({ until: 'reported' })
  const [bid] = liveBids(world.state())
  const point = { about: 'mark', bid: bid?.no, factor, defect: '页码与投标文件不符' }
  must(world, { who: owner, act: 'order-reevaluation', body: { points: [point] }, at })
  return world
}

function rankingOf(world: World) {
  const conclusion = certain(world.state().evaluation?.conclusion ?? undefined, 'concluded')
  return { ...conclusion, ranking: conclusion.ranking.toSorted((a, b) => (a.bid < b.bid ? -1 : 1)) }
}

test('a member gives again only the marks ordered, and the rest of the sheet stands', () => {
  const before = rankingOf(runWholeTender({ until: 'reported' }))
  const world = reopened()
  const [first] = world.state().committee?.members ?? []
  const due = marksExpected(world.state(), first?.member ?? '')
  expect(due).toEqual([{ bid: 'B01', factor: 'T1' }])
  for (const { member: id } of world.state().committee?.members ?? []) {
    const marks = [{ bid: 'B01', factor: 'T1', mark: '1', page: '3' }]
    must(world, { who: member(id), act: 'lock-scores', body: { marks }, at })
  }
  const after = rankingOf(world)
  expect(after.benchmark).toBe(before.benchmark)
  expect(after.ranking.slice(1)).toMatchObject(
    before.ranking.slice(1).map(({ rank: _, ...same }) => same),
  )
  expect(after.ranking[0]?.marks).toEqual([
    { factor: 'T1', mark: '1.00' },
    before.ranking[0]?.marks[1],
  ])
})

test('a bid rejected on re-evaluation does not move the marks of the others', () => {
  const prices = [980_000_000, 965_000_000, 950_000_000]
  const before = rankingOf(runWholeTender({ until: 'reported', pricesFen: prices }))
  const world = runWholeTender({ until: 'reported', pricesFen: prices })
  const points = [{ about: 'rejection', bid: 'B01', factor: null, defect: '资格证明已经失效' }]
  must(world, { who: owner, act: 'order-reevaluation', body: { points }, at })
  const seats = world.state().committee?.members ?? []
  for (const { member: id } of seats.slice(0, 3)) {
    const body = { bid: 'B01', ground: 'RJ-3', clause: '第三章', facts: '证书已过期' }
    must(world, { who: member(id), act: 'vote-rejection', body, at })
  }
  runStage(world, evaluation, at)
  const after = rankingOf(world)
  expect(after.ranking.map((r) => r.bid)).toEqual(['B02', 'B03'])
  expect(after.benchmark).toBe(before.benchmark)
  expect(after.ranking.map((r) => r.priceMark)).toEqual(
    before.ranking.slice(1).map((r) => r.priceMark),
  )
})

test('who joins the committee for the re-evaluation marks everything', () => {
  const world = reopened()
  const out = certain(world.state().committee?.members[0], 'a seat').member
  const body = { member: out, ground: 'health', reason: '因病' }
  must(world, { who: owner, act: 'recuse-member', body, at })
  runStage(world, seating, at)
  const newcomer = certain(world.state().committee?.members[0], 'a seat').member
  expect(newcomer).not.toBe(out)
  expect(marksExpected(world.state(), newcomer)).toHaveLength(8)
  runStage(world, scoring, at)
  expect(world.state().evaluation?.step).toBe('signing')
})

test('a mark and a bid that are not in the report cannot be ordered', () => {
  const world = runWholeTender({ until: 'reported' })
  const order = (point: unknown) =>
    world.perform({ who: owner, act: 'order-reevaluation', body: { points: [point] }, at })
  const base = { about: 'mark', bid: 'B01', factor: 'T1', defect: '错' }
  expect(order({ ...base, bid: 'B77' })).toMatchObject({ reason: 'no-such-point' })
  expect(order({ ...base, factor: 'T7' })).toMatchObject({ reason: 'no-such-point' })
  expect(order(base).kind).toBe('done')
})
