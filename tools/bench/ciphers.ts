// SPDX-License-Identifier: Apache-2.0
/** SM4-GCM and SM3 of the kernel against the plain code, the best package and the machine. */

import { createHash, randomBytes } from 'node:crypto'
import { fourDigests, kernelGcm } from '@gongxin/trust/kernel'
import { sm4Gcm } from '@gongxin/trust/suites'
import { sm4 } from 'sm-crypto-v2'
import { compileKernel } from '../kernel/index.ts'
import { type Figure, median } from './figures.ts'

const rounds = 9
const mebibyte = 1 << 20

/** Bars B-02 and B-03 of the trust design; one mebibyte a time, one after the other in each round. */
export async function ciphers(): Promise<readonly Figure[]> {
  const kernel = await compileKernel()
  const [key, nonce, text] = [randomBytes(16), randomBytes(12), randomBytes(mebibyte)]
  const none = new Uint8Array()
  const [fast, plain] = [kernelGcm(kernel)(key), sm4Gcm(key)]
  const packaged = { mode: 'gcm', iv: nonce, output: 'array', associatedData: none } as const
  const quarters = [0, 1, 2, 3].map((n) =>
    text.subarray((n * mebibyte) / 4, ((n + 1) * mebibyte) / 4),
  )
  const works = {
    fast: () => fast.seal(nonce, text, none),
    plain: () => plain.seal(nonce, text, none),
    package: () => sm4.encrypt(text, key, { ...packaged, outputTag: true }),
    four: () => fourDigests(kernel, quarters),
    native: () => quarters.map((one) => createHash('sm3').update(one).digest()),
  }
  const taken = Object.fromEntries(Object.keys(works).map((name): [string, number[]] => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) taken[name]?.push(timed(work))
  }
  const speed = (name: keyof typeof works) => 1_000 / median(taken[name] ?? [])
  const figure = (
    what: string,
    [ours, other]: [keyof typeof works, keyof typeof works],
    goal: number,
  ) => ({
    what,
    value: `${speed(ours).toFixed(0)} MiB/s`,
    against: `${speed(other).toFixed(0)} MiB/s`,
    ratio: speed(ours) / speed(other),
    goal: `>= ${goal}`,
    met: speed(ours) / speed(other) >= goal,
  })
  return [
    figure('SM4-GCM of the kernel against plain code (B-02)', ['fast', 'plain'], 1.8),
    figure('SM4-GCM of the kernel against sm-crypto-v2 (B-02)', ['fast', 'package'], 4),
    figure('SM3 on four streams against the machine (B-03)', ['four', 'native'], 0.9),
  ]
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
