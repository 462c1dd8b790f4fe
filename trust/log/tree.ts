// SPDX-License-Identifier: Apache-2.0
/** The Merkle tree of RFC 9162 §2.1: one root for a list, short proofs for its parts and growth. */

import { sameBytes } from '../canonical/index.ts'
import { type Hash, sm3Digest } from '../suites/index.ts'

/** Leaves and nodes are hashed under different first bytes, so neither can pass for the other. */
const leafMark = 0x00
const nodeMark = 0x01
// Scratch for what is hashed under its mark: rewritten every time, and read by nobody between.
const pair = new Uint8Array(65)
const marked = new Uint8Array(1 << 16)

export function leafHash(entry: Uint8Array, hash: Hash = sm3Digest): Uint8Array<ArrayBuffer> {
  const size = 1 + entry.length
  const leaf = size <= marked.length ? marked.subarray(0, size) : new Uint8Array(size)
  leaf[0] = leafMark
  leaf.set(entry, 1)
  return hash(leaf)
}

export function nodeHash(
  left: Uint8Array,
  right: Uint8Array,
  hash: Hash = sm3Digest,
): Uint8Array<ArrayBuffer> {
  const size = 1 + left.length + right.length
  const both = size === pair.length ? pair : new Uint8Array(size)
  both[0] = nodeMark
  both.set(left, 1)
  both.set(right, 1 + left.length)
  return hash(both)
}

/** Root over leaf hashes in order; of no leaves it is the hash of nothing. */
export function treeRoot(leaves: readonly Uint8Array[], hash: Hash = sm3Digest): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array(0))
  // The tree cuts at the largest power of two: pairs level by level, a last one without a neighbour climbs.
  let level = leaves
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i], level[i + 1]]
      if (left !== undefined) above.push(right === undefined ? left : nodeHash(left, right, hash))
    }
    level = above
  }
  const [root] = level
  return root ?? hash(new Uint8Array(0))
}

/** The neighbours that lead from leaf `index` to the root, lowest first. */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
  hash: Hash = sm3Digest,
): readonly Uint8Array[] {
  if (leaves.length <= 1) return []
  const cut = splitOf(leaves.length)
  const left = leaves.slice(0, cut)
  const right = leaves.slice(cut)
  return index < cut
    ? [...inclusionProof(left, index, hash), treeRoot(right, hash)]
    : [...inclusionProof(right, index - cut, hash), treeRoot(left, hash)]
}

/** What shows that the tree of the first `size` leaves is the beginning of this one. */
export function consistencyProof(
  leaves: readonly Uint8Array[],
  size: number,
  hash: Hash = sm3Digest,
): readonly Uint8Array[] {
  if (size <= 0 || size >= leaves.length) return []
  return subproof(leaves, { size, whole: true }, hash)
}

interface Beginning {
  readonly size: number
  /** True while the part in hand starts at the first leaf, so its root is known to the reader. */
  readonly whole: boolean
}

function subproof(
  leaves: readonly Uint8Array[],
  { size, whole }: Beginning,
  hash: Hash,
): readonly Uint8Array[] {
  if (size === leaves.length) return whole ? [] : [treeRoot(leaves, hash)]
  const cut = splitOf(leaves.length)
  const left = leaves.slice(0, cut)
  const right = leaves.slice(cut)
  return size <= cut
    ? [...subproof(left, { size, whole }, hash), treeRoot(right, hash)]
    : [...subproof(right, { size: size - cut, whole: false }, hash), treeRoot(left, hash)]
}

export interface Inclusion {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** RFC 9162 §2.1.3.2: is this leaf in the tree with this root, at this place? */
export function verifyInclusion(claim: Inclusion, hash: Hash = sm3Digest): boolean {
  const { index, size, proof } = claim
  if (!isPlace(index) || !isPlace(size) || index >= size) return false
  let node = index
  let last = size - 1
  let root = claim.leaf
  for (const neighbour of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      root = nodeHash(neighbour, root, hash)
      // The last node of a level may have no neighbour there: climb until it has one.
      while (node % 2 === 0 && node !== 0) [node, last] = above(node, last)
    } else {
      root = nodeHash(root, neighbour, hash)
    }
    ;[node, last] = above(node, last)
  }
  return last === 0 && sameBytes(root, claim.root)
}

export interface Consistency {
  readonly firstSize: number
  readonly firstRoot: Uint8Array
  readonly secondSize: number
  readonly secondRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162 §2.1.4.2: was the second tree made by adding to the first, and nothing else? */
export function verifyConsistency(claim: Consistency, hash: Hash = sm3Digest): boolean {
  const { firstSize, secondSize, firstRoot, secondRoot, proof } = claim
  if (!isPlace(firstSize) || !isPlace(secondSize) || firstSize > secondSize) return false
  if (firstSize === secondSize) return proof.length === 0 && sameBytes(firstRoot, secondRoot)
  // Every list begins with the empty one, but only under the empty root.
  if (firstSize === 0) {
    return proof.length === 0 && sameBytes(firstRoot, hash(new Uint8Array(0)))
  }

  const path = isPowerOfTwo(firstSize) ? [firstRoot, ...proof] : proof
  const [start, ...rest] = path
  if (start === undefined || proof.length === 0) return false
  let node = firstSize - 1
  let last = secondSize - 1
  while (node % 2 === 1) [node, last] = above(node, last)
  let first = start
  let second = start
  for (const neighbour of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      first = nodeHash(neighbour, first, hash)
      second = nodeHash(neighbour, second, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = above(node, last)
    } else {
      second = nodeHash(second, neighbour, hash)
    }
    ;[node, last] = above(node, last)
  }
  return last === 0 && sameBytes(first, firstRoot) && sameBytes(second, secondRoot)
}

/** The largest power of two below `size`: where a tree of more than one leaf is cut. */
function splitOf(size: number): number {
  let cut = 1
  while (cut * 2 < size) cut *= 2
  return cut
}

function above(node: number, last: number): [number, number] {
  return [Math.floor(node / 2), Math.floor(last / 2)]
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isPowerOfTwo(value: number): boolean {
  return splitOf(value + 1) === value
}
