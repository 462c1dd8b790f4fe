// SPDX-License-Identifier: Apache-2.0
/** The usual way through each stage: given the state, the next step; nothing when it is through. */

import { hex, utf8 } from '@gongxin/trust/canonical'
import { commitment } from '@gongxin/trust/draw'
import { sm3Digest } from '@gongxin/trust/suites'
import { addMinutes, certain, dayOf, type Instant } from '../kernel/index.ts'
import {
  acceptedSeats,
  awaited,
  awaitsQualification,
  coefficientHidden,
  coefficientList,
  factorsOf,
  isPresent,
  liveBids,
  lowPriceBids,
  marksExpected,
  mayReveal,
  mustRecuse,
  nextCall,
  openTie,
  procedureOf,
  type TenderState,
} from '../trading/tender/index.ts'
import { holderBody, holderPeople } from './holders.ts'
import { numberOfPaper, performancePaper } from './papers.ts'
import * as people from './people.ts'
import type { Plan } from './plan.ts'
import type { Step } from './tender.ts'

/** The next step of a stage at a moment, or nothing when the stage is through. */
export type Stage = (state: TenderState, at: Instant) => Step | undefined

export const preparation =
  (plan: Plan): Stage =>
  (state, at) => {
    if (state.project === null) {
      return { who: people.owner, act: 'register-project', body: projectOf(plan), at }
    }
    if (state.phase === 'planned') {
      return { who: people.owner, act: 'notify-filing', body: { form: 'self' }, at }
    }
    if (state.phase === 'admitted') return naming(state, at) ?? holding(state, at)
    if (state.phase !== 'filed') return undefined
    const body = { openingRoom: '一号开标室', evaluationRoom: '三号评标室' }
    return { who: people.centre, act: 'admit-entry', body, at }
  }

/** Where only invitees may bid, the first three bidders are invited. */
const naming: Stage = (state, at) => {
  if (procedureOf(state).tickets !== 'invited' || state.invited !== null) return undefined
  const invitees = people.bidders
    .slice(0, 3)
    .map(({ name, actor }) => ({ party: actor.party, name }))
  const body = { invitees, source: 'library-draw', reason: '从供应商库随机抽取' }
  return { who: people.owner, act: 'name-invitees', body, at }
}

/** Whoever holds a share gives the key for it. */
const holding: Stage = (state, at) => {
  if (procedureOf(state).sealedStages.length === 0) return undefined
  const missing = holderPeople.find(({ office }) => !state.holders.some((h) => h.office === office))
  if (missing === undefined) return undefined
  const { office } = missing
  const who = office === 'host' && state.agency !== null ? people.agency : missing.who
  return { who, act: 'provide-holder-key', body: holderBody(office, state), at }
}

export function projectOf(plan: Plan) {
  return {
    projectCode: '2602-450202-04-01-123456',
    projectName: '城中区排水防涝工程',
    name: '城中区雨水管网改造',
    kind: plan.kind,
    approval: { document: '柳发改〔2026〕1号', by: '柳州市发展和改革委员会', organisation: 'self' },
    funds: {
      object: 'OB-1',
      source: '财政资金',
      budgetFen: plan.estimateFen,
      investFen: plan.estimateFen,
    },
    estimateFen: plan.estimateFen,
    stateControlled: plan.stateControlled,
    district: '城中区',
    industry: '市政',
    authority: { party: people.authority.actor.party, name: people.authority.name },
    previous: null,
    round: 1,
    ...(plan.procedure === undefined ? {} : { procedure: plan.procedure }),
    ...(plan.procurement === undefined ? {} : { procurement: plan.procurement }),
  }
}

export function noticeOf({ terms, deadline }: Plan, at: Instant) {
  const schedule = { documentFrom: at, documentUntil: deadline, deadline }
  return { terms, schedule, files: [], reasons: [] }
}

export function depositStep(who: people.Persona, amountFen: number, at: Instant): Step {
  const bank = people.persona(who.name, 'system', who.actor.party)
  const body = { form: 'transfer', amountFen, reference: '基本账户6222', creditedOn: dayOf(at) }
  return { who: bank, act: 'record-deposit', body, at }
}

/** The three numbers behind K, promised while nobody can know a price. */
export const promising: Stage = (state, at) => {
  if (state.phase !== 'tendering' || coefficientList(state) === null) return undefined
  const { commitments } = state.coefficient
  const silent = sides.find(({ side }) => !commitments.some((c) => c.contributor === side))
  return silent && promiseOf(silent.side, 'commit-coefficient-number', at)
}

/** From the deadline to the public record, every bidder opening the own bid. */
export const opening: Stage = (state, at) => {
  const { owner, machine } = people
  if (state.phase === 'tendering') return { who: machine, act: 'close-bidding', body: {}, at }
  const [hidden] = coefficientHidden(state)
  if (state.phase === 'closed' && hidden !== undefined) {
    return numberOfSide(hidden, 'reveal-coefficient-number', at)
  }
  if (state.phase === 'closed') return { who: owner, act: 'start-opening', body: {}, at }
  return state.phase === 'opening' ? decryptions(state, at) : undefined
}

const decryptions: Stage = (state, at) => {
  const sealed = state.bids.find((bid) => bid.standing === 'sealed')
  if (sealed === undefined) return { who: people.owner, act: 'announce-opening', body: {}, at }
  const who = people.persona(sealed.bidder.name, 'bidder', sealed.bidder.party)
  return { who, act: 'decrypt-bid', body: {}, at }
}

const sides = [
  { who: people.owner, side: 'owner' },
  { who: people.centre, side: 'centre' },
  { who: people.authority, side: 'authority' },
] as const

type Side = (typeof sides)[number]['side']

function numberOf(side: Side): Uint8Array {
  return sm3Digest(utf8(`number ${side}`))
}

export function promiseOf(side: Side, act: string, at: Instant): Step {
  const body = { commitment: hex(commitment(side, numberOf(side))) }
  return { who: personOf(side), act, body, at }
}

export function numberOfSide(side: Side, act: string, at: Instant): Step {
  return { who: personOf(side), act, body: { number: hex(numberOf(side)) }, at }
}

function personOf(side: Side): people.Persona {
  return certain(
    sides.find((s) => s.side === side),
    'one of three',
  ).who
}

/** The side of a contributor by name. */
export function sideNamed(name: string): Side {
  return certain(
    sides.find(({ who }) => who.name === name),
    `${name} gives no number`,
  ).side
}

/** 抽取: pool, three numbers, calls in the drawn order, check-in, committee. */
export const draw: Stage = (state, at) => {
  if (state.phase === 'evaluating') return arriving(state, at)
  if (state.phase !== 'opened') return undefined
  if (awaitsQualification(state)) return qualifying(state, at)
  if (state.draw === null) {
    const body = { draw: 'D1', evaluationAt: addMinutes(at, 120), place: '三号评标室' }
    return { who: people.owner, act: 'request-draw', body, at }
  }
  return drawing(state, at) ?? seating(state, at) ?? convening(state, at)
}

/** 资格审查 without a fault. */
const qualifying: Stage = (_, at) => {
  const body = { faults: [], creditChecked: true }
  return { who: people.owner, act: 'judge-qualification', body, at }
}

/** From the request to the drawn order. */
export const drawing: Stage = (state, at) => {
  const { draw: of } = state
  if (of === null || of.short !== null || of.result !== null) return undefined
  if (of.pool === null) return { who: people.machine, act: 'freeze-pool', body: {}, at }
  const [side] = awaited(of)
  if (side === undefined) return undefined
  return mayReveal(of)
    ? numberOfSide(side, 'reveal-draw-number', at)
    : promiseOf(side, 'commit-draw-number', at)
}

/** Calls and check-ins until every seat is taken; the same for a seat that fell vacant. */
export const seating: Stage = (state, at) => calling(state, at) ?? comingIn(state, at)

export const calling: Stage = (state, at) => {
  for (const { code: specialty } of state.notice?.terms.specialties ?? []) {
    const next = nextCall(state, specialty)
    if (next === undefined) continue
    const called = certain(next.draw.pool?.experts[next.index], 'in the pool')
    const answer = mustRecuse(state, called) ? 'recusal' : 'accepted'
    const body = { specialty, index: next.index, answer }
    return { who: people.centre, act: 'record-call', body, at }
  }
  return undefined
}

const comingIn: Stage = (state, at) => {
  const seat = acceptedSeats(state).find(({ expert }) => !isPresent(state, expert))
  return seat && checkIn(people.expert(seat.expert), at)
}

function checkIn(who: people.Persona, at: Instant): Step {
  return { who, act: 'check-in', body: { declared: true }, at }
}

const convening: Stage = (state, at) => {
  const seats = state.notice?.terms.ownerSeats ?? 0
  const wanted = state.notice?.terms.committeeMembers ?? 0
  if (acceptedSeats(state).length < wanted - seats) return undefined
  const account = people.representative.actor.party
  const representatives = [{ account, name: '赵代表' }].slice(0, seats)
  return { who: people.owner, act: 'convene-committee', body: { representatives }, at }
}

/** Representatives of the owner check in like everybody else. */
export const arriving: Stage = ({ committee, draw: of }, at) => {
  const seat = committee?.members.find(
    ({ member, kind }) =>
      kind === 'representative' &&
      !committee.vacant.includes(member) &&
      !of?.checkedIn.some((c) => c.expert === member),
  )
  return seat && checkIn(people.member(seat.member), at)
}

/** 初步评审 without a fault, 异常低价 asked, explained and accepted, 评分, 签署. */
export const evaluation: Stage = (state, at) => {
  if (state.phase !== 'evaluating') return undefined
  return (
    preliminary(state, at) ??
    lowPrice(state, at) ??
    scoring(state, at) ??
    parting(state, at) ??
    signing(state, at)
  )
}

/** Candidates that stand equal: all vote for the order of their numbers. */
const parting: Stage = (state, at) => {
  const { evaluation: of } = state
  if (of?.step !== 'tie' || of.conclusion === null) return undefined
  const order = [...(openTie(of.conclusion) ?? [])].sort()
  const who = next(
    state,
    of.tieVotes.filter((v) => v.order.join() === order.join()),
  )
  return who && { who, act: 'vote-tie', body: { order, reason: '业绩较多的排前' }, at }
}

/** Members in seat order who have not done a thing yet. */
function next(state: TenderState, done: readonly { readonly member: string }[]) {
  const seat = state.committee?.members.find((m) => !done.some((d) => d.member === m.member))
  return seat === undefined ? undefined : people.member(seat.member)
}

export const preliminary: Stage = (state, at) => {
  if (state.evaluation?.step !== 'preliminary') return undefined
  const who = next(state, state.evaluation.sheets)
  return who && { who, act: 'lock-preliminary', body: { faults: [] }, at }
}

export const lowPrice: Stage = (state, at) => {
  const { evaluation: of } = state
  if (of?.step !== 'detailed') return undefined
  for (const no of lowPriceBids(state)) {
    const asked = of.clarifications.find((c) => c.bid === no && c.kind === 'low-price')
    if (asked === undefined) return askLowPrice(state, no, at)
    if (asked.reply === null) return explain(state, asked.id, at)
    const judged = of.lowPrice.filter((j) => j.bid === no)
    const who = next(state, judged)
    const body = { bid: no, reasonable: true, reason: '说明和证据充分' }
    if (who !== undefined) return { who, act: 'judge-low-price', body, at }
  }
  return undefined
}

export function askLowPrice(state: TenderState, bid: string, at: Instant): Step | undefined {
  const who = next(state, [])
  const due = addMinutes(at, 60)
  const question = '报价明显偏低，请书面说明并附证据'
  const body = { id: `Q-${bid}`, bid, kind: 'low-price', question, due }
  return who && { who, act: 'ask-clarification', body, at }
}

function explain(state: TenderState, id: string, at: Instant): Step {
  const asked = state.evaluation?.clarifications.find((c) => c.id === id)
  const of = certain(
    state.bids.find((b) => b.no === asked?.bid),
    'asked about a bid',
  )
  const who = people.persona(of.bidder.name, 'bidder', of.bidder.party)
  const body = { id, answer: '自有设备和厂房，附成本明细', files: [] }
  return { who, act: 'reply-clarification', body, at }
}

export const scoring: Stage = (state, at) => {
  if (state.evaluation?.step !== 'detailed') return undefined
  const who = next(state, state.evaluation.scores)
  const due = who === undefined ? [] : marksExpected(state, who.actor.party)
  const marks = marksOf(state).filter((m) =>
    due.some((d) => d.bid === m.bid && d.factor === m.factor),
  )
  return who && { who, act: 'lock-scores', body: { marks }, at }
}

/** Marks that fall with the number of the bid, so that the order is known beforehand. */
export function marksOf(state: TenderState) {
  const method = state.notice?.terms.method
  const factors = factorsOf(method)
  return liveBids(state).flatMap((bid, place) =>
    factors.map(({ id, full }) => ({
      bid: bid.no,
      factor: id,
      mark: id === 'T2' ? full : String(Math.max(1, Number(full) - 2 - (place % 20))),
      page: '12',
    })),
  )
}

export const signing: Stage = (state, at) => {
  if (state.evaluation?.step !== 'signing') return undefined
  const who = next(state, state.evaluation.signatures)
  return who && { who, act: 'sign-report', body: { dissent: '' }, at }
}

/** 签约: performance deposit, both signatures, report, refunds, archive. */
export const conclusion: Stage = (state, at) => {
  const { owner } = people
  if (state.phase === 'notified') return contracting(state, at)
  if (state.phase === 'contracted') {
    if (state.refundsOrdered === null) return { who: owner, act: 'refund-deposits', body: {}, at }
    return refunding(state, at)
  }
  if (state.phase !== 'settled') return refunding(state, at)
  if (state.writtenReport === null) {
    return { who: owner, act: 'file-written-report', body: { summary: '全过程合规' }, at }
  }
  return { who: owner, act: 'archive', body: { retention: '30-years' }, at }
}

export const refunding: Stage = (state, at) => {
  const open = state.deposits.find((d) => d.refund === null && d.forfeitedFen < d.amountFen)
  if (open === undefined || !refundable.includes(state.phase)) return undefined
  const body = { party: open.bidder.party, reference: '退款单' }
  return { who: people.machine, act: 'record-refund', body, at }
}

const refundable: readonly string[] = ['contracted', 'failed', 'terminated', 'invalidated']

export const contracting: Stage = (state, at) => {
  const notice = state.awardNotice
  if (notice === null || state.phase !== 'notified') return undefined
  const winner = people.persona(notice.winner.name, 'bidder', notice.winner.party)
  const { priceFen, durationDays, quality } = notice
  if (state.performance === null) {
    const paper = performancePaper(state, at)
    const { form, amountFen } = paper
    const body = { form, number: numberOfPaper(paper), amountFen }
    return { who: winner, act: 'record-performance-deposit', body, at }
  }
  if (state.offer !== null) return { who: winner, act: 'countersign-contract', body: {}, at }
  const body = { priceFen, durationDays, quality, files: [] }
  return { who: people.owner, act: 'sign-contract', body, at }
}
