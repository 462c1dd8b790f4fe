// SPDX-License-Identifier: Apache-2.0
/** Any threshold opens, fewer learn nothing, and whoever cheats is known by name. */

import { describe, expect, test } from 'vitest'
import { concat, hex, sameBytes, utf8 } from '../canonical/index.ts'
import {
  basePoint,
  curveOrder,
  findPoint,
  inverseOf,
  numberOf,
  type Point,
  pointBytes,
  reduced,
  shortPointBytes,
  sm2PublicKey,
  sm3Digest,
  sumOf,
  sumOfProducts,
} from '../suites/index.ts'
import {
  type Circle,
  combineShares,
  dealFault,
  dealOf,
  findDeal,
  holderFault,
  isCircle,
  type OpenedShare,
  openersFault,
  openShare,
  provePossession,
  secondBase,
  shareFault,
} from './index.ts'

const privateKeys = [1, 2, 3, 4, 5, 6, 7].map((i) => sm3Digest(utf8(`holder ${i}`)))
const publicKeys = privateKeys.map((key) => sm2PublicKey(key) ?? key)
const entropy = sm3Digest(utf8('entropy'))
const times = (point: Point, scalar: bigint) => sumOfProducts([{ point, scalar }])
const master = sm3Digest(utf8('master'))
const context = utf8('LZ2026-000123|1|all')
const circleOf = (n: number, threshold: number): Circle => ({
  holders: publicKeys.slice(0, n),
  threshold,
  context,
})

function openAll(deal: Uint8Array, circle: Circle): readonly OpenedShare[] {
  return privateKeys.flatMap((privateKey) => {
    const share = openShare({ privateKey, deal, entropy }, circle)
    return share === undefined ? [] : [share]
  })
}

function subsets<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]]
  return list.flatMap((first, i) =>
    subsets(list.slice(i + 1), size - 1).map((rest) => [first, ...rest]),
  )
}

const changed = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))

describe.each([
  [3, 2, 357],
  [5, 3, 584],
  [7, 4, 811],
])('a deal to %i holders of whom %i open', (n, threshold, size) => {
  const circle = circleOf(n, threshold)
  const { deal, secret } = dealOf(master, circle)
  const shares = openAll(deal, circle)

  test('has its size, holds, and comes out the same again', () => {
    expect(deal).toHaveLength(size)
    expect(dealFault(deal, circle)).toBeUndefined()
    expect(dealOf(master, circle).deal).toEqual(deal)
  })

  test('opens to every threshold of them', () => {
    expect(shares).toHaveLength(n)
    for (const share of shares) expect(shareFault(share, deal, circle)).toBeUndefined()
    for (const some of subsets(shares, threshold)) {
      expect(hex(combineShares(some, circle) ?? master)).toBe(hex(secret))
    }
  })

  test('does not open to fewer, nor to one who comes twice', () => {
    const few = shares.slice(0, threshold - 1)
    expect(combineShares(few, circle)).toBeUndefined()
    const [first] = few
    if (first !== undefined) expect(combineShares([...few, first], circle)).toBeUndefined()
    const guess = combineShares(few, { ...circle, threshold: threshold - 1 })
    expect(guess === undefined || sameBytes(guess, secret)).toBe(false)
  })

  test('leaves any other secret as likely to fewer than the threshold', () => {
    // For whatever secret, one last share exists that leads to it: these shares do not choose.
    const few = shares.slice(0, threshold - 1)
    const other = times(basePoint, numberOf(sm3Digest(utf8('another secret'))))
    const indices = [...few.map(({ index }) => BigInt(index)), BigInt(n)]
    const weight = (i: bigint) =>
      indices
        .filter((j) => j !== i)
        .reduce((product, j) => reduced(product * j * inverseOf(reduced(j - i))), 1n)
    const rest = few.map(({ share, index }) => {
      const point = findPoint(share) ?? basePoint
      return times(point, reduced(curveOrder - weight(BigInt(index))))
    })
    const last = times(sumOf([other, ...rest]), inverseOf(weight(BigInt(n))))
    const made = { index: n, share: shortPointBytes(last), proof: entropy }
    expect(combineShares([...few, made], circle)).toEqual(pointBytes(other).subarray(1))
    expect(shareFault(made, deal, circle)).toBe('SHARE_PROOF')
  })
})

describe('a deal that cheats', () => {
  const circle = circleOf(3, 2)
  const { deal } = dealOf(master, circle)
  const stride = 33 + 64

  test('in one share is refused before anything is opened', () => {
    const read = findDeal(deal, circle)
    const [first] = read?.shares ?? []
    if (first === undefined) throw new Error('our own deal is not read')
    const shifted = shortPointBytes(sumOf([first.share, basePoint]))
    const forged = concat(deal.subarray(0, 66), shifted, deal.subarray(99))
    expect(dealFault(forged, circle)).toBe('DEAL_INVALID')
  })

  test('by exchanging two holders, or commitments, is refused', () => {
    const [one, two] = [deal.subarray(66, 66 + stride), deal.subarray(66 + stride, 66 + 2 * stride)]
    const swapped = concat(deal.subarray(0, 66), two, one, deal.subarray(66 + 2 * stride))
    expect(dealFault(swapped, circle)).toBe('DEAL_INVALID')
    const turned = concat(deal.subarray(33, 66), deal.subarray(0, 33), deal.subarray(66))
    expect(dealFault(turned, circle)).toBe('DEAL_INVALID')
  })

  test('in any byte, by size, or from another context is refused', () => {
    for (let at = 0; at < deal.length; at += 31) {
      expect(dealFault(changed(deal, at), circle)).toBe('DEAL_INVALID')
    }
    expect(dealFault(deal.subarray(1), circle)).toBe('DEAL_INVALID')
    expect(dealFault(deal, { ...circle, context: utf8('another') })).toBe('DEAL_INVALID')
    expect(dealFault(deal, circleOf(3, 3))).toBe('DEAL_INVALID')
  })

  test('gives other numbers to another circle, so that no nonce serves twice', () => {
    const others = { ...circle, holders: publicKeys.slice(2, 5) }
    expect(dealOf(master, others).deal.subarray(0, 33)).not.toEqual(deal.subarray(0, 33))
  })
})

describe('a share that lies', () => {
  const circle = circleOf(3, 2)
  const { deal } = dealOf(master, circle)
  const [first, second] = openAll(deal, circle)
  if (first === undefined || second === undefined) throw new Error('holders open')

  test('is known by its proof', () => {
    const shifted = sumOf([findPoint(first.share) ?? basePoint, basePoint])
    const lie = { ...first, share: shortPointBytes(shifted) }
    expect(shareFault(lie, deal, circle)).toBe('SHARE_PROOF')
    expect(shareFault({ ...first, index: 2 }, deal, circle)).toBe('SHARE_PROOF')
    expect(shareFault({ ...first, index: 0 }, deal, circle)).toBe('SHARE_PROOF')
    expect(shareFault({ ...first, share: second.share }, deal, circle)).toBe('SHARE_PROOF')
    for (let at = 0; at < 64; at += 7) {
      const proof = changed(first.proof, at)
      expect(shareFault({ ...first, proof }, deal, circle)).toBe('SHARE_PROOF')
    }
    expect(shareFault({ ...first, proof: first.proof.subarray(1) }, deal, circle)).toBe(
      'SHARE_PROOF',
    )
  })

  test('cannot come from a stranger', () => {
    expect(openShare({ privateKey: master, deal, entropy }, circle)).toBeUndefined()
    expect(openShare({ privateKey: entropy, deal: deal.subarray(1), entropy }, circle)).toBe(
      undefined,
    )
  })
})

describe('a circle', () => {
  test('has a majority threshold and real, different keys', () => {
    expect(isCircle(circleOf(3, 2))).toBe(true)
    expect(isCircle(circleOf(4, 2))).toBe(false)
    expect(isCircle(circleOf(3, 4))).toBe(false)
    expect(isCircle(circleOf(3, 1.5))).toBe(false)
    const [one = entropy, two = entropy] = publicKeys
    expect(isCircle({ ...circleOf(3, 2), holders: [one, two, one] })).toBe(false)
    expect(isCircle({ ...circleOf(3, 2), holders: [one, two, changed(one, 20)] })).toBe(false)
    expect(() => dealOf(master, circleOf(4, 2))).toThrow('circle')
    expect(dealFault(master, circleOf(4, 2))).toBe('DEAL_INVALID')
  })

  test('knows its holders by possession, and lets no institution open alone', () => {
    const holders = ['代理', '公证处', '审计局'].map((institution, i) => {
      const privateKey = privateKeys[i] ?? master
      const publicKey = publicKeys[i] ?? master
      const possession = provePossession({ privateKey, publicKey, context, entropy })
      return { institution, publicKey, possession }
    })
    const rules = { threshold: 2, context }
    expect(holderFault(holders, rules)).toBeUndefined()
    expect(holderFault(holders, { ...rules, context: utf8('another') })).toBe('HOLDER_KEY')
    const joined = holders.map((holder, i) => (i < 2 ? { ...holder, institution: '代理' } : holder))
    expect(holderFault(joined, rules)).toBe('HOLDER_SOD')
    expect(openersFault(holders.slice(0, 2), 2)).toBeUndefined()
    expect(openersFault(joined.slice(0, 2), 2)).toBe('HOLDER_SOD')
  })
})

test('the second base is where it has always been', () => {
  expect(hex(shortPointBytes(secondBase))).toBe(
    '024e7ccf7a4c5c9eac1d63c067775f5b472312968b0f43963ea2178e334a5673d3',
  )
})
