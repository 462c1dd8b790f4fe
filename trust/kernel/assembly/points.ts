// SPDX-License-Identifier: Apache-2.0
/** Points: affine `x ‖ y`, and Jacobian `X ‖ Y ‖ Z` with `x = X/Z²`, `y = Y/Z³`, Z zero at infinity. */

import { CHAIN, HANDS } from './curve-places'
import { add, copy, mul, settle, SIZE, sqr, sub, thrice } from './field'
import { invert, isZero, ONE } from './numbers'

export const AFFINE: usize = 2 * SIZE
export const JACOBIAN: usize = 3 * SIZE

const A = HANDS
const B = HANDS + SIZE
const C = HANDS + 2 * SIZE
const D = HANDS + 3 * SIZE
const E = HANDS + 4 * SIZE
const F = HANDS + 5 * SIZE
const G = HANDS + 6 * SIZE
const H = HANDS + 7 * SIZE
const I = HANDS + 8 * SIZE
const J = HANDS + 9 * SIZE

/** Infinity is written with nine zeros, never with another multiple of p. */
export function isInfinite(a: usize): bool {
  const z = a + 2 * SIZE
  let all: i32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) all |= load<i32>(z + i)
  return all == 0
}

export function makeInfinite(to: usize): void {
  memory.fill(to, 0, JACOBIAN)
}

/** In place, for a = −3. No point of this curve has y = 0, for their number is odd. */
export function double(x: usize): void {
  const y = x + SIZE
  const z = y + SIZE
  sqr(A, z)
  sqr(B, y)
  mul(C, x, B)
  sub(D, x, A)
  add(E, x, A)
  mul(D, D, E)
  thrice(D, D)
  add(E, y, y)
  mul(z, E, z)
  sqr(E, D)
  settle(x, E, 1, C, -8)
  settle(C, C, 4, x, -1)
  mul(C, D, C)
  sqr(B, B)
  settle(y, C, 1, B, -8)
}

/** An affine point to a Jacobian one, in place. */
export function addAffine(x: usize, other: usize, minus: bool): void {
  const y = x + SIZE
  const z = y + SIZE
  if (isInfinite(x)) {
    copy(x, other)
    copy(y, other + SIZE)
    if (minus) negate(y)
    copy(z, ONE)
    return
  }
  sqr(A, z)
  mul(B, other, A)
  mul(A, A, z)
  mul(C, other + SIZE, A)
  if (minus) negate(C)
  sub(B, B, x)
  sub(C, C, y)
  join(x, B, C)
}

/** Two Jacobian points, the first one in place; the second is not infinity. */
export function addJacobian(x: usize, other: usize): void {
  if (isInfinite(x)) {
    memory.copy(x, other, JACOBIAN)
    return
  }
  const y = x + SIZE
  const z = y + SIZE
  const otherZ = other + 2 * SIZE
  sqr(A, z)
  mul(B, other, A)
  mul(A, A, z)
  mul(C, other + SIZE, A)
  sqr(A, otherZ)
  mul(x, x, A)
  mul(A, A, otherZ)
  mul(y, y, A)
  mul(z, z, otherZ)
  sub(B, B, x)
  sub(C, C, y)
  join(x, B, C)
}

/** The end of both sums, from the differences of x and of y over one denominator. */
function join(x: usize, h: usize, r: usize): void {
  const y = x + SIZE
  const z = y + SIZE
  if (isZero(h)) {
    // Over one denominator the first point is (x, y) with z, so the same formula doubles it.
    if (isZero(r)) double(x)
    else makeInfinite(x)
    return
  }
  sqr(D, h)
  mul(E, h, D)
  mul(F, x, D)
  sqr(G, r)
  sub(G, G, E)
  settle(x, G, 1, F, -2)
  sub(F, F, x)
  mul(F, r, F)
  mul(G, y, E)
  settle(y, F, 1, G, -1)
  mul(z, z, h)
}

function negate(at: usize): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(at + i, -load<i32>(at + i))
}

/** Jacobian points, none of them infinity, to affine ones by one inverse (Montgomery's trick). */
export function flatten(to: usize, from: usize, count: i32): void {
  if (count == 0) return
  copy(CHAIN, from + 2 * SIZE)
  for (let i: usize = 1; i < <usize>count; i++) {
    mul(CHAIN + i * SIZE, CHAIN + (i - 1) * SIZE, from + i * JACOBIAN + 2 * SIZE)
  }
  invert(H, CHAIN + <usize>(count - 1) * SIZE)
  for (let i: usize = <usize>count; i-- > 0; ) {
    const point = from + i * JACOBIAN
    if (i > 0) mul(I, H, CHAIN + (i - 1) * SIZE)
    else copy(I, H)
    mul(H, H, point + 2 * SIZE)
    sqr(J, I)
    mul(to + i * AFFINE, point, J)
    mul(J, J, I)
    mul(to + i * AFFINE + SIZE, point + SIZE, J)
  }
}
