// SPDX-License-Identifier: Apache-2.0
/** Numbers in non-adjacent form: odd digits, each followed by zeros. */

/** Lays the digits of so many bits, lowest first, one byte each, and answers how many places they fill. */
export function digits(to: usize, from: usize, bits: i32, width: i32): i32 {
  let carry = 0
  let filled = 0
  for (let at = 0; at < bits || carry > 0; ) {
    const low = (at < bits ? window(from, bits, at, 1) : 0) + carry
    if (low != 1) {
      carry = low >> 1
      at++
      continue
    }
    const value = (at < bits ? window(from, bits, at, width) : 0) + carry
    carry = value >> (width - 1)
    store<i8>(to + <usize>at, <i8>(value - (carry << width)))
    filled = at + 1
    at += width
  }
  return filled
}

// @ts-ignore: decorator
@inline
function window(from: usize, bits: i32, at: i32, width: i32): i32 {
  const word = from + (<usize>(at >> 5) << 2)
  let value = <u64>load<u32>(word)
  if (at >> 5 < (bits - 1) >> 5) value |= <u64>load<u32>(word + 4) << 32
  return <i32>(value >> <u64>(at & 31)) & ((1 << width) - 1)
}
