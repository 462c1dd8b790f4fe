// SPDX-License-Identifier: Apache-2.0
/** Where things lie in the memory of the kernel; the host knows the same places. */

/** For each of 16 places and each byte there, its product with the hash key. */
export const TABLE: usize = 0
/** Thirty-two round keys as the host wrote them, then each one four times for SIMD. */
export const KEYS: usize = 65536
export const SPREAD: usize = 65664
export const SUM: usize = 66176
export const HASH_KEY: usize = 66192
/** Three words of the nonce and the counter, as numbers. */
export const START: usize = 66208
/** Eight words of state, each for four streams side by side. */
export const STATE: usize = 66304
export const WORDS: usize = 66560
/** Text goes in here and comes out here. */
export const TEXT: usize = 69632
