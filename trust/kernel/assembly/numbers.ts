// SPDX-License-Identifier: Apache-2.0
/** Numbers of the field in and out, whether they are zero, and the two powers: inverse and square root. */

import { NUMBERS } from './curve-places'
import { copy, mul, SIZE, sqr } from './field'

/** Made ready once: R² takes a number into Montgomery form, one takes it out. */
const SQUARE_OF_R = NUMBERS
const PLAIN_ONE = NUMBERS + SIZE
export const ONE = NUMBERS + 2 * SIZE
const P = NUMBERS + 3 * SIZE
const OUT = NUMBERS + 4 * SIZE
const E2 = NUMBERS + 5 * SIZE
const E32 = NUMBERS + 6 * SIZE
const RISEN = NUMBERS + 7 * SIZE
const LIMB = 0x1fffffff

// @ts-ignore: decorator
@inline
function limbs(at: usize, a: i32, b: i32, c: i32): usize {
  store<i32>(at, a)
  store<i32>(at, b, 4)
  store<i32>(at, c, 8)
  return at + 12
}

export function prepareNumbers(): void {
  let at = limbs(SQUARE_OF_R, 0xc00, 0x4000, 0x1fff0000)
  at = limbs(at, 0x17ffff, 0x400000, 0x2000000)
  limbs(at, 0, 1, 0x10)
  memory.fill(PLAIN_ONE, 0, SIZE)
  store<i32>(PLAIN_ONE, 1)
  mul(ONE, SQUARE_OF_R, PLAIN_ONE)
  at = limbs(P, LIMB, LIMB, 0x3f)
  at = limbs(at, 0x1ffffe00, LIMB, LIMB)
  limbs(at, LIMB, 0x1fdfffff, 0xffffff)
}

/** From 256 bits, lowest word first. */
export function enter(to: usize, from: usize): void {
  for (let i: usize = 0; i < 9; i++) {
    const bit = 29 * i
    const at = from + ((bit >> 5) << 2)
    const pair = bit < 224 ? load<u64>(at) : <u64>load<u32>(at)
    store<i32>(to + (i << 2), <i32>((pair >> (bit & 31)) & LIMB))
  }
  mul(to, to, SQUARE_OF_R)
}

/** The number itself, from 0 to below p, into limbs of 29 bits at OUT. */
function plain(a: usize): void {
  mul(OUT, a, PLAIN_ONE)
  let c: i32 = 0
  for (let i: usize = 0; i < 32; i += 4) {
    c += load<i32>(OUT + i)
    store<i32>(OUT + i, c & LIMB)
    c >>= 29
  }
  store<i32>(OUT, c + load<i32>(OUT, 32), 32)
  // After a product with one the number lies from 0 to p, both included: p itself is zero.
  if (memory.compare(OUT, P, SIZE) == 0) memory.fill(OUT, 0, SIZE)
}

/** To 256 bits, lowest word first. */
export function leave(to: usize, a: usize): void {
  plain(a)
  let held: u64 = 0
  let bits: u64 = 0
  for (let i: usize = 0; i < SIZE; i += 4) {
    held |= <u64>load<u32>(OUT + i) << bits
    bits += 29
    if (bits >= 32) {
      store<u32>(to, <u32>held)
      to += 4
      held >>= 32
      bits -= 32
    }
  }
  // Nine limbs are 261 bits: eight words are out by now.
}

/** A multiple of p, small, is told by its lowest limb but for one case in millions; only then it is reckoned. */
export function isZero(a: usize): bool {
  if (((load<i32>(a) + 64) & LIMB) >= 128) return false
  plain(a)
  let all: i32 = 0
  for (let i: usize = 0; i < SIZE; i += 4) all |= load<i32>(OUT + i)
  return all == 0
}

function squares(at: usize, times: i32): void {
  for (let i = 0; i < times; i++) sqr(at, at)
}

/** Both powers begin with 31 ones, a zero and 128 ones; E32 keeps 32 ones, E2 thirty of them. */
function rise(a: usize): void {
  const x = RISEN
  sqr(x, a)
  mul(x, x, a)
  sqr(x, x)
  mul(x, x, a)
  copy(E2, x)
  squares(x, 3)
  mul(x, x, E2)
  copy(E2, x)
  squares(x, 6)
  mul(x, x, E2)
  squares(x, 3)
  // Twelve ones and three more.
  copy(E32, a)
  sqr(E32, E32)
  mul(E32, E32, a)
  sqr(E32, E32)
  mul(E32, E32, a)
  mul(x, x, E32)
  copy(E2, x)
  squares(x, 15)
  mul(E2, x, E2)
  sqr(x, E2)
  mul(x, x, a)
  sqr(E32, x)
  mul(E32, E32, a)
  sqr(x, x)
  for (let i = 0; i < 4; i++) {
    squares(x, 32)
    mul(x, x, E32)
  }
}

/** `a^(p−2)`; of nothing it is nothing. Not in place. */
export function invert(to: usize, a: usize): void {
  rise(a)
  squares(RISEN, 64)
  mul(RISEN, RISEN, E32)
  squares(RISEN, 30)
  mul(RISEN, RISEN, E2)
  squares(RISEN, 2)
  mul(to, RISEN, a)
}

/** `a^((p+1)/4)`, which is a root where there is one, for p is 3 modulo 4. Not in place. */
export function root(to: usize, a: usize): void {
  rise(a)
  squares(RISEN, 32)
  mul(RISEN, RISEN, a)
  squares(RISEN, 62)
  copy(to, RISEN)
}
