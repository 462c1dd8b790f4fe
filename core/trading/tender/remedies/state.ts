// SPDX-License-Identifier: Apache-2.0
/** What is pending in a trade: enquiries, complaints, and corrections that a remedy has called for. */

import type { Instant } from '../../../kernel/index.ts'
import type { RemedyEffect } from '../../../procedures/index.ts'
import type { DataOf } from '../events.ts'

export interface Enquiry {
  readonly id: string
  readonly askedAt: Instant
  readonly asked: DataOf<'EnquiryAsked'> | null
  readonly answeredAt: Instant | null
  readonly answer: DataOf<'EnquiryAnswered'> | null
}

/** Time that does not count: for supplements, tests, expert review and hearings. */
export interface Stop {
  readonly id: string
  readonly from: Instant
  readonly to: Instant | null
}

export interface Complaint {
  readonly id: string
  readonly lodgedAt: Instant
  /** Null for whoever learned of it by the decision. */
  readonly lodged: DataOf<'ComplaintLodged'> | null
  readonly checks: readonly (DataOf<'ComplaintChecked'> & { readonly at: Instant })[]
  readonly supplementedAt: Instant | null
  readonly notified: (DataOf<'ComplaintNotified'> & { readonly at: Instant }) | null
  readonly responses: readonly DataOf<'ComplaintResponded'>[]
  readonly stops: readonly Stop[]
  /** Since when a suspension ordered for it runs, or ran. */
  readonly suspendedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly decision: (DataOf<'ComplaintDecided'> & { readonly at: Instant }) | null
}

/** An upheld remedy asks for an act of the owner's side that has not been done yet. */
export interface Correction {
  readonly ref: string
  readonly effect: RemedyEffect
  readonly at: Instant
}
