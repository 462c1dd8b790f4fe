// SPDX-License-Identifier: Apache-2.0
/** Bids sealed by their bidders: what the door refuses and why, and how they come open. */

import { createHash } from 'node:crypto'
import { addMinutes, type FileRef } from '@gongxin/core/kernel'
import type { Persona } from '@gongxin/core/testing'
import { bidder, contentOf, holderKey, holderPeople, machine, owner } from '@gongxin/core/testing'
import { checkOpening, masterOf, shareOf, withdrawalSig } from '@gongxin/core/trading/bid'
import type { TenderState } from '@gongxin/core/trading/tender'
import { beforeAll, describe, expect, test } from 'vitest'
import { biddingOn, holding, keysOf } from './bidding/testing.ts'
import { staged } from './testing.ts'

const stage = await staged()
const { must, perform, seen, hidden, start, plan } = stage
const [first, second, third] = [bidder(0), bidder(1), bidder(2)]
const { ownState, random, sealed } = biddingOn(stage)
const document = Buffer.from(`%PDF-1.7\n${'施工组织设计'.repeat(20_000)}`)
const named: FileRef = {
  name: '施工组织设计.pdf',
  digest: createHash('sm3').update(document).digest('hex'),
  size: document.length,
  mediaType: 'application/pdf',
}

async function submission(who: Persona, priceFen: number) {
  const content = { ...contentOf({ priceFen }), files: [named] }
  const { manifest, ticketSig, bytes } = await sealed(who, content, { pieces: [document] })
  return { manifest, ticketSig, file: await hidden(who, bytes) }
}

const at = addMinutes(start, 60)
const send = async (who: Persona, body: unknown, act = 'submit-bid') =>
  perform({ who, act, body, at })
const faultOf = async (sent: ReturnType<typeof send>) => {
  const outcome = await sent
  return outcome.kind === 'refused' ? outcome.refusal.facts.fault : outcome.kind
}

beforeAll(async () => {
  await stage.publish()
})

/** The first point of a deal with the other sign: a point of the curve, but not the one dealt. */
const otherSign = (begins: string) => (begins.endsWith('2') ? '"deal":"03' : '"deal":"02')

describe('at the door', () => {
  test('open content is malformed: nothing unsealed reaches the platform', async () => {
    const outcome = await send(first, { content: contentOf({ priceFen: 1 }) })
    expect(outcome).toMatchObject({ kind: 'malformed' })
  })

  test('each thing that is wrong is named, and nothing is kept of it', async () => {
    const good = await submission(first, 980_000_000)
    const bytes = (await sealed(first, contentOf({ priceFen: 1 }))).bytes
    const other = await hidden(first, bytes)
    const cut = await hidden(first, bytes.subarray(0, -1))
    const change = (from: string, to: string) => good.manifest.replace(from, to)
    const wrong: readonly (readonly [string, object])[] = [
      ['MANIFEST_FORM', { manifest: '{}' }],
      ['MANIFEST_FORM', { manifest: `${good.manifest} ` }],
      ['CONTEXT_MISMATCH', { manifest: change(stage.id(), 'LZ2026-999999') }],
      ['CONTEXT_MISMATCH', { manifest: change('"verNo":1', '"verNo":2') }],
      ['DEAL_INVALID', { manifest: good.manifest.replace(/"deal":"0./, otherSign) }],
      ['TICKET_SIG', { ticketSig: 'ab'.repeat(64) }],
      ['STREAM_TRUNCATED', { file: cut }],
      ['STREAM_TRUNCATED', { file: { ...good.file, size: good.file.size - 1 } }],
      ['STREAM_TRUNCATED', { file: other }],
    ]
    for (const [code, broken] of wrong) {
      const body = { ...good, ...broken }
      expect([code, await faultOf(send(first, body))]).toEqual([code, code])
    }
    const swapped = { ...(await submission(first, 980_000_000)), file: good.file }
    expect(await faultOf(send(first, swapped))).toBe('PART_ROOT')
    expect(await send(second, good)).toMatchObject({ kind: 'refused' })
    expect((await ownState(first))?.envelope).toBeNull()
  })

  test('a whole bid is taken, replaced under its ticket, withdrawn and sent again', async () => {
    const body = await submission(first, 980_000_000)
    await must({ who: first, act: 'submit-bid', body, at })
    expect(await ownState(first)).toMatchObject({
      slot: { verNo: 1 },
      envelope: { suite: 'SBID/1' },
    })
    // The first body again is a version that was there already.
    expect(await faultOf(send(first, body, 'replace-bid'))).toBe('CONTEXT_MISMATCH')
    const next = await submission(first, 979_000_000)
    await must({ who: first, act: 'replace-bid', body: next, at })
    const state = await ownState(first)
    const before = { slot: state?.slot ?? null, commitment: state?.envelope?.commitment ?? null }
    const own = { tender: stage.id(), keys: keysOf(first), before }
    const foreign = { ticketSig: withdrawalSig({ ...own, keys: keysOf(second) }, random(32)) }
    expect(await faultOf(send(first, foreign, 'withdraw-bid'))).toBe('TICKET_SIG')
    expect(await send(first, { ticketSig: 'ab' }, 'withdraw-bid')).toMatchObject({
      kind: 'malformed',
    })
    const taken = { ticketSig: withdrawalSig(own, random(32)) }
    await must({ who: first, act: 'withdraw-bid', body: taken, at })
    await must({ who: first, act: 'submit-bid', body: await submission(first, 978_000_000), at })
    expect(await ownState(first)).toMatchObject({ slot: { verNo: 4 } })
  })
})

describe('at the opening', () => {
  const priceOf = async (who: Persona) => {
    const { bids } = await seen(machine)
    return bids.find(({ bidder: of }) => of.party === who.actor.party)?.content?.form.priceFen
  }
  const handed = async (who: Persona) => {
    const state = await seen(machine)
    const no = state.bids.find(({ bidder: of }) => of.party === who.actor.party)?.no ?? ''
    const all = await stage.tenders.manifests(stage.id())
    const manifest = all?.find(({ bid }) => bid === no)?.manifest ?? ''
    return { no, tender: stage.id(), manifest, holding: holding(state) }
  }

  test('nobody is shown a manifest before it begins', async () => {
    await must({ who: second, act: 'submit-bid', body: await submission(second, 960_000_000), at })
    await must({ who: third, act: 'submit-bid', body: await submission(third, 970_000_000), at })
    expect(await stage.tenders.manifests(stage.id())).toEqual([])
    await must({ who: machine, act: 'close-bidding', body: {}, at: plan.deadline })
    expect(await stage.tenders.manifests(stage.id())).toEqual([])
    await must({ who: owner, act: 'start-opening', body: {}, at: plan.deadline })
    expect(await stage.tenders.manifests(stage.id())).toHaveLength(3)
  })

  test('the bidder opens it with the own key, and with no other', async () => {
    const at = addMinutes(plan.deadline, 1)
    const own = await handed(first)
    expect(masterOf(own, keysOf(second).opening)).toBeUndefined()
    const sent = (body: object) => perform({ who: first, act: 'decrypt-bid', body, at })
    const wrong = await sent({ master: 'ab'.repeat(32) })
    expect(wrong).toMatchObject({ refusal: { facts: { fault: 'KEY_COMMIT' } } })
    const master = masterOf(own, keysOf(first).opening)
    await must({ who: first, act: 'decrypt-bid', body: { master }, at })
    expect(await priceOf(first)).toBe(978_000_000)
    expect(await stage.files.size(named.digest)).toBe(document.length)
    const trail = JSON.stringify(await stage.tenders.trail(stage.id(), machine.actor, -1))
    expect(trail.includes(master ?? '-')).toBe(false)
  })

  test('after the window two holders open what stayed sealed; a false share does nothing', async () => {
    const at = addMinutes((await seen(owner)).opening?.until ?? plan.deadline, 1)
    const lost = await handed(second)
    const shares = holderPeople.map(({ who, office }) => {
      return { who, share: shareOf(lost, holderKey(office), random(32)) }
    })
    const give = (place: number, share = shares[place]?.share) => {
      const who = shares[place]?.who ?? owner
      return perform({ who, act: 'give-share', body: { bid: lost.no, ...share }, at })
    }
    expect(await give(0, shares[1]?.share)).toMatchObject({ refusal: { reason: 'share-unproved' } })
    expect(await give(0)).toMatchObject({ kind: 'done' })
    expect(await priceOf(second)).toBeUndefined()
    expect(await give(1, shares[0]?.share)).toMatchObject({ refusal: { reason: 'share-unproved' } })
    expect(await give(1)).toMatchObject({ kind: 'done' })
    expect(await priceOf(second)).toBe(960_000_000)
    const opened = (await seen(machine)).bids.map(({ opened: of }) => of?.by)
    expect(opened.filter((by) => by !== undefined).sort()).toEqual(['bidder', 'holders'])
  })

  test('anybody finds the record true, and every change of it false', async () => {
    const at = addMinutes((await seen(owner)).opening?.until ?? plan.deadline, 5)
    const failed = { bid: (await handed(third)).no, fault: 'bidder', evidence: '未登录解密' }
    await must({ who: owner, act: 'record-decryption-failure', body: failed, at })
    await must({ who: owner, act: 'announce-opening', body: {}, at })
    const { record, bids } = await seen(owner)
    const commitments = bids.map(({ commitment }) => commitment)
    const all = (await stage.tenders.manifests(stage.id())) ?? []
    const shown = all.map((one) => ({ ...one, form: Buffer.from(one.form, 'base64') }))
    const faults = async (
      state: Pick<TenderState, 'record' | 'bids'>,
      of = { commitments, shown },
    ) => (await checkOpening(stage.id(), state, of)).flatMap(({ fault }) => fault ?? [])
    expect(await faults({ record, bids })).toEqual([])
    const [row, next, last] = record?.rows ?? []
    if (record === null || row === undefined || next === undefined || last === undefined) {
      throw new Error('three rows')
    }
    const opened = [row, next, last].filter((one) => one.decrypted)
    const [one = row, two = next] = opened
    const changed = (other: object) => ({
      bids,
      record: {
        ...record,
        rows: record.rows.map((r) => (r.bid === one.bid ? { ...r, ...other } : r)),
      },
    })
    expect(await faults(changed({ priceFen: 1 }))).toEqual(['RECORD_MISMATCH'])
    expect(await faults(changed({ quality: '不合格' }))).toEqual(['RECORD_MISMATCH'])
    expect(await faults(changed({ key: two.key }))).toEqual(['KEY_COMMIT'])
    expect(await faults(changed({ key: undefined }))).toEqual(['KEY_COMMIT'])
    const swap = { ...record, rows: record.rows.slice(1) }
    expect(await faults({ bids, record: swap })).toContain('BID_MISSING')
    const less = { shown, commitments: commitments.slice(1) }
    expect(await faults({ bids, record }, less)).toEqual(['BID_ADDED'])
    const more = { shown, commitments: [...commitments, 'ab'.repeat(32)] }
    expect(await faults({ bids, record }, more)).toEqual(['BID_MISSING'])
    const other = (change: (form: Uint8Array) => Uint8Array, manifest = (text: string) => text) =>
      faults(
        { bids, record },
        {
          commitments,
          shown: shown.map((s) =>
            s.bid === one.bid
              ? { ...s, form: Buffer.from(change(s.form)), manifest: manifest(s.manifest) }
              : s,
          ),
        },
      )
    const same = (form: Uint8Array) => form
    expect(await other((form) => form.map((byte, i) => (i === 9 ? byte ^ 1 : byte)))).toEqual([
      'AEAD_FAIL',
    ])
    expect(await other((form) => form.subarray(1))).toEqual(['STREAM_TRUNCATED'])
    expect(
      await other(same, (text) =>
        text.replace('"verNo":4', '"verNo":5').replace('"verNo":1', '"verNo":2'),
      ),
    ).toEqual(['COMMIT_MISMATCH'])
  })
})
