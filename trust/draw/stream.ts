// SPDX-License-Identifier: Apache-2.0
/** From a seed to choices: the same seed gives the same order to whoever runs it again. */

import { concat, domain, u32 } from '../canonical/index.ts'
import { sm3Digest } from '../suites/index.ts'

export interface DrawStream {
  /** A whole number from 0 to n − 1, each as likely as any other. */
  below(n: number): number
}

const words = 2 ** 32

/** Each label opens its own stream of the seed, so that quotas do not lean on one another. */
export function stream(label: string, seed: Uint8Array): DrawStream {
  const key = sm3Digest(concat(domain('DRAW/1 stream'), domain(label), seed))
  let block: DataView = new DataView(new ArrayBuffer(0))
  let counter = 0
  let at = 0
  const word = (): number => {
    if (at >= block.byteLength) {
      block = new DataView(sm3Digest(concat(key, u32(counter++))).buffer)
      at = 0
    }
    at += 4
    return block.getUint32(at - 4)
  }
  return {
    below(n) {
      if (!Number.isInteger(n) || n < 1 || n > words) throw new RangeError(`cannot draw below ${n}`)
      // A plain remainder would favour small numbers: words of the last, incomplete run are thrown
      // away and the next is taken.
      const fair = words - (words % n)
      let drawn = word()
      while (drawn >= fair) drawn = word()
      return drawn % n
    },
  }
}

/** All of 0 … n − 1 in drawn order. */
export function permutation(source: DrawStream, n: number): readonly number[] {
  return firstOf(source, n, n)
}

/** The first `k` of the permutation, without drawing the rest (Fisher–Yates from the front). */
export function firstOf(source: DrawStream, n: number, k: number): readonly number[] {
  if (k > n) throw new RangeError(`cannot draw ${k} of ${n}`)
  const moved = new Map<number, number>()
  const standing = (place: number) => moved.get(place) ?? place
  return Array.from({ length: k }, (_, place) => {
    const other = place + source.below(n - place)
    const drawn = standing(other)
    moved.set(other, standing(place))
    return drawn
  })
}

/** One of a list fixed beforehand, such as the K values of a tender document. */
export function coefficient<T>(source: DrawStream, list: readonly T[]): T {
  const drawn = list[source.below(list.length)]
  if (drawn === undefined) throw new RangeError('the list holds an undefined value')
  return drawn
}
