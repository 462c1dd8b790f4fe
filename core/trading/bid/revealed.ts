// SPDX-License-Identifier: Apache-2.0
/** Checks what a revealed vault says against the notice and the root of the city, from bytes alone. */

import {
  dummyAt,
  emptySlot,
  type Reveal,
  type RevealVerdict,
  slotValue,
  verifyReveal,
} from '@gongxin/trust/vault'
import { bytesOf, type DataOf, type VaultPlace } from '../tender/index.ts'
import { lot } from './tool.ts'

export interface Revealing {
  readonly tender: string
  /** As the notice fixed it. */
  readonly vault: VaultPlace
  readonly revealed: DataOf<'VaultRevealed'>
  /** As the platform's stream says for the tick of the revealing, in hex. */
  readonly root: string
}

/** Live commitments in the order of their slots, or what is wrong with the vault. */
export function revealVerdict({ tender, vault, revealed, root }: Revealing): RevealVerdict {
  return verifyReveal(revealOf(revealed, vault.capacity), {
    ...{ tender, lot, tick: revealed.tick, superRoot: bytesOf(root) },
    ...{ capacity: vault.capacity, position: vault.position },
    seedCommitment: bytesOf(vault.commitment),
  })
}

/** The published event as `trust/vault` reads it: a value for every slot, bytes for every hex. */
export function revealOf(revealed: DataOf<'VaultRevealed'>, capacity: number): Reveal {
  const seed = bytesOf(revealed.seed)
  const slots = new Map(
    revealed.slots.map(({ slot, ticketKey, versions }) => [
      slot,
      {
        ticketKey: bytesOf(ticketKey),
        versions: versions.map(({ commitment, ticketSig, ...version }) => {
          return { ...version, commitment: bytesOf(commitment), ticketSig: bytesOf(ticketSig) }
        }),
      },
    ]),
  )
  const valueAt = (slot: number) =>
    slots
      .get(slot)
      ?.versions.reduce<Uint8Array>((before, version) => slotValue(version, before), emptySlot) ??
    dummyAt(seed, slot)
  const values = Array.from({ length: capacity }, (_, slot) => valueAt(slot))
  return { seed, values, slots, superPath: revealed.superPath.map(bytesOf) }
}
