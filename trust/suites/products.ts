// SPDX-License-Identifier: Apache-2.0
/** Sums of products of points with public numbers, as every proof asks for them: one chain of doublings for all. */

import { basePoint, certainlyOn, type Point, fieldSize as p } from './curve.ts'
import { quickCurve } from './quick.ts'

export interface Product {
  readonly point: Point
  /** From 0 to one less than the order; never a secret, for time tells it. */
  readonly scalar: bigint
}

/** `x = X/Z²`, `y = Y/Z³`; infinity has `Z = 0`. Numbers are reduced, with either sign. */
interface Jacobian {
  readonly X: bigint
  readonly Y: bigint
  readonly Z: bigint
}

const infinity: Jacobian = { X: 1n, Y: 1n, Z: 0n }
/** Widths of the windows: for one product a table of one or eight is made, a kept one has 64. */
const [short, once, kept] = [2, 5, 8]
const shortBelow = 2n ** 32n
const often = new WeakSet<Point>()
const tables = new WeakMap<Point, readonly Jacobian[]>()

/** Has a table of this very point object kept, worth it from the second product on. */
export function withTable(point: Point): Point {
  often.add(point)
  return point
}

withTable(basePoint)

/** `s₁·P₁ + s₂·P₂ + …`; may be infinity. */
export function sumOfProducts(products: readonly Product[]): Point {
  const [sum] = sumsOfProducts([products])
  return sum ?? plainSum(products)
}

/** Several sums at once: a quick machine shares its one division among them. */
export function sumsOfProducts(lists: readonly (readonly Product[])[]): readonly Point[] {
  const quick = quickCurve()
  return quick === undefined
    ? lists.map(plainSum)
    : quick.sums(lists.map((list) => list.map((one) => ({ ...one, often: often.has(one.point) }))))
}

function tableOf(point: Point): readonly Jacobian[] | undefined {
  if (!often.has(point)) return undefined
  const known = tables.get(point) ?? oddMultiples(jacobian(point), kept)
  tables.set(point, known)
  return known
}

function plainSum(products: readonly Product[]): Point {
  const rows = products.map(({ point, scalar }) => {
    const table = tableOf(point)
    if (table !== undefined) return { table, digits: digitsOf(scalar, kept) }
    const width = scalar < shortBelow ? short : once
    return { table: oddMultiples(jacobian(point), width), digits: digitsOf(scalar, width) }
  })
  let sum = infinity
  for (let at = Math.max(0, ...rows.map(({ digits }) => digits.length)) - 1; at >= 0; at -= 1) {
    sum = doubled(sum)
    for (const { table, digits } of rows) {
      const digit = digits[at] ?? 0
      const multiple = table[Math.abs(digit) >> 1]
      if (digit === 0 || multiple === undefined) continue
      sum = added(sum, digit > 0 ? multiple : { ...multiple, Y: -multiple.Y })
    }
  }
  const { X, Y, Z } = sum
  return certainlyOn(X * Z, Y, Z * Z * Z)
}

/** Non-adjacent form, lowest digit first: odd digits below `2^(width−1)` between runs of zeros. */
function digitsOf(scalar: bigint, width: number): readonly number[] {
  const bits = Array.from(scalar.toString(2), Number).reverse()
  const zeros = Array.from({ length: width - 1 }, () => 0)
  const digits: number[] = []
  for (let [at, carry] = [0, 0]; at < bits.length || carry > 0; at = digits.length) {
    const low = (bits[at] ?? 0) + carry
    if (low !== 1) {
      digits.push(0)
      carry = low >> 1
      continue
    }
    const window = bits.slice(at, at + width).reduce((sum, bit, k) => sum + (bit << k), carry)
    carry = window >> (width - 1)
    digits.push(window - (carry << width), ...zeros)
  }
  return digits
}

/** P, 3P, 5P, … */
function oddMultiples(point: Jacobian, width: number): readonly Jacobian[] {
  const twice = doubled(point)
  const multiples = [point]
  for (let last = point; multiples.length < 1 << (width - 2); multiples.push(last)) {
    last = added(last, twice)
  }
  return multiples
}

/** From the coordinates of the library, where `x = X/Z`. */
function jacobian({ X, Y, Z }: Point): Jacobian {
  if (Z === 1n) return { X, Y, Z }
  return { X: (X * Z) % p, Y: (((Y * Z) % p) * Z) % p, Z }
}

/** `dbl-2001-b` of the Explicit-Formulas Database, for a = −3. */
function doubled({ X, Y, Z }: Jacobian): Jacobian {
  const delta = (Z * Z) % p
  const gamma = (Y * Y) % p
  const beta = (X * gamma) % p
  const alpha = (3n * (X - delta) * (X + delta)) % p
  const x = (alpha * alpha - 8n * beta) % p
  const y = (alpha * (4n * beta - x) - 8n * gamma * gamma) % p
  return { X: x, Y: y, Z: (2n * Y * Z) % p }
}

/** `add-2007-bl` and, where the second has Z = 1, `madd-2007-bl`; equal and opposite points too. */
function added(one: Jacobian, two: Jacobian): Jacobian {
  if (one.Z === 0n) return two
  if (two.Z === 0n) return one
  const square = (one.Z * one.Z) % p
  const plain = two.Z === 1n
  const other = plain ? 1n : (two.Z * two.Z) % p
  const u1 = plain ? one.X : (one.X * other) % p
  const s1 = plain ? one.Y : (((one.Y * two.Z) % p) * other) % p
  const h = (two.X * square - u1) % p
  const r = (((two.Y * one.Z) % p) * square - s1) % p
  if (h === 0n) return r === 0n ? doubled(one) : infinity
  const hh = (h * h) % p
  const hhh = (h * hh) % p
  const v = (u1 * hh) % p
  const x = (r * r - hhh - 2n * v) % p
  const y = (r * (v - x) - s1 * hhh) % p
  const z = plain ? one.Z * h : ((one.Z * two.Z) % p) * h
  return { X: x, Y: y, Z: z % p }
}
