// SPDX-License-Identifier: Apache-2.0
/** The kernel, compiled from its source, against the code it speeds up and against the machine. */

import { createHash, randomBytes } from 'node:crypto'
import { fourDigests, type Kernel, kernelGcm } from '@gongxin/trust/kernel'
import { sm4Gcm } from '@gongxin/trust/suites'
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
