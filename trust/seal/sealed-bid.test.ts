// SPDX-License-Identifier: Apache-2.0
/** A sealed bid: shut until its moment, of one meaning, and each attack met by its own code. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, sameBytes, utf8 } from '../canonical/index.ts'
import { leafHash } from '../log/index.ts'
import { openShare } from '../sharing/index.ts'
import {
  decryptSm2,
  signSm2,
  sm2PublicKey,
  sm3Digest,
  verifyingKey,
  verifySm2,
} from '../suites/index.ts'
import {
  beginSealing,
  beginUnsealing,
  bidCommitment,
  chunkLeaf,
  chunkSize,
  circleOf,
  type Expected,
  findManifest,
  finishSealing,
  finishUnsealing,
  formKey,
  identityMessage,
  type Manifest,
  manifestBytes,
  manifestDigest,
  manifestFault,
  noCommitment,
  openIdentity,
  type PartToOpen,
  type PartToSeal,
  paddedSize,
  partKey,
  partKeyCommitment,
  pushContent,
  pushSealed,
  type SealedPart,
  type StageManifest,
  type StageToOpen,
  sealedChunkSize,
  sealIdentity,
  unwrapByBidder,
  unwrapByHolders,
  wrapStage,
} from './index.ts'

const bytesOf = (label: string) => sm3Digest(utf8(label))
const publicOf = (key: Uint8Array) => sm2PublicKey(key) ?? key
const master = bytesOf('master')
const bidder = bytesOf('bidder')
const ticketKey = publicOf(bytesOf('ticket'))
const holderKeys = [1, 2, 3].map((i) => bytesOf(`holder ${i}`))
const holding = { holders: holderKeys.map(publicOf), threshold: 2 }
const place = { tender: 'LZ2026-000123', lot: '1', stage: 'all' }

function seal(content: Uint8Array, change: Partial<PartToSeal> = {}, pieces = 65_536) {
  let state = beginSealing(
    { ...place, j: 0, kind: 'form', contentLength: content.length, ...change },
    master,
  )
  const chunks: Uint8Array[] = []
  for (let at = 0; at < content.length; at += pieces) {
    const step = pushContent(state, content.subarray(at, at + pieces))
    state = step.state
    chunks.push(...step.chunks)
  }
  const last = finishSealing(state)
  return { part: last.part, chunks: [...chunks, ...last.chunks] }
}

function open(sealed: SealedPart, bytes: Uint8Array, change: Partial<PartToOpen> = {}) {
  const key = partKey(master, place, sealed.j)
  let step = beginUnsealing({ place, sealed, key, ...change })
  const content: Uint8Array[] = []
  for (let at = 0; step.ok && at < bytes.length; at += 300_000) {
    step = pushSealed(step.state, bytes.subarray(at, at + 300_000))
    if (step.ok) content.push(...step.content)
  }
  if (!step.ok) return step.fault
  return finishUnsealing(step.state) ?? concat(...content)
}

/** Compared by ourselves: an assertion library takes minutes for a million bytes. */
function comesBack(part: SealedPart, chunks: readonly Uint8Array[], content: Uint8Array): boolean {
  const opened = open(part, concat(...chunks))
  return typeof opened !== 'string' && sameBytes(opened, content)
}

const form = utf8('{"priceFen":9800000000}')
const small = seal(form)
const long = Uint8Array.from({ length: 2.5 * chunkSize }, (_, i) => (i * 7) ^ (i >> 9))
const big = seal(long, { j: 1, kind: 'document' })

describe('a part', () => {
  test('of any length comes back, in whatever pieces it goes in', () => {
    const lengths = [0, 1, 7, 8, 9, 1000, chunkSize - 8, chunkSize - 7, chunkSize, chunkSize + 1]
    for (const length of lengths) {
      const content = long.subarray(0, length)
      const { part, chunks } = seal(content, {}, 1 + Math.floor(length / 3))
      expect(part.chunks).toBe(chunks.length)
      expect(part.ctLen).toBe(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
      expect(comesBack(part, chunks, content)).toBe(true)
    }
    expect(comesBack(big.part, big.chunks, long)).toBe(true)
  })

  test('shows of its length only where it lies on a coarse scale', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 29 }), (length) => {
        const size = paddedSize(length)
        expect(size).toBeGreaterThanOrEqual(length + 8)
        expect(size - length - 8).toBeLessThanOrEqual((length + 8) * 0.125)
        expect(paddedSize(size - 8)).toBe(size)
      }),
      { seed: 67 },
    )
    expect(seal(utf8('98000000')).part.ctLen).toBe(seal(utf8('71000000')).part.ctLen)
  })

  test('that grows or stops while it is sealed is not sealed', () => {
    const begun = beginSealing({ ...place, j: 0, kind: 'form', contentLength: 2 }, master)
    expect(() => pushContent(begun, form)).toThrow('grown')
    expect(() => finishSealing(begun)).toThrow('whole')
    const endless = { ...place, j: 0, kind: 'form', contentLength: 2 ** 30 + 1 }
    expect(() => beginSealing(endless, master)).toThrow('length')
    expect(() => beginSealing({ ...endless, contentLength: 1 }, form)).toThrow('32')
  })

  test('T-10: cut, reordered, prolonged or altered is refused', () => {
    const [first = form, second = form, third = form] = big.chunks
    const cases: readonly [Uint8Array, string][] = [
      [concat(first, second), 'STREAM_TRUNCATED'],
      [concat(first, second, third.subarray(0, -1)), 'STREAM_TRUNCATED'],
      [concat(second, first, third), 'AEAD_FAIL'],
      [concat(first, second, third, Uint8Array.of(0)), 'STREAM_TRUNCATED'],
      [
        concat(
          first,
          second.map((b, i) => (i === 9 ? b ^ 1 : b)),
          third,
        ),
        'AEAD_FAIL',
      ],
      [form.subarray(0, 0), 'STREAM_TRUNCATED'],
    ]
    for (const [bytes, fault] of cases) expect(open(big.part, bytes)).toBe(fault)
    // One chunk less in the manifest: the last one would have to carry the mark, and does not.
    const shorter = { ...big.part, chunks: 2, ctLen: 2 * sealedChunkSize }
    expect(open(shorter, concat(first, second))).toBe('AEAD_FAIL')
    expect(open({ ...big.part, chunks: 2 }, concat(first, second))).toBe('PART_FORM')
  })

  test('T-06: with the bytes of another part is refused, and by leaves before it is opened', () => {
    const other = seal(utf8('{"priceFen":7100000000}'), { kind: 'document' })
    const bytes = concat(...other.chunks)
    expect(open({ ...small.part, ctLen: other.part.ctLen }, bytes)).toBe('AEAD_FAIL')
    const leaves = small.chunks.map(chunkLeaf)
    expect(open(small.part, bytes, { leaves })).toBe('PART_ROOT')
    expect(open(small.part, bytes, { leaves: other.chunks.map(chunkLeaf) })).toBe('PART_ROOT')
    expect(open(small.part, concat(...small.chunks), { leaves })).toEqual(form)
    expect(open({ ...small.part, partRoot: master }, concat(...small.chunks))).toBe('PART_ROOT')
  })

  test('of another tender, lot, stage or place among parts has another key', () => {
    const key = partKey(master, place, 0)
    for (const other of [{ tender: 'LZ' }, { lot: '2' }, { stage: 'tech' }]) {
      expect(open(small.part, small.chunks[0] ?? form, { place: { ...place, ...other } })).toBe(
        'KEY_COMMIT',
      )
      expect(partKey(master, { ...place, ...other }, 0)).not.toEqual(key)
    }
    expect(partKey(master, place, 1)).not.toEqual(key)
    expect(partKey(master, { ...place, tender: 'LZ2026-0001231', lot: '' }, 0)).not.toEqual(key)
  })
})

// ------------------------------------------------------------------------------------------------

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

describe('a leaf', () => {
  test('is that of the log', () => expect(chunkLeaf(form)).toEqual(leafHash(form)))
})

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
