// SPDX-License-Identifier: Apache-2.0
/** Papers of deposits on a real database: confirmed by their issuer, called upon, released. */

import { addDays, addMinutes, dayOf, instantOn } from '@gongxin/core/kernel'
import {
  bidders,
  contentOf,
  machine,
  numberOfPaper,
  opening,
  owner,
  type PaperAsked,
  type Persona,
} from '@gongxin/core/testing'
import { beforeEach, expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { paperOf } from './deposit-papers.ts'
import { accountNumber, createDepositary } from './index.ts'
import { staged } from './testing.ts'

const { clock, start, tenders, publish, must, pays, seen, callerOf, id, plan, cabinet, calls } =
  await staged()
const [first, ...rest] = bidders as readonly [Persona, ...Persona[]]
const deadline = plan.deadline

beforeEach(async () => {
  await publish()
  calls.length = 0
  const of = { tender: id(), bidder: first.actor.party, bidderName: first.name }
  await createDepositary(cabinet.store).accountFor(of)
})

/** Valid some days longer than it must, so that each test has a number of its own. */
const paper = (longer = 0): PaperAsked => ({
  ...{ form: 'guarantee', applicant: first.actor.party, beneficiary: owner.actor.party },
  amountFen: 20_000_000,
  validUntil: addDays(dayOf(deadline), plan.terms.validityDays + longer),
})

function credited(reference: string): Promise<boolean> {
  const account = accountNumber(id(), first.actor.party)
  const money = { form: 'guarantee', amountFen: 20_000_000, reference } as const
  return tenders.credit({ account, ...money, creditedOn: dayOf(clock.now()) })
}

test('a bid deposit by guarantee stands only as its issuer confirms it', async () => {
  const own = paper()
  expect(await credited('G00000404')).toBe(false)
  expect(await credited(numberOfPaper({ ...own, beneficiary: 'other' }))).toBe(false)
  const day = addDays(own.validUntil ?? dayOf(start), -1)
  expect(await credited(numberOfPaper({ ...own, validUntil: day }))).toBe(false)
  expect(await tenders.ownBid(id(), callerOf(first))).toMatchObject({ deposit: null })
  expect(await credited(numberOfPaper(own))).toBe(true)
  expect(await tenders.ownBid(id(), callerOf(first))).toMatchObject({
    deposit: { form: 'guarantee', reference: numberOfPaper(own) },
  })
})

test('without a bank nothing is asked, and so nothing counts', async () => {
  await expect(paperOf({ bank: null }, 'G00000001')).rejects.toThrow(Unavailable)
})

/** The usual opening, but the first bidder stays away and the owner writes it down. */
async function openedWithoutFirst(): Promise<void> {
  for (;;) {
    const state = await seen(machine)
    const others = state.bids.filter(({ bidder }) => bidder.party !== first.actor.party)
    const sealed = others.some(({ standing }) => standing === 'sealed')
    const own = state.bids.find(({ bidder }) => bidder.party === first.actor.party)
    const stays = state.phase === 'opening' && !sealed && own?.standing === 'sealed'
    const at = stays ? addMinutes(state.opening?.until ?? clock.at, 1) : clock.at
    const body = { bid: own?.no, fault: 'bidder', evidence: '没有登录' }
    const step = stays
      ? { who: owner, act: 'record-decryption-failure', body, at }
      : opening(sealed ? { ...state, bids: others } : state, at)
    if (step === undefined) return
    await must(step)
  }
}

test('what is kept of a guarantee the issuer pays to the owner', async () => {
  const number = numberOfPaper(paper(1))
  await credited(number)
  for (const who of rest.slice(0, 3)) expect(await pays(who, who.name)).toBe(true)
  for (const who of [first, ...rest.slice(0, 3)]) {
    await must({ who, act: 'submit-bid', content: contentOf({ priceFen: 950_000_000 }), at: start })
  }
  clock.at = deadline
  await tenders.tick()
  await openedWithoutFirst()
  const [bid] = (await seen(machine)).bids.filter(({ standing }) => standing === 'revoked')
  const body = { bid: bid?.no, reason: '自身原因没有解密' }
  await must({ who: owner, act: 'forfeit-deposit', body, at: clock.at })
  await tenders.tick()
  await tenders.tick()
  const own = calls.filter((call) => call.number === number)
  expect(own).toEqual([{ what: 'claim', number, amountFen: 20_000_000 }])
})

test('at the end the issuer releases it, once, and no money is paid', async () => {
  const number = numberOfPaper(paper(2))
  await credited(number)
  const body = { reason: '洪水', forceMajeure: true }
  await must({ who: owner, act: 'terminate', body, at: addMinutes(start, 100) })
  await must({
    who: owner,
    act: 'refund-deposits',
    at: instantOn(addDays(dayOf(start), 2), '10:00'),
  })
  await tenders.tick()
  await tenders.tick()
  expect(calls.filter((call) => call.number === number)).toEqual([{ what: 'release', number }])
})
