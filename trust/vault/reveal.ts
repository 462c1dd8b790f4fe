// SPDX-License-Identifier: Apache-2.0
/** After the deadline: the vault is shown whole, and what was hidden in it cannot hide any more. */

import { compareBytes, sameBytes } from '../canonical/index.ts'
import { type SlotFault, type SlotVersion, type Ticket, verifySlot } from './slot.ts'
import { placeFault, type TickFacts, type TickFault, type TickProof, tickFault } from './ticks.ts'
import {
  dummyAt,
  isCapacity,
  levelsOver,
  rootOf,
  seedCommitment,
  slotLeaf,
  slotSalt,
} from './vault.ts'

export interface RevealedSlot {
  readonly ticketKey: Uint8Array
  readonly versions: readonly SlotVersion[]
}

export interface Reveal {
  readonly seed: Uint8Array
  /** Value of every slot at the deadline tick. */
  readonly values: readonly Uint8Array[]
  /** Slots in use, by their place. */
  readonly slots: ReadonlyMap<number, RevealedSlot>
  readonly superPath: readonly Uint8Array[]
}

export interface RevealFacts extends TickFacts, Omit<Ticket, 'ticketKey'> {
  /** Published when the tender opened. */
  readonly seedCommitment: Uint8Array
}

export type RevealFault = TickFault | SlotFault | 'VAULT_SEED' | 'DUMMY_MISMATCH' | 'TICKET_TWICE'

export type RevealVerdict =
  | {
      readonly ok: true
      /** Commitments of the bids that are to be opened, in the order of their slots. */
      readonly live: readonly { readonly slot: number; readonly commitment: Uint8Array }[]
    }
  | { readonly ok: false; readonly fault: RevealFault; readonly slot?: number }

/** Every slot is either a chain of signed versions or the dummy that the seed makes; no third. */
export function verifyReveal(reveal: Reveal, facts: RevealFacts): RevealVerdict {
  const { seed, values, slots } = reveal
  if (seed.length !== 32 || !sameBytes(seedCommitment(seed), facts.seedCommitment)) {
    return { ok: false, fault: 'VAULT_SEED' }
  }
  if (!isCapacity(facts.capacity) || values.length !== facts.capacity) {
    return { ok: false, fault: 'VAULT_ROOT' }
  }
  const live: { slot: number; commitment: Uint8Array }[] = []
  for (const [slot, value] of values.entries()) {
    const shown = slots.get(slot)
    const fault =
      shown === undefined
        ? sameBytes(value, dummyAt(seed, slot))
          ? undefined
          : 'DUMMY_MISMATCH'
        : slotFault(shown, value, facts)
    if (fault !== undefined) return { ok: false, fault, slot }
    const commitment = shown === undefined ? undefined : liveIn(shown)
    if (commitment !== undefined) live.push({ slot, commitment })
  }
  const fault = reuseFault(reveal, facts) ?? rootFault(reveal, facts)
  return fault === undefined ? { ok: true, live } : { ok: false, fault }
}

export type ReceiptFault = TickFault | 'BID_MISSING'

/** Does the revealed vault still hold what a receipt says was in it? */
export function receiptFault(
  proof: TickProof,
  at: TickFacts,
  shown: { readonly reveal: Reveal; readonly ticket: Ticket },
): ReceiptFault | undefined {
  const fault = tickFault(proof, at)
  if (fault !== undefined) return fault
  const slot = shown.reveal.slots.get(proof.slot)
  if (slot === undefined || !sameBytes(slot.ticketKey, shown.ticket.ticketKey)) return 'BID_MISSING'
  const verdict = verifySlot(slot.versions, shown.ticket)
  const kept = verdict.ok && verdict.values.some((value) => sameBytes(value, proof.value))
  return kept ? undefined : 'BID_MISSING'
}

export type OpenedFault = 'BID_MISSING' | 'BID_ADDED'

/** Exactly the live bids are opened: none dropped, none added, none twice. */
export function openedFault(
  live: readonly Uint8Array[],
  opened: readonly Uint8Array[],
): OpenedFault | undefined {
  const [due, shown] = [live.toSorted(compareBytes), opened.toSorted(compareBytes)]
  const missing = due.some((bid) => !shown.some((other) => sameBytes(bid, other)))
  if (missing) return 'BID_MISSING'
  return due.length === shown.length ? undefined : 'BID_ADDED'
}

function slotFault(
  { versions, ticketKey }: RevealedSlot,
  value: Uint8Array,
  { tender, lot }: RevealFacts,
): RevealFault | undefined {
  const verdict = verifySlot(versions, { tender, lot, ticketKey })
  if (!verdict.ok) return verdict.fault
  const head = verdict.values.at(-1)
  return head !== undefined && sameBytes(head, value) ? undefined : 'SLOT_CHAIN'
}

function liveIn({ versions }: RevealedSlot): Uint8Array | undefined {
  const last = versions.at(-1)
  return last?.action === 'withdraw' ? undefined : last?.commitment
}

/** Two slots of one ticket would be two bids of one bidder. */
function reuseFault({ slots }: Reveal, { capacity }: RevealFacts): RevealFault | undefined {
  const keys = [...slots.values()].map(({ ticketKey }) => ticketKey).toSorted(compareBytes)
  const twice = keys.some((key, i) => i > 0 && sameBytes(key, keys[i - 1] ?? key))
  if (twice) return 'TICKET_TWICE'
  return [...slots.keys()].every((slot) => slot < capacity) ? undefined : 'VAULT_ROOT'
}

function rootFault({ seed, values, superPath }: Reveal, facts: RevealFacts): TickFault | undefined {
  const leaves = values.map((value, i) => slotLeaf(slotSalt(seed, facts.tick, i), value))
  return placeFault(rootOf(levelsOver(leaves)), superPath, facts)
}
