// SPDX-License-Identifier: Apache-2.0
/** The little that a persona reads off a tender before acting on it. */

import { z } from '@gongxin/core/kernel'

const party = z.object({ party: z.string(), name: z.string() })

export const seenShape = z.object({
  phase: z.string(),
  bids: z.array(z.object({ no: z.string(), bidder: party, standing: z.string() })),
  publicReview: z
    .object({ candidates: z.array(z.object({ bid: z.string(), bidder: party })) })
    .nullable(),
  evaluation: z
    .object({ conclusion: z.object({ candidates: z.array(z.string()) }).nullable() })
    .nullable(),
  cancelled: z.array(z.object({ winner: party })),
  awardNotice: z
    .object({
      winner: party,
      priceFen: z.number(),
      durationDays: z.number(),
      quality: z.string(),
    })
    .nullable(),
})
export type Seen = z.infer<typeof seenShape>

export function numberOf(seen: Seen, bidder: string): string {
  return seen.bids.find((bid) => bid.bidder.party === bidder)?.no ?? 'unknown'
}

/** Opened and not rejected: what the committee marks. */
export function live(seen: Seen): readonly string[] {
  return seen.bids.filter((bid) => bid.standing === 'opened').map((bid) => bid.no)
}

/** In rank order, without those whose award was cancelled; as published, or else as reported. */
export function candidates(seen: Seen) {
  const gone = seen.cancelled.map((c) => c.winner.party)
  const ranked = seen.evaluation?.conclusion?.candidates ?? []
  const reported = ranked.flatMap((no) => seen.bids.filter((bid) => bid.no === no))
  const named = reported.map(({ no, bidder }) => ({ bid: no, bidder }))
  const listed = seen.publicReview?.candidates ?? named
  return listed.filter((c) => !gone.includes(c.bidder.party))
}
