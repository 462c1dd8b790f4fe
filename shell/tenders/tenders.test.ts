// SPDX-License-Identifier: Apache-2.0
/** A whole tender on a real database: every act stored once, the chain whole, nothing seen early. */

import { addDays, dayOf, endOf, type Instant, instantOn, nextWorkday } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import {
  awardTo,
  bidders,
  conclusion,
  contentOf,
  contracting,
  draw,
  evaluation,
  machine,
  noticeOf,
  opening,
  owner,
  performing,
  pool,
  preparation,
  publishing,
  type Stage,
  type Step,
  usualPricesFen,
} from '@gongxin/core/testing'
import { verifyChain } from '@gongxin/trust/event'
import { expect, test } from 'vitest'
import { staged } from './testing.ts'

const { clock, plan, store, tenders, calls, must, perform, pays, seen, callerOf, id } =
  await staged({
    library: { eligible: async () => pool, call: async () => 'accepted' },
  })
const stateNow = () => seen(machine)

/** The platform's own steps come from its clockwork; everybody else's from the script. */
async function run(stage: Stage, at: Instant): Promise<void> {
  for (let guard = 0; guard < 120; guard++) {
    const step = stage(await stateNow(), at)
    if (step === undefined) return
    if (step.who.actor.role !== 'system') await must(step)
    else {
      clock.at = step.at > clock.at ? step.at : clock.at
      await tenders.tick()
    }
  }
  expect.unreachable('the stage does not end')
}

const later = (days: number, hour: string) => instantOn(addDays(dayOf(plan.deadline), days), hour)

test('from filing to the record of the opening, bids are sealed and uncounted', async () => {
  await run(preparation(plan), clock.at)
  await must({ who: owner, act: 'publish-notice', body: noticeOf(plan, clock.at), at: clock.at })
  const before = await tenders.trail(id(), null, -1)
  const sent = later(-2, '10:00')
  for (const [index, priceFen] of usualPricesFen.entries()) {
    const who = bidders[index]
    if (who === undefined) throw new Error('four bidders')
    clock.at = sent
    expect(await pays(who, `b${index}`)).toBe(true)
    await must({ who, act: 'submit-bid', content: contentOf({ priceFen }), at: sent })
  }
  // Four sealed bids have moved no public byte.
  expect(await tenders.trail(id(), null, -1)).toEqual(before)
  await run(opening, plan.deadline)
  const state = await stateNow()
  expect(state.phase).toBe('opened')
  expect(state.record?.rows.map((row) => row.priceFen).toSorted()).toEqual(
    usualPricesFen.toSorted(),
  )
})

test('a request repeated under one key is one act; another under it is refused', async () => {
  const step: Step = {
    who: owner,
    act: 'request-draw',
    body: { draw: 'draw-1', evaluationAt: later(1, '09:00'), place: '三号评标室' },
    at: later(0, '14:00'),
  }
  const first = await perform(step, 'same')
  expect(first).toMatchObject({ kind: 'done', repeated: false })
  expect(await perform(step, 'same')).toEqual({ ...first, repeated: true })
  const other = { ...step, body: { draw: 'draw-2', evaluationAt: step.at, place: '四号' } }
  expect(await perform(other, 'same')).toEqual({ kind: 'key-reused' })
})

test('a stale version is a conflict that names what happened', async () => {
  const request = { tender: id(), act: 'terminate', body: {}, key: 'stale', expectedVersion: 0 }
  expect(await tenders.act(callerOf(owner), request)).toMatchObject({ kind: 'conflict' })
})

test('from the draw to the archive; the chain is whole, and money is all back', async () => {
  await run(draw, later(0, '14:30'))
  await run(evaluation, later(1, '10:00'))
  await run(publishing, later(2, '10:00'))
  const review = (await stateNow()).publicReview?.until ?? dayOf(plan.deadline)
  const free = nextWorkday(addDays(dayOf(endOf(review)), 1), calendar)
  const after = instantOn(free, '09:30')
  await must(awardTo(await stateNow(), 0, after))
  await must({ who: owner, act: 'issue-award-notice', body: { number: '柳中标1号' }, at: after })
  await run(contracting, instantOn(addDays(free, 9), '09:00'))
  await run(performing, instantOn(addDays(free, 9), '10:00'))
  await tenders.tick()
  const { deposit, settlements } = (await stateNow()).performing
  expect(settlements.map(({ what }) => what)).toEqual(['claim', 'return'])
  expect(calls.map(({ what, number }) => [what, number])).toEqual([
    ['claim', deposit?.number],
    ['release', deposit?.number],
  ])
  await run(conclusion, instantOn(addDays(free, 10), '09:00'))
  const state = await stateNow()
  expect(state.phase).toBe('archived')
  expect(state.deposits.every((d) => d.refund?.principalFen === d.amountFen)).toBe(true)
  const trail = (await tenders.trail(id(), null, -1)) ?? []
  const bodies = new Map(
    trail.flatMap((line) =>
      line.body === null || line.salt === null
        ? []
        : [[line.seq, { salt: Buffer.from(line.salt, 'hex'), body: line.body as never }] as const],
    ),
  )
  const entries = trail.map((line) => new TextEncoder().encode(line.entry))
  expect(verifyChain(entries, bodies)).toMatchObject({ ok: true })
  expect(trail.some((line) => line.body === null)).toBe(true)
  const notices = await store.queries.selectFrom('notice').select('doc').execute()
  const titles = notices.map(({ doc }) => JSON.stringify(doc).match(/"zh":\s*"([^"]*)"/)?.[1] ?? '')
  expect(titles.length).toBeGreaterThan(4)
  const inbox = await store.queries.selectFrom('inbox_message').select('id').execute()
  const outbox = await store.queries.selectFrom('outbox').select(['id', 'payload']).execute()
  // Every message is told of once, and what is told holds nothing of what it says.
  expect(outbox.map(({ id }) => id).toSorted()).toEqual(
    inbox.map(({ id }) => `mail-${id}`).toSorted(),
  )
  expect(outbox.length).toBeGreaterThan(3)
  for (const { payload } of outbox) {
    expect(payload).toMatchObject({ tender: id(), project: state.project?.name })
    expect(Object.keys(payload ?? {}).toSorted()).toEqual(['organisation', 'project', 'tender'])
  }
  // The name of the item is shown, never its number in the catalogue.
  expect(titles.filter((title) => title === '' || /^N-/.test(title))).toEqual([])
})
