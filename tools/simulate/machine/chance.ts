// SPDX-License-Identifier: Apache-2.0
/** Chance that a seed decides: the same seed draws the same things in the same order. */

import { createHash } from 'node:crypto'

export interface Chance {
  /** A whole number from 0 to below `end`. */
  below(end: number): number
  /** True once in `times`, on average. */
  onceIn(times: number): boolean
  pick<T>(list: readonly T[]): T
  bytes(size: number): Buffer
  /** Chance of its own, so that who draws more here changes nothing there. */
  branch(name: string): Chance
}

export function chanceOf(seed: string): Chance {
  const digest = createHash('sha256').update(seed).digest()
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => digest.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ]
  /** Small fast counting generator of 32 bits: quick, and more than even enough for a schedule. */
  const next = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  // The first draws of this generator still show its state.
  for (let i = 0; i < 12; i++) next()
  const below = (end: number) => Math.floor((next() / 2 ** 32) * end)
  return {
    below,
    onceIn: (times) => below(times) === 0,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[below(list.length)] as T
    },
    bytes(size) {
      const bytes = Buffer.alloc(size)
      for (let at = 0; at < size; at++) bytes[at] = next() >>> 24
      return bytes
    },
    branch: (name) => chanceOf(`${seed} ${name}`),
  }
}
