// SPDX-License-Identifier: Apache-2.0
/** The SM2 curve (GB/T 32918.5): its points and the numbers below its order, strictly read. */

import { type WeierstrassPoint, weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { concat, findBytes, hex } from '../canonical/index.ts'
import { type QuickCurve, quickCurve } from './quick.ts'

/** A point other than infinity unless said otherwise; arithmetic is that of the curve library. */
export type Point = WeierstrassPoint<bigint>

/** The prime of the field; coordinates are numbers below it. */
export const fieldSize = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
/** How many points there are: scalars run from 1 to one less. */
export const curveOrder = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const a = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n

// The library may blind a secret scalar with chance of the machine; no result depends on it.
const Curve = weierstrass({
  p: fieldSize,
  n: curveOrder,
  h: 1n,
  a,
  b,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
})

export const basePoint: Point = Curve.BASE
export const scalarSize = 32
/** `a ‖ b ‖ Gx ‖ Gy`, as every identity digest begins with them. */
export const curveBytes = concat(
  ...[a, b, Curve.BASE.x, Curve.BASE.y].map((value) => numberBytes(value)),
)

/** Reads `04 ‖ x ‖ y` or `02|03 ‖ x`: on the curve, coordinates in range, never infinity. */
export function findPoint(bytes: Uint8Array): Point | undefined {
  const [form] = bytes
  const whole = form === 4 && bytes.length === 65
  const short = (form === 2 || form === 3) && bytes.length === 33
  if (!whole && !short) return undefined
  const quick = quickCurve()
  if (quick !== undefined && short) return liftedBy(quick, numberOf(bytes.subarray(1)), form === 3)
  try {
    return Curve.fromBytes(bytes)
  } catch {
    return undefined
  }
}

/** The same point by the quick machine, which reckons the root of a short one. */
function liftedBy(quick: QuickCurve, x: bigint, odd: boolean): Point | undefined {
  const y = x < fieldSize ? quick.evenY(x) : undefined
  // No point has y = 0, for the order is odd.
  return y === undefined ? undefined : new Curve(x, odd ? fieldSize - y : y, 1n)
}

export function pointBytes(point: Point): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(point.toBytes(false))
}

export function shortPointBytes(point: Point): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(point.toBytes(true))
}

export function samePoint(one: Point, other: Point): boolean {
  return one.equals(other)
}

/** For scalars that must stay secret: the slower way that gives away less. */
export function timesSecret(point: Point, scalar: bigint): Point {
  return point.multiply(scalar)
}

export function sumOf(points: readonly Point[]): Point {
  return points.reduce((sum, point) => sum.add(point), Curve.ZERO)
}

export function isInfinity(point: Point): boolean {
  return point.is0()
}

/** A point that was reckoned from points of the curve, by `x = X/Z` and `y = Y/Z`; infinity has `Z = 0`. */
export function certainlyOn(X: bigint, Y: bigint, Z: bigint): Point {
  const { Fp } = Curve
  return Fp.create(Z) === 0n ? Curve.ZERO : new Curve(Fp.create(X), Fp.create(Y), Fp.create(Z))
}

/** Pays once for a table, so that many products of one point with secrets become four times as fast. */
export function prepared(point: Point): Point {
  return point.precompute(8)
}

/** A private key or a part of a signature: 32 bytes, from 1 to one less than the order. */
export function findScalar(bytes: Uint8Array): bigint | undefined {
  if (bytes.length !== scalarSize) return undefined
  const value = numberOf(bytes)
  return value > 0n && value < curveOrder ? value : undefined
}

/** Near-uniform from at least 40 random bytes: the remainder favours nothing by more than 2⁻⁶⁴. */
export function scalarFrom(wide: Uint8Array): bigint {
  if (wide.length < 40) throw new RangeError('a scalar is drawn from at least 40 bytes')
  return 1n + (numberOf(wide) % (curveOrder - 1n))
}

export function reduced(value: bigint): bigint {
  const rest = value % curveOrder
  return rest < 0n ? rest + curveOrder : rest
}

export function inverseOf(scalar: bigint): bigint {
  return Curve.Fn.inv(scalar)
}

export function numberOf(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${hex(bytes)}`)
}

/** Thirty-two bytes, big-endian. */
export function numberBytes(value: bigint): Uint8Array<ArrayBuffer> {
  const bytes = findBytes(value.toString(16).padStart(2 * scalarSize, '0'))
  if (bytes?.length !== scalarSize || value < 0n) throw new RangeError('a number has 32 bytes')
  return Uint8Array.from(bytes)
}
