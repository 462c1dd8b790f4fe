// SPDX-License-Identifier: Apache-2.0
/** The values a canonical text may hold, and every way in which a text can fail to be one. */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

export type JsonObject = { readonly [key: string]: Json }

/** Deeper nesting is refused: a verifier must not be driven to exhaust its stack. */
export const deepest = 16

export type CanonicalFault =
  | 'control-character'
  | 'depth'
  | 'duplicate-key'
  | 'forbidden-key'
  | 'key-order'
  | 'lone-surrogate'
  | 'not-json'
  | 'not-nfc'
  | 'not-safe-integer'
  | 'number-form'
  | 'string-escape'
  | 'syntax'
  | 'trailing-bytes'
  | 'utf8'

/** The one error of this module: a value of our own cannot be written canonically. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical'
  readonly fault: CanonicalFault

  constructor(fault: CanonicalFault) {
    super(`not canonical: ${fault}`)
    this.fault = fault
  }
}

/** An assignment to this key would not make a property, so no text of ours may hold it. */
export const forbiddenKey = '__proto__'

// Printable ASCII without quote and backslash, Han, kana-free CJK punctuation, full-width forms,
// and the dashes and quotes of Chinese prose: all are NFC on their own and in any sequence.
const plain =
  /^[ !#-[\]-~\u00b7\u2014\u2018-\u201d\u2026\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*$/
// U+000A stays: clarifications and answers are written in paragraphs (ADR 0004).
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what is refused.
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/
const loneSurrogate = /\p{Surrogate}/u

/** True when the text needs neither escapes nor a closer look; most texts are such. */
export function isPlain(text: string): boolean {
  return plain.test(text)
}

/** What forbids this text in our profile, if anything does. */
export function textFault(text: string): CanonicalFault | undefined {
  if (control.test(text)) return 'control-character'
  if (loneSurrogate.test(text)) return 'lone-surrogate'
  if (text.normalize('NFC') !== text) return 'not-nfc'
  return undefined
}
