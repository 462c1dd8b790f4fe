// SPDX-License-Identifier: Apache-2.0
/** The vault service: places of tenders, heads of slots, one root a tick, and proofs of one's own. */

import type { VaultParts } from './parts.ts'
import { createPlaces, type Places } from './places.ts'
import { createProofs, type Proofs } from './proofs.ts'
import { createTicker, type Ticker } from './ticker.ts'

export type { SlotHold } from './places.ts'
export type { OwnProof, TickLine } from './proofs.ts'

export type Vaults = Places & Proofs & Ticker

export function createVaults(parts: VaultParts): Vaults {
  const places = createPlaces(parts)
  return { ...places, ...createProofs(parts), ...createTicker(parts) }
}
