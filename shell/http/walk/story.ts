// SPDX-License-Identifier: Apache-2.0
/** For tests only: one whole tender told over the wire, with a pause before every step. */

import {
  addDays,
  addMinutes,
  certain,
  dayOf,
  endOf,
  type Instant,
  instantOn,
  nextWorkday,
} from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import type { Stage, Step } from '@gongxin/core/testing'
import * as people from '@gongxin/core/testing'
import type { HttpWorld } from './world.ts'

export interface Telling {
  readonly world: HttpWorld
  /** What is done before each step of a person. */
  readonly pause: (step: Step) => Promise<void>
  /** The step as it is really sent. */
  readonly send: (step: Step) => Promise<void>
}

const plan = people.planOf()
const published = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')
const { owner, agency, machine, bidder } = people

export async function tellStory(telling: Telling): Promise<void> {
  await prepare(telling)
  await invite(telling)
  await openAndDraw(telling)
  await evaluateAndAward(telling)
  await conclude(telling)
}

async function one({ pause, send }: Telling, step: Step): Promise<void> {
  await pause(step)
  await send(step)
}

/** Until the stage is through; the platform's own steps come from its clock. */
async function through(telling: Telling, stage: Stage, at: Instant): Promise<void> {
  const { world } = telling
  for (let last = -2; ; ) {
    const state = await world.state()
    const step = stage(state, at)
    if (step === undefined) return
    if (state.version === last) throw new Error(`${step.act} does not go on`)
    last = state.version
    if (step.who.actor.role === 'system') await world.perform(step)
    else await one(telling, step)
  }
}

async function prepare(telling: Telling): Promise<void> {
  const { world } = telling
  const next = async () => certain(people.preparation(plan)(await world.state(), published), 'next')
  await one(telling, await next())
  const { name, actor } = agency
  const body = { agency: { party: actor.party, name }, mandate: '全过程代理', contract: null }
  await one(telling, { who: owner, act: 'entrust-agency', body, at: published })
  await one(telling, await next())
  await one(telling, await next())
  await through(telling, people.preparation(plan), published)
  const notice = people.noticeOf(plan, published)
  await one(telling, { who: owner, act: 'publish-notice', body: notice, at: published })
}

async function invite(telling: Telling): Promise<void> {
  const at = addMinutes(published, 60)
  const answers = [{ question: '管径多大', answer: '六百毫米' }]
  const clarified = { id: 'C1', answers, affectsBids: false, terms: null, files: [] }
  const visit = { on: addMinutes(at, 24 * 60), place: '文昌路口', details: '自备安全帽' }
  const objection = { id: 'Y1', text: '评分标准偏高', files: [] }
  const answer = { id: 'Y1', answer: '维持', upheld: false }
  await one(telling, { who: owner, act: 'clarify', body: clarified, at })
  await one(telling, { who: agency, act: 'announce-site-visit', body: visit, at })
  await one(telling, { who: bidder(3), act: 'lodge-objection', body: objection, at })
  await one(telling, { who: owner, act: 'answer-objection', body: answer, at })
  for (const [place, priceFen] of people.usualPricesFen.slice(0, 3).entries()) {
    const who = bidder(place)
    await one(telling, { who, act: 'download-document', body: {}, at })
    await telling.world.perform(people.depositStep(who, 20_000_000, at))
    await one(telling, { who, act: 'submit-bid', content: people.contentOf({ priceFen }), at })
  }
  const content = people.contentOf({ priceFen: 979_000_000 })
  await one(telling, { who: bidder(0), act: 'replace-bid', content, at })
}

async function openAndDraw(telling: Telling): Promise<void> {
  const { world } = telling
  const at = plan.deadline
  await world.perform({ who: machine, act: 'close-bidding', at })
  await one(telling, { who: owner, act: 'start-opening', body: {}, at })
  const objection = { id: 'K1', text: '唱标价格有误' }
  await one(telling, { who: bidder(0), act: 'object-opening', body: objection, at })
  const answer = { id: 'K1', answer: '核对一致' }
  await one(telling, { who: owner, act: 'answer-opening-objection', body: answer, at })
  await through(telling, people.openingWithout(bidder(2)), at)
  await through(telling, people.draw, addMinutes(at, 300))
}

async function evaluateAndAward(telling: Telling): Promise<void> {
  const { world } = telling
  const day = (offset: number) => instantOn(addDays(dayOf(plan.deadline), offset), '10:00')
  await through(telling, people.evaluation, day(1))
  await through(telling, people.publishing, day(2))
  const review = (await world.state()).publicReview?.until ?? dayOf(plan.deadline)
  const after = instantOn(nextWorkday(addDays(dayOf(endOf(review)), 1), calendar), '10:00')
  await one(telling, people.awardTo(await world.state(), 0, after))
  const body = { number: '柳中标〔2026〕1号' }
  await one(telling, { who: owner, act: 'issue-award-notice', body, at: addMinutes(after, 30) })
}

async function conclude(telling: Telling): Promise<void> {
  const { world } = telling
  const at = addMinutes((await world.state()).awardNotice?.at ?? plan.deadline, 24 * 60)
  await through(telling, people.contracting, at)
  await through(telling, people.performing, addMinutes(at, 60))
  await through(telling, people.conclusion, addMinutes(at, 60))
}
