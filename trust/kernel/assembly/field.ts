// SPDX-License-Identifier: Apache-2.0
/** Numbers below the prime of SM2 in nine signed limbs of 29 bits, in Montgomery form with R = 2²⁶¹. */

/*
 * p = 2²⁵⁶ − 2²²⁴ − 2⁹⁶ + 2⁶⁴ − 1 is −1 modulo 2²⁹, so the multiple of p that clears a limb is the limb itself, and
 * adding it takes shifts alone. Products leave limbs within ±2²⁸; sums are lazy: a column of nine products stays
 * below 2⁶³ while the bounds of both factors, in units of 2²⁹, multiply to less than 3.5. `settle` brings back to one half.
 */

/** Bytes of a number: nine words. */
export const SIZE: usize = 36
const MASK: i64 = 0x1fffffff
const HALF: i64 = 0x10000000

// @ts-ignore: decorator
@inline
function put(to: usize, limb: i32, c: i64): i64 {
  const up = (c + HALF) >> 29
  store<i32>(to + (<usize>limb << 2), <i32>(c - (up << 29)))
  return up
}

export function mul(to: usize, a: usize, b: usize): void {
  const a0 = <i64>load<i32>(a, 0)
  const a1 = <i64>load<i32>(a, 4)
  const a2 = <i64>load<i32>(a, 8)
  const a3 = <i64>load<i32>(a, 12)
  const a4 = <i64>load<i32>(a, 16)
  const a5 = <i64>load<i32>(a, 20)
  const a6 = <i64>load<i32>(a, 24)
  const a7 = <i64>load<i32>(a, 28)
  const a8 = <i64>load<i32>(a, 32)
  const b0 = <i64>load<i32>(b, 0)
  const b1 = <i64>load<i32>(b, 4)
  const b2 = <i64>load<i32>(b, 8)
  const b3 = <i64>load<i32>(b, 12)
  const b4 = <i64>load<i32>(b, 16)
  const b5 = <i64>load<i32>(b, 20)
  const b6 = <i64>load<i32>(b, 24)
  const b7 = <i64>load<i32>(b, 28)
  const b8 = <i64>load<i32>(b, 32)
  let c: i64 = 0
  c += a0 * b0
  const m0 = c & MASK
  c >>= 29
  c += a0 * b1 + a1 * b0
  const m1 = c & MASK
  c >>= 29
  c += a0 * b2 + a1 * b1 + a2 * b0
  c += (m0 << 6)
  const m2 = c & MASK
  c >>= 29
  c += a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0
  c += (m1 << 6) - (m0 << 9)
  const m3 = c & MASK
  c >>= 29
  c += a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0
  c += (m2 << 6) - (m1 << 9)
  const m4 = c & MASK
  c >>= 29
  c += a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0
  c += (m3 << 6) - (m2 << 9)
  const m5 = c & MASK
  c >>= 29
  c += a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0
  c += (m4 << 6) - (m3 << 9)
  const m6 = c & MASK
  c >>= 29
  c += a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0
  c += (m5 << 6) - (m4 << 9) - (m0 << 21)
  const m7 = c & MASK
  c >>= 29
  c += a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0
  c += (m6 << 6) - (m5 << 9) - (m1 << 21) + (m0 << 24)
  const m8 = c & MASK
  c >>= 29
  c += a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1
  c += (m7 << 6) - (m6 << 9) - (m2 << 21) + (m1 << 24)
  c = put(to, 0, c)
  c += a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2
  c += (m8 << 6) - (m7 << 9) - (m3 << 21) + (m2 << 24)
  c = put(to, 1, c)
  c += a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3
  c += -(m8 << 9) - (m4 << 21) + (m3 << 24)
  c = put(to, 2, c)
  c += a4 * b8 + a5 * b7 + a6 * b6 + a7 * b5 + a8 * b4
  c += -(m5 << 21) + (m4 << 24)
  c = put(to, 3, c)
  c += a5 * b8 + a6 * b7 + a7 * b6 + a8 * b5
  c += -(m6 << 21) + (m5 << 24)
  c = put(to, 4, c)
  c += a6 * b8 + a7 * b7 + a8 * b6
  c += -(m7 << 21) + (m6 << 24)
  c = put(to, 5, c)
  c += a7 * b8 + a8 * b7
  c += -(m8 << 21) + (m7 << 24)
  c = put(to, 6, c)
  c += a8 * b8
  c += (m8 << 24)
  c = put(to, 7, c)
  store<i32>(to, <i32>c, 32)
}

export function sqr(to: usize, a: usize): void {
  const a0 = <i64>load<i32>(a, 0)
  const a1 = <i64>load<i32>(a, 4)
  const a2 = <i64>load<i32>(a, 8)
  const a3 = <i64>load<i32>(a, 12)
  const a4 = <i64>load<i32>(a, 16)
  const a5 = <i64>load<i32>(a, 20)
  const a6 = <i64>load<i32>(a, 24)
  const a7 = <i64>load<i32>(a, 28)
  const a8 = <i64>load<i32>(a, 32)
  const d1 = a1 << 1
  const d2 = a2 << 1
  const d3 = a3 << 1
  const d4 = a4 << 1
  const d5 = a5 << 1
  const d6 = a6 << 1
  const d7 = a7 << 1
  const d8 = a8 << 1
  let c: i64 = 0
  c += a0 * a0
  const m0 = c & MASK
  c >>= 29
  c += a0 * d1
  const m1 = c & MASK
  c >>= 29
  c += a0 * d2 + a1 * a1
  c += (m0 << 6)
  const m2 = c & MASK
  c >>= 29
  c += a0 * d3 + a1 * d2
  c += (m1 << 6) - (m0 << 9)
  const m3 = c & MASK
  c >>= 29
  c += a0 * d4 + a1 * d3 + a2 * a2
  c += (m2 << 6) - (m1 << 9)
  const m4 = c & MASK
  c >>= 29
  c += a0 * d5 + a1 * d4 + a2 * d3
  c += (m3 << 6) - (m2 << 9)
  const m5 = c & MASK
  c >>= 29
  c += a0 * d6 + a1 * d5 + a2 * d4 + a3 * a3
  c += (m4 << 6) - (m3 << 9)
  const m6 = c & MASK
  c >>= 29
  c += a0 * d7 + a1 * d6 + a2 * d5 + a3 * d4
  c += (m5 << 6) - (m4 << 9) - (m0 << 21)
  const m7 = c & MASK
  c >>= 29
  c += a0 * d8 + a1 * d7 + a2 * d6 + a3 * d5 + a4 * a4
  c += (m6 << 6) - (m5 << 9) - (m1 << 21) + (m0 << 24)
  const m8 = c & MASK
  c >>= 29
  c += a1 * d8 + a2 * d7 + a3 * d6 + a4 * d5
  c += (m7 << 6) - (m6 << 9) - (m2 << 21) + (m1 << 24)
  c = put(to, 0, c)
  c += a2 * d8 + a3 * d7 + a4 * d6 + a5 * a5
  c += (m8 << 6) - (m7 << 9) - (m3 << 21) + (m2 << 24)
  c = put(to, 1, c)
  c += a3 * d8 + a4 * d7 + a5 * d6
  c += -(m8 << 9) - (m4 << 21) + (m3 << 24)
  c = put(to, 2, c)
  c += a4 * d8 + a5 * d7 + a6 * a6
  c += -(m5 << 21) + (m4 << 24)
  c = put(to, 3, c)
  c += a5 * d8 + a6 * d7
  c += -(m6 << 21) + (m5 << 24)
  c = put(to, 4, c)
  c += a6 * d8 + a7 * a7
  c += -(m7 << 21) + (m6 << 24)
  c = put(to, 5, c)
  c += a7 * d8
  c += -(m8 << 21) + (m7 << 24)
  c = put(to, 6, c)
  c += a8 * a8
  c += (m8 << 24)
  c = put(to, 7, c)
  store<i32>(to, <i32>c, 32)
}

export function copy(to: usize, a: usize): void {
  memory.copy(to, a, SIZE)
}

// @ts-ignore: decorator
@inline
export function add(to: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(to + i, load<i32>(a + i) + load<i32>(b + i))
}

// @ts-ignore: decorator
@inline
export function sub(to: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(to + i, load<i32>(a + i) - load<i32>(b + i))
}

// @ts-ignore: decorator
@inline
export function thrice(to: usize, a: usize): void {
  for (let i: usize = 0; i < SIZE; i += 4) store<i32>(to + i, 3 * load<i32>(a + i))
}

/** `s·a + k·b` with limbs within ±2²⁸ again, and about half of p at most: `s` and `k` are small. */
export function settle(to: usize, a: usize, s: i64, b: usize, k: i64): void {
  const top = s * <i64>load<i32>(a, 32) + k * <i64>load<i32>(b, 32)
  // As many times p as the top limb tells.
  const q = (top + 0x800000) >> 24
  let c = q + s * <i64>load<i32>(a) + k * <i64>load<i32>(b)
  c = put(to, 0, c)
  c += s * <i64>load<i32>(a, 4) + k * <i64>load<i32>(b, 4)
  c = put(to, 1, c)
  c += s * <i64>load<i32>(a, 8) + k * <i64>load<i32>(b, 8) - (q << 6)
  c = put(to, 2, c)
  c += s * <i64>load<i32>(a, 12) + k * <i64>load<i32>(b, 12) + (q << 9)
  c = put(to, 3, c)
  c += s * <i64>load<i32>(a, 16) + k * <i64>load<i32>(b, 16)
  c = put(to, 4, c)
  c += s * <i64>load<i32>(a, 20) + k * <i64>load<i32>(b, 20)
  c = put(to, 5, c)
  c += s * <i64>load<i32>(a, 24) + k * <i64>load<i32>(b, 24)
  c = put(to, 6, c)
  c += s * <i64>load<i32>(a, 28) + k * <i64>load<i32>(b, 28) + (q << 21)
  c = put(to, 7, c)
  store<i32>(to, <i32>(top - (q << 24) + c), 32)
}
