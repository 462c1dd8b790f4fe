// SPDX-License-Identifier: Apache-2.0
/** 政府采购 over the wire: each method from registration to the last deposit, and the acts only it has. */

import { addDays, addMinutes, certain, dayOf, type Instant, instantOn } from '@gongxin/core/kernel'
import { getProcedure } from '@gongxin/core/procedures'
import type { Stage } from '@gongxin/core/testing'
import * as people from '@gongxin/core/testing'
import { expect, test } from 'vitest'
import { baseOf, placeOf, shapeOf } from './bodies.ts'
import { refusable, words } from './nasty.ts'
import { replaced, textsIn } from './shapes.ts'
import { type HttpWorld, httpWorld } from './world.ts'

/** Acts that no tender of works by public notice ever sees. */
const own = new Set(['name-invitees', 'judge-qualification'])

async function through(on: HttpWorld, stage: Stage, at: Instant): Promise<void> {
  for (let last = -2; ; ) {
    const state = await on.state()
    const step = stage(state, at)
    if (step === undefined) return
    if (state.version === last) throw new Error(`${step.act} does not go on`)
    last = state.version
    if (own.has(step.act)) await refuseWords(on, step.act, step.who)
    const heard = await on.perform(step)
    expect([step.act, heard?.status ?? 201, heard?.text]).toEqual([step.act, 201, heard?.text])
  }
}

async function refuseWords(on: HttpWorld, act: string, who: people.Persona): Promise<void> {
  const [shape, base] = [shapeOf(act), baseOf(act)]
  for (const field of textsIn(shape, base)) {
    for (const name of refusable[field.free ? 'free' : 'formed']) {
      const body = replaced(base, field.path, words[name])
      if (shape.safeParse(body).success) continue
      const heard = await on.act(who, { act, body })
      expect([act, placeOf(field), name, heard.status]).toEqual([act, placeOf(field), name, 400])
    }
  }
}

/** Until all deposits are back; what the contract brings is walked with the tender of works. */
const paidBack: Stage = (state, at) =>
  state.phase === 'settled' ? undefined : people.conclusion(state, at)

async function bids(on: HttpWorld, at: Instant): Promise<void> {
  for (const [place, priceFen] of people.usualPricesFen.slice(0, 3).entries()) {
    const who = people.bidder(place)
    await on.perform(people.depositStep(who, 18_000_000, at))
    const content = people.declaredContent({ priceFen: priceFen - 100_000_000 }, `品牌${place}`)
    const heard = await on.perform({ who, act: 'submit-bid', content, at })
    expect(heard?.status).toBe(201)
  }
}

async function told(method: string): Promise<HttpWorld> {
  const on = await httpWorld()
  const plan = people.planOf(certain(people.procurementPlans[method], method))
  const published = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')
  const day = (offset: number) => instantOn(addDays(dayOf(plan.deadline), offset), '10:00')
  await through(on, people.preparation(plan), published)
  const body = people.noticeOf(plan, published)
  const notice = await on.perform({ who: people.owner, act: 'publish-notice', body, at: published })
  expect([notice?.status, notice?.text]).toEqual([201, notice?.text])
  await bids(on, addMinutes(published, 60))
  await through(on, people.opening, plan.deadline)
  await through(on, people.draw, addMinutes(plan.deadline, 60))
  await through(on, people.evaluation, day(1))
  const awarded = await on.perform(people.awardTo(await on.state(), 0, day(2)))
  expect([awarded?.status, awarded?.text]).toEqual([201, awarded?.text])
  const number = { number: '柳采〔2026〕1号' }
  await on.perform({ who: people.owner, act: 'issue-award-notice', body: number, at: day(3) })
  await through(on, people.contracting, day(10))
  await through(on, paidBack, day(11))
  return on
}

/** Whatever is sealed once and ranked as it was sent. */
const tendered = Object.keys(people.procurementPlans).filter((method) => {
  const { sealedStages, rounds } = getProcedure(people.procurementPlans[method]?.procedure ?? '')
  return sealedStages.length > 0 && !rounds
})

test.each(tendered)(
  '政府采购%s is told over the wire until its deposits are back',
  async (method) => {
    const on = await told(method)
    expect((await on.state()).phase).toBe('settled')
    const list = await on.ask(null, '/api/tenders')
    expect(list.text).toContain('"line":"procurement"')
    const page = await on.ask(null, `/tenders/${on.tender()}`)
    expect(page.text).toContain('采购人')
    expect(page.text).toContain(method)
    expect(page.text).not.toContain('招标人主持')
  },
  120_000,
)
