// SPDX-License-Identifier: Apache-2.0
/** What people of the town were told, saw and signed: the invariants are judged by this and by the store. */

import type { Instant } from '@gongxin/core/kernel'

/** A bid act of which a client holds the receipt. */
export interface Receipt {
  readonly party: string
  readonly act: string
  /** Null for a withdrawal. */
  readonly commitment: string | null
  readonly hash: string
  readonly at: Instant
  /** True millisecond at which the answer came. */
  readonly heardAt: number
}

/** Any act that was answered with done. */
export interface Told {
  readonly act: string
  readonly stream: string
  readonly hash: string
  readonly events: readonly { readonly seq: number; readonly type: string }[]
}

export interface Signed {
  readonly witness: string
  readonly size: number
  readonly root: string
}

export interface Payment {
  readonly account: string
  readonly principalFen: number
  readonly reference: string
}

export interface Ledger {
  readonly receipts: Receipt[]
  readonly told: Told[]
  /** Digests of files whose upload was acknowledged. */
  readonly uploads: string[]
  /** Price that each party sealed, by commitment. */
  readonly prices: Map<string, number>
  /** Money whose notice was acknowledged. */
  readonly credits: {
    readonly party: string
    readonly amountFen: number
    readonly reference: string
  }[]
  readonly payments: Payment[]
  /** What a witness answered 200 to. */
  readonly signed: Signed[]
  /** Checkpoints as the public was shown them, in the order of seeing. */
  readonly seen: Uint8Array[]
  /** Public bytes of the tender that anybody was shown while bids could still be sent. */
  readonly early: { readonly manifests: number; readonly atMs: number }[]
  /** Answers that no fault of the machine excuses. */
  readonly wrong: string[]
  readonly faults: Map<string, number>
}

export function emptyLedger(): Ledger {
  return {
    ...{ receipts: [], told: [], uploads: [], prices: new Map(), credits: [], payments: [] },
    ...{ signed: [], seen: [], early: [], wrong: [], faults: new Map() },
  }
}

export function count({ faults }: Ledger, fault: string): void {
  faults.set(fault, (faults.get(fault) ?? 0) + 1)
}
