// SPDX-License-Identifier: Apache-2.0
/** Which place a tender has under the root of the city, and which slot a ticket has in its vault. */

import type { SlotEntry } from '@gongxin/core/trading/bid'
import { bytesOf, type VaultPlace } from '@gongxin/core/trading/tender'
import { hex } from '@gongxin/trust/canonical'
import { blindedRow, seedCommitment, slotOrder, usualCapacity } from '@gongxin/trust/vault'
import { freshBytes } from '../chance/index.ts'
import { prepared, type Row, Unavailable } from '../store/index.ts'
import { findVault, headsOf, type KeptVault, type VaultParts } from './parts.ts'

export interface Places {
  /** What the notice says of the vault of this tender; the same whenever it is asked. */
  placeOf(tender: string): Promise<VaultPlace>
  /** Keeps a slot while one act is being written; to be let go in any case. */
  holdOf(tender: string): SlotHold
}

export interface SlotHold {
  /**
   * The row of this version of a slot: the first version takes the next free slot. Nothing where the
   * tender has no vault; `taken` where another bidder's bids hang on the same ticket.
   */
  rowOf(slot: SlotEntry): Promise<Row | undefined | 'taken'>
  release(): void
}

export function createPlaces({
  cabinet: store,
  capacity: slots = usualCapacity,
}: VaultParts): Places {
  const known = new Map<string, KeptVault>()
  const inUse = new Map<string, Set<string | number>>()

  const find = async (tender: string): Promise<KeptVault | undefined> => {
    const found = known.get(tender) ?? (await findVault(store, tender))
    if (found !== undefined) known.set(tender, found)
    return found
  }

  return {
    async placeOf(tender) {
      for (let vault = await find(tender); ; vault = await find(tender)) {
        if (vault !== undefined) {
          const { position, capacity, seed } = vault
          return { position, capacity, commitment: hex(seedCommitment(seed)) }
        }
        // Of two that take a place in one moment the second takes the next one.
        const values = [store.region, tender, slots, freshBytes(32)]
        await store.pool.query(prepared(insertText, values))
      }
    },
    holdOf(tender) {
      const held = inUse.get(tender) ?? new Set<string | number>()
      inUse.set(tender, held)
      const own = new Set<string | number>()
      const letGo = () => {
        for (const mine of own) held.delete(mine)
        own.clear()
      }
      return {
        async rowOf(slot) {
          const vault = await find(tender)
          if (vault === undefined) return undefined
          const ticket = hex(blindedRow(vault.seed, bytesOf(slot.ticketKey)))
          const heads = await headsOf(store, tender)
          // What an attempt before this one held may have been written by another since.
          letGo()
          const head = heads.find((one) => one.ticket === ticket)
          const used = new Set<string | number>([...heads.map((one) => one.slot), ...held])
          if (slot.verNo === 1 && (head !== undefined || used.has(ticket))) return 'taken'
          const place = head?.slot ?? slotOrder(vault).find((one) => !used.has(one))
          if (place === undefined) throw new Unavailable('the vault is full')
          for (const mine of [ticket, place]) {
            held.add(mine)
            own.add(mine)
          }
          const row = { tender, ticket, slot: place, value: bytesOf(slot.value) }
          return { table: 'vault_head', row }
        },
        release() {
          letGo()
          if (held.size === 0 && inUse.get(tender) === held) inUse.delete(tender)
        },
      }
    },
  }
}

const insertText = `insert into vault (region, tender, position, capacity, seed)
  select $1, $2, coalesce(max(position) + 1, 0), $3, $4 from vault where region = $1
  on conflict do nothing`
