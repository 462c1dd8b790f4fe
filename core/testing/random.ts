// SPDX-License-Identifier: Apache-2.0
/** Random histories: mostly the usual way, often somebody doing something else, in a moving clock. */

import { addMinutes, certain, type Instant, moment } from '../kernel/index.ts'
import { bidActs } from '../trading/bid/index.ts'
import { offersFor, type TenderState, tenderActs } from '../trading/tender/index.ts'
import * as people from './people.ts'
import { type Plan, planOf } from './plan.ts'
import { bodyFor, directive } from './random-bodies.ts'
import {
  conclusion,
  draw,
  evaluation,
  noticeOf,
  opening,
  preparation,
  promising,
  refunding,
} from './script.ts'
import { newWorld, type Step, type World } from './tender.ts'
import { contentOf } from './terms.ts'
import { awardTo, publishing } from './whole.ts'

/** Numbers that fast-check shrinks: who, what, with which detail, and how much later. */
export interface Choice {
  readonly usual: boolean
  readonly pick: number
  readonly detail: number
  readonly minutes: number
}

export function runHistory(choices: readonly Choice[], kind: Plan['kind']): World {
  const world = newWorld()
  const plan = planOf({ kind, deadline: moment('2026-03-23T01:00:00Z') })
  let at = moment('2026-03-02T01:00:00Z')
  for (const choice of choices) {
    const state = world.state()
    const step = choice.usual
      ? usualStep(world, plan, at, choice)
      : strayStep(world, plan, at, choice)
    if (step !== undefined) world.perform(step)
    const minutes = state.phase === 'opening' ? choice.minutes % 4 : choice.minutes
    at = laterThan(state, addMinutes(at, minutes), choice)
  }
  return world
}

/** Long waits are skipped now and then, or no history would come to its end. */
function laterThan(state: TenderState, at: Instant, { usual, detail }: Choice): Instant {
  const deadline = state.notice?.schedule.deadline
  if (!usual || deadline === undefined) return at
  if (state.phase === 'tendering' && detail % 17 === 0 && at < deadline) return deadline
  if (state.phase === 'publicReview') return addMinutes(at, 3 * 24 * 60)
  return at
}

function usualStep(world: World, plan: Plan, at: Instant, choice: Choice): Step | undefined {
  const state = world.state()
  if (state.suspensions.length > 0) return liftingStep(state, at)
  switch (state.phase) {
    case 'planned':
    case 'filed':
      return preparation(plan)(state, at)
    case 'admitted':
      return (
        preparation(plan)(state, at) ?? {
          who: people.owner,
          act: 'publish-notice',
          body: noticeOf(plan, at),
          at,
        }
      )
    case 'tendering':
      return (choice.pick % 3 === 0 && promising(state, at)) || sendingStep(state, at, choice)
    case 'publicReview':
      return awardTo(state, 0, at)
    case 'decided':
      return { who: people.owner, act: 'issue-award-notice', body: { number: '1号' }, at }
    default:
      return (
        lateDecryption(state, at) ??
        opening(state, at) ??
        draw(state, at) ??
        evaluation(state, at) ??
        publishing(state, at) ??
        conclusion(state, at) ??
        refunding(state, at)
      )
  }
}

/** A window that passed unused: the owner writes down whose fault it was. */
function lateDecryption(state: TenderState, at: Instant): Step | undefined {
  const sealed = state.bids.find((bid) => bid.standing === 'sealed')
  const over = state.opening !== null && at >= state.opening.until
  if (state.phase !== 'opening' || sealed === undefined || !over) return undefined
  const body = { bid: sealed.no, fault: 'bidder', evidence: '未解密' }
  return { who: people.owner, act: 'record-decryption-failure', body, at }
}

function sendingStep(state: TenderState, at: Instant, { pick, detail }: Choice): Step {
  if (at >= (state.notice?.schedule.deadline ?? at)) {
    return { who: people.machine, act: 'close-bidding', body: {}, at }
  }
  const who = certain(people.bidders[pick % 5], 'a bidder')
  const content = contentOf({ priceFen: 900_000_000 + detail * 1_000_000 })
  const body = {
    form: 'transfer',
    amountFen: 20_000_000,
    reference: '账号',
    creditedOn: '2026-03-02',
  }
  return detail % 3 === 0
    ? { who: people.persona(who.name, 'system', who.actor.party), act: 'record-deposit', body, at }
    : { who, act: 'submit-bid', content, at }
}

function liftingStep(state: TenderState, at: Instant): Step | undefined {
  const [held] = state.suspensions
  if (held === undefined) return undefined
  if (held.because === 'objection') {
    const body = { id: held.ref, answer: '维持', upheld: false }
    return { who: people.owner, act: 'answer-objection', body, at }
  }
  const body = { ...directive('resume', `R${state.version}`), lifts: held.ref }
  return { who: people.authority, act: 'issue-directive', body, at }
}

const acts = [...tenderActs, ...bidActs].map((act) => act.name)
const cast = [
  people.owner,
  people.centre,
  people.authority,
  people.machine,
  people.representative,
  people.clerkOfOwner,
  people.clerkOfBidder,
  ...people.bidders.slice(0, 5),
  ...people.pool.map((e) => people.expert(e.expert)),
]

/** Mostly what the table lets somebody do, now and then anything; endings are kept rare. */
function strayStep(world: World, plan: Plan, at: Instant, choice: Choice): Step {
  const state = world.state()
  const { pick, detail } = choice
  const giveUp = pick % 300 === 30
  const who = giveUp ? people.owner : certain(cast[detail % cast.length], 'somebody')
  const submitted = world.bidOf(who.actor.party).envelope !== null
  const offered = offersFor(state, who.actor, { submitted }).map((offer) => offer.act)
  const lawful = giveUp ? ['terminate'] : offered.filter((name) => name !== 'terminate')
  const whichever = certain(acts[pick % acts.length], 'an act')
  const act = pick % 4 === 0 ? whichever : (lawful[pick % Math.max(1, lawful.length)] ?? whichever)
  if (act === 'submit-bid' || act === 'replace-bid') {
    return { who, act, content: contentOf({ priceFen: 800_000_000 + detail }), at }
  }
  return { who, act, body: bodyFor(act, { state, plan, at, detail }), at }
}
