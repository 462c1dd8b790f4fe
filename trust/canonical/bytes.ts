// SPDX-License-Identifier: Apache-2.0
/** Small arithmetic on byte strings: join, compare, number, hex. */

import { utf8 } from './utf8.ts'

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A domain string and its zero byte: it keeps hashes for one purpose apart from any other. */
export function domain(name: string): Uint8Array<ArrayBuffer> {
  return utf8(`${name}\0`)
}

/** Four bytes, big-endian. */
export function u32(value: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

/** Length first, so that two texts side by side can be cut in one way only. */
export function prefixed(part: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(u32(part.length), part)
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return compareBytes(a, b) === 0
}

/** Order by the first differing byte, then by length. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

const hexPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
)

/** Lower-case hex. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += hexPairs[byte] ?? ''
  return text
}

/** Bytes of lower-case hex, or nothing when the text is not that. */
export function findBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  )
}
