// SPDX-License-Identifier: Apache-2.0
/** What the slots of the vault held, read out of the sealed streams once the deadline has passed. */

import type { DataOf } from '../tender/index.ts'
import type { BidState } from './state.ts'

export type ShownSlots = DataOf<'VaultRevealed'>['slots']

/** In the order of their slots; `slotOf` knows where the ticket of a bid stands. */
export function shownSlots(
  bids: readonly BidState[],
  slotOf: (ticketKey: string) => number,
): ShownSlots {
  return bids
    .flatMap(({ slot, versions }) => {
      if (slot === null) return []
      return [{ slot: slotOf(slot.ticketKey), ticketKey: slot.ticketKey, versions: [...versions] }]
    })
    .sort((a, b) => a.slot - b.slot)
}
