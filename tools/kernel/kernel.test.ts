// SPDX-License-Identifier: Apache-2.0
/** The kernel, compiled from its source, against the code it speeds up and against the machine. */

import { createHash, randomBytes } from 'node:crypto'
import { utf8 } from '@gongxin/trust/canonical'
import { fourDigests, type Kernel, kernelGcm, kernelLeaves } from '@gongxin/trust/kernel'
import { noCommitment, type QuickHands, sealBid } from '@gongxin/trust/seal'
import { sm2PublicKey, sm3Digest, sm4Gcm } from '@gongxin/trust/suites'
import { beforeAll, expect, test } from 'vitest'
import { compileKernel } from './index.ts'

let kernel: Kernel

beforeAll(async () => {
  kernel = await compileKernel()
}, 60_000)

const lengths = [
  ...Array(300).keys(),
  ...[1023, 4096, 4097, 65_551, (1 << 20) - 1, 1 << 20, 2_100_003],
]

test('SM4-GCM seals and opens as the plain code does, for every short length and long ones', () => {
  const make = kernelGcm(kernel)
  const key = randomBytes(16)
  const [ours, plainly, another] = [make(key), sm4Gcm(key), make(randomBytes(16))]
  for (const [n, length] of lengths.entries()) {
    const nonce = randomBytes(12)
    const [text, aad] = [randomBytes(length), randomBytes(n % 40)]
    const sealed = ours.seal(nonce, text, aad)
    expect(Buffer.compare(sealed, plainly.seal(nonce, text, aad))).toBe(0)
    expect(another.open(nonce, sealed, aad)).toBeUndefined()
    const opened = ours.open(nonce, sealed, aad)
    expect(opened === undefined ? -1 : Buffer.compare(opened, text)).toBe(0)
    sealed[n % sealed.length] = (sealed[n % sealed.length] ?? 0) ^ 1
    expect(ours.open(nonce, sealed, aad)).toBeUndefined()
  }
})

test('SM3 of four streams is SM3 of each, and unequal lengths are refused', () => {
  for (const length of lengths) {
    const messages = [0, 1, 2, 3].map(() => randomBytes(length))
    const hex = fourDigests(kernel, messages).map((one) => Buffer.from(one).toString('hex'))
    expect(hex).toEqual(messages.map((one) => createHash('sm3').update(one).digest('hex')))
  }
  const uneven = [1, 1, 1, 2].map((length) => randomBytes(length))
  expect(() => fourDigests(kernel, uneven)).toThrow(RangeError)
})

test('a bid sealed with it is byte for byte the bid sealed without', async () => {
  const holders = [1, 2, 3].map((i) => publicOf(`holder ${i}`))
  const content = randomBytes(6_500_000)
  const sealed = async (quick: QuickHands) => {
    let drawn = 0
    const pieces: Uint8Array[] = []
    const random = (size: number) => {
      drawn += 1
      return bytesOf(`random ${drawn}`).subarray(0, size)
    }
    const { manifest } = await sealBid(
      {
        ...{ tender: 'T1', lot: '1', holders, threshold: 2, verNo: 1, prevCommit: noCommitment },
        ...{ ticketKey: publicOf('ticket'), bidderKey: publicOf('bidder'), identity: () => ({}) },
        contents: [{ kind: 'form', size: content.length, bytes: [content] }],
      },
      { random, write: (piece) => void pieces.push(piece), ...quick },
    )
    return Buffer.concat([manifest, ...pieces])
  }
  const quick = { cipher: kernelGcm(kernel), leaves: kernelLeaves(kernel) }
  expect(Buffer.compare(await sealed(quick), await sealed({}))).toBe(0)
})

const bytesOf = (label: string) => sm3Digest(utf8(label))

function publicOf(label: string): Uint8Array {
  const key = sm2PublicKey(bytesOf(label))
  if (key === undefined) throw new Error('no key')
  return key
}
