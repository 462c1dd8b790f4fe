// SPDX-License-Identifier: Apache-2.0
/** Simple values out of DER, each from its one spelling: numbers, bits, identifiers, texts. */

import { findText } from '../canonical/index.ts'
import type { Der } from './read.ts'
import { tags } from './tags.ts'

/** A number not below zero, without its sign byte; zero is one zero byte. */
export function unsignedOf(der: Der | undefined): Uint8Array | undefined {
  if (der === undefined) return undefined
  const [first, second] = der.content
  if (first === undefined || first >= 0x80) return undefined
  if (first !== 0 || second === undefined) return der.content
  return second >= 0x80 ? der.content.subarray(1) : undefined
}

/** The same, for numbers that fit a counter. */
export function countOf(der: Der | undefined): number | undefined {
  const bytes = unsignedOf(der)
  if (bytes === undefined || bytes.length > 6) return undefined
  return bytes.reduce((value, byte) => value * 256 + byte, 0)
}

export function truthOf(der: Der | undefined): boolean | undefined {
  if (der?.tag !== tags.boolean || der.content.length !== 1) return undefined
  const [byte] = der.content
  return byte === 0xff ? true : byte === 0 ? false : undefined
}

export interface Bits {
  readonly bytes: Uint8Array
  readonly unused: number
}

/** Bits whose unused end is zero, as DER asks. */
export function bitsOf(der: Der | undefined): Bits | undefined {
  if (der?.tag !== tags.bitString) return undefined
  const [unused] = der.content
  const bytes = der.content.subarray(1)
  if (unused === undefined || unused > 7 || (unused > 0 && bytes.length === 0)) return undefined
  return ((bytes.at(-1) ?? 0) & ((1 << unused) - 1)) === 0 ? { bytes, unused } : undefined
}

/** A string of whole bytes in bits, such as a key or a signature. */
export function octetsInBits(der: Der | undefined): Uint8Array | undefined {
  const bits = bitsOf(der)
  return bits?.unused === 0 ? bits.bytes : undefined
}

/** `1.2.156.…`; nothing on a padded or cut arc. */
export function identifierOf(der: Der | undefined): string | undefined {
  if (der?.tag !== tags.objectIdentifier || der.content.length === 0) return undefined
  const arcs: number[] = []
  let arc = 0
  let open = false
  for (const byte of der.content) {
    if (!open && byte === 0x80) return undefined
    arc = arc * 128 + (byte & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER / 128) return undefined
    open = byte >= 0x80
    if (!open) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first, ...rest] = arcs
  if (open || first === undefined) return undefined
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - 40 * top, ...rest].join('.')
}

/** The text of any string type that names are written in. */
export function textOf(der: Der | undefined): string | undefined {
  if (der === undefined) return undefined
  switch (der.tag) {
    case tags.utf8String:
      return findText(der.content)
    case tags.printableString:
    case tags.ia5String:
      return der.content.every((byte) => byte < 0x80) ? findText(der.content) : undefined
    case tags.bmpString:
      return wideText(der.content)
    default:
      return undefined
  }
}

function wideText(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) text += String.fromCharCode(view.getUint16(at))
  return /\p{Surrogate}/u.test(text) ? undefined : text
}
