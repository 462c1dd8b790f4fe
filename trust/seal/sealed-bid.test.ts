// SPDX-License-Identifier: Apache-2.0
/** A sealed bid: shut until its moment, of one meaning, and each attack met by its own code. */

import { describe, expect, test } from 'vitest'
import { concat, utf8 } from '../canonical/index.ts'
import { openShare } from '../sharing/index.ts'
import { decryptSm2, signSm2, softwareUnwrapper, verifyingKey, verifySm2 } from '../suites/index.ts'
import {
  bidCommitment,
  circleOf,
  type Expected,
  findManifest,
  formKey,
  identityMessage,
  type Manifest,
  manifestBytes,
  manifestDigest,
  manifestFault,
  noCommitment,
  openIdentity,
  partKeyCommitment,
  type StageManifest,
  type StageToOpen,
  sealIdentity,
  unwrapByBidder,
  unwrapByDevice,
  unwrapByHolders,
  wrapStage,
} from './index.ts'
import {
  bidder,
  big,
  bytesOf,
  form,
  holderKeys,
  holding,
  master,
  open,
  place,
  publicOf,
  small,
  ticketKey,
} from './testing.ts'

const wrapped = wrapStage({
  place,
  ticketKey,
  master,
  bidderKey: publicOf(bidder),
  entropy: bytesOf('entropy'),
  ...holding,
})
const stage: StageManifest = { ...wrapped, parts: [small.part, big.part] }
const toOpen: StageToOpen = { place, ticketKey, stage, ...holding }
const institutions = ['代理', '公证处', '审计局']

function shares(of: StageManifest = stage) {
  const circle = circleOf(place, ticketKey, holding)
  return holderKeys.flatMap((privateKey, i) => {
    const opening = { privateKey, deal: of.wrapB.deal, entropy: bytesOf(`open ${i}`) }
    const share = openShare(opening, circle)
    return share === undefined ? [] : [{ ...share, institution: institutions[i] ?? '' }]
  })
}

describe('a stage', () => {
  test('opens to its bidder, to any two holders, and to the same master', () => {
    expect(unwrapByBidder(toOpen, bidder)).toEqual({ ok: true, master })
    const [one, two, three] = shares()
    if (one === undefined || two === undefined || three === undefined) throw new Error('three open')
    for (const pair of [
      [one, two],
      [one, three],
      [two, three],
    ]) {
      expect(unwrapByHolders(toOpen, pair)).toEqual({ ok: true, master })
    }
  })

  test('does not open to one holder, one institution, or a stranger', () => {
    const [one, two] = shares()
    if (one === undefined || two === undefined) throw new Error('two open')
    expect(unwrapByHolders(toOpen, [one])).toEqual({ ok: false, fault: 'SHARES_MISSING' })
    expect(unwrapByHolders(toOpen, [one, one])).toEqual({ ok: false, fault: 'SHARES_MISSING' })
    const alone = [one, { ...two, institution: one.institution }]
    expect(unwrapByHolders(toOpen, alone)).toEqual({ ok: false, fault: 'HOLDER_SOD' })
    expect(unwrapByBidder(toOpen, master)).toEqual({ ok: false, fault: 'WRAP_A' })
  })

  test('opens by a key that lives in a device, as by the key itself', async () => {
    expect(await unwrapByDevice(toOpen, softwareUnwrapper({ privateKey: bidder }))).toEqual({
      ok: true,
      master,
    })
    const other = softwareUnwrapper({ privateKey: master })
    expect(await unwrapByDevice(toOpen, other)).toEqual({ ok: false, fault: 'WRAP_A' })
    const away = { ...other, unwrap: () => Promise.reject(new Error('no device')) }
    await expect(unwrapByDevice(toOpen, away)).rejects.toThrow('no device')
  })

  test('T-17: a lying holder is named, and the others suffice', () => {
    const [one, two, three] = shares()
    if (one === undefined || two === undefined || three === undefined) throw new Error('three open')
    const lie = { ...one, share: two.share }
    expect(unwrapByHolders(toOpen, [lie, two])).toEqual({
      ok: false,
      fault: 'SHARE_PROOF',
      liars: [1],
    })
    expect(unwrapByHolders(toOpen, [lie, two, three])).toEqual({ ok: true, master })
  })

  test('with a damaged envelope still opens to the holders', () => {
    const damaged = {
      ...stage,
      wrapA: stage.wrapA.map((b, i, all) => (i === all.length - 1 ? b ^ 1 : b)),
    }
    expect(unwrapByBidder({ ...toOpen, stage: damaged }, bidder)).toMatchObject({ fault: 'WRAP_A' })
    expect(unwrapByHolders({ ...toOpen, stage: damaged }, shares(damaged)).ok).toBe(true)
  })

  test('wrapped to two masters, or to one that was never committed, is found out', () => {
    const other = wrapStage({
      place,
      ticketKey,
      master: bytesOf('another'),
      bidderKey: publicOf(bidder),
      entropy: bytesOf('e'),
      ...holding,
    })
    const forBidder = { ...stage, wrapA: other.wrapA }
    expect(unwrapByBidder({ ...toOpen, stage: forBidder }, bidder)).toMatchObject({
      fault: 'KEY_COMMIT',
    })
    const forHolders = { ...stage, wrapB: other.wrapB }
    expect(unwrapByHolders({ ...toOpen, stage: forHolders }, shares(forHolders))).toMatchObject({
      fault: 'KEY_COMMIT',
    })
    expect(unwrapByBidder({ ...toOpen, stage: forHolders }, bidder)).toMatchObject({
      fault: 'DEAL_INVALID',
    })
    const foreign = { ...stage, parts: [{ ...small.part, partKC: bytesOf('other key') }] }
    expect(unwrapByBidder({ ...toOpen, stage: foreign }, bidder)).toMatchObject({
      fault: 'KEY_COMMIT',
    })
  })

  test('shows its form by a key that opens nothing else', () => {
    const key = formKey(master, place)
    expect(open(small.part, concat(...small.chunks), { key })).toEqual(form)
    expect(open(big.part, concat(...big.chunks), { key })).toBe('KEY_COMMIT')
    expect(partKeyCommitment(key, place, 0)).toEqual(small.part.partKC)
  })
})

// ------------------------------------------------------------------------------------------------

const identity = { name: '柳州某某建设有限公司', uscc: '91450200MA5L000000', certificates: ['30'] }

function manifestOf(change: Partial<Manifest> = {}): Manifest {
  const body = {
    tender: place.tender,
    lot: place.lot,
    ticketKey,
    verNo: 1,
    prevCommit: noCommitment,
    stages: [stage],
    drawNonce: bytesOf('draw'),
    nonce32: bytesOf('nonce'),
    ...change,
  }
  const digest = manifestDigest(body)
  const sealedIdentity = sealIdentity({ place, master, digest }, identity)
  return { ...body, sealedIdentity, ...change }
}

const manifest = manifestOf()
const bytes = manifestBytes(manifest)
const expected: Expected = {
  tender: place.tender,
  lot: place.lot,
  ticketKey,
  verNo: 1,
  prevCommit: noCommitment,
  ...holding,
}

describe('a manifest', () => {
  test('is read as it was written, and taken at the door', () => {
    expect(findManifest(bytes)).toEqual(manifest)
    expect(manifestFault(bytes, expected)).toBeUndefined()
    expect(manifestFault(bytes, { ...expected, commitment: bidCommitment(bytes) })).toBe(undefined)
  })

  test('T-07: exchanged after the commitment is found out', () => {
    const later = manifestBytes(manifestOf({ nonce32: bytesOf('later') }))
    const commitment = bidCommitment(bytes)
    expect(manifestFault(later, { ...expected, commitment })).toBe('COMMIT_MISMATCH')
  })

  test.each<[string, Partial<Expected>]>([
    ['tender', { tender: 'LZ2026-000124' }],
    ['lot', { lot: '2' }],
    ['ticket', { ticketKey: publicOf(bidder) }],
    ['version', { verNo: 2 }],
    ['predecessor', { prevCommit: master }],
  ])('T-08: replayed under another %s is found out', (_, change) => {
    expect(manifestFault(bytes, { ...expected, ...change })).toBe('CONTEXT_MISMATCH')
  })

  test('T-18: with a deal that no threshold could open is refused at the door', () => {
    const deal = stage.wrapB.deal.map((b, i) => (i === 120 ? b ^ 1 : b))
    const wrapB = { ...stage.wrapB, deal }
    const forged = manifestBytes(manifestOf({ stages: [{ ...stage, wrapB }] }))
    expect(manifestFault(forged, expected)).toBe('DEAL_INVALID')
    const others = holding.holders.toReversed()
    expect(manifestFault(bytes, { ...expected, holders: others })).toBe('DEAL_INVALID')
  })

  test.each<[string, Partial<Manifest>]>([
    ['no stage', { stages: [] }],
    ['a stage of another name', { stages: [{ ...stage, name: 'price' }] }],
    ['stages out of order', { stages: ['price', 'tech'].map((name) => ({ ...stage, name })) }],
    ['no part', { stages: [{ ...stage, parts: [] }] }],
    ['a gap among parts', { stages: [{ ...stage, parts: [big.part] }] }],
    ['sizes that do not fit', { stages: [{ ...stage, parts: [{ ...small.part, chunks: 2 }] }] }],
    ['a short nonce', { nonce32: bytesOf('x').subarray(1) }],
    ['a version of zero', { verNo: 0 }],
    ['a tender without a name', { tender: '' }],
  ])('with %s is none', (_, change) => {
    expect(findManifest(manifestBytes(manifestOf(change)))).toBeUndefined()
  })

  test('in any other spelling is none', () => {
    const text = new TextDecoder().decode(bytes)
    for (const other of [` ${text}`, text.replace('"v":', '"w":'), text.toUpperCase()]) {
      expect(manifestFault(utf8(other), expected)).toBe('MANIFEST_FORM')
    }
    const more = text.replace('"lot":"1"', '"lot":"1","m":1')
    expect(findManifest(utf8(more))).toBeUndefined()
  })

  test('of two envelopes is read in their order', () => {
    const stages = ['tech', 'price'].map((name) => ({ ...stage, name }))
    expect(findManifest(manifestBytes(manifestOf({ stages })))?.stages).toHaveLength(2)
  })
})

describe('an identity', () => {
  const digest = manifestDigest(manifest)
  const sealKeys = { place, master, digest }

  test('opens with the master, and to the same manifest only', () => {
    expect(openIdentity(sealKeys, manifest.sealedIdentity)).toEqual(identity)
    const other = { ...sealKeys, digest: bytesOf('other manifest') }
    expect(openIdentity(other, manifest.sealedIdentity)).toBeUndefined()
    expect(openIdentity({ ...sealKeys, master: digest }, manifest.sealedIdentity)).toBeUndefined()
  })

  test('is as long for a long name as for a short one', () => {
    const long = { ...identity, name: '柳'.repeat(200) }
    expect(sealIdentity(sealKeys, long)).toHaveLength(manifest.sealedIdentity.length)
    expect(() => sealIdentity(sealKeys, { name: '柳'.repeat(400_000) })).toThrow('length')
  })

  test('is signed under a name of its own', () => {
    const message = identityMessage(digest)
    const signature = signSm2({ privateKey: bidder, message, entropy: bytesOf('e') })
    const key = verifyingKey(publicOf(bidder))
    if (key === undefined) throw new Error('the bidder has a key')
    expect(verifySm2(key, { message, signature })).toBe(true)
    expect(verifySm2(key, { message: digest, signature })).toBe(false)
    expect(decryptSm2(bidder, signature)).toBeUndefined()
  })
})
