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
    readonly from?: string
  }
  readonly shape: S
}

export function open<S extends z.ZodRawShape>(
  zh: string,
  en: string,
  shape: S,
): PublicEntry<z.ZodObject<S, z.core.$strict>> {
  return { title: words(zh, en), access: { to: 'public' }, shape: z.strictObject(shape) }
}

/** Readable by the roles named and by the party concerned; `from` a phase by everybody. */
export function closedTo<S extends z.ZodRawShape>(
  title: Words,
  readers: readonly Role[],
  shape: S,
  from?: string,
): RestrictedEntry<z.ZodObject<S, z.core.$strict>> {
  const access = { to: 'restricted', readers, ...(from === undefined ? {} : { from }) } as const
  return { title, access, shape: z.strictObject(shape) }
}

export const party = z.strictObject({ party: line(64), name: line(80) })
export type Party = z.infer<typeof party>
