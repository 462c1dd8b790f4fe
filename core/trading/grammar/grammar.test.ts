// SPDX-License-Identifier: Apache-2.0
/** What the decider lets happen the grammar lets pass, and an order that no decider makes it stops. */

import type { Envelope } from '@gongxin/trust/event'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runHistory, runWholeTender, type World } from '../../testing/index.ts'
import { emptyTender, evolve } from '../tender/index.ts'
import { tenderGrammar } from './index.ts'

const envelopeOf = ([type, access = 'public']: readonly [
  string,
  Envelope['payload']['access']?,
]) => ({
  ...{ type, tender: 'T', lot: '1', seq: 0, prev: '', at: '', origin: '' },
  ...{ actor: { role: 'tenderOwner' }, assurance: 'step-up' as const },
  payload: { schema: '', digest: '', access },
})

/** Place of the first event that may not follow, with the state before it; null where all may. */
function stopped(types: readonly string[]): readonly [number, string] | null {
  let state = ''
  for (const [place, type] of types.entries()) {
    const next = tenderGrammar(state, envelopeOf([type]), state)
    if (next === undefined) return [place, state]
    state = next
  }
  return null
}

const typesOf = (world: World) => world.events().map(({ type }) => type)
const choice = fc.record({
  usual: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  pick: fc.nat(10_000),
  detail: fc.nat(100),
  minutes: fc.integer({ min: 0, max: 90 }),
})
const choices = fc.noBias(fc.array(choice, { minLength: 90, maxLength: 110, size: 'max' }))
const whole = runWholeTender()

describe('the grammar of a tender', () => {
  test('lets every history of the decider pass, and stands where the tender stands', () => {
    const seen = new Set<string>()
    for (const [index, list] of fc.sample(choices, { seed: 5, numRuns: 12 }).entries()) {
      const world = runHistory(list, index % 2 === 0 ? 'works' : 'goods')
      let [tender, state] = [emptyTender, '']
      for (const event of world.events()) {
        tender = evolve(tender, event)
        state = tenderGrammar(state, envelopeOf([event.type]), state) ?? `no ${event.type}`
        const ended = tender.ending !== null
        expect(ended ? state.slice(0, 5) : state).toBe(ended ? 'ended' : tender.phase)
        seen.add(event.type)
      }
    }
    expect(stopped(typesOf(whole))).toBeNull()
    expect(seen.size).toBeGreaterThan(30)
  })

  test('stops a history in which a step of the way is missing', () => {
    const types = typesOf(whole)
    const steps = ['FilingNotified', 'EntryAdmitted', 'NoticePublished', 'BiddingClosed']
    const later = ['OpeningStarted', 'OpeningRecorded', 'CommitteeConvened', 'ReportSubmitted']
    // Procurement decides on the report itself: whether a public review was due asks for the procedure.
    const last = ['AwardDecided', 'AwardNoticeIssued', 'ContractSigned']
    for (const step of [...steps, ...later, ...last]) {
      const without = types.filter((type) => type !== step)
      expect([step, without.length]).toEqual([step, types.length - 1])
      expect([step, stopped(without) !== null]).toEqual([step, true])
    }
  })

  test.each([
    ['bids are opened before bidding has closed', ['OpeningStarted'], 'tendering'],
    ['a list of bids before the closing', ['BidsTakenUp'], 'tendering'],
    ['a vault opened before the closing', ['VaultRevealed'], 'tendering'],
    ['a vault opened once the opening has begun', ['VaultRevealed'], 'opening'],
    ['a decryption before the opening', ['DecryptionSucceeded'], 'closed'],
    ['a deadline moved after it has passed', ['DeadlineMoved'], 'closed'],
    ['a notice published twice', ['NoticePublished'], 'tendering'],
    ['scores before there is a committee', ['ScoresLocked'], 'opened'],
    ['an award before there is a report', ['AwardDecided'], 'evaluating'],
    ['bidding closed after the end', ['TenderTerminated', 'BiddingClosed'], 'tendering'],
    ['a contract published before it is signed', ['ContractPublished'], 'notified'],
    ['a payment before there is a contract', ['PaymentMade'], 'notified'],
    ['a guarantee confirmed after the signing', ['PerformanceDepositConfirmed'], 'contracted'],
    ['a change answered after the end', ['TenderTerminated', 'ContractChangeAnswered'], 'settled'],
    ['an event nobody knows', ['toString'], 'tendering'],
  ])('stops %s', (_, types, state) => {
    const before = types.slice(0, -1).reduce<string>((now, type) => {
      return tenderGrammar(now, envelopeOf([type]), now) ?? 'stopped early'
    }, state)
    const last = types.at(-1) ?? ''
    expect(before).not.toBe('stopped early')
    expect(tenderGrammar(before, envelopeOf([last]), before)).toBeUndefined()
  })
})

describe('the grammar of the platform', () => {
  const step = (state: string, type: string, access: Envelope['payload']['access'] = 'public') =>
    tenderGrammar(state, { ...envelopeOf([type, access]), tender: 'platform' }, state)

  test('is one root after the other, in the open and in its own stream', () => {
    expect(step('', 'VaultTicked')).toBe('ticking')
    expect(step('ticking', 'VaultTicked')).toBe('ticking')
    expect(step('', 'ProjectRegistered')).toBeUndefined()
    expect(step('ticking', 'VaultTicked', 'sealed')).toBeUndefined()
    for (const state of ['', 'tendering', 'closed']) {
      expect(tenderGrammar(state, envelopeOf(['VaultTicked']), state)).toBeUndefined()
    }
  })
})

describe('the grammar of a sealed chain', () => {
  const run = (ofTender: string, ...types: string[]) =>
    types.reduce<string | undefined>(
      (state, type) =>
        state === undefined ? state : tenderGrammar(state, envelopeOf([type, 'sealed']), ofTender),
      '',
    )
  const usual = ['DocumentDownloaded', 'DepositCredited', 'BidSubmitted', 'BidReplaced']

  test.each([
    ['closed', 'sent'],
    ['publicReview', 'sent'],
    ['ended', 'sent'],
    ['', undefined],
    ['tendering', undefined],
    ['endedSealed', undefined],
  ])('beside a tender that is %j it ends %j', (ofTender, state) => {
    expect(run(ofTender, ...usual)).toBe(state)
  })

  test('lets a bid be taken back and sent again, and nothing be replaced that is not there', () => {
    expect(run('closed', ...usual, 'BidWithdrawn', 'DepositReturned')).toBe('withdrawn')
    expect(run('closed', ...usual, 'BidWithdrawn', 'BidSubmitted')).toBe('sent')
    expect(run('closed', 'BidReplaced')).toBeUndefined()
    expect(run('closed', ...usual, 'BidSubmitted')).toBeUndefined()
    expect(run('closed', ...usual, 'BidWithdrawn', 'BidReplaced')).toBeUndefined()
    expect(run('closed', 'NoticePublished')).toBeUndefined()
  })
})
