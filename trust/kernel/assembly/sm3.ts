// SPDX-License-Identifier: Apache-2.0
/** SM3 (GB/T 32905) on four streams side by side: lane n of every vector belongs to stream n. */

import { STATE, TEXT, WORDS } from './places'

// @ts-ignore: decorator
@inline
function turn(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by))
}

// @ts-ignore: decorator
@inline
function numbers(bytes: v128): v128 {
  return i8x16.shuffle(bytes, bytes, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)
}

/** Sixty-eight words of a block of each stream. */
function expand(at: usize, stride: usize): void {
  for (let i: usize = 0; i < 64; i += 16) {
    const p = numbers(v128.load(at + i))
    const q = numbers(v128.load(at + stride + i))
    const r = numbers(v128.load(at + 2 * stride + i))
    const s = numbers(v128.load(at + 3 * stride + i))
    const pq0 = i32x4.shuffle(p, q, 0, 4, 1, 5)
    const pq1 = i32x4.shuffle(p, q, 2, 6, 3, 7)
    const rs0 = i32x4.shuffle(r, s, 0, 4, 1, 5)
    const rs1 = i32x4.shuffle(r, s, 2, 6, 3, 7)
    const to = WORDS + (i << 2)
    v128.store(to, i64x2.shuffle(pq0, rs0, 0, 2))
    v128.store(to, i64x2.shuffle(pq0, rs0, 1, 3), 16)
    v128.store(to, i64x2.shuffle(pq1, rs1, 0, 2), 32)
    v128.store(to, i64x2.shuffle(pq1, rs1, 1, 3), 48)
  }
  for (let to: usize = WORDS; to < WORDS + 832; to += 16) {
    const late = turn(v128.load(to, 208), 15)
    const x = v128.xor(v128.xor(v128.load(to), v128.load(to, 112)), late)
    const y = v128.xor(x, v128.xor(turn(x, 15), turn(x, 23)))
    const z = v128.xor(turn(v128.load(to, 48), 7), v128.load(to, 160))
    v128.store(to, v128.xor(y, z), 256)
  }
}

/** Takes `blocks` blocks of each stream; the streams lie `stride` bytes apart in the text. */
export function hashFour(blocks: i32, stride: usize): void {
  for (let at: usize = TEXT; at < TEXT + (<usize>blocks << 6); at += 64) {
    expand(at, stride)
    let a = v128.load(STATE)
    let b = v128.load(STATE, 16)
    let c = v128.load(STATE, 32)
    let d = v128.load(STATE, 48)
    let e = v128.load(STATE, 64)
    let f = v128.load(STATE, 80)
    let g = v128.load(STATE, 96)
    let h = v128.load(STATE, 112)
    for (let j = 0; j < 64; j++) {
      const constant = rotl<i32>(j < 16 ? 0x79cc4519 : 0x7a879d8a, j & 31)
      const word = v128.load(WORDS + (<usize>j << 4))
      const r = turn(a, 12)
      const s = turn(i32x4.add(i32x4.add(r, e), i32x4.splat(constant)), 7)
      let ff = v128.xor(v128.xor(a, b), c)
      let gg = v128.xor(v128.xor(e, f), g)
      if (j >= 16) {
        ff = v128.or(v128.and(a, b), v128.and(c, v128.or(a, b)))
        gg = v128.xor(g, v128.and(e, v128.xor(f, g)))
      }
      const later = v128.xor(word, v128.load(WORDS + (<usize>j << 4), 64))
      const one = i32x4.add(i32x4.add(ff, d), i32x4.add(v128.xor(s, r), later))
      const two = i32x4.add(i32x4.add(gg, h), i32x4.add(s, word))
      d = c
      c = turn(b, 9)
      b = a
      a = one
      h = g
      g = turn(f, 19)
      f = e
      e = v128.xor(two, v128.xor(turn(two, 9), turn(two, 17)))
    }
    v128.store(STATE, v128.xor(v128.load(STATE), a))
    v128.store(STATE, v128.xor(v128.load(STATE, 16), b), 16)
    v128.store(STATE, v128.xor(v128.load(STATE, 32), c), 32)
    v128.store(STATE, v128.xor(v128.load(STATE, 48), d), 48)
    v128.store(STATE, v128.xor(v128.load(STATE, 64), e), 64)
    v128.store(STATE, v128.xor(v128.load(STATE, 80), f), 80)
    v128.store(STATE, v128.xor(v128.load(STATE, 96), g), 96)
    v128.store(STATE, v128.xor(v128.load(STATE, 112), h), 112)
  }
}
