// SPDX-License-Identifier: Apache-2.0
/** Helpers that keep a catalogue line to one line: title, who may read, shape. */

import { line, type Role, type Words, words, z } from '../../../kernel/index.ts'

export interface PublicEntry<S extends z.ZodType> {
  readonly title: Words
  readonly access: { readonly to: 'public' }
  readonly shape: S
}
export interface RestrictedEntry<S extends z.ZodType> {
  readonly title: Words
  readonly access: {
    readonly to: 'restricted'
    readonly readers: readonly Role[]
    readonly later?: Later
    readonly from?: string
  }
  readonly shape: S
}

/** Further readers, from the first of the named phases that is reached; `ended` is any failure. */
export interface Later {
  readonly from: string | readonly string[]
  readonly readers: readonly Role[]
}

/** Roles that may read at once, those that may from a phase on, and when everybody may. */
export interface Circle {
  readonly readers?: readonly Role[]
  readonly later?: Later
  readonly from?: string
}

export function open<S extends z.ZodRawShape>(
  zh: string,
  en: string,
  shape: S,
): PublicEntry<z.ZodObject<S, z.core.$strict>> {
  return { title: words(zh, en), access: { to: 'public' }, shape: z.strictObject(shape) }
}

/** Readable by the party concerned, and by the circle named. */
export function closedTo<S extends z.ZodRawShape>(
  title: Words,
  { readers = [], later, from }: Circle,
  shape: S,
): RestrictedEntry<z.ZodObject<S, z.core.$strict>> {
  const access = {
    to: 'restricted',
    readers,
    ...(later === undefined ? {} : { later }),
    ...(from === undefined ? {} : { from }),
  } as const
  return { title, access, shape: z.strictObject(shape) }
}

export const party = z.strictObject({ party: line(64), name: line(80) })
export type Party = z.infer<typeof party>
