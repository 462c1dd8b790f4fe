// SPDX-License-Identifier: Apache-2.0
/** Keys of one tender: made here, kept in this browser, backed up as a file that only their owner has. */

import { jsonIn, z } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { sm2PublicKey, softwareUnwrapper, type Unwrapper } from '@gongxin/trust/suites'

/** Names of the keys of each kind; 32 bytes each. */
const names = { bid: ['ticket', 'opening'], holder: ['holder'] } as const
export type KeyKind = keyof typeof names

export interface KeyPlace {
  readonly kind: KeyKind
  readonly tender: string
  /** Organisation whose keys they are: two of one machine keep theirs apart. */
  readonly party: string
}

const keyFile = z.strictObject({
  v: z.literal('GXKEY/1'),
  kind: z.enum(['bid', 'holder']),
  tender: z.string(),
  party: z.string(),
  keys: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type KeyFile = z.infer<typeof keyFile>

export interface KeyStore {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
}

export function findKeys(store: KeyStore, place: KeyPlace): KeyFile | null {
  return readKeys(keptText(store, place), place)
}

/** The file as it is kept, or nothing. */
export function keptText(store: KeyStore, place: KeyPlace): string {
  return store.getItem(nameOf(place)) ?? ''
}

/** Fresh keys; those already there are never written over. */
export function makeKeys(store: KeyStore, place: KeyPlace): KeyFile {
  const known = findKeys(store, place)
  if (known !== null) return known
  const keys = Object.fromEntries(names[place.kind].map((name) => [name, hex(freshKey())]))
  const made: KeyFile = { v: 'GXKEY/1', ...place, keys }
  keepKeys(store, made)
  return made
}

export function keepKeys(store: KeyStore, file: KeyFile): void {
  store.setItem(nameOf(file), JSON.stringify(file))
}

/** Null for what is no key file, or one of another tender, kind or organisation. */
export function readKeys(text: string, place: KeyPlace): KeyFile | null {
  const parsed = keyFile.safeParse(jsonIn(text))
  if (!parsed.success) return null
  const { kind, tender, party, keys } = parsed.data
  const mine = kind === place.kind && tender === place.tender && party === place.party
  return mine && names[kind].every((name) => keys[name] !== undefined) ? parsed.data : null
}

/** Bytes of a key of this file. */
export function keyIn({ keys }: KeyFile, name: string): Uint8Array {
  return findBytes(keys[name] ?? '') ?? new Uint8Array(0)
}

/** What opens the bid: a device of the bidder's would stand here in its place. */
export function openerIn(file: KeyFile): Unwrapper {
  return softwareUnwrapper({ privateKey: keyIn(file, 'opening') })
}

export function isBackedUp(store: KeyStore, place: KeyPlace): boolean {
  return store.getItem(`${nameOf(place)} saved`) !== null
}

export function noteBackup(store: KeyStore, place: KeyPlace): void {
  store.setItem(`${nameOf(place)} saved`, 'yes')
}

export function freshBytes(size: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(size))
}

/** Within the order of the curve; the chance of a second try is one in four thousand million. */
function freshKey(): Uint8Array {
  for (;;) {
    const key = freshBytes(32)
    if (sm2PublicKey(key) !== undefined) return key
  }
}

function nameOf({ kind, tender, party }: KeyPlace): string {
  return `key ${kind} ${tender} ${party}`
}
