// SPDX-License-Identifier: Apache-2.0
/** The first byte of every value we read or write, by name. */

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

export type TagName = keyof typeof tags
/** A name, or a byte made by {@link inside} or {@link instead}. */
export type Tag = TagName | number

/** `[n]` around a value: explicit, or a structure retagged. */
export function inside(n: number): number {
  return 0xa0 | n
}

/** `[n]` in place of the tag of a simple value: implicit. */
export function instead(n: number): number {
  return 0x80 | n
}

export function tagByte(tag: Tag): number {
  return typeof tag === 'number' ? tag : tags[tag]
}
