// SPDX-License-Identifier: Apache-2.0
/** SBID/1, PVSS/1 and VAULT/1 as a second program wrote them from the pages of these formats. */

import { describe, expect, test } from 'vitest'
import { concat, hex, u32, utf8 } from '../canonical/index.ts'
import {
  beginSealing,
  circleOf,
  finishSealing,
  partKey,
  pushContent,
  stageKeyCommitment,
  wrapStage,
} from '../seal/index.ts'
import { dealOf } from '../sharing/index.ts'
import { basePoint, pointBytes, sm2PublicKey, sm3Digest, timesSecret } from '../suites/index.ts'
import {
  rootOf,
  slotOrder,
  slotValue,
  superRoot,
  superTree,
  vaultLevels,
  vaultOf,
} from '../vault/index.ts'

const master = Uint8Array.from({ length: 32 }, (_, i) => i)
const place = { tender: 'LZ2026-000123', lot: '1', stage: 'all' }
const content = utf8('{"priceFen":9800000000}')

describe('SBID/1', () => {
  const key = partKey(master, place, 0)
  const begun = beginSealing(
    { ...place, j: 0, kind: 'form', contentLength: content.length },
    master,
  )
  const { chunks, part } = finishSealing(pushContent(begun, content).state)

  test('keys', () => {
    expect(hex(key.content)).toBe('c5b2cb88231bfd5a5f58c0517a2d3d80')
    expect(hex(key.nonce)).toBe('50f92f52f5e967')
    expect(hex(part.partKC)).toBe(
      'e0e5240246f5d6c3510709fb1e031fe72add5813bc84c1423b47db34f1108cdb',
    )
    expect(hex(stageKeyCommitment(master, place))).toBe(
      '2d518c205e493ad8d288155ee83e3c1f2324d379fe65459d924a821c1362b99a',
    )
  })

  test('the opening form', () => {
    const all = concat(...chunks, ...pushContent(begun, content).chunks)
    expect(hex(all)).toBe(
      '706b81a0afea973fe8222774d13b97bb5449bdbf7bc4215c53723560e48a3e49f889140d033a012ab32c02240c72e011',
    )
    expect(hex(part.partRoot)).toBe(
      'db0e261ea29eb34cd2f4521ad6cf6067d793f42c8454a90a7e6c2c683503450d',
    )
  })
})

describe('PVSS/1 under SBID/1', () => {
  const scalar = (n: number) => concat(new Uint8Array(28), u32(n))
  const holders = [1001, 1002, 1003].map((n) => sm2PublicKey(scalar(n)) ?? scalar(n))
  const holding = { holders, threshold: 2 }
  const ticketKey = pointBytes(timesSecret(basePoint, 777n))

  test('a deal and its secret', () => {
    const { deal, secret } = dealOf(master, circleOf(place, ticketKey, holding))
    expect(deal).toHaveLength(357)
    expect(hex(sm3Digest(deal))).toBe(
      '24ba4400d1c73bb2da28a7351c0db432b2d51f8abff2e7aa3254fb8ebad4013f',
    )
    expect(hex(sm3Digest(secret))).toBe(
      'e159ea318b94d22d0ae1b18e1265cfb3b3c0992c2ec934779c0fa96d9d909f2c',
    )
  })

  test('the wrapped master', () => {
    const bidderKey = ticketKey
    const wrapped = wrapStage({ place, ticketKey, master, bidderKey, entropy: master, ...holding })
    expect(hex(wrapped.wrapB.wrappedM)).toBe(
      '0caff83ac4b8a427222f69af4c899ef9b71bef13b8b181904599c4d2e1ef5761bae8af65cd1b2543bcacae7e28959d6d',
    )
  })
})

describe('VAULT/1', () => {
  const seed = new Uint8Array(32).fill(5)
  const version = {
    verNo: 1,
    action: 'submit',
    commitment: new Uint8Array(32).fill(8),
    ticketSig: new Uint8Array(64).fill(9),
  } as const
  const value = slotValue(version, new Uint8Array(32))
  const root = rootOf(vaultLevels(vaultOf(seed, 4), 29_000_000, new Map([[2, value]])))

  test('a slot, a vault and the city', () => {
    expect(hex(value)).toBe('1e5db69debf07171d68899abbd54e3eb82e1ca7bd59880938f3a2b137a8d401a')
    expect(hex(root)).toBe('d80b5adb73e486dcb80b8fffc98fa415fe415edcbe468e0b8aebe5683b490677')
    expect(hex(superRoot(superTree(new Map([[4711, root]]))))).toBe(
      'd93f9dd79d6f6d72d5d3589d5be75e6b4f8e576147b1d2d5d7dab0eb1ec9b7be',
    )
  })

  test('the order of slots', () => {
    expect(slotOrder({ seed, capacity: 8 })).toEqual([3, 0, 5, 4, 7, 1, 6, 2])
  })
})
