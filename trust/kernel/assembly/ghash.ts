// SPDX-License-Identifier: Apache-2.0
/** The hash of GCM (NIST SP 800-38D) by a table of 64 KiB, whose places depend on the sum. */

import { HASH_KEY, SUM, TABLE } from './places'

/** Fills the table for the hash key: first the powers of x, then every byte as a sum of them. */
export function prepareHash(): void {
  let high = bswap(load<u64>(HASH_KEY))
  let low = bswap(load<u64>(HASH_KEY + 8))
  for (let bit = 0; bit < 128; bit++) {
    const at = TABLE + (<usize>(bit >> 3) << 12) + (<usize>(128 >> (bit & 7)) << 4)
    store<u64>(at, bswap(high))
    store<u64>(at + 8, bswap(low))
    const carry: u64 = low & 1 ? 0xe100000000000000 : 0
    low = (low >> 1) | (high << 63)
    high = (high >> 1) ^ carry
  }
  for (let place = TABLE; place < TABLE + 65536; place += 4096) {
    v128.store(place, i64x2.splat(0))
    for (let byte: usize = 1; byte < 256; byte++) {
      const rest = byte & (byte - 1)
      const one = byte ^ rest
      const sum = v128.xor(v128.load(place + (rest << 4)), v128.load(place + (one << 4)))
      if (rest != 0) v128.store(place + (byte << 4), sum)
    }
  }
}

/** Takes whole blocks from a place in memory into the sum. */
export function absorb(from: usize, blocks: i32): void {
  let sum = v128.load(SUM)
  for (let i = 0; i < blocks; i++) {
    sum = v128.xor(sum, v128.load(from))
    from += 16
    const a: u32 = i32x4.extract_lane(sum, 0)
    const b: u32 = i32x4.extract_lane(sum, 1)
    const c: u32 = i32x4.extract_lane(sum, 2)
    const d: u32 = i32x4.extract_lane(sum, 3)
    const first = v128.xor(
      v128.xor(v128.load((a << 4) & 0xff0, 0), v128.load((a >> 4) & 0xff0, 4096)),
      v128.xor(v128.load((a >> 12) & 0xff0, 8192), v128.load((a >> 20) & 0xff0, 12288)),
    )
    const second = v128.xor(
      v128.xor(v128.load((b << 4) & 0xff0, 16384), v128.load((b >> 4) & 0xff0, 20480)),
      v128.xor(v128.load((b >> 12) & 0xff0, 24576), v128.load((b >> 20) & 0xff0, 28672)),
    )
    const third = v128.xor(
      v128.xor(v128.load((c << 4) & 0xff0, 32768), v128.load((c >> 4) & 0xff0, 36864)),
      v128.xor(v128.load((c >> 12) & 0xff0, 40960), v128.load((c >> 20) & 0xff0, 45056)),
    )
    const fourth = v128.xor(
      v128.xor(v128.load((d << 4) & 0xff0, 49152), v128.load((d >> 4) & 0xff0, 53248)),
      v128.xor(v128.load((d >> 12) & 0xff0, 57344), v128.load((d >> 20) & 0xff0, 61440)),
    )
    sum = v128.xor(v128.xor(first, second), v128.xor(third, fourth))
  }
  v128.store(SUM, sum)
}
