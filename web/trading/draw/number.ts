// SPDX-License-Identifier: Apache-2.0
/** The number of one contributor: made here, promised by its commitment, kept until shown. */

import type { Role } from '@gongxin/core/kernel'
import { findBytes, hex } from '@gongxin/trust/canonical'
import { commitment, numberSize } from '@gongxin/trust/draw'

export type Contributor = 'owner' | 'centre' | 'authority'

export interface NumberStore {
  getItem(name: string): string | null
  setItem(name: string, value: string): void
  removeItem(name: string): void
}

/** Owner and agency give one number between them. */
export function contributorOf(role: Role): Contributor | null {
  if (role === 'centre' || role === 'authority') return role
  return role === 'tenderOwner' || role === 'agency' ? 'owner' : null
}

export interface Place {
  readonly draw: string
  readonly contributor: Contributor
}

/** The kept number, or a fresh one: asking twice must not break a promise already given. */
export function promisedNumber(store: NumberStore, place: Place): string {
  const kept = keptNumber(store, place)
  if (kept !== null) return kept
  const number = hex(crypto.getRandomValues(new Uint8Array(numberSize)))
  store.setItem(nameOf(place), number)
  return number
}

export function keptNumber(store: NumberStore, place: Place): string | null {
  return store.getItem(nameOf(place))
}

export function commitmentOf(contributor: Contributor, number: string): string {
  return hex(commitment(contributor, findBytes(number) ?? new Uint8Array(0)))
}

function nameOf({ draw, contributor }: Place): string {
  return `draw ${draw} ${contributor}`
}
