// SPDX-License-Identifier: Apache-2.0
/** One complete tender in memory, from 立项 to 归档 or to its failure. */

import { addDays, dayOf, endOf, type Instant, instantOn, nextWorkday } from '../kernel/index.ts'
import { calendar } from '../law/index.ts'
import { candidatesOf, type TenderState } from '../trading/tender/index.ts'
import { bidders, machine, owner } from './people.ts'
import { type Plan, planOf } from './plan.ts'
import {
  conclusion,
  depositStep,
  draw,
  evaluation,
  noticeOf,
  opening,
  preparation,
  promising,
  type Stage,
} from './script.ts'
import { must, newWorld, type World, type WorldOptions } from './tender.ts'
import { contentOf } from './terms.ts'

export interface WholeOptions extends WorldOptions {
  readonly plan?: Partial<Plan>
  readonly pricesFen?: readonly number[]
  /** Stop once the tender has got to this phase. */
  readonly until?: string
}

export function runStage(world: World, stage: Stage, at: Instant): void {
  for (let step = stage(world.state(), at); step !== undefined; step = stage(world.state(), at)) {
    must(world, step)
  }
}

/** Publishes, and lets every bidder pay and send. */
export function runToDeadline(world: World, plan: Plan, pricesFen: readonly number[]): void {
  const published = instantOn(addDays(dayOf(plan.deadline), -21), '09:00')
  runStage(world, preparation(plan), published)
  must(world, { who: owner, act: 'publish-notice', body: noticeOf(plan, published), at: published })
  runStage(world, promising, published)
  const sent = instantOn(addDays(dayOf(plan.deadline), -2), '10:00')
  const amountFen = plan.terms.deposit?.amountFen ?? 0
  pricesFen.forEach((priceFen, index) => {
    const who = bidders[index]
    if (who === undefined) return
    must(world, { who, act: 'download-document', at: sent })
    if (amountFen > 0) must(world, depositStep(who, amountFen, sent))
    must(world, { who, act: 'submit-bid', content: contentOf({ priceFen }), at: sent })
  })
}

export const usualPricesFen = [980_000_000, 965_000_000, 950_000_000, 972_000_000]

export function runWholeTender(options: WholeOptions = {}): World {
  const { pricesFen = usualPricesFen, until = 'archived' } = options
  const plan = planOf(options.plan)
  const world = newWorld(options)
  runToDeadline(world, plan, pricesFen)
  const reached = () => world.state().phase === until || world.state().ending !== null
  const onDay = (offset: number, clock: string) => clockOn(plan.deadline, offset, clock)
  if (until === 'tendering') return world
  if (until === 'closed' || pricesFen.length < 3) {
    must(world, { who: machine, act: 'close-bidding', body: {}, at: plan.deadline })
    if (reached()) {
      runStage(world, conclusion, onDay(1, '10:00'))
      return world
    }
  }
  runStage(world, opening, plan.deadline)
  if (reached()) return world
  runStage(world, draw, onDay(0, '14:00'))
  if (reached()) return world
  runStage(world, evaluation, onDay(1, '10:00'))
  if (reached()) return world
  runStage(world, publishing, onDay(2, '10:00'))
  if (reached()) return world
  const review = world.state().publicReview?.until ?? dayOf(plan.deadline)
  const after = instantOn(nextWorkday(addDays(dayOf(endOf(review)), 1), calendar), '09:30')
  runStage(world, awarding(reached), after)
  if (reached()) return world
  runStage(world, conclusion, clockOn(after, 10, '09:00'))
  return world
}

function clockOn(from: Instant, offset: number, clock: string): Instant {
  return instantOn(addDays(dayOf(from), offset), clock)
}

export const publishing: Stage = (state, at) => {
  if (state.phase !== 'reported') return undefined
  if (state.reviewed === null) {
    return { who: owner, act: 'review-report', body: { remarks: '未发现问题' }, at }
  }
  const body = { extraDays: 0, objections: '柳州市公共资源交易平台' }
  return { who: owner, act: 'publish-candidates', body, at }
}

const awarding =
  (reached: () => boolean): Stage =>
  (state, at) => {
    if (reached()) return undefined
    if (state.phase === 'publicReview') return awardTo(state, 0, at)
    if (state.phase !== 'decided') return undefined
    return { who: owner, act: 'issue-award-notice', body: { number: '柳中标〔2026〕1号' }, at }
  }

export function awardTo(state: TenderState, place: number, at: Instant) {
  const bid = candidatesOf(state)[place]?.bid ?? ''
  return { who: owner, act: 'award', body: { bid, reasonCode: '', reason: '' }, at }
}
