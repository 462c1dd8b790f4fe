// SPDX-License-Identifier: Apache-2.0
/** Does one step of the agenda through the public interface, as the person it belongs to. */

import { dayOf, type Instant, type Json, z } from '@gongxin/core/kernel'
import { procedures } from '@gongxin/core/procedures'
import { routes } from '@gongxin/shell/http/contract'
import { canonicalBytes, hex } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import type { Entry } from './agenda.ts'
import type { Counter, Issuing } from './bank.ts'
import { byParty, type Cast, type Player } from './cast.ts'
import type { Answered, Client, Fault } from './client.ts'
import { openingForm, submissionForm } from './sealing.ts'
import { type Seats, seatOf } from './seats.ts'
import { type Seen, seenShape } from './seen.ts'
import type { Sessions } from './sessions.ts'

export interface Stage {
  readonly client: Client
  readonly sessions: Sessions
  readonly cast: Cast
  readonly seats: Seats
  readonly counter: Counter
  readonly issue: Issuing
  /** Ids of tenders by project code. */
  readonly tenders: Map<string, string>
  now(): Instant
}

/** Null: done, now or before. */
export type Failing = Fault | null

const signedActs = new Set(
  procedures
    .flatMap(({ stages }) => stages)
    .flatMap((stage) => stage.acts.flatMap((l) => (l.signed === true ? [l.act] : []))),
)

export async function perform(stage: Stage, entry: Entry): Promise<Failing> {
  const { step, plan } = entry
  if (step.act === 'wait') return null
  if (step.act === 'register-project') return registerProject(stage, entry)
  const tender = stage.tenders.get(plan.code)
  if (tender === undefined) return wrong('not-registered', plan.code)
  const player = await playerFor(stage, entry, tender)
  if (player === undefined) return wrong('nobody-there', step.who.kind)
  if (step.act === 'pay-deposit') return pay(stage, entry, { tender, player })
  return act(stage, entry, { tender, player })
}

async function registerProject(stage: Stage, entry: Entry): Promise<Failing> {
  const { plan, step } = entry
  const session = await stage.sessions.of(plan.owner)
  const body = step.body(nothingSeen)
  const as = plan.owner.name
  const asking = { body, session, key: keyOf(entry), as }
  const answer = await stage.client.ask(routes.registerTender, asking)
  if (!answer.ok) return answer.fault
  stage.tenders.set(plan.code, answer.value.tender)
  return null
}

interface Doing {
  readonly tender: string
  readonly player: Player
}

async function act(stage: Stage, entry: Entry, { tender, player }: Doing): Promise<Failing> {
  const { step } = entry
  const session = await stage.sessions.of(player)
  const given = step.body(step.reads ? await seen(stage, tender, player) : nothingSeen)
  const body = await formOf(stage, entry, { tender, player, session, given })
  const as = `${player.name}（${player.person}）`
  const confirmation = signedActs.has(step.act)
    ? await confirmed(stage, player, { tender, act: step.act, body, session, as })
    : undefined
  if (confirmation?.ok === false) return afterFault(stage, player, confirmation.fault)
  const answer = await stage.client.ask(routes.act, {
    params: { tender, act: step.act },
    body: {
      body,
      ...(confirmation === undefined ? {} : { confirmation: confirmation.value.confirmation }),
    },
    ...{ session, key: keyOf(entry), as },
  })
  return answer.ok ? null : afterFault(stage, player, answer.fault)
}

interface Form extends Doing {
  readonly session: string
  readonly given: unknown
}

/** What is really sent: bids are sealed and opened with keys that only their owner has. */
async function formOf(
  { client, issue }: Stage,
  { step, plan }: Entry,
  { given, ...of }: Form,
): Promise<Json> {
  const body: Json = JSON.parse(JSON.stringify(given))
  const lot = { client, seed: plan.seed, code: plan.code, ...of }
  if (step.act === 'submit-bid' || step.act === 'replace-bid') return submissionForm(lot, body)
  if (step.act === 'record-performance-deposit') return secured(issue, given)
  return step.act === 'decrypt-bid' ? openingForm(lot) : body
}

/** The person confirms the digest of what is signed, and the act brings the confirmation along. */
function confirmed(
  { client, sessions }: Stage,
  player: Player,
  of: { tender: string; act: string; body: Json; session: string; as: string },
) {
  const { tender, act: name, session, as } = of
  const digest = hex(sm3Digest(canonicalBytes(of.body)))
  const body = { tender, act: name, digest, ...sessions.proofOf(player) }
  return client.ask(routes.confirm, { body, session, as })
}

/** A key used before with another form: the step was done in an earlier run. */
function afterFault(stage: Stage, player: Player, fault: Fault): Failing {
  if (fault.status === 401) stage.sessions.forget(player)
  return fault.code === 'key-reused' ? null : fault
}

async function pay(stage: Stage, { step }: Entry, { tender, player }: Doing): Promise<Failing> {
  const session = await stage.sessions.of(player)
  const own = await stage.client.ask(routes.ownBid, {
    params: { tender },
    ...{ session, as: player.name },
  })
  if (!own.ok) return own.fault
  if (own.value.state.deposit != null) return null
  const account = own.value.account?.number
  if (account === undefined) return wrong('no-account', player.name)
  const payment = paymentShape.parse(step.body(nothingSeen))
  const why = await stage.counter({ account, ...payment }, dayOf(stage.now()))
  return why === null ? null : wrong('deposit-not-taken', why)
}

/** The bank gives the guarantee out first; the platform asks it about the number. */
async function secured(issue: Stage['issue'], given: unknown): Promise<Json> {
  const guarantee = guaranteeShape.parse(given)
  const { form, amountFen } = guarantee
  return { form, amountFen, number: (await issue(guarantee)) ?? 'none' }
}

const guaranteeShape = z.object({
  form: z.string(),
  amountFen: z.number(),
  reference: z.string(),
  applicant: z.string(),
  beneficiary: z.string(),
  validUntil: z.string(),
})

const paymentShape = guaranteeShape.extend({ from: z.string() })

async function playerFor(
  stage: Stage,
  { step, plan }: Entry,
  tender: string,
): Promise<Player | undefined> {
  const { who } = step
  if (who.kind === 'player') return who.player
  if (who.kind === 'seat') {
    return seatOf(stage.seats, { plan, seat: who.seat }, () => citizenView(stage, tender))
  }
  const view = seenShape.parse(await citizenView(stage, tender))
  const party =
    who.kind === 'winner'
      ? view.awardNotice?.winner.party
      : view.publicReview?.candidates[1]?.bidder.party
  return party === undefined ? undefined : byParty(stage.cast, party, 'bidder')
}

async function citizenView({ client }: Stage, tender: string): Promise<unknown> {
  return stateIn(await client.ask(routes.tender, { params: { tender } }))
}

async function seen(stage: Stage, tender: string, player: Player): Promise<Seen> {
  const session = await stage.sessions.of(player)
  const asking = { params: { tender }, session, as: player.name }
  return seenShape.parse(stateIn(await stage.client.ask(routes.tender, asking)))
}

function stateIn(answer: Answered<{ state: unknown }>): unknown {
  return answer.ok ? answer.value.state : nothingSeen
}

const nothingSeen: Seen = {
  phase: '',
  bids: [],
  publicReview: null,
  evaluation: null,
  cancelled: [],
  awardNotice: null,
}

/** The same in every run, so that a run that was cut off can be run again. */
function keyOf({ plan, place, step }: Entry): string {
  return `city-${plan.seed}-${plan.code}-${place}-${step.act}`
}

function wrong(code: string, detail: string): Fault {
  return { status: 0, kind: 'city', code, detail }
}
