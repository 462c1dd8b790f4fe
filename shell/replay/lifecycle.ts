// SPDX-License-Identifier: Apache-2.0
/** The way of one auction through 公开招标, step by step, until it is archived or has failed. */

import {
  type Actor,
  addDays,
  addMinutes,
  certain,
  type Instant,
  instantOn,
  moment,
  nextWorkday,
  type Role,
} from '@gongxin/core/kernel'

import { calendar } from '@gongxin/core/law'
import {
  candidatesOf,
  lowPriceBids,
  openSeats,
  openTie,
  type TenderState,
  waitingIn,
} from '@gongxin/core/trading/tender'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { commitment } from '@gongxin/trust/draw'
import { sm3Digest } from '@gongxin/trust/suites'
import type { AuctionBid } from './auctions.ts'
import { holderBody } from './bidding.ts'
import type { Deed, Room } from './room.ts'
import { contentFor, noticeFor, project } from './terms.ts'

const published = moment('2026-03-02T01:00:00Z')
const sentAt = moment('2026-03-20T01:00:00Z')
const deadline = moment('2026-03-23T01:00:00Z')
const evaluatedAt = moment('2026-03-24T01:00:00Z')
const publishedAt = moment('2026-03-25T01:00:00Z')
const concludedAt = moment('2026-04-07T01:00:00Z')

const actor = (role: Role, party: string): Actor => ({
  role,
  party,
  account: party,
  assurance: 'step-up',
})
export const owner = actor('tenderOwner', 'owner')
const centre = actor('centre', 'centre')
const authority = actor('authority', 'authority')
const machine = actor('system', 'system')
const holders = [
  ['host', owner],
  ['notary', actor('notary', 'notary')],
  ['audit', actor('audit', 'audit')],
] as const
const bidder = (party: string) => actor('bidder', party)

/** What comes next at this moment, or nothing when this part of the way is done. */
type Part = (state: TenderState, at: Instant) => Deed | undefined

export async function runAuction(room: Room, bids: readonly AuctionBid[]): Promise<void> {
  const perform = (by: Actor, act: string, body: unknown, at: Instant) =>
    room.perform({ by, act, body, at })
  await perform(owner, 'register-project', project, published)
  await perform(owner, 'notify-filing', { form: 'self' }, published)
  await perform(centre, 'admit-entry', { openingRoom: '一号', evaluationRoom: '二号' }, published)
  for (const [office, by] of holders) {
    await perform(by, 'provide-holder-key', holderBody(office, room.state()), published)
  }
  await perform(owner, 'publish-notice', noticeFor(published, deadline), published)
  for (const { bidder: party, priceFen } of bids) {
    const by = bidder(party)
    await perform(by, 'download-document', {}, sentAt)
    await room.perform({ by, act: 'submit-bid', content: contentFor(priceFen), at: sentAt })
  }
  await through(room, opening, deadline)
  if (room.state().ending !== null) return
  await through(room, seating, addMinutes(deadline, 240))
  await through(room, evaluation, evaluatedAt)
  await through(room, publishing, publishedAt)
  const until = certain(room.state().publicReview, 'candidates were published').until
  await through(room, awarding, instantOn(nextWorkday(addDays(until, 1), calendar), '09:00'))
  await through(room, concluding, concludedAt)
}

async function through(room: Room, part: Part, at: Instant): Promise<void> {
  for (let deed = part(room.state(), at); deed; deed = part(room.state(), at)) {
    await room.perform(deed)
  }
}

const opening: Part = (state, at) => {
  if (state.phase === 'tendering') return { by: machine, act: 'close-bidding', at }
  if (state.phase === 'closed') return { by: owner, act: 'start-opening', at }
  if (state.phase !== 'opening') return undefined
  const sealed = state.bids.find((bid) => bid.standing === 'sealed')
  return sealed === undefined
    ? { by: owner, act: 'announce-opening', at }
    : { by: bidder(sealed.bidder.party), act: 'decrypt-bid', at }
}

const sides = [
  ['owner', owner],
  ['centre', centre],
  ['authority', authority],
] as const

const numberOf = (side: string) => sm3Digest(utf8(`replay number ${side}`))

const seating: Part = (state, at) => {
  const { draw } = state
  if (state.phase !== 'opened') return undefined
  if (draw === null) {
    const body = { draw: 'D1', evaluationAt: evaluatedAt, place: '二号' }
    return { by: owner, act: 'request-draw', body, at }
  }
  if (draw.pool === null) return { by: machine, act: 'freeze-pool', at }
  for (const [side, by] of sides) {
    if (draw.commitments.some((c) => c.contributor === side)) continue
    const promise = hex(commitment(side, numberOf(side)))
    return { by, act: 'commit-draw-number', body: { commitment: promise }, at }
  }
  for (const [side, by] of sides) {
    if (draw.numbers.some((n) => n.contributor === side)) continue
    return { by, act: 'reveal-draw-number', body: { number: hex(numberOf(side)) }, at }
  }
  return calling(state, at)
}

function calling(state: TenderState, at: Instant): Deed {
  const draw = certain(state.draw, 'a draw was requested')
  const [specialty] = draw.request.strata.map((s) => s.specialty)
  if (specialty !== undefined && openSeats(state, specialty) > 0) {
    const [index] = waitingIn(draw, specialty)
    return { by: centre, act: 'record-call', body: { specialty, index, answer: 'accepted' }, at }
  }
  const called = draw.calls.flatMap(({ index }) => draw.pool?.experts[index]?.expert ?? [])
  const absent = called.find((id) => !draw.checkedIn.some((c) => c.expert === id))
  return absent === undefined
    ? { by: owner, act: 'convene-committee', body: { representatives: [] }, at }
    : { by: actor('expert', absent), act: 'check-in', body: { declared: true }, at }
}

const evaluation: Part = (state, at) => {
  const { evaluation: of } = state
  if (state.phase !== 'evaluating' || of === null) return undefined
  switch (of.step) {
    case 'preliminary':
      return byNext(state, of.sheets, { act: 'lock-preliminary', body: { faults: [] }, at })
    case 'detailed':
      return (
        lowPrice(state, at) ??
        byNext(state, of.scores, { act: 'lock-scores', body: { marks: [] }, at })
      )
    case 'tie': {
      const order = [...(of.conclusion === null ? [] : (openTie(of.conclusion) ?? []))].sort()
      return byNext(state, of.tieVotes, {
        act: 'vote-tie',
        body: { order, reason: '业绩较多' },
        at,
      })
    }
    case 'signing':
      return byNext(state, of.signatures, { act: 'sign-report', body: { dissent: '' }, at })
  }
}

/** The next member who has not done it yet. */
function byNext(
  state: TenderState,
  done: readonly { readonly member: string }[],
  deed: Omit<Deed, 'by'>,
): Deed | undefined {
  const seat = state.committee?.members.find((m) => !done.some((d) => d.member === m.member))
  return seat && { ...deed, by: actor('expert', seat.member) }
}

/** 异常低价: asked, answered and accepted; nobody is rejected for a low price alone. */
function lowPrice(state: TenderState, at: Instant): Deed | undefined {
  const of = certain(state.evaluation, 'evaluating')
  for (const no of lowPriceBids(state)) {
    const asked = of.clarifications.find((c) => c.bid === no)
    if (asked === undefined) {
      const due = addMinutes(at, 60)
      const body = { id: `Q-${no}`, bid: no, kind: 'low-price', question: '请说明报价', due }
      return byNext(state, [], { act: 'ask-clarification', body, at })
    }
    if (asked.reply === null) {
      const bid = certain(
        state.bids.find((b) => b.no === no),
        'a low bid',
      )
      const body = { id: asked.id, answer: '附成本明细', files: [] }
      return { by: bidder(bid.bidder.party), act: 'reply-clarification', body, at }
    }
    const judged = of.lowPrice.filter((j) => j.bid === no)
    const body = { bid: no, reasonable: true, reason: '说明成立' }
    const deed = byNext(state, judged, { act: 'judge-low-price', body, at })
    if (deed !== undefined) return deed
  }
  return undefined
}

const publishing: Part = (state, at) => {
  if (state.phase !== 'reported') return undefined
  if (state.reviewed === null) {
    return { by: owner, act: 'review-report', body: { remarks: '未发现问题' }, at }
  }
  const body = { extraDays: 0, objections: '交易平台' }
  return { by: owner, act: 'publish-candidates', body, at }
}

const awarding: Part = (state, at) => {
  if (state.phase === 'publicReview') {
    const body = { bid: candidatesOf(state)[0]?.bid, reasonCode: '', reason: '' }
    return { by: owner, act: 'award', body, at }
  }
  if (state.phase !== 'decided') return undefined
  return { by: owner, act: 'issue-award-notice', body: { number: '1号' }, at }
}

const concluding: Part = (state, at) => {
  const notice = state.awardNotice
  if (state.phase === 'notified' && notice !== null) {
    const { priceFen, durationDays, quality } = notice
    const body = { priceFen, durationDays, quality, files: [] }
    return state.offer === null
      ? { by: owner, act: 'sign-contract', body, at }
      : { by: bidder(notice.winner.party), act: 'countersign-contract', at }
  }
  if (state.phase === 'contracted') return { by: owner, act: 'refund-deposits', at }
  if (state.phase !== 'settled') return undefined
  return state.writtenReport === null
    ? { by: owner, act: 'file-written-report', body: { summary: '重演' }, at }
    : { by: owner, act: 'archive', body: { retention: '30-years' }, at }
}
