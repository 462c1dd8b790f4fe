// SPDX-License-Identifier: Apache-2.0
/** One bidder's slot: a chain of versions, each signed by the ticket that nobody else holds. */

import { concat, domain, prefixed, sameBytes, u32, utf8 } from '../canonical/index.ts'
import { type Claim, purposeMessage, sm3Digest, verifyingKey, verifySm2 } from '../suites/index.ts'

/** 递交, 替换, 撤回. Whoever withdrew may hand in again until the deadline. */
export type SlotAction = 'submit' | 'replace' | 'withdraw'

/** The ticket of one lot: a fresh key, registered when the tender file was taken. */
export interface Ticket {
  readonly tender: string
  readonly lot: string
  /** `04 ‖ x ‖ y`. */
  readonly ticketKey: Uint8Array
}

export interface SlotVersion {
  /** From 1, without a gap. */
  readonly verNo: number
  readonly action: SlotAction
  /** The bid's commitment; zeros for a withdrawal. */
  readonly commitment: Uint8Array
  readonly ticketSig: Uint8Array
}

export const emptySlot = new Uint8Array(32)

export type SlotFault = 'TICKET_SIG' | 'SLOT_CHAIN'

export type SlotVerdict =
  | {
      readonly ok: true
      /** Value of the slot at each version; the last is its head. */
      readonly values: readonly Uint8Array[]
      /** What would be opened; absent after a withdrawal. */
      readonly live?: Uint8Array
    }
  | { readonly ok: false; readonly fault: SlotFault; readonly verNo: number }

/** What the ticket signs: nobody can make a bidder withdraw who did not. */
export function slotMessage(
  ticket: Ticket,
  version: Omit<SlotVersion, 'ticketSig'>,
  before: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return purposeMessage(
    'VAULT/1 ticket',
    concat(
      prefixed(utf8(ticket.tender)),
      prefixed(utf8(ticket.lot)),
      u32(version.verNo),
      before,
      prefixed(utf8(version.action)),
      version.commitment,
    ),
  )
}

/** `v`: binds the version, all before it, and the hand that made it. */
export function slotValue(version: SlotVersion, before: Uint8Array): Uint8Array<ArrayBuffer> {
  const { verNo, action, commitment, ticketSig } = version
  const fields = [u32(verNo), before, prefixed(utf8(action)), commitment, ticketSig]
  return sm3Digest(concat(domain('VAULT/1 slot'), ...fields))
}

/** Walks the versions of one slot from nothing to its head. */
export function verifySlot(versions: readonly SlotVersion[], ticket: Ticket): SlotVerdict {
  const key = verifyingKey(ticket.ticketKey, { often: versions.length > 2 })
  const values: Uint8Array[] = []
  let live: Uint8Array | undefined
  for (const [place, version] of versions.entries()) {
    const { verNo, action, commitment, ticketSig: signature } = version
    const follows =
      verNo === place + 1 &&
      commitment.length === 32 &&
      (action === 'submit') === (live === undefined) &&
      (action !== 'withdraw' || sameBytes(commitment, emptySlot))
    if (!follows) return { ok: false, fault: 'SLOT_CHAIN', verNo }
    const before = values.at(-1) ?? emptySlot
    const claim: Claim = { message: slotMessage(ticket, version, before), signature }
    if (key === undefined || !verifySm2(key, claim)) {
      return { ok: false, fault: 'TICKET_SIG', verNo }
    }
    values.push(slotValue(version, before))
    live = action === 'withdraw' ? undefined : commitment
  }
  return { ok: true, values, ...(live === undefined ? {} : { live }) }
}
