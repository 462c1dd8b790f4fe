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

/** 分: the corrected price where one was confirmed, else the price as announced. */
export function priceFenOf(bid: Bid): number {
  const corrected = bid.correction?.accepted === true ? bid.correction.correctedFen : undefined
  return corrected ?? bid.content?.form.priceFen ?? 0
}
