// SPDX-License-Identifier: Apache-2.0
/** Money is integer 分 inside; 元 and 万元 are for screens and exchange. */

import { Broken } from './assert.ts'
import { type Rational, rational, roundTo } from './rational.ts'

/** Integer 分, within 2^53. */
export type Fen = number

export function isFen(value: number): value is Fen {
  return Number.isSafeInteger(value)
}

/** Reads decimal yuan such as `1234567.80`; more than two places is an error of the caller. */
export function fenOfYuan(text: string): Fen {
  const form = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (form === null) throw new Broken(`not an amount in yuan: ${text}`)
  const [, sign, whole, part = ''] = form
  const fen = Number(`${sign}${whole}${part.padEnd(2, '0')}`)
  if (!isFen(fen)) throw new Broken(`amount out of range: ${text}`)
  return fen
}

/** `1234567.80`, always two places. */
export function yuanOfFen(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `1,234,567.80`, for screens and letters. */
export function yuanShown(fen: Fen): string {
  const [whole = '', part] = yuanOfFen(fen).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}

/** Half up, half away from zero for negatives. */
export function roundFen(amount: Rational): Fen {
  return Number(roundTo(amount, 0))
}

/** A cap is "not more than": fractions of a fen are dropped (RU-07). */
export function floorFen(amount: Rational): Fen {
  const fen = Number(amount.floor().toString())
  if (!isFen(fen)) throw new Broken('amount out of range')
  return fen
}

/** So many ten-thousandths of an amount, exact. */
export function shareOf(amountFen: Fen, basisPoints: number): Rational {
  return rational(amountFen).mul(rational(basisPoints)).div(rational(10_000))
}

export function fenRational(fen: Fen): Rational {
  return rational(fen)
}
