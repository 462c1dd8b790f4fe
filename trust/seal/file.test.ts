// SPDX-License-Identifier: Apache-2.0
/** A whole bid sealed, checked without a key, opened by its bidder and by any two holders. */

import { describe, expect, test } from 'vitest'
import { concat, utf8 } from '../canonical/index.ts'
import { openShare } from '../sharing/index.ts'
import { sm3Digest } from '../suites/index.ts'
import { fileFault, openedPart, partStart, sealBid, sealedFileMark } from './file.ts'
import { openIdentity } from './identity.ts'
import { partKey } from './keys.ts'
import { findManifest, manifestDigest, manifestFault, noCommitment } from './manifest.ts'
import {
  bidder,
  bytesOf,
  holderKeys,
  holding,
  long,
  place,
  publicOf,
  ticketKey,
} from './testing.ts'
import { circleOf, unwrapByBidder, unwrapByHolders } from './wraps.ts'

let counter = 0
const random = (size: number) => {
  counter += 1
  return bytesOf(`random ${counter}`).subarray(0, size)
}
const form = utf8('{"priceFen":9800000000}')
const bid = {
  ...place,
  ...holding,
  ticketKey,
  verNo: 1,
  prevCommit: noCommitment,
  bidderKey: publicOf(bidder),
  identity: () => ({ name: '甲公司' }),
  contents: [
    { kind: 'form', size: form.length, bytes: [form] },
    { kind: 'document', size: long.length, bytes: [long.subarray(0, 9), long.subarray(9)] },
    { kind: 'document', size: 0, bytes: [] },
  ],
}

async function sealed() {
  const pieces: Uint8Array[] = []
  const made = await sealBid(bid, { random, write: (piece) => void pieces.push(piece) })
  const manifest = findManifest(made.manifest)
  const [stage] = manifest?.stages ?? []
  if (manifest === undefined || stage === undefined) throw new Error('no manifest')
  return { ...made, file: concat(...pieces), read: manifest, stage }
}

function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('a sealed bid', async () => {
  const one = await sealed()
  const { parts } = one.stage
  const toOpen = { place, ...holding, ticketKey, stage: one.stage }

  test('is whole at the door, in pieces of any size', async () => {
    expect(one.file.length).toBe(one.size)
    expect(manifestFault(one.manifest, bid)).toBeUndefined()
    for (const size of [1000, 70_000, 3_000_000]) {
      expect(await fileFault(parts, inPieces(one.file, size))).toBeUndefined()
    }
  })

  test('a file that is cut, longer, changed, exchanged or another is told apart', async () => {
    const changed = (at: number) => one.file.map((byte, i) => (i === at ? byte ^ 1 : byte))
    const fault = (file: Uint8Array) => fileFault(parts, inPieces(file, 65_536))
    expect(await fault(one.file.subarray(0, -1))).toBe('STREAM_TRUNCATED')
    expect(await fault(one.file.subarray(0, partStart(parts, 1)))).toBe('STREAM_TRUNCATED')
    expect(await fault(new Uint8Array(0))).toBe('STREAM_TRUNCATED')
    expect(await fault(concat(one.file, Uint8Array.of(0)))).toBe('STREAM_TRUNCATED')
    expect(await fault(changed(3))).toBe('FILE_FORM')
    expect(await fault(changed(sealedFileMark.length))).toBe('PART_ROOT')
    expect(await fault(changed(one.file.length - 1))).toBe('PART_ROOT')
    expect(await fault((await sealed()).file)).toBe('PART_ROOT')
  })

  test('its bidder opens it, and what comes out is what went in', async () => {
    const opened = unwrapByBidder(toOpen, bidder)
    if (!opened.ok) throw new Error(opened.fault)
    const expected = [form, long, new Uint8Array(0)]
    for (const [j, part] of parts.entries()) {
      const from = partStart(parts, j)
      const bytes = inPieces(one.file.subarray(from, from + part.ctLen), 100_000)
      const toUnseal = { place, sealed: part, key: partKey(opened.master, place, j) }
      const taken: Uint8Array[] = []
      for await (const piece of openedPart(toUnseal, bytes)) taken.push(piece)
      expect(sm3Digest(concat(...taken))).toEqual(sm3Digest(expected[j] ?? form))
    }
    const digest = manifestDigest(one.read)
    const seal = { place, master: opened.master, digest }
    expect(openIdentity(seal, one.read.sealedIdentity)).toEqual({ name: '甲公司' })
  })

  test('what is damaged on the way does not open', async () => {
    const [part] = parts
    if (part === undefined) throw new Error('no part')
    const key = partKey(one.master, place, 0)
    const from = partStart(parts, 0)
    const bytes = one.file.slice(from, from + part.ctLen)
    const opened = async (sealed: Uint8Array) => {
      for await (const piece of openedPart({ place, sealed: part, key }, [sealed])) void piece
    }
    await expect(opened(bytes.subarray(1))).rejects.toThrow('STREAM_TRUNCATED')
    await expect(opened(bytes.map((byte) => byte ^ 1))).rejects.toThrow('AEAD_FAIL')
    await expect(opened(bytes)).resolves.toBeUndefined()
  })

  test('any two holders open it, one does not', () => {
    const circle = circleOf(place, ticketKey, holding)
    const shares = holderKeys.map((privateKey, i) => {
      const { deal } = one.stage.wrapB
      const entropy = bytesOf(`entropy ${i}`)
      const share = openShare({ deal, privateKey, entropy }, circle)
      if (share === undefined) throw new Error('no share')
      return { ...share, institution: `office ${i}` }
    })
    for (const left of [0, 1, 2]) {
      const two = unwrapByHolders(
        toOpen,
        shares.filter((_, i) => i !== left),
      )
      expect(two.ok && two.master).toEqual(one.master)
    }
    expect(unwrapByHolders(toOpen, shares.slice(0, 1))).toMatchObject({ fault: 'SHARES_MISSING' })
  })
})

test('a content of another length than announced is not sealed', async () => {
  const contents = [{ kind: 'form', size: 3, bytes: [form] }]
  await expect(sealBid({ ...bid, contents }, { random, write() {} })).rejects.toThrow(RangeError)
})
