// SPDX-License-Identifier: Apache-2.0
/** The curve kernel in AssemblyScript: sums of products of public numbers on SM2, and roots for short points. */

import { ANSWERS, COUNTS, DIGITS, MULTIPLES, NUMBERS, ROWS, ROW_SIZE, SHORT, TABLE_SIZE, TABLES } from './curve-places'
import { digits } from './digits'
import { copy, mul, settle, SIZE, sqr, thrice } from './field'
import { enter, leave, ONE, prepareNumbers, root } from './numbers'
import { addAffine, addJacobian, AFFINE, double, flatten, isInfinite, JACOBIAN, makeInfinite } from './points'

/** Windows: 32 odd multiples of each quarter in a table, eight where none is kept, and small numbers bare. */
const KEPT = 7
const ONCE = 5
const BARE = 2
const STRIP: usize = 72
const ROW_DIGITS: usize = 288
const LEFT = NUMBERS + 8 * SIZE
const RIGHT = NUMBERS + 9 * SIZE
const B = NUMBERS + 10 * SIZE
const SUM = NUMBERS + 11 * SIZE
const TWICE = NUMBERS + 14 * SIZE

/** The host has laid the coefficient b of the curve as the first row's scalar. */
export function prepareCurve(): void {
  prepareNumbers()
  enter(B, ROWS + 8)
}

/** `x³ − 3x + b` of the affine point there, into RIGHT. */
function rightSide(x: usize): void {
  sqr(RIGHT, x)
  mul(RIGHT, RIGHT, x)
  thrice(LEFT, x)
  settle(RIGHT, RIGHT, 1, LEFT, -1)
  settle(RIGHT, RIGHT, 1, B, 1)
}

/** For the x in the first row the even y into its answer; false where no point has it. */
export function lift(): bool {
  enter(SUM, ROWS + 40)
  rightSide(SUM)
  root(LEFT, RIGHT)
  sqr(TWICE, LEFT)
  settle(TWICE, TWICE, 1, RIGHT, -1)
  if (!isNought(TWICE)) return false
  leave(ANSWERS, LEFT)
  return true
}

function isNought(a: usize): bool {
  leave(ANSWERS, a)
  return (load<u64>(ANSWERS) | load<u64>(ANSWERS, 8) | load<u64>(ANSWERS, 16) | load<u64>(ANSWERS, 24)) == 0
}

/** The point of a row, as a Jacobian one. */
function takePoint(to: usize, row: usize): void {
  enter(to, row + 40)
  enter(to + SIZE, row + 72)
  copy(to + 2 * SIZE, ONE)
}

/** P, 3P, 5P, … from the first place on. */
function oddMultiples(at: usize, count: usize): void {
  memory.copy(TWICE, at, JACOBIAN)
  double(TWICE)
  for (let i: usize = 1; i < count; i++) {
    memory.copy(at + i * JACOBIAN, at + (i - 1) * JACOBIAN, JACOBIAN)
    addJacobian(at + i * JACOBIAN, TWICE)
  }
}

/** A table of the first row's point: odd multiples of it, and of it times 2⁶⁴, 2¹²⁸ and 2¹⁹². */
export function tabulate(table: i32): void {
  takePoint(SUM, ROWS)
  for (let quarter: usize = 0; quarter < 4; quarter++) {
    const at = MULTIPLES + quarter * 32 * JACOBIAN
    memory.copy(at, SUM, JACOBIAN)
    oddMultiples(at, 32)
    for (let i = 0; i < 64; i++) double(SUM)
  }
  flatten(TABLES + <usize>table * TABLE_SIZE, MULTIPLES, 128)
}

/** Scalars below 2³² are taken bit by bit: no table of theirs would earn its making. */
function isSmall(row: usize): bool {
  let high: u32 = 0
  for (let i: usize = 4; i < 32; i += 4) high |= load<u32>(row + 8 + i)
  return high == 0
}

/** Eight odd multiples of each point that has no table, all with one inverse. */
function prepareShort(rows: usize): void {
  let made: usize = 0
  for (let i: usize = 0; i < rows; i++) {
    const row = ROWS + i * ROW_SIZE
    if (load<i32>(row) >= 0) continue
    const at = MULTIPLES + made * JACOBIAN
    takePoint(at, row)
    const count: usize = isSmall(row) ? 1 : 8
    if (count > 1) oddMultiples(at, count)
    store<i32>(row, <i32>(SHORT + made * AFFINE), 4)
    made += count
  }
  flatten(SHORT, MULTIPLES, <i32>made)
}

/** Lays the digits of a row and answers how many places they fill. */
function layDigits(row: usize, at: usize): i32 {
  memory.fill(at, 0, ROW_DIGITS)
  if (load<i32>(row) < 0) return digits(at, row + 8, 256, isSmall(row) ? BARE : ONCE)
  let most = 0
  for (let quarter: usize = 0; quarter < 4; quarter++) {
    const places = digits(at + quarter * STRIP, row + 8 + 8 * quarter, 64, KEPT)
    if (places > most) most = places
  }
  return most
}

// @ts-ignore: decorator
@inline
function addDigit(table: usize, digit: i32): void {
  if (digit > 0) addAffine(SUM, table + <usize>(digit >> 1) * AFFINE, false)
  else if (digit < 0) addAffine(SUM, table + <usize>(-digit >> 1) * AFFINE, true)
}

/** One sum of the rows from `first` on, into SUM. */
function addRows(first: usize, count: usize): void {
  let places = 0
  for (let i: usize = 0; i < count; i++) {
    const filled = layDigits(ROWS + (first + i) * ROW_SIZE, DIGITS + i * ROW_DIGITS)
    if (filled > places) places = filled
  }
  makeInfinite(SUM)
  for (let place = places - 1; place >= 0; place--) {
    if (!isInfinite(SUM)) double(SUM)
    for (let i: usize = 0; i < count; i++) {
      const row = ROWS + (first + i) * ROW_SIZE
      const strip = DIGITS + i * ROW_DIGITS + <usize>place
      const table = load<i32>(row)
      if (table < 0) {
        addDigit(<usize>load<i32>(row, 4), load<i8>(strip))
      } else if (<usize>place < STRIP) {
        const at = TABLES + <usize>table * TABLE_SIZE
        for (let quarter: usize = 0; quarter < 4; quarter++) {
          addDigit(at + quarter * 32 * AFFINE, load<i8>(strip + quarter * STRIP))
        }
      }
    }
  }
}

/** All sums at once, their answers side by side. */
export function reckon(sums: i32): void {
  let rows: usize = 0
  for (let i: usize = 0; i < <usize>sums; i++) rows += load<u32>(COUNTS + (i << 2))
  prepareShort(rows)
  let first: usize = 0
  let whole = 0
  for (let i: usize = 0; i < <usize>sums; i++) {
    const count = load<u32>(COUNTS + (i << 2))
    addRows(first, count)
    first += count
    const nothing = isInfinite(SUM)
    store<i32>(ANSWERS + i * 68, nothing ? 1 : 0)
    if (nothing) continue
    memory.copy(MULTIPLES + <usize>whole * JACOBIAN, SUM, JACOBIAN)
    whole++
  }
  flatten(SHORT, MULTIPLES, whole)
  let from = SHORT
  for (let i: usize = 0; i < <usize>sums; i++) {
    const answer = ANSWERS + i * 68
    if (load<i32>(answer) != 0) continue
    leave(answer + 4, from)
    leave(answer + 36, from + SIZE)
    from += AFFINE
  }
}
