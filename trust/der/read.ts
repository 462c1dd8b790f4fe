// SPDX-License-Identifier: Apache-2.0
/** Reads DER and nothing of BER beyond it: no indefinite, padded or high-numbered form. */

import { compareBytes } from '../canonical/index.ts'
import { type Tag, tagByte } from './tags.ts'

export interface Der {
  readonly tag: number
  readonly content: Uint8Array
  /** Tag, length and content, as they stood: what signatures are over. */
  readonly whole: Uint8Array
}

/** A structure of certificates never comes near this; a hostile one could name gigabytes. */
const longest = 2 ** 31 - 1

/** Exactly one value that fills the bytes. */
export function findDer(bytes: Uint8Array): Der | undefined {
  const der = valueAt(bytes, 0)
  return der?.whole.length === bytes.length ? der : undefined
}

/** The value if it is there under this tag: lets a chain of reads fail at its end. */
export function readOnly(der: Der | undefined, tag: Tag): Der | undefined {
  return der?.tag === tagByte(tag) ? der : undefined
}

/** The values inside, or nothing when a byte is left over or a set is out of its order. */
export function listContent(der: Der): readonly Der[] | undefined {
  // Bit six marks a value made of values; asking a simple one for parts is a wrong turn.
  if ((der.tag & 0x20) === 0) return undefined
  const parts: Der[] = []
  for (let at = 0; at < der.content.length; ) {
    const part = valueAt(der.content, at)
    if (part === undefined) return undefined
    parts.push(part)
    at += part.whole.length
  }
  if (der.tag !== tagByte('set')) return parts
  const inOrder = parts.every((part, i) => {
    const before = parts[i - 1]
    return before === undefined || compareBytes(before.whole, part.whole) <= 0
  })
  return inOrder ? parts : undefined
}

/** {@link listContent} of a value that must have this tag. */
export function findList(der: Der | undefined, tag: Tag): readonly Der[] | undefined {
  const list = readOnly(der, tag)
  return list === undefined ? undefined : listContent(list)
}

/** Walks the values of a structure in order, where some may be left out. */
export interface Walk {
  /** The next value if it has this tag; else nothing, and the walk stays where it is. */
  take(tag: Tag): Der | undefined
  /** The next value of whatever tag. */
  takeAny(): Der | undefined
  ended(): boolean
}

/** Nothing inside can be taken from what is not there, so a chain of reads fails at its end. */
export function walk(der: Der | undefined, tag: Tag): Walk {
  const parts = findList(der, tag)
  let at = 0
  return {
    take(wanted) {
      const part = readOnly(parts?.[at], wanted)
      if (part !== undefined) at += 1
      return part
    },
    takeAny() {
      const part = parts?.[at]
      if (part !== undefined) at += 1
      return part
    },
    ended: () => parts !== undefined && at === parts.length,
  }
}

function valueAt(bytes: Uint8Array, at: number): Der | undefined {
  const tag = bytes[at]
  if (tag === undefined || !isTag(tag)) return undefined
  const size = sizeAt(bytes, at + 1)
  if (size === undefined) return undefined
  const end = size.from + size.length
  if (end > bytes.length) return undefined
  return { tag, content: bytes.subarray(size.from, end), whole: bytes.subarray(at, end) }
}

/** Universal strings in pieces are BER; the structures are sequence, set and what is numbered. */
function isTag(tag: number): boolean {
  if ((tag & 0x1f) === 0x1f) return false
  const universal = (tag & 0xc0) === 0
  if (!universal) return (tag & 0xc0) === 0x80
  const structure = (tag & 0x20) !== 0
  const named = tag & 0x1f
  const list = named === 0x10 || named === 0x11
  return structure ? list : !list && named !== 0
}

function sizeAt(bytes: Uint8Array, at: number): { from: number; length: number } | undefined {
  const first = bytes[at]
  if (first === undefined) return undefined
  if (first < 0x80) return { from: at + 1, length: first }
  const count = first & 0x7f
  if (count === 0 || count > 4 || at + 1 + count > bytes.length) return undefined
  let length = 0
  for (const byte of bytes.subarray(at + 1, at + 1 + count)) length = length * 256 + byte
  const shortest = length >= 0x80 && (count === 1 || length >= 256 ** (count - 1))
  return shortest && length <= longest ? { from: at + 1 + count, length } : undefined
}
