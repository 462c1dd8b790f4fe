// SPDX-License-Identifier: Apache-2.0
/** One tender played by people: from its registration to its archive, or to its failure. */

import { addDays, dayOf, endOf, type Instant, instantOn, nextWorkday } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import {
  awardTo,
  bidder,
  conclusion,
  draw,
  evaluation,
  noticeOf,
  opening,
  owner,
  type Persona,
  type Plan,
  preparation,
  promising,
  publishing,
  type Stage,
} from '@gongxin/core/testing'
import type { TenderState } from '@gongxin/core/trading/tender'
import { bidOn, storm } from './bidding.ts'
import { type Opening, openAll } from './opening.ts'
import { bodyOf, type People } from './people.ts'
import { shareStep } from './shares.ts'

export interface Play extends Opening {
  readonly plan: Plan
  readonly bidders: number
  /** Whether it is played to its archive, or only to the committee. */
  readonly whole: boolean
  /** How often a holder gives a share that is none, and how often one keeps the others waiting. */
  readonly falseShares: number
  readonly slowHolders: number
}

export async function play(people: People, of: Play): Promise<void> {
  const { plan } = of
  const on = (offset: number, hour: string) =>
    instantOn(addDays(dayOf(plan.deadline), offset), hour)
  people.town.stir()
  await through(people, preparation(plan))
  await insisted(people, 'admitted', async () =>
    must(people, owner, 'publish-notice', noticeOf(plan, await clockOf(people))),
  )
  await through(people, promising)
  const bidders = Array.from({ length: of.bidders }, (_, i) => bidder(i))
  const early = bidders.filter(() => people.chance.below(3) > 0)
  await quiet(people, Date.parse(on(-2, '10:00')))
  await Promise.all(early.map((who) => bidOn(people, who, of)))
  await quiet(people, Date.parse(plan.deadline) - 60_000)
  await storm(people, { ...of, bidders, early })
  await until(people, ({ phase }) => phase !== 'tendering')
  if ((await people.state()).ending !== null) return
  await through(people, untilOpening)
  await insisted(people, 'closed', () => must(people, owner, 'start-opening', {}))
  await openAll(people, of)
  await through(people, opening)
  await quiet(people, Date.parse(on(0, '14:00')))
  await through(people, draw)
  if (!of.whole || (await people.state()).ending !== null) return
  await afterwards(people, on)
}

async function afterwards(people: People, on: (offset: number, hour: string) => Instant) {
  await quiet(people, Date.parse(on(1, '10:00')))
  await through(people, evaluation)
  await quiet(people, Date.parse(on(2, '10:00')))
  await through(people, publishing)
  const review = (await people.state()).publicReview?.until
  if (review === undefined) return
  const free = nextWorkday(addDays(dayOf(endOf(review)), 1), calendar)
  await quiet(people, Date.parse(instantOn(free, '09:30')))
  await through(people, awarding)
  await quiet(people, Date.parse(instantOn(addDays(free, 10), '09:00')))
  await through(people, conclusion)
}

const untilOpening: Stage = (state, at) => {
  const step = opening(state, at)
  return step?.act === 'reveal-coefficient-number' ? step : undefined
}

const awarding: Stage = (state, at) => {
  if (state.phase === 'publicReview') return awardTo(state, 0, at)
  if (state.phase !== 'decided') return undefined
  return { who: owner, act: 'issue-award-notice', body: { number: '柳中标〔2026〕1号' }, at }
}

/** Does the steps of a stage as its people would; what the platform does by itself is waited for. */
export async function through(people: People, stage: Stage): Promise<void> {
  for (let waited = 0; ; ) {
    const state = await people.state()
    const step = stage(state, await clockOf(people))
    if (step === undefined || state.ending !== null) return
    const own = step.who.actor.role === 'system' || step.act === 'record-call'
    if (own) {
      waited += 1
      if (waited > mostWaits) throw new Error(`the platform does not ${step.act}`)
      await people.town.machine.sleep(pauseMs(waited))
    } else if (step.act === 'decrypt-bid') await shareStep(people, state)
    else await must(people, step.who, step.act, bodyOf(step))
  }
}

/** What the platform holds to be the time; people go by what it shows. */
export async function clockOf({ town }: People): Promise<Instant> {
  const { machine } = town
  return new Date(machine.timeOf('platform')).toISOString() as Instant
}

export async function must(people: People, who: Persona, act: string, body: unknown) {
  const outcome = await people.press(who, act, body)
  if (outcome.kind === 'done') return
  // Somebody else may have done it, or the clock may have gone back: the stage looks again.
  people.town.machine.note(`${act}: ${outcome.kind}`)
  await people.town.machine.sleep(10_000)
  people.town.refusals += 1
  if (people.town.refusals > 400) {
    throw new Error(`${who.name} ${act}: ${JSON.stringify(outcome).slice(0, 400)}`)
  }
}

/** Again as long as the tender stands where it stood: a clock that was set back may have said no. */
async function insisted(people: People, phase: string, work: () => Promise<void>): Promise<void> {
  do await work()
  while ((await people.state()).phase === phase)
}

/** Nothing happens until then; the platform sleeps along. */
export async function quiet({ town }: People, untilMs: number): Promise<void> {
  const { machine } = town
  if (untilMs <= machine.now()) return
  town.quietUntil = untilMs
  await machine.sleep(untilMs - machine.now())
  town.stir()
}

export async function until(people: People, reached: (state: TenderState) => boolean) {
  for (let tries = 0; !reached(await people.state()); tries++) {
    if (tries > mostWaits) throw new Error('what is waited for does not come')
    await people.town.machine.sleep(pauseMs(tries))
  }
}

const mostWaits = 300

/** Whoever waits long looks less often. */
function pauseMs(waited: number): number {
  return Math.min(60_000, 2_000 + 500 * waited)
}
