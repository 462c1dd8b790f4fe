// SPDX-License-Identifier: Apache-2.0
/** Exact rationals: scores and benchmarks never pass through binary floats. */

import Fraction from 'fraction.js'

export type Rational = Fraction

/** From an integer or from decimal text such as `0.85`; a float number is read as its text. */
export function rational(value: number | string | bigint): Rational {
  return new Fraction(typeof value === 'number' ? String(value) : value)
}

export const zero = rational(0)
export const one = rational(1)
export const hundred = rational(100)

export function sum(values: readonly Rational[]): Rational {
  return values.reduce((total, value) => total.add(value), zero)
}

/** The arithmetic mean; the caller proves there is at least one value. */
export function mean(values: readonly Rational[]): Rational {
  return sum(values).div(rational(values.length))
}

export function least(values: readonly Rational[]): Rational {
  return values.reduce((low, value) => (value.lt(low) ? value : low))
}

export function greatest(values: readonly Rational[]): Rational {
  return values.reduce((high, value) => (value.gt(high) ? value : high))
}

/** Decimal text with exactly `places` decimals, half up; half away from zero below it (RU-13). */
export function roundTo(value: Rational, places: number): string {
  const scale = 10n ** BigInt(places)
  const scaled = value.abs().mul(new Fraction(scale))
  const units = scaled.add(new Fraction(1n, 2n)).floor()
  const digits = units.toString().padStart(places + 1, '0')
  const sign = value.lt(zero) && units.gt(zero) ? '-' : ''
  const whole = digits.slice(0, digits.length - places)
  return places === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(-places)}`
}

/** The value after rounding to `places` decimals. */
export function rounded(value: Rational, places: number): Rational {
  return rational(roundTo(value, places))
}
