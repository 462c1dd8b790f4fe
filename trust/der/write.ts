// SPDX-License-Identifier: Apache-2.0
/** Writes DER: what goes out here comes back in through the strict reader. */

import { compareBytes, concat, utf8 } from '../canonical/index.ts'
import { type Tag, tagByte } from './tags.ts'
import { momentBytes, preciseMomentBytes } from './time.ts'

export function writeDer(tag: Tag, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = concat(...parts)
  return concat(Uint8Array.of(tagByte(tag)), sizeBytes(content.length), content)
}

/** SET OF: DER wants the members in the order of their bytes. */
export function writeSet(parts: readonly Uint8Array[], tag: Tag = 'set'): Uint8Array<ArrayBuffer> {
  return writeDer(tag, ...parts.toSorted(compareBytes))
}

/** A number not below zero from big-endian bytes of any padding. */
export function writeUnsigned(bytes: Uint8Array, tag: Tag = 'integer'): Uint8Array<ArrayBuffer> {
  const start = bytes.findIndex((byte) => byte !== 0)
  const value = start < 0 ? Uint8Array.of(0) : bytes.subarray(start)
  return (value[0] ?? 0) >= 0x80 ? writeDer(tag, Uint8Array.of(0), value) : writeDer(tag, value)
}

export function writeCount(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no count: ${value}`)
  const digits = value.toString(16)
  const padded = digits.padStart(digits.length + (digits.length % 2), '0')
  return writeUnsigned(
    Uint8Array.from({ length: padded.length / 2 }, (_, i) =>
      Number.parseInt(padded.slice(2 * i, 2 * i + 2), 16),
    ),
  )
}

export function writeTruth(value: boolean): Uint8Array<ArrayBuffer> {
  return writeDer('boolean', Uint8Array.of(value ? 0xff : 0))
}

export function writeBits(bytes: Uint8Array, unused = 0): Uint8Array<ArrayBuffer> {
  return writeDer('bitString', Uint8Array.of(unused), bytes)
}

export function writeIdentifier(dotted: string): Uint8Array<ArrayBuffer> {
  const [top = 0, next = 0, ...rest] = dotted.split('.').map(Number)
  const arcs = [40 * top + next, ...rest]
  return writeDer('objectIdentifier', Uint8Array.from(arcs.flatMap(arcBytes)))
}

export function writeText(text: string): Uint8Array<ArrayBuffer> {
  return writeDer('utf8String', utf8(text))
}

export function writeMoment(text: string): Uint8Array<ArrayBuffer> {
  const { tag, content } = momentBytes(text)
  return writeDer(tag, content)
}

export function writePreciseMoment(text: string): Uint8Array<ArrayBuffer> {
  const { tag, content } = preciseMomentBytes(text)
  return writeDer(tag, content)
}

export function writeNothing(): Uint8Array<ArrayBuffer> {
  return writeDer('nothing')
}

function sizeBytes(size: number): Uint8Array {
  if (size < 0x80) return Uint8Array.of(size)
  const bytes: number[] = []
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Uint8Array.of(0x80 | bytes.length, ...bytes)
}

function arcBytes(arc: number): readonly number[] {
  if (!Number.isSafeInteger(arc) || arc < 0) throw new RangeError(`no arc: ${arc}`)
  const bytes = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift(0x80 | (rest % 128))
  }
  return bytes
}
