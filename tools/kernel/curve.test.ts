// SPDX-License-Identifier: Apache-2.0
/** The curve kernel, compiled from its source, against the curve library: any input, and the edges. */

import { kernelCurve } from '@gongxin/trust/kernel'
import {
  basePoint,
  curveOrder,
  fieldSize,
  findPoint,
  isInfinity,
  numberBytes,
  type Point,
  type PublicProduct,
  type QuickCurve,
  reduced,
  sumOf,
  timesSecret,
} from '@gongxin/trust/suites'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { compileCurve } from './index.ts'

let curve: QuickCurve

beforeAll(async () => {
  curve = kernelCurve(await compileCurve())
}, 60_000)

/** By the library alone, whose products know no zero. */
const times = (point: Point, scalar: bigint) =>
  scalar === 0n || isInfinity(point) ? sumOf([]) : timesSecret(point, scalar)
const byLibrary = (list: readonly PublicProduct[]) =>
  sumOf(list.map(({ point, scalar }) => times(point, scalar)))

const scalars = fc.oneof(
  fc.bigInt({ min: 0n, max: curveOrder - 1n }),
  fc.bigInt({ min: 0n, max: 40n }),
  fc.bigInt({ min: 0n, max: 40n }).map((n) => curveOrder - 1n - n),
  fc.nat(255).map((n) => 2n ** BigInt(n)),
  fc.nat(255).map((n) => 2n ** BigInt(n) - 1n),
  fc.constantFrom(2n ** 32n - 1n, 2n ** 32n, 2n ** 64n - 1n, 2n ** 128n, 2n ** 192n),
)
const fewPoints = [3n, 5n, curveOrder - 3n, curveOrder - 1n, 2n ** 64n].map((n) =>
  times(basePoint, n),
)
const points = fc.oneof(
  fc.constantFrom(basePoint, ...fewPoints, sumOf([])),
  fc.bigInt({ min: 1n, max: curveOrder - 1n }).map((n) => times(basePoint, n)),
)
const products = fc.record({ point: points, scalar: scalars, often: fc.boolean() })

test('sums are those of the library: equal, opposite and infinite points, zero and the order less one', () => {
  const lists = fc.array(fc.array(products, { maxLength: 3 }), { maxLength: 3 })
  fc.assert(
    fc.property(lists, (some) => {
      const ours = curve.sums(some)
      return (
        ours.length === some.length &&
        some.every((list, i) => ours[i]?.equals(byLibrary(list)) === true)
      )
    }),
    { seed: 11, numRuns: 700 },
  )
}, 120_000)

test('a point meets itself, its opposite and nothing on every way through the sum', () => {
  for (const often of [false, true]) {
    for (const [m, n] of [
      [1n, 1n],
      [1n, -1n],
      [2n, -1n],
      [5n, 5n],
      [7n, -7n],
      [0n, 0n],
      [31n, -62n],
    ]) {
      const list = [m ?? 0n, n ?? 0n].map((scalar, i) => ({
        point: times(basePoint, BigInt(i + 1)),
        scalar: reduced(scalar),
        often,
      }))
      expect(curve.sums([list])[0]?.equals(byLibrary(list))).toBe(true)
    }
  }
})

test('more tables than there is place for, and more sums than go at once, come out the same', () => {
  const many = Array.from({ length: 150 }, (_, i) => [
    { point: times(basePoint, BigInt(i + 2)), scalar: curveOrder - BigInt(i + 1), often: true },
  ])
  for (let turn = 0; turn < 2; turn += 1) {
    const sums = curve.sums(many)
    expect(many.every((list, i) => sums[i]?.equals(byLibrary(list)))).toBe(true)
  }
  const wide = Array.from({ length: 129 }, () => ({ point: basePoint, scalar: 1n, often: false }))
  expect(curve.sums([wide.slice(1)])[0]?.equals(times(basePoint, 128n))).toBe(true)
  expect(() => curve.sums([wide])).toThrow(RangeError)
})

test('the even y over an x is that of the library, and where no point is there is none', () => {
  const edges = [0n, 1n, 2n, 3n, fieldSize - 1n, fieldSize - 2n, 2n ** 255n, curveOrder]
  const xs = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: 0n, max: fieldSize - 1n }))
  let found = 0
  fc.assert(
    fc.property(xs, (x) => {
      const known = findPoint(Uint8Array.of(2, ...numberBytes(x)))
      if (known !== undefined) found += 1
      return curve.evenY(x) === known?.y
    }),
    { seed: 5, numRuns: 600 },
  )
  expect(found).toBeGreaterThan(200)
  expect(found).toBeLessThan(400)
})
