// SPDX-License-Identifier: Apache-2.0
/** One root a tick for the whole city: each lot's vault has one fixed place under it. */

import { domain, sameBytes } from '../canonical/index.ts'
import { nodeHash } from '../log/index.ts'
import { sm3Digest } from '../suites/index.ts'
import { climbed, isCapacity, type Levels, pathIn, slotLeaf } from './vault.ts'

export const superDepth = 16
export const superCapacity = 2 ** superDepth

/** What stands where there is no vault. */
const empty = sm3Digest(domain('VAULT/1 empty'))

/** Roots of subtrees without any vault, from one leaf up to the whole. */
const emptyAt: readonly Uint8Array[] = Array.from({ length: superDepth }).reduce<Uint8Array[]>(
  (known) => {
    const last = known.at(-1) ?? empty
    return [...known, nodeHash(last, last)]
  },
  [empty],
)

/** Only the nodes above some vault, height by height; the rest is {@link emptyAt}. */
export type SuperTree = readonly ReadonlyMap<number, Uint8Array>[]

export function superTree(roots: ReadonlyMap<number, Uint8Array>): SuperTree {
  for (const place of roots.keys()) {
    if (!isPlace(place)) throw new RangeError(`no place for a vault: ${place}`)
  }
  const heights: ReadonlyMap<number, Uint8Array>[] = [roots]
  for (let height = 0; height < superDepth; height++) {
    const below = heights[height] ?? new Map<number, Uint8Array>()
    const above = new Map<number, Uint8Array>()
    for (const place of below.keys()) {
      const left = place & ~1
      if (!above.has(left >> 1)) {
        above.set(left >> 1, nodeHash(nodeIn(below, left, height), nodeIn(below, left + 1, height)))
      }
    }
    heights.push(above)
  }
  return heights
}

/** The one value that goes into the log, however many bids came in. */
export function superRoot(tree: SuperTree): Uint8Array {
  return nodeIn(tree[superDepth] ?? new Map<number, Uint8Array>(), 0, superDepth)
}

export function superPath(tree: SuperTree, place: number): readonly Uint8Array[] {
  if (!isPlace(place)) throw new RangeError(`no place for a vault: ${place}`)
  return tree
    .slice(0, superDepth)
    .map((nodes, height) => nodeIn(nodes, (place >> height) ^ 1, height))
}

/** Second part of a receipt: this value stood in this slot at this tick. */
export interface TickProof {
  readonly tick: number
  readonly slot: number
  readonly salt: Uint8Array
  readonly value: Uint8Array
  readonly vaultPath: readonly Uint8Array[]
  /** Place of the lot's vault under the city's root. */
  readonly position: number
  readonly superPath: readonly Uint8Array[]
}

export interface TickFacts {
  /** As the notice says. */
  readonly capacity: number
  readonly position: number
  /** As the log says for this tick. */
  readonly tick: number
  readonly superRoot: Uint8Array
}

export type TickFault = 'VAULT_ROOT' | 'VAULT_POSITION'

/** What the vault hands a bidder; of other slots it shows nothing that lasts to the next tick. */
export function tickProof(
  slot: { readonly tick: number; readonly slot: number; readonly salt: Uint8Array },
  value: Uint8Array,
  from: { readonly levels: Levels; readonly tree: SuperTree; readonly position: number },
): TickProof {
  const { levels, tree, position } = from
  const vaultPath = pathIn(levels, slot.slot)
  return { ...slot, value, vaultPath, position, superPath: superPath(tree, position) }
}

export function tickFault(proof: TickProof, facts: TickFacts): TickFault | undefined {
  const { slot, salt, value, vaultPath, position } = proof
  if (position !== facts.position || !isPlace(position)) return 'VAULT_POSITION'
  const shaped =
    isCapacity(facts.capacity) &&
    Number.isInteger(slot) &&
    slot >= 0 &&
    slot < facts.capacity &&
    2 ** vaultPath.length === facts.capacity &&
    proof.tick === facts.tick &&
    [salt, value, ...vaultPath].every((hash) => hash.length === 32)
  if (!shaped) return 'VAULT_ROOT'
  const root = climbed(slotLeaf(salt, value), slot, vaultPath)
  return placeFault(root, proof.superPath, facts)
}

/** Is this vault's root where it belongs, and there only? */
export function placeFault(
  vaultRoot: Uint8Array,
  path: readonly Uint8Array[],
  { position, superRoot: root }: Pick<TickFacts, 'position' | 'superRoot'>,
): TickFault | undefined {
  if (!isPlace(position)) return 'VAULT_POSITION'
  if (path.length !== superDepth || path.some((hash) => hash.length !== 32)) return 'VAULT_ROOT'
  return sameBytes(climbed(vaultRoot, position, path), root) ? undefined : 'VAULT_ROOT'
}

function nodeIn(nodes: ReadonlyMap<number, Uint8Array>, place: number, height: number): Uint8Array {
  const node = nodes.get(place) ?? emptyAt[height]
  if (node === undefined) throw new RangeError(`no such height: ${height}`)
  return node
}

function isPlace(place: number): boolean {
  return Number.isInteger(place) && place >= 0 && place < superCapacity
}
