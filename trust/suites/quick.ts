// SPDX-License-Identifier: Apache-2.0
/** A quicker machine for public numbers, if the program has one: the same answers, and never a secret (ADR 15). */

import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js'

/** The same as the curve's, whose reading of short points asks here. */
type Point = WeierstrassPoint<bigint>

export interface PublicProduct {
  readonly point: Point
  /** From 0 to one less than the order; never a secret, for time tells it. */
  readonly scalar: bigint
  /** Whether a table of this point object is worth keeping. */
  readonly often: boolean
}

export interface QuickCurve {
  /** One point for each list; may be infinity. */
  sums(lists: readonly (readonly PublicProduct[])[]): readonly Point[]
  /** The even y over an x below the prime; nothing where no point has it. */
  evenY(x: bigint): bigint | undefined
}

let quick: QuickCurve | undefined

/** Chosen once, when the program starts; without it the plain code reckons the same. */
export function setQuickCurve(curve: QuickCurve | undefined): void {
  quick = curve
}

export function quickCurve(): QuickCurve | undefined {
  return quick
}
