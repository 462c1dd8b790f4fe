// SPDX-License-Identifier: Apache-2.0
/** What is offered can be done; what must wait says until when. */

import { expect, test } from 'vitest'
import { addMinutes, addMs, endOf, type Instant } from '../../kernel/index.ts'
import { calendar } from '../../law/index.ts'
import { bidder, member, owner, planOf, runWholeTender } from '../../testing/index.ts'
import { offersFor, tasksOf } from './index.ts'

const { deadline } = planOf()
const named = (state: Parameters<typeof offersFor>[0], submitted: boolean, now: Instant) =>
  offersFor(state, bidder(0).actor, { submitted, now }).map((offer) => offer.act)

test('replacing and withdrawing are offered to who has sent a bid, sending to who has not', () => {
  const state = runWholeTender({ until: 'tendering' }).state()
  const early = addMinutes(deadline, -60)
  expect(named(state, false, early)).toContain('submit-bid')
  expect(named(state, false, early)).not.toContain('replace-bid')
  expect(named(state, false, early)).not.toContain('withdraw-bid')
  expect(named(state, true, early)).not.toContain('submit-bid')
  expect(named(state, true, early)).toEqual(expect.arrayContaining(['replace-bid', 'withdraw-bid']))
  for (const act of ['submit-bid', 'replace-bid', 'withdraw-bid']) {
    expect(named(state, true, deadline)).not.toContain(act)
    expect(named(state, false, deadline)).not.toContain(act)
  }
})

test('the award waits for the end of the public review, with its date', () => {
  const state = runWholeTender({ until: 'publicReview' }).state()
  const last = endOf(state.publicReview?.until ?? fail())
  const offerAt = (now: Instant) =>
    offersFor(state, owner.actor, { now }).find((offer) => offer.act === 'award')
  expect(offerAt(last)?.notBefore?.at).toBe(addMs(last, 1))
  expect(offerAt(last)?.notBefore?.why.zh).toContain('公示期')
  expect(offerAt(addMs(last, 1))?.notBefore).toBeNull()
  const [task] = tasksOf(state, { calendar, now: last }).filter((one) => one.act === 'award')
  expect(task?.why).toContain(state.publicReview?.until)
})

test('the opening takes objections for its session, and no longer', () => {
  const state = runWholeTender({ until: 'opened' }).state()
  const at = state.recordedAt ?? deadline
  const acts = (now: Instant) => named(state, true, now)
  expect(acts(addMinutes(at, 29))).toContain('object-opening')
  expect(acts(addMinutes(at, 30))).not.toContain('object-opening')
})

test('keeping a deposit is offered only where a bid was revoked', () => {
  const state = runWholeTender({ until: 'opened' }).state()
  const acts = (of: typeof state) => offersFor(of, owner.actor).map((offer) => offer.act)
  expect(acts(state)).not.toContain('forfeit-deposit')
  const [first, ...others] = state.bids
  const bids = first === undefined ? [] : [{ ...first, standing: 'revoked' as const }, ...others]
  expect(acts({ ...state, bids })).toContain('forfeit-deposit')
})

test('after the award the winner alone is asked: for security, and to sign after the owner', () => {
  const notified = runWholeTender({ until: 'notified' }).state()
  const signed = { ...notified, offer: runWholeTender({ until: 'archived' }).state().offer }
  const own = ['record-performance-deposit', 'countersign-contract']
  const offered = (state: typeof notified, won: boolean) =>
    [0, 1, 2]
      .map((n) => bidder(n).actor)
      .filter(({ party }) => (party === notified.awardNotice?.winner.party) === won)
      .map((actor) => offersFor(state, actor).map(({ act }) => act))
      .map((acts) => acts.filter((act) => own.includes(act)))
  expect(offered(notified, true)).toEqual([['record-performance-deposit']])
  expect(offered(signed, true)).toEqual([own])
  for (const state of [notified, signed]) expect(offered(state, false)).toEqual([[], []])
})

function fail(): never {
  throw new Error('under public review')
}

test('whoever has come is not asked to come again', () => {
  const state = runWholeTender({ until: 'evaluating' }).state()
  const seat = state.draw?.checkedIn[0]?.expert ?? fail()
  const acts = (of: typeof state) => offersFor(of, member(seat).actor).map((offer) => offer.act)
  expect(acts(state)).not.toContain('check-in')
  const draw = state.draw === null ? null : { ...state.draw, checkedIn: [] }
  expect(acts({ ...state, draw })).toContain('check-in')
})
