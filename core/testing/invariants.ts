// SPDX-License-Identifier: Apache-2.0
/** IV-01…IV-19 of the handbook as checkers over a history: what each finds wrong, in words. */

import { addDays, dayOf, endOf } from '../kernel/index.ts'
import { calendar, due, isCommitteeLawful, isPassOverReason, limitOf } from '../law/index.ts'
import { remedyActs } from '../procedures/index.ts'
import type { BidEvent } from '../trading/bid/index.ts'
import {
  type DataOf,
  factorsOf,
  mustRecuse,
  priceFenOf,
  type TenderEvent,
  type TenderState,
} from '../trading/tender/index.ts'
import { coefficientFault, rerunFault } from './rerun.ts'
import { dataOf, ofType } from './select.ts'
import type { Step, World } from './tender.ts'

export interface Taken {
  readonly step: Step
  readonly before: TenderState
  readonly events: readonly (TenderEvent | BidEvent)[]
}

type Check = (taken: Taken, world: World) => boolean

/** Left open by a suspension: T10, T13, T41, T42, new objections, and money that has moved. */
const openWhileSuspended = new Set([
  'answer-objection',
  'replace-bid',
  'withdraw-bid',
  'terminate',
  'issue-directive',
  'lodge-objection',
  'move-deadline',
  'order-reevaluation',
  'record-deposit',
  'return-deposit',
  'take-up-deposits',
  'record-refund',
  ...remedyActs,
])

/** Each returns true where the invariant holds after the step. */
const perStep: Readonly<Record<string, Check>> = {
  'IV-01': ({ before, events }) =>
    has(events, 'BidDecrypted', 'OpeningRecorded').every((e) => e.at >= deadlineOf(before)),
  'IV-02': ({ step, before, events }, world) =>
    has(events, 'BidSubmitted', 'BidReplaced').every(
      (e) =>
        e.at < deadlineOf(before) &&
        world.bidOf(step.who.actor.party).receipts.filter((r) => r.at === e.at).length >= 1,
    ),
  'IV-03': ({ step, before }) =>
    before.suspensions.length === 0 || openWhileSuspended.has(step.act),
  'IV-04': ({ events }) => dataOf(events, 'OpeningStarted').every(({ received }) => received >= 3),
  'IV-05': ({ before, events }) =>
    has(events, 'CandidatesPublished').length === 0 ||
    (before.evaluation?.signatures.length ?? 0) === (before.committee?.members.length ?? -1),
  'IV-06': ({ before, events }) =>
    ofType(events, 'AwardDecided').every(
      ({ at, data }) =>
        before.publicReview !== null &&
        at > endOf(before.publicReview.until) &&
        before.objections.every((o) => o.answer !== null || o.lodged?.late === true) &&
        before.publicReview.candidates.some((c) => c.bid === data.bid),
    ),
  'IV-07': ({ before, events }) => dataOf(events, 'AwardDecided').every((a) => rankHeld(before, a)),
  'IV-08': ({ before, events }) => {
    const told = dataOf(events, 'LoserNotified').map(({ letter }) => letter.bidder.party)
    return dataOf(events, 'AwardNoticeIssued').every(({ winner }) =>
      before.bids.every((b) => b.bidder.party === winner.party || told.includes(b.bidder.party)),
    )
  },
  'IV-10': ({ before, events }) =>
    dataOf(events, 'ScoresLocked').every(({ member }) => committeeHeld(before, member)),
  'IV-12': ({ before, events }) => {
    const method = before.notice?.terms.method
    const known = factorsOf(method).map((f) => f.id)
    return dataOf(events, 'ScoresLocked').every(({ marks }) =>
      marks.every((m) => known.includes(m.factor)),
    )
  },
  'IV-13': ({ before, events }) =>
    has(events, 'NoticePublished').length === 0 || before.notice === null,
  'IV-14': ({ before, events }) => has(events, 'BiddingClosed').length === 0 || timeHeld(before),
  'IV-15': ({ step, events }) =>
    dataOf(events, 'BidRejected').every(
      ({ ground, votesFor, votes }) =>
        ground !== 'RJ-7' || (step.who.actor.role === 'expert' && votesFor * 2 > votes),
    ),
  'IV-17': ({ before, events }) =>
    dataOf(events, 'ContractSigned').every((signed) => {
      const bid = before.bids.find((b) => b.bidder.party === signed.winner.party)
      const form = bid?.content?.form
      return (
        bid !== undefined &&
        signed.priceFen === priceFenOf(bid) &&
        signed.durationDays === form?.durationDays &&
        signed.quality === form.quality
      )
    }),
  'IV-18': ({ events }) =>
    dataOf(events, 'NoticePublished').every(
      ({ lawDay, calendar: version }) => lawDay !== '' && version === calendar.version,
    ),
}

/** Names of the invariants that do not hold, each with the step that broke it. */
export function brokenInvariants(world: World): readonly string[] {
  const steps = world.history.flatMap(({ step, before, tried }) =>
    tried.kind === 'done' ? [{ step, before, events: tried.events }] : [],
  )
  return [
    ...steps.flatMap((taken) =>
      Object.entries(perStep)
        .filter(([, holds]) => !holds(taken, world))
        .map(([id]) => `${id} broken by ${taken.step.act} of ${taken.step.who.name}`),
    ),
    ...(moneyHeld(world.state()) ? [] : ['IV-09: money is not conserved']),
    ...(benchmarkHeld(world.events()) ? [] : ['T44: a re-evaluation moved the benchmark']),
    ...(bytesHeld(world) ? [] : ['IV-02: what was opened is not what was sent']),
    ...(dutiesHeld(steps) ? [] : ['IV-16: one person opened the bids and held the key of one']),
    ...[rerunFault(world.events()), coefficientFault(world.events())].flatMap((fault) =>
      fault ? [`IV-19: ${fault}`] : [],
    ),
  ]
}

/** §5.1: after the first order to look again the benchmark is what it was then. */
function benchmarkHeld(events: readonly TenderEvent[]): boolean {
  const ordered = events.findIndex((e) => e.type === 'ReEvaluationOrdered')
  if (ordered < 0) return true
  const before = dataOf(events.slice(0, ordered), 'EvaluationConcluded').at(-1)
  const after = dataOf(events.slice(ordered), 'EvaluationConcluded')
  return after.every(({ benchmark }) => benchmark === before?.benchmark)
}

function rankHeld(state: TenderState, award: DataOf<'AwardDecided'>): boolean {
  const { project, cancelled } = state
  if (project?.compulsory !== true || !project.stateControlled) return true
  const better = award.rank - 1 - cancelled.length
  return better <= 0 || (isPassOverReason(award.reasonCode) && award.reason !== '')
}

function committeeHeld(state: TenderState, scorer: string): boolean {
  const { committee, draw } = state
  if (committee === null) return false
  const { members, vacant } = committee
  const experts = members.filter((m) => m.kind === 'expert').length
  const known = draw?.pool?.experts.find((e) => e.expert === scorer)
  return (
    isCommitteeLawful({ members: members.length, experts }) &&
    members.some((m) => m.member === scorer) &&
    !vacant.includes(scorer) &&
    (known === undefined || !mustRecuse(state, known))
  )
}

function timeHeld({ notice, clarifications, project }: TenderState): boolean {
  if (notice === null) return false
  const deadlineOn = dayOf(notice.schedule.deadline)
  const counting = { lawDay: notice.lawDay, calendar }
  const least = due(limitOf('LIM-05'), dayOf(notice.publishedAt), counting).safe
  const affecting = clarifications.filter((c) => c.affectsBids)
  return (
    (project?.compulsory !== true || deadlineOn >= least) &&
    affecting.every((c) => deadlineOn >= addDays(dayOf(c.at), 15))
  )
}

/** What came in went back or was kept, to the fen, once the tender calls itself settled. */
function moneyHeld({ phase, deposits }: TenderState): boolean {
  const interestHeld = deposits.every((d) => d.refund === null || d.refund.interestFen >= 0)
  const over = deposits.some((d) => (d.refund?.principalFen ?? 0) + d.forfeitedFen > d.amountFen)
  if (phase !== 'settled' && phase !== 'archived') return interestHeld && !over
  const whole = deposits.every(
    (d) => (d.refund?.principalFen ?? 0) + d.forfeitedFen === d.amountFen,
  )
  return interestHeld && whole
}

function bytesHeld(world: World): boolean {
  const sent = new Map(
    world.history.flatMap(({ step, tried }) =>
      tried.kind === 'done' && step.content !== undefined
        ? [[step.who.actor.party, step.content] as const]
        : [],
    ),
  )
  return world
    .state()
    .bids.every((bid) => bid.content === null || sent.get(bid.bidder.party) === bid.content)
}

const openerActs = ['start-opening', 'announce-opening', 'record-decryption-failure']
const keyActs = ['submit-bid', 'replace-bid', 'decrypt-bid']

/** Whoever opens and whoever holds a key are different people, not only different parties. */
function dutiesHeld(steps: readonly Taken[]): boolean {
  const accounts = (acts: readonly string[]) =>
    steps.flatMap(({ step }) => (acts.includes(step.act) ? [step.who.actor.account] : []))
  const openers = accounts(openerActs)
  return accounts(keyActs).every((account) => !openers.includes(account))
}

function deadlineOf(state: TenderState): string {
  return state.notice?.schedule.deadline ?? '9'
}

type Seen = readonly (TenderEvent | BidEvent)[]

function has(events: Seen, ...types: readonly string[]): Seen {
  return events.filter((e) => types.includes(e.type))
}
