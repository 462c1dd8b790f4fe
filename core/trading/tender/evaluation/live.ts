// SPDX-License-Identifier: Apache-2.0
/** Which bids are still in, and at what price: the valid set V of rules-construction §5.1. */

import type { Bid, TenderState } from '../state.ts'

/** Opened and not rejected. */
export function liveBids(state: TenderState): readonly Bid[] {
  return state.bids.filter((bid) => bid.standing === 'opened' && bid.content !== null)
}

/** 核心产品品牌; null counts as a brand of its own. */
export function brandOf({ content }: Bid): string | null {
  const brand = content?.declared?.brand ?? ''
  return brand === '' ? null : brand
}

/** 分: the price as announced, or the last quote that took its place. */
export function announcedFenOf({ lastFen, content }: Bid): number {
  return lastFen ?? content?.form.priceFen ?? 0
}

/** A correction of the first quote that binds nobody any more once there is a last one. */
export function correctionOf({ lastFen, correction }: Bid): Bid['correction'] {
  return lastFen === null ? correction : null
}

/** 分: the last quote, else the corrected price where one was confirmed, else as announced. */
export function priceFenOf(bid: Bid): number {
  const correction = correctionOf(bid)
  return correction?.accepted === true ? correction.correctedFen : announcedFenOf(bid)
}
