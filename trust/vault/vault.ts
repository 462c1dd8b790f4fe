// SPDX-License-Identifier: Apache-2.0
/** One lot's vault: always the same size, filled with what looks like bids where there are none. */

import { concat, domain, prefixed, u32 } from '../canonical/index.ts'
import { permutation, stream } from '../draw/index.ts'
import { leafHash, nodeHash } from '../log/index.ts'
import { sm3Digest } from '../suites/index.ts'

export interface Vault {
  /** Thirty-two random bytes, secret until the deadline. */
  readonly seed: Uint8Array
  /** How many slots there are, published with the notice; a power of two. */
  readonly capacity: number
  /** What stands where no bid is. */
  readonly dummies: readonly Uint8Array[]
}

export const usualCapacity = 256

/** A tick's tree: leaves first, root last. */
export type Levels = readonly (readonly Uint8Array[])[]

export function vaultOf(seed: Uint8Array, capacity: number): Vault {
  if (seed.length !== 32) throw new RangeError('a vault seed has 32 bytes')
  if (!isCapacity(capacity)) throw new RangeError('a capacity is a power of two, 2 to 65536')
  const dummies = Array.from({ length: capacity }, (_, i) => dummyAt(seed, i))
  return { seed, capacity, dummies }
}

export function isCapacity(capacity: number): boolean {
  return (
    Number.isInteger(capacity) &&
    capacity >= 2 &&
    capacity <= 65_536 &&
    !(capacity & (capacity - 1))
  )
}

/** Published when the tender opens: the seed shown after the deadline must be this one. */
export function seedCommitment(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return sm3Digest(seed)
}

/** The n-th ticket gets the n-th slot of this order, which tells nothing of n. */
export function slotOrder({ seed, capacity }: Pick<Vault, 'seed' | 'capacity'>): readonly number[] {
  const key = sm3Digest(concat(domain('VAULT/1 order'), seed))
  return permutation(stream('VAULT/1 slots', key), capacity)
}

/** How rows of one ticket are found in a store that knows neither ticket nor tender. */
export function blindedRow(seed: Uint8Array, ticketKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return sm3Digest(concat(domain('VAULT/1 row'), seed, prefixed(ticketKey)))
}

export function dummyAt(seed: Uint8Array, slot: number): Uint8Array<ArrayBuffer> {
  return sm3Digest(concat(domain('VAULT/1 dummy'), seed, u32(slot)))
}

/** Another salt at every tick: what changed between two ticks cannot be told from what did not. */
export function slotSalt(seed: Uint8Array, tick: number, slot: number): Uint8Array<ArrayBuffer> {
  return sm3Digest(concat(domain('VAULT/1 salt'), seed, u32(tick), u32(slot)))
}

export function slotLeaf(salt: Uint8Array, value: Uint8Array): Uint8Array<ArrayBuffer> {
  return leafHash(concat(salt, value))
}

/** The tree at one tick. `heads` are the slots in use; whatever is not there is a dummy. */
export function vaultLevels(
  vault: Vault,
  tick: number,
  heads: ReadonlyMap<number, Uint8Array>,
): Levels {
  if (!Number.isInteger(tick) || tick < 0 || tick > 0xffff_ffff)
    throw new RangeError('no such tick')
  const leaves = vault.dummies.map((dummy, i) =>
    slotLeaf(slotSalt(vault.seed, tick, i), heads.get(i) ?? dummy),
  )
  return levelsOver(leaves)
}

export function rootOf(levels: Levels): Uint8Array {
  const root = levels.at(-1)?.[0]
  if (root === undefined) throw new RangeError('a tree has a root')
  return root
}

/** The neighbours from a leaf to the root; as many whatever the vault holds. */
export function pathIn(levels: Levels, place: number): readonly Uint8Array[] {
  return levels.slice(0, -1).map((level, height) => {
    const neighbour = level[(place >> height) ^ 1]
    if (neighbour === undefined) throw new RangeError('a full tree has every neighbour')
    return neighbour
  })
}

/** Climbs from a leaf; the place decides which side it stands on at each height. */
export function climbed(leaf: Uint8Array, place: number, path: readonly Uint8Array[]): Uint8Array {
  return path.reduce(
    (node, neighbour, height) =>
      (place >> height) & 1 ? nodeHash(neighbour, node) : nodeHash(node, neighbour),
    leaf,
  )
}

export function levelsOver(leaves: readonly Uint8Array[]): Levels {
  const levels: (readonly Uint8Array[])[] = [leaves]
  for (let level = leaves; level.length > 1; ) {
    level = pairsOf(level)
    levels.push(level)
  }
  return levels
}

function pairsOf(level: readonly Uint8Array[]): readonly Uint8Array[] {
  const above: Uint8Array[] = []
  for (let i = 0; i + 1 < level.length; i += 2) {
    const [left, right] = [level[i], level[i + 1]]
    if (left !== undefined && right !== undefined) above.push(nodeHash(left, right))
  }
  return above
}
