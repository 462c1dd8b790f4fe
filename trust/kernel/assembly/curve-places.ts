// SPDX-License-Identifier: Apache-2.0
/** Where things lie in the memory of the curve kernel; the host knows the same places. */

/** Sixty-four tables of four times 32 points each. */
export const TABLES: usize = 0
export const TABLE_SIZE: usize = 9216
export const TABLE_COUNT: usize = 64
/** How many rows each sum has, then the rows themselves; every sum's answer takes the place of `ANSWERS`. */
export const COUNTS: usize = 589824
export const ROWS: usize = 590848
/** What a row is: its table or none, a scalar, and x and y where it has no table. */
export const ROW_SIZE: usize = 112
export const ROW_COUNT: usize = 128
/** Sixty-eight bytes each: one where it is infinity, then x and y. */
export const ANSWERS: usize = 605184
/** Constants and helpers of the field. */
export const NUMBERS: usize = 614400
/** Points and numbers at hand while one formula is worked out. */
export const HANDS: usize = 615424
/** Odd multiples in three coordinates, to be brought to two. */
export const MULTIPLES: usize = 617472
/** Products on the way to one inverse for all. */
export const CHAIN: usize = 733184
/** Eight affine points for each row without a table. */
export const SHORT: usize = 790528
/** Digits: four strips of 72 for a table, one of 264 for a row without. */
export const DIGITS: usize = 864256
