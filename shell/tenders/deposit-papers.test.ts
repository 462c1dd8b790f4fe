// SPDX-License-Identifier: Apache-2.0
/** Papers of deposits on a real database: confirmed by their issuer, called upon, released. */

import { addDays, addMinutes, dayOf, instantOn } from '@gongxin/core/kernel'
import { bidders, numberOfPaper, owner, type PaperAsked, type Persona } from '@gongxin/core/testing'
import { beforeEach, expect, test } from 'vitest'
import { accountNumber, createDepositary } from './index.ts'
import { staged } from './testing.ts'

const { clock, start, tenders, publish, must, callerOf, id, plan, cabinet, calls } = await staged()
const [first] = bidders as readonly [Persona]
const deadline = plan.deadline

beforeEach(async () => {
  await publish()
  calls.length = 0
  const of = { tender: id(), bidder: first.actor.party, bidderName: first.name }
  await createDepositary(cabinet.store).accountFor(of)
})

const paper = (): PaperAsked => ({
  ...{ form: 'guarantee', applicant: first.actor.party, beneficiary: owner.actor.party },
  amountFen: 20_000_000,
  validUntil: addDays(dayOf(deadline), plan.terms.validityDays),
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

test('at the end the issuer releases it, once, and no money is paid', async () => {
  const number = numberOfPaper(paper())
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
  expect(calls).toEqual([{ what: 'release', number }])
})
