// SPDX-License-Identifier: Apache-2.0
/** Shapes at every edge: the same zod objects give types, JSON Schema, forms and refusals. */

import { z } from 'zod'
import { isCivilDate, isInstant } from './time.ts'

/** Null where the text is no JSON: a shape says what else is wrong. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Control characters and lone surrogates have no place in any text we keep. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what is refused.
const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f]/
const loneSurrogate = /\p{Surrogate}/u

export const text = (most: number, least = 1) =>
  z
    .string()
    .overwrite((value) => value.replace(/\r\n?/g, '\n').replace(/\t/g, ' '))
    .trim()
    .normalize('NFC')
    .min(least)
    .max(most)
    .refine((value) => !loneSurrogate.test(value) && !forbidden.test(value), 'forbidden-character')

/** A line such as a name: no line breaks. */
export const line = (most: number, least = 1) =>
  text(most, least).refine((value) => !/[\r\n]/.test(value), 'line-break')

export const civilDate = z.string().refine(isCivilDate, 'civil-date')
export const instant = z.string().refine(isInstant, 'instant')
/** Amounts up to 9 999 亿元. */
export const fen = z.int().min(0).max(99_999_999_999_999)
/** Basis points, 0…10000. */
export const basisPoints = z.int().min(0).max(10_000)
/** Lower-case hex of an SM3 digest. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Lower-case hex of so many bytes. */
export function hexOf(bytes: number) {
  return z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
}
export const id = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/)
/** 统一社会信用代码; the check digit is a rule of the entity register. */
export const uscc = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
/** Decimal text of a mark or rate, such as `57.78`. */
export const decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/)

/** A stored file, named by its content. */
export const fileRef = z.strictObject({
  name: line(200),
  digest,
  size: z.int().min(0),
  mediaType: line(100),
})
export type FileRef = z.infer<typeof fileRef>

export { z }
