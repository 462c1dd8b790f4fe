// SPDX-License-Identifier: Apache-2.0
/** The tree in tiles of 256 hashes (C2SP tlog-tiles): written once, served as plain files. */

import { concat } from '../canonical/index.ts'
import { type Hash, sm3Digest } from '../suites/index.ts'
import { treeRoot } from './tree.ts'

export const tileWidth = 256
const hashSize = 32
const tileHeight = 8

export interface Tile {
  /** Each level stands eight above the one before it. */
  readonly level: number
  readonly index: number
  /** How many hashes; fewer than 256 in the last tile of a level. */
  readonly width: number
}

export interface TileFile extends Tile {
  readonly bytes: Uint8Array
}

/** All that has to be known to go on: the unfilled last tile of each level. */
export interface TreeEdge {
  readonly size: number
  readonly partials: readonly Uint8Array[]
}

export const emptyEdge: TreeEdge = { size: 0, partials: [] }

/** `tile/0/x001/x234/067`, with `.p/5` behind it for a tile of five. */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${level}/${indexPath(index)}${partialPath(width)}`
}

/** Where the entries of one tile of leaves lie. */
export function entriesPath({ index, width }: Omit<Tile, 'level'>): string {
  return `tile/entries/${indexPath(index)}${partialPath(width)}`
}

const pathForm = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,3})(\d{3})(?:\.p\/(\d{1,3}))?$/

/** What a path of {@link tilePath} or {@link entriesPath} asks for; nothing in another spelling. */
export function findTilePath(
  path: string,
): { readonly kind: 'tile' | 'entries'; readonly tile: Tile } | undefined {
  const [, of, higher = '', last = '', partial] = pathForm.exec(path) ?? []
  if (of === undefined) return undefined
  const kind = of === 'entries' ? 'entries' : 'tile'
  const index = Number(higher.replace(/[x/]/g, '') + last)
  const width = partial === undefined ? tileWidth : Number(partial)
  const tile = { level: kind === 'tile' ? Number(of) : 0, index, width }
  const spelt = kind === 'tile' ? tilePath(tile) : entriesPath(tile)
  return spelt === path && width > 0 && width <= tileWidth ? { kind, tile } : undefined
}

export interface Growth {
  readonly edge: TreeEdge
  /** To be written: every tile that has changed, each once, full or as far as it goes. */
  readonly tiles: readonly TileFile[]
}

/** Adds leaf hashes at the end. What is full never changes again. */
export function appended(
  edge: TreeEdge,
  leaves: readonly Uint8Array[],
  hash: Hash = sm3Digest,
): Growth {
  const partials: Uint8Array[] = []
  const tiles: TileFile[] = []
  let added: readonly Uint8Array[] = leaves
  for (let level = 0; added.length > 0 || level < edge.partials.length; level++) {
    const before = edge.partials[level] ?? new Uint8Array(0)
    const all = [...hashesIn(before), ...added]
    const start = Math.floor(edge.size / tileWidth ** (level + 1))
    const roots: Uint8Array[] = []
    for (let at = 0; at < all.length && added.length > 0; at += tileWidth) {
      const hashes = all.slice(at, at + tileWidth)
      const width = hashes.length
      tiles.push({ level, index: start + at / tileWidth, width, bytes: concat(...hashes) })
      if (width === tileWidth) roots.push(treeRoot(hashes, hash))
    }
    partials.push(concat(...all.slice(all.length - (all.length % tileWidth))))
    added = roots
  }
  return { edge: { size: edge.size + leaves.length, partials }, tiles }
}

/** What hangs below the last tile of a level is one hash more in it, smaller than its neighbours. */
export function edgeRoot({ partials }: TreeEdge, hash: Hash = sm3Digest): Uint8Array {
  let below: readonly Uint8Array[] = []
  for (const partial of partials) {
    const hashes = [...hashesIn(partial), ...below]
    below = hashes.length === 0 ? [] : [treeRoot(hashes, hash)]
  }
  return treeRoot(below, hash)
}

/** Gives the bytes of a tile, or nothing when they are not at hand. */
export type TileReader = (tile: Tile) => Uint8Array | undefined

export interface TiledTree {
  readonly size: number
  readonly read: TileReader
  readonly hash?: Hash
}

/** Proof of a leaf out of tiles; nothing when a tile is missing. */
export function tiledInclusion(tree: TiledTree, index: number): readonly Uint8Array[] | undefined {
  const proof: (Uint8Array | undefined)[] = []
  let start = 0
  let end = tree.size
  if (!Number.isInteger(index) || index < 0 || index >= end) return undefined
  while (end - start > 1) {
    const cut = start + cutOf(end - start)
    if (index < cut) {
      proof.unshift(rangeRoot(tree, cut, end))
      end = cut
    } else {
      proof.unshift(rangeRoot(tree, start, cut))
      start = cut
    }
  }
  return complete(proof)
}

/** Proof that the first `size` leaves are the beginning of this tree. */
export function tiledConsistency(tree: TiledTree, size: number): readonly Uint8Array[] | undefined {
  const proof: (Uint8Array | undefined)[] = []
  let start = 0
  let end = tree.size
  if (!Number.isInteger(size) || size < 0 || size > end) return undefined
  if (size === 0 || size === end) return []
  while (size < end) {
    const cut = start + cutOf(end - start)
    if (size <= cut) {
      proof.unshift(rangeRoot(tree, cut, end))
      end = cut
    } else {
      proof.unshift(rangeRoot(tree, start, cut))
      start = cut
    }
  }
  // The beginning itself is known to the reader when it is one whole subtree from the first leaf.
  return complete(start === 0 ? proof : [rangeRoot(tree, start, end), ...proof])
}

/** Sixteen bits of length before each entry. */
export function writeEntries(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const parts = entries.map((entry) => {
    if (entry.length > 0xffff) throw new RangeError('an entry has less than 64 KiB')
    return concat(Uint8Array.of(entry.length >> 8, entry.length), entry)
  })
  return concat(...parts)
}

export function findEntries(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const [high, low] = bytes.subarray(at, at + 2)
    if (high === undefined || low === undefined) return undefined
    const end = at + 2 + high * 256 + low
    if (end > bytes.length) return undefined
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return entries.length <= tileWidth ? entries : undefined
}

/** Root of the leaves from `start` to before `end`; the start is a multiple of its power of two. */
function rangeRoot(tree: TiledTree, start: number, end: number): Uint8Array | undefined {
  const { size, read, hash = sm3Digest } = tree
  const count = end - start
  const cut = count === 1 ? 1 : cutOf(count) * 2
  if (cut !== count) {
    const middle = start + cutOf(count)
    const left = rangeRoot(tree, start, middle)
    const right = rangeRoot(tree, middle, end)
    return left === undefined || right === undefined ? undefined : treeRoot([left, right], hash)
  }
  const height = Math.log2(count)
  const level = Math.floor(height / tileHeight)
  const unit = tileWidth ** level
  const first = start / unit
  const index = Math.floor(first / tileWidth)
  const width = Math.min(tileWidth, Math.floor(size / unit) - index * tileWidth)
  const bytes = read({ level, index, width })
  if (bytes?.length !== width * hashSize) return undefined
  const from = first - index * tileWidth
  const hashes = hashesIn(bytes).slice(from, from + count / unit)
  return treeRoot(hashes, hash)
}

/** The largest power of two below `size`. */
function cutOf(size: number): number {
  let cut = 1
  while (cut * 2 < size) cut *= 2
  return cut
}

function complete(proof: readonly (Uint8Array | undefined)[]): readonly Uint8Array[] | undefined {
  const known = proof.filter((hash) => hash !== undefined)
  return known.length === proof.length ? known : undefined
}

function hashesIn(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: bytes.length / hashSize }, (_, i) =>
    bytes.subarray(i * hashSize, (i + 1) * hashSize),
  )
}

function indexPath(index: number): string {
  const last = String(index % 1000).padStart(3, '0')
  const higher = Math.floor(index / 1000)
  return higher === 0 ? last : `${higherPath(higher)}/${last}`
}

function higherPath(index: number): string {
  const part = `x${String(index % 1000).padStart(3, '0')}`
  const higher = Math.floor(index / 1000)
  return higher === 0 ? part : `${higherPath(higher)}/${part}`
}

function partialPath(width: number): string {
  return width === tileWidth ? '' : `.p/${width}`
}
