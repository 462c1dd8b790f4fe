// SPDX-License-Identifier: Apache-2.0
/** Chance that a seed and a name decide: the same city for the same seed, on every machine. */

import { certain } from '@gongxin/core/kernel'
import { hex, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'

/** Lower-case hex of 32 bytes. */
export function digestOf(seed: number, name: string): string {
  return hex(sm3Digest(utf8(`gongxin city ${seed} ${name}`)))
}

/** A whole number of `0 … below - 1`; the name says what it is for. */
export function pick(seed: number, name: string, below: number): number {
  return Number.parseInt(digestOf(seed, name).slice(0, 12), 16) % below
}

/** `least … most`, both included. */
export function between(seed: number, name: string, [least, most]: readonly [number, number]) {
  return least + pick(seed, name, most - least + 1)
}

export function oneOf<T>(seed: number, name: string, list: readonly T[]): T {
  return certain(list[pick(seed, name, list.length)], `nothing to choose for ${name}`)
}

/** The list in an order that the seed decides. */
export function mixed<T>(seed: number, name: string, list: readonly T[]): readonly T[] {
  return list
    .map((item, i) => ({ item, key: digestOf(seed, `${name} ${i}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item)
}
