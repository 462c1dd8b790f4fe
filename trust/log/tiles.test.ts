// SPDX-License-Identifier: Apache-2.0
/** Tiles hold the same tree as the list of leaves, and proofs out of them are the same proofs. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex, u32, utf8 } from '../canonical/index.ts'
import { sha256Digest, sm3Digest } from '../suites/index.ts'
import {
  appended,
  base64,
  consistencyProof,
  edgeRoot,
  emptyEdge,
  entriesPath,
  findBase64,
  findEntries,
  findTilePath,
  inclusionProof,
  leafHash,
  type Tile,
  type TreeEdge,
  tiledConsistency,
  tiledInclusion,
  tilePath,
  treeRoot,
  writeEntries,
} from './index.ts'

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(u32(i)))

function grow(steps: readonly number[]) {
  const files = new Map<string, Uint8Array>()
  let edge: TreeEdge = emptyEdge
  for (const step of steps) {
    const growth = appended(edge, leaves.slice(edge.size, edge.size + step))
    for (const tile of growth.tiles) files.set(tilePath(tile), tile.bytes)
    edge = growth.edge
  }
  return { edge, files, read: (tile: Tile) => files.get(tilePath(tile)) }
}

describe('the edge', () => {
  test('has the root of the tree after any steps', () => {
    for (let size = 0; size <= 40; size++) {
      expect(edgeRoot(grow(Array.from({ length: size }, () => 1)).edge)).toEqual(
        treeRoot(leaves.slice(0, size)),
      )
    }
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 700 }), { maxLength: 6 }), (steps) => {
        const { edge } = grow(steps)
        expect(edge.size).toBe(steps.reduce((sum, step) => sum + step, 0))
        expect(edgeRoot(edge)).toEqual(treeRoot(leaves.slice(0, edge.size)))
      }),
      { seed: 71, numRuns: 25 },
    )
  })

  test('goes beyond two levels of tiles, and speaks the other hash as well', () => {
    const { edge, files } = grow([65_530, 10, 300])
    expect(hex(edgeRoot(edge))).toBe(hex(treeRoot(leaves.slice(0, edge.size))))
    expect(files.has('tile/2/000.p/1')).toBe(true)
    expect(files.has('tile/1/000')).toBe(true)
    expect(files.has('tile/0/255')).toBe(true)
    const twin = [1, 2, 3].map((i) => leafHash(u32(i), sha256Digest))
    expect(edgeRoot(appended(emptyEdge, twin, sha256Digest).edge, sha256Digest)).toEqual(
      treeRoot(twin, sha256Digest),
    )
  })
})

describe('proofs out of tiles', () => {
  const { edge, read } = grow([300, 300, 77])
  const tree = { size: edge.size, read }
  const list = leaves.slice(0, edge.size)

  test('are those of the list', () => {
    for (let index = 0; index < edge.size; index += 13) {
      expect(tiledInclusion(tree, index)).toEqual(inclusionProof(list, index))
      expect(tiledConsistency(tree, index)).toEqual(consistencyProof(list, index))
    }
    expect(tiledConsistency(tree, edge.size)).toEqual([])
  })

  test('do not come out of what is missing, cut or outside', () => {
    expect(tiledInclusion({ ...tree, read: () => undefined }, 5)).toBeUndefined()
    expect(tiledInclusion({ ...tree, read: (tile) => read(tile)?.subarray(1) }, 5)).toBeUndefined()
    for (const bad of [-1, 0.5, edge.size]) expect(tiledInclusion(tree, bad)).toBeUndefined()
    expect(tiledConsistency(tree, edge.size + 1)).toBeUndefined()
  })
})

describe('the form of outside tools', () => {
  test.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 1, index: 67, width: 5 }, 'tile/1/067.p/5'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 1000, width: 1 }, 'tile/0/x001/000.p/1'],
  ])('%j lies at %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path)
    const entries = path.replace(/^tile\/\d/, 'tile/entries')
    expect(entriesPath(tile)).toBe(entries)
    expect(findTilePath(path)).toEqual({ kind: 'tile', tile })
    expect(findTilePath(entries)).toEqual({ kind: 'entries', tile: { ...tile, level: 0 } })
  })

  test.each([
    'tile/0/1',
    'tile/00/001',
    'tile/0/x000/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/01',
    'tile/0/001/',
    'tile/entries/../001',
  ])('nothing lies at %s', (path) => {
    expect(findTilePath(path)).toBeUndefined()
  })

  test('entries come back, and cut ones do not', () => {
    const entries = [utf8(''), utf8('一'), new Uint8Array(65_535)]
    const bytes = writeEntries(entries)
    expect(findEntries(bytes)?.map((entry) => entry.length)).toEqual([0, 3, 65_535])
    expect(findEntries(bytes.subarray(0, -1))).toBeUndefined()
    expect(findEntries(bytes.subarray(0, 1))).toBeUndefined()
    expect(findEntries(new Uint8Array(2 * 257))).toBeUndefined()
    expect(() => writeEntries([new Uint8Array(65_536)])).toThrow('64 KiB')
  })

  test('base64 is that of the platform, in one spelling', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(findBase64(base64(bytes))).toEqual(bytes)
      }),
      { seed: 73 },
    )
    for (const bad of ['a', 'ab', 'abc', 'ab=', 'ab==c', 'a-==', 'ab==\n', 'aR==', 'aaR=']) {
      expect(findBase64(bad)).toBeUndefined()
    }
    expect(findBase64('')).toEqual(new Uint8Array(0))
    expect(sm3Digest(new Uint8Array(0))).toHaveLength(32)
  })
})
