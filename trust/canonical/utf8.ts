// SPDX-License-Identifier: Apache-2.0
/** UTF-8 both ways in plain arithmetic, because pure code has no TextEncoder. */

import { NotCanonical } from './json.ts'

/** Bytes of a text without lone surrogates; throws {@link NotCanonical} on one. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  const plain = asciiBytes(text)
  return plain.length === text.length ? plain : mixedBytes(text)
}

/** The bytes of the text up to its first character that is not ASCII; most of our texts have none. */
function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) return bytes.subarray(0, i)
    bytes[i] = unit
  }
  return bytes
}

function mixedBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeOf(text))
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      bytes[at++] = unit
    } else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6)
      bytes[at++] = 0x80 | (unit & 0x3f)
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[at++] = 0xe0 | (unit >> 12)
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
      bytes[at++] = 0x80 | (unit & 0x3f)
    } else {
      const point = pairAt(text, i++)
      bytes[at++] = 0xf0 | (point >> 18)
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f)
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[at++] = 0x80 | (point & 0x3f)
    }
  }
  return bytes
}

/** Three bytes for a unit at most; a pair takes four, that is two for each of its units. */
function sizeOf(text: string): number {
  let size = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) size += unit < 0x800 || (unit > 0xd7ff && unit < 0xe000) ? 1 : 2
  }
  return size
}

/** Text of the bytes, or nothing when they are not shortest-form UTF-8 of Unicode scalars. */
export function findText(bytes: Uint8Array): string | undefined {
  // Bytes of ASCII are units already.
  if (isAscii(bytes)) return textOf(bytes)
  const units = new Uint16Array(bytes.length)
  let size = 0
  let i = 0
  while (i < bytes.length) {
    const first = byteAt(bytes, i)
    if (first < 0x80) {
      units[size++] = first
      i += 1
    } else {
      const length = lengthOf(first)
      const point = length === 0 ? -1 : pointAt(bytes, i, length)
      if (point < 0) return undefined
      if (point > 0xffff) units[size++] = 0xd7c0 + (point >> 10)
      units[size++] = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point
      i += length
    }
  }
  return textOf(units.subarray(0, size))
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    if (byteAt(bytes, i) > 0x7f) return false
  }
  return true
}

// Applied to an array of units: spreading a typed array into a call is seven times slower.
const fromUnits = String.fromCharCode

/** Arguments of a call live on the stack, so a long text is put together piece by piece. */
function textOf(units: Uint16Array | Uint8Array): string {
  const piece = 4096
  if (units.length <= piece) return Reflect.apply(fromUnits, undefined, units)
  let text = ''
  for (let at = 0; at < units.length; at += piece) {
    const part: string = Reflect.apply(fromUnits, undefined, units.subarray(at, at + piece))
    text += part
  }
  return text
}

function pairAt(text: string, i: number): number {
  const high = text.charCodeAt(i)
  const low = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
  if (high > 0xdbff || low < 0xdc00 || low > 0xdfff) throw new NotCanonical('lone-surrogate')
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
}

function lengthOf(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0
}

/** The code point that starts here, or -1 for overlong, surrogate, too high or cut off. */
function pointAt(bytes: Uint8Array, at: number, length: number): number {
  let point = byteAt(bytes, at) & (0xff >> (length + 1))
  for (let k = 1; k < length; k++) {
    const next = byteAt(bytes, at + k)
    if ((next & 0xc0) !== 0x80) return -1
    point = (point << 6) | (next & 0x3f)
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return point < least || point > 0x10ffff || surrogate ? -1 : point
}

/** Past the end reads as zero, which is never a continuation byte. */
function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}
