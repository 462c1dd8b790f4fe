// SPDX-License-Identifier: Apache-2.0
/** Signatures, deals and shares get the same verdict with the curve kernel and without, whatever is changed in them. */

import { utf8 } from '@gongxin/trust/canonical'
import { kernelCurve } from '@gongxin/trust/kernel'
import {
  combineShares,
  dealFault,
  dealOf,
  findDeal,
  openShare,
  shareFault,
} from '@gongxin/trust/sharing'
import {
  type QuickCurve,
  setQuickCurve,
  signatureFault,
  signSm2,
  sm2PublicKey,
  sm3Digest,
  verifyingKey,
} from '@gongxin/trust/suites'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { compileCurve } from './index.ts'

let curve: QuickCurve

beforeAll(async () => {
  curve = kernelCurve(await compileCurve())
}, 60_000)
afterEach(() => setQuickCurve(undefined))

/** What is asked comes out the same on both ways, and is answered. */
function bothWays<T>(ask: () => T): T {
  setQuickCurve(undefined)
  const plain = ask()
  setQuickCurve(curve)
  expect(ask()).toEqual(plain)
  return plain
}

const bytesOf = (label: string) => sm3Digest(utf8(label))
const changed = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
const publicOf = (privateKey: Uint8Array) => sm2PublicKey(privateKey) ?? privateKey

test.each([false, true])(
  'a signature, and every change of a byte of it, with a table kept: %s',
  (often) => {
    const privateKey = bytesOf('signer')
    const message = utf8('what is signed')
    const signature = signSm2({ privateKey, message, entropy: bytesOf('entropy') })
    const key = verifyingKey(publicOf(privateKey), { often })
    if (key === undefined) throw new Error('a key')
    expect(bothWays(() => signatureFault(key, { message, signature }))).toBeUndefined()
    for (let at = 0; at < signature.length; at += 5) {
      const claim = { message, signature: changed(signature, at) }
      expect(bothWays(() => signatureFault(key, claim))).toBe('SIG_INVALID')
    }
  },
)

test.each([
  [3, 2],
  [5, 3],
])('a deal to %i of whom %i open, its shares, and every change of a byte', (count, threshold) => {
  const privateKeys = Array.from({ length: count }, (_, i) => bytesOf(`holder ${i}`))
  const circle = { holders: privateKeys.map(publicOf), threshold, context: utf8('LZ2026-1|1|all') }
  const { deal, secret } = dealOf(bytesOf('master'), circle)
  expect(bothWays(() => dealFault(deal, circle))).toBeUndefined()
  for (let at = 0; at < deal.length; at += 23) {
    expect(bothWays(() => dealFault(changed(deal, at), circle))).toBe('DEAL_INVALID')
    bothWays(() => findDeal(changed(deal, at), circle) !== undefined)
  }
  const shares = privateKeys.flatMap((privateKey) => {
    const opening = { privateKey, deal, entropy: bytesOf('entropy') }
    return bothWays(() => openShare(opening, circle)) ?? []
  })
  expect(shares).toHaveLength(count)
  for (const share of shares) {
    expect(bothWays(() => shareFault(share, deal, circle))).toBeUndefined()
    const lie = { ...share, proof: changed(share.proof, 40) }
    expect(bothWays(() => shareFault(lie, deal, circle))).toBe('SHARE_PROOF')
  }
  expect(bothWays(() => combineShares(shares, circle))).toEqual(secret)
})
