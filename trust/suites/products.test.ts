// SPDX-License-Identifier: Apache-2.0
/** The quick way comes to the same points as the library, at the edges too. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../canonical/index.ts'
import {
  basePoint,
  curveOrder,
  isInfinity,
  numberOf,
  type Point,
  reduced,
  sm3Digest,
  sumOf,
  sumOfProducts,
  timesSecret,
  withTable,
} from './index.ts'

const numberFrom = (label: string) => reduced(numberOf(sm3Digest(utf8(label))))
const points = [0, 1, 2].map((i) => timesSecret(basePoint, numberFrom(`point ${i}`)))
const [one = basePoint, two = basePoint] = points
const tabled = withTable(timesSecret(basePoint, numberFrom('kept')))

/** By the library alone, whose products know no zero. */
const times = (point: Point, scalar: bigint) =>
  scalar === 0n ? sumOf([]) : timesSecret(point, scalar)
const scalars = fc.oneof(
  fc.bigInt({ min: 0n, max: curveOrder - 1n }),
  fc.bigInt({ min: 0n, max: 40n }),
  fc.bigInt({ min: 0n, max: 40n }).map((n) => curveOrder - 1n - n),
  fc.nat(255).map((n) => 2n ** BigInt(n)),
)

test('any two products, of points with a table or without one', () => {
  const any = fc.constantFrom(...points, tabled, basePoint, sumOf([one, two]))
  fc.assert(
    fc.property(any, scalars, any, scalars, (p, s, q, t) => {
      const sum = sumOfProducts([
        { point: p, scalar: s },
        { point: q, scalar: t },
      ])
      return sum.equals(sumOf([times(p, s), times(q, t)]))
    }),
    { seed: 7, numRuns: 150 },
  )
})

test('equal points double, opposite ones vanish, and nothing is nothing', () => {
  const twice = [one, one].map((point) => ({ point, scalar: 1n }))
  expect(sumOfProducts(twice).equals(one.double())).toBe(true)
  const opposite = { point: one, scalar: curveOrder - 1n }
  expect(isInfinity(sumOfProducts([{ point: one, scalar: 1n }, opposite]))).toBe(true)
  const none = sumOf([])
  const both = [none, two].map((point) => ({ point, scalar: 5n }))
  expect(sumOfProducts(both).equals(times(two, 5n))).toBe(true)
  expect(isInfinity(sumOfProducts([{ point: none, scalar: 3n }]))).toBe(true)
  expect(isInfinity(sumOfProducts([]))).toBe(true)
})
