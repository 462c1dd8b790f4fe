// SPDX-License-Identifier: Apache-2.0
/** The tree against its recursive definition, the reference roots, and forged proofs. */

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { concat, findBytes, hex, utf8 } from '../canonical/index.ts'
import { type Hash, sm3Digest } from '../suites/index.ts'
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

const sha256: Hash = (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest())
const leaves = Array.from({ length: 65 }, (_, i) => leafHash(utf8(`第${i}条`)))

/** RFC 9162 §2.1.1, word by word: MTH over entries whose hashes are already taken. */
function naiveRoot(list: readonly Uint8Array[]): Uint8Array {
  if (list.length === 0) return sm3Digest(utf8(''))
  const [first] = list
  if (list.length === 1 && first !== undefined) return first
  const k = 2 ** Math.floor(Math.log2(list.length - 1))
  const parts = [naiveRoot(list.slice(0, k)), naiveRoot(list.slice(k))]
  return sm3Digest(concat(Uint8Array.of(1), ...parts))
}

function changed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte))
}

describe('roots', () => {
  test('the reference inputs have the reference roots under SHA-256', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    ]
    const hashes = inputs.map((input) => leafHash(findBytes(input) ?? utf8('?'), sha256))
    expect(hashes.map((_, i) => hex(treeRoot(hashes.slice(0, i + 1), sha256)))).toEqual(roots)
  })

  test('up to 64 leaves the root is that of the definition', () => {
    for (let size = 0; size <= 64; size++) {
      expect(treeRoot(leaves.slice(0, size))).toEqual(naiveRoot(leaves.slice(0, size)))
    }
  })
})

describe('inclusion', () => {
  test('up to 64 leaves every leaf is proved, and in no other place or tree', () => {
    for (let size = 1; size <= 64; size++) {
      const part = leaves.slice(0, size)
      const root = treeRoot(part)
      part.forEach((leaf, index) => {
        const proof = inclusionProof(part, index)
        const claim = { leaf, index, size, proof, root }
        expect(verifyInclusion(claim)).toBe(true)
        expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false)
        expect(verifyInclusion({ ...claim, leaf: changed(leaf) })).toBe(false)
        expect(verifyInclusion({ ...claim, root: changed(root) })).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [...proof, root] })).toBe(false)
        if (size > 1) expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false)
      })
    }
  })

  test('places that are no places are refused', () => {
    const root = treeRoot(leaves.slice(0, 2))
    const claim = { leaf: root, index: 0, size: 1, proof: [], root }
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, index: -1 })).toBe(false)
    expect(verifyInclusion({ ...claim, index: 0.5 })).toBe(false)
    expect(verifyInclusion({ ...claim, size: 0 })).toBe(false)
  })
})

describe('consistency', () => {
  test('up to 64 leaves every beginning is proved, and no changed one', () => {
    for (let secondSize = 1; secondSize <= 64; secondSize++) {
      const whole = leaves.slice(0, secondSize)
      const secondRoot = treeRoot(whole)
      for (let firstSize = 0; firstSize <= secondSize; firstSize++) {
        const firstRoot = treeRoot(whole.slice(0, firstSize))
        const proof = consistencyProof(whole, firstSize)
        const claim = { firstSize, firstRoot, secondSize, secondRoot, proof }
        expect(verifyConsistency(claim)).toBe(true)
        expect(verifyConsistency({ ...claim, firstRoot: changed(firstRoot) })).toBe(false)
        expect(verifyConsistency({ ...claim, proof: [...proof, firstRoot] })).toBe(false)
        if (firstSize > 0) {
          expect(verifyConsistency({ ...claim, secondRoot: changed(secondRoot) })).toBe(false)
        }
      }
    }
  })

  test('a tree with one early leaf exchanged is not a continuation', () => {
    const forged = leaves.map((leaf, i) => (i === 2 ? changed(leaf) : leaf))
    const claim = {
      firstSize: 7,
      firstRoot: treeRoot(leaves.slice(0, 7)),
      secondSize: 20,
      secondRoot: treeRoot(forged.slice(0, 20)),
      proof: consistencyProof(forged.slice(0, 20), 7),
    }
    expect(verifyConsistency(claim)).toBe(false)
  })

  test('an empty proof proves no growth', () => {
    const root = treeRoot(leaves.slice(0, 4))
    const claim = { firstSize: 4, firstRoot: root, secondSize: 5, secondRoot: root, proof: [] }
    expect(verifyConsistency(claim)).toBe(false)
    expect(verifyConsistency({ ...claim, firstSize: 6 })).toBe(false)
  })
})
