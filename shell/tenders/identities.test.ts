// SPDX-License-Identifier: Apache-2.0
/** Identities at the opening: each is judged and named in the record, and none of them loses a bid. */

import { addMinutes, moment } from '@gongxin/core/kernel'
import {
  bidder,
  certificateFor,
  contentOf,
  owner,
  type Persona,
  revocationListAt,
  testAccredited,
} from '@gongxin/core/testing'
import { masterOf, signingKey } from '@gongxin/core/trading/bid'
import { hex } from '@gongxin/trust/canonical'
import { findCertificate } from '@gongxin/trust/certificate'
import { sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import { expect, test } from 'vitest'
import { Unavailable } from '../store/index.ts'
import { biddingOn, holding, keysOf } from './bidding/testing.ts'
import { staged } from './testing.ts'

type Lists = () => Promise<readonly Uint8Array[]>

/** Four bids: certified, without certificate, in another's name, with a certificate of yesterday. */
async function recorded(lists: Lists) {
  const stage = await staged({
    authority: {
      accredited: async () => testAccredited,
      certify: async () => [],
      revocationLists: () => lists(),
    },
  })
  await stage.publish()
  const { sealed } = biddingOn(stage)
  const at = addMinutes(stage.start, 60)
  const people = [bidder(0), bidder(1), bidder(2), bidder(3)] as const
  const [first, , third, fourth] = people
  const others = new Map<Persona, Parameters<typeof sealed>[2]>([
    [first, { certificates: [certificateOf(first)] }],
    [third, { as: bidder(8), certificates: [certificateOf(third)] }],
    [fourth, { certificates: [certificateOf(fourth, '2026-02-01T00:00:00.000Z')] }],
  ])
  for (const [i, who] of people.entries()) {
    const content = contentOf({ priceFen: 980_000_000 - i })
    const { manifest, ticketSig, bytes } = await sealed(who, content, others.get(who))
    const body = { manifest, ticketSig, file: await stage.hidden(who, bytes) }
    await stage.must({ who, act: 'submit-bid', body, at })
  }
  stage.clock.at = stage.plan.deadline
  await stage.tenders.tick()
  await stage.must({ who: owner, act: 'start-opening', body: {}, at: stage.plan.deadline })
  const shown = (await stage.tenders.manifests(stage.id())) ?? []
  for (const who of people) {
    const state = await stage.seen(owner)
    const no = state.bids.find((bid) => bid.bidder.party === who.actor.party)?.no
    const manifest = shown.find((one) => one.bid === no)?.manifest ?? ''
    const own = { tender: stage.id(), manifest, holding: holding(state) }
    const body = { master: masterOf(own, keysOf(who).opening) }
    await stage.must({ who, act: 'decrypt-bid', body, at: addMinutes(stage.plan.deadline, 1) })
  }
  const late = addMinutes(stage.plan.deadline, 30)
  await stage.must({ who: owner, act: 'announce-opening', body: {}, at: late })
  const { record } = await stage.seen(owner)
  const verdictOf = (who: Persona) =>
    record?.rows.find((row) => row.bidder.party === who.actor.party)?.identity
  return { stage, record, verdicts: people.map(verdictOf) }
}

function certificateOf(who: Persona, notAfter = '2029-01-01T00:00:00.000Z'): string {
  const publicKey = sm2PublicKey(signingKey(keysOf(who))) ?? new Uint8Array(0)
  return hex(certificateFor({ uscc: who.actor.party, name: who.name }, publicKey, { notAfter }))
}

const opening = moment('2026-03-23T01:00:00Z')

test('every bid is opened, and the record says of each what was found', async () => {
  const list = revocationListAt(opening)
  const { stage, record, verdicts } = await recorded(async () => [list])
  expect(verdicts).toEqual(['proved', 'uncertified', 'CERT_NAME', 'CERT_EXPIRED'])
  expect(record?.rows.every((row) => row.decrypted && row.priceFen !== null)).toBe(true)
  const digest = hex(sm3Digest(list))
  expect(record?.revocationLists).toEqual([{ digest, size: list.length }])
  expect(await stage.files.has(digest)).toBe(true)
})

test('an authority that is away leaves unsaid whether a certificate was revoked', async () => {
  const { record, verdicts } = await recorded(async () => {
    throw new Unavailable('away')
  })
  expect(verdicts).toEqual(['unchecked', 'uncertified', 'CERT_NAME', 'CERT_EXPIRED'])
  expect(record?.revocationLists).toEqual([])
})

test('a list of before the bids came cannot say that nothing was revoked', async () => {
  const { verdicts } = await recorded(async () => [
    revocationListAt(moment('2026-03-01T00:00:00Z')),
  ])
  expect(verdicts[0]).toBe('unchecked')
})

test('who was revoked when the bid came is told, and who was afterwards is not', async () => {
  const { serial = new Uint8Array(0) } =
    findCertificate(Uint8Array.from(Buffer.from(certificateOf(bidder(0)), 'hex'))) ?? {}
  const withRevoked = async (at: string) => {
    const { verdicts } = await recorded(async () => [revocationListAt(opening, [{ serial, at }])])
    return verdicts[0]
  }
  expect(await withRevoked('2026-03-01T00:00:00.000Z')).toBe('CERT_REVOKED')
  expect(await withRevoked('2026-03-23T00:59:00.000Z')).toBe('proved')
})
