// SPDX-License-Identifier: Apache-2.0
/** A life run against the core in memory: what the law would refuse shows before any server runs. */

import {
  type Actor,
  certain,
  civilDate,
  dayOf,
  type Instant,
  systemActor,
  z,
} from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import { markedBid, openedAs, testMaster } from '@gongxin/core/testing'
import { type BidState, emptyBid, evolveBid, findBidAct, takeUp } from '@gongxin/core/trading/bid'
import {
  type Answer,
  acceptedExperts,
  type BidContent,
  bidContent,
  decide,
  emptyTender,
  evolve,
  findAct,
  mayNot,
  mustRecuse,
  openSeats,
  outstanding,
  type ShellFacts,
  stateFor,
  type TenderEvent,
  takingUpActs,
  waitingIn,
} from '@gongxin/core/trading/tender'
import { canonicalBytes, hex } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { answerTo, type Expert, eligible } from '../library/index.ts'
import { byParty, type Player } from './cast.ts'
import type { Plan } from './plan.ts'
import { seenShape } from './seen.ts'
import type { Step } from './step.ts'

export interface Refusal {
  readonly act: string
  readonly at: Instant
  readonly why: unknown
}

export interface Rehearsal {
  readonly events: readonly TenderEvent[]
  readonly phase: string
  readonly refusals: readonly Refusal[]
}

interface World {
  readonly plan: Plan
  readonly cast: ReadonlyMap<string, Player>
  readonly experts: readonly Expert[]
  readonly events: TenderEvent[]
  readonly bids: Map<string, BidState>
  readonly contents: Map<string, BidContent>
  state: typeof emptyTender
}

export function rehearse(
  plan: Plan,
  steps: Iterable<Step>,
  of: { readonly cast: ReadonlyMap<string, Player>; readonly experts: readonly Expert[] },
): Rehearsal {
  const world: World = {
    ...{ plan, cast: of.cast, experts: of.experts },
    ...{ events: [], bids: new Map(), contents: new Map(), state: emptyTender },
  }
  const refusals: Refusal[] = []
  for (const step of steps) {
    bySystem(world, step.at)
    if (step.act === 'wait') continue
    const why = perform(world, step)
    if (why !== null) refusals.push({ act: step.act, at: step.at, why })
    bySystem(world, step.at)
  }
  return { events: world.events, phase: world.state.phase, refusals }
}

function perform(world: World, step: Step): unknown {
  const actor = actorOf(world, step)
  if (actor === null) return 'nobody there'
  const given = step.body(seenShape.parse(stateFor(actor, world.events, world.state)))
  const body = step.act === 'decrypt-bid' ? { master: testMaster } : given
  if (step.act === 'pay-deposit') return pay(world, step, { actor, body })
  if (findBidAct(step.act) !== undefined) return actOnBid(world, step, { actor, body })
  if (step.act === 'record-performance-deposit') return secure(world, step, { actor, body })
  const opened = world.contents.get(actor.party)
  const facts: ShellFacts = {
    callerName: nameOf(world, actor),
    ...(takingUpActs.includes(step.act) ? { taken: takenFrom(world, step.at) } : {}),
    ...(opened === undefined ? {} : { opened: openedAs(opened) }),
  }
  return act(world, { name: step.act, actor, body, at: step.at, facts })
}

function actorOf(world: World, { who }: Step): Actor | null {
  const { state, cast } = world
  const winner = state.awardNotice?.winner.party
  const second = state.publicReview?.candidates[1]?.bidder.party
  const player =
    who.kind === 'player'
      ? who.player
      : who.kind === 'winner' && winner !== undefined
        ? byParty(cast, winner, 'bidder')
        : who.kind === 'second' && second !== undefined
          ? byParty(cast, second, 'bidder')
          : undefined
  const party = who.kind === 'seat' ? acceptedExperts(state)[who.seat] : player?.party
  const role = who.kind === 'seat' ? 'expert' : player?.role
  if (party === undefined || role === undefined) return null
  return { role, party, account: party, assurance: 'step-up' }
}

function nameOf({ cast }: World, actor: Actor): string {
  return byParty(cast, actor.party, actor.role)?.name ?? actor.party
}

interface Doing {
  readonly name: string
  readonly actor: Actor
  readonly body: unknown
  readonly at: Instant
  readonly facts?: ShellFacts
}

function act(world: World, { name, actor, body, at, facts }: Doing): unknown {
  const of = certain(findAct(name), `no act ${name}`)
  const random = hex(sm3Digest(canonicalBytes({ at, name })))
  const moment = { now: at, calendar, facts: { random, ...facts } }
  const asked = { body, state: world.state, actor, at: moment }
  const answer: Answer = name === 'register-project' ? of.run(asked) : decide(of, asked)
  if (answer.kind !== 'happened') return answer
  for (const event of answer.events) {
    world.events.push(event)
    world.state = evolve(world.state, event)
  }
  return null
}

function actOnBid(
  world: World,
  { act: name, at }: Pick<Step, 'act' | 'at'>,
  { actor, body, facts: told }: { actor: Actor; body: unknown; facts?: ShellFacts },
): unknown {
  const of = certain(findBidAct(name), `no act ${name}`)
  const refusal = mayNot(of, { state: world.state, actor })
  if (refusal !== undefined) return refusal
  const bid = world.bids.get(actor.party) ?? emptyBid
  const content = contentIn(body)
  const sent = content === null ? body : markedBid(actor.party, content, bid)
  const facts = { callerName: nameOf(world, { ...actor, role: 'bidder' }), ...told }
  const moment = { now: at, calendar, facts }
  const answer = of.run({ body: sent, bid, tender: world.state, actor, at: moment })
  if (answer.kind !== 'happened') return answer
  world.bids.set(actor.party, answer.events.reduce(evolveBid, bid))
  if (content !== null) world.contents.set(actor.party, content)
  return null
}

function contentIn(body: unknown): BidContent | null {
  if (typeof body !== 'object' || body === null || !('content' in body)) return null
  return bidContent.parse(body.content)
}

function pay(world: World, { at }: Step, by: { actor: Actor; body: unknown }): unknown {
  const { form, amountFen, reference } = Object(by.body)
  const body = { form, amountFen, reference, creditedOn: dayOf(at) }
  const actor: Actor = { ...systemActor, party: by.actor.party }
  const facts = form === 'transfer' ? {} : { paper: paperIn(by.body) }
  return actOnBid(world, { act: 'record-deposit', at }, { actor, body, facts })
}

function secure(world: World, { act: name, at }: Step, by: { actor: Actor; body: unknown }) {
  const paper = paperIn(by.body)
  const { form, amountFen, number } = paper
  const body = { form, amountFen, number }
  return act(world, { name, actor: by.actor, body, at, facts: { paper } })
}

/** As the bank would confirm what it has just given out. */
function paperIn(body: unknown): NonNullable<ShellFacts['paper']> {
  const said = paperShape.parse(body)
  return { ...said, issuer: '演示银行', number: 'G00000001', standing: 'in-force' }
}

const paperShape = z.object({
  form: z.enum(['transfer', 'guarantee', 'insurance', 'surety']),
  amountFen: z.number(),
  applicant: z.string(),
  beneficiary: z.string(),
  validUntil: civilDate,
})

/** What the platform does by the clock: closes, freezes, calls, pays back. */
function bySystem(world: World, at: Instant): void {
  const { state } = world
  const deadline = state.notice?.schedule.deadline
  const asSystem = (name: string, body: unknown, facts: ShellFacts = {}) =>
    act(world, { name, actor: systemActor, body, at, facts })
  if (state.phase === 'tendering' && deadline !== undefined && deadline <= at) {
    asSystem('close-bidding', {}, { taken: takenFrom(world, at) })
  }
  if (world.state.draw !== null && world.state.draw.pool === null) {
    const specialties = world.state.draw.request.strata.map((s) => s.specialty)
    const pool = eligible(world.experts, { specialties, on: dayOf(at) })
    asSystem('freeze-pool', {}, { pool })
  }
  for (let call = nextCall(world); call !== null; call = nextCall(world)) {
    if (asSystem('record-call', call) !== null) return
  }
  if (world.state.refundsOrdered === null) return
  for (const deposit of outstanding(world.state)) {
    const body = { party: deposit.bidder.party, reference: `R-${deposit.bidder.party}` }
    asSystem('record-refund', body, { depositRate: { yearly: '0.0005', base: 360 } })
  }
}

function nextCall({ state, plan }: World) {
  const { draw } = state
  if (draw?.pool == null || draw.result === null) return null
  for (const { specialty } of draw.request.strata) {
    const [index] = openSeats(state, specialty) > 0 ? waitingIn(draw, specialty) : []
    const expert = index === undefined ? undefined : draw.pool.experts[index]
    if (index === undefined || expert === undefined) continue
    const answer = mustRecuse(state, expert)
      ? 'recusal'
      : answerTo(plan.seed, expert.expert, draw.request.evaluationAt)
    return { specialty, index, answer }
  }
  return null
}

function takenFrom({ bids, state }: World, now: Instant): NonNullable<ShellFacts['taken']> {
  return takeUp([...bids.values()], { deadline: state.notice?.schedule.deadline ?? null, now })
}
