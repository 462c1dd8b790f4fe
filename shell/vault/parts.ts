// SPDX-License-Identifier: Apache-2.0
/** What the vault service is made of, and a vault as it lies in its table. */

import type { Instant } from '@gongxin/core/kernel'
import type { PlatformEvent, TickPlan } from '@gongxin/core/trading/vault'
import type { NewEvent, Store } from '../store/index.ts'

/** Place of the next event of the platform, and the hash it chains to. */
export interface PlatformHead {
  readonly seq: number
  readonly hash: string
}

export interface VaultParts {
  /** Where the tenders stand, and the public stream of the platform. */
  readonly store: Store
  /** Seeds, slots and ticks. */
  readonly cabinet: Store
  readonly clock: { now(): Instant }
  readonly plan: TickPlan
  /** Slots of a new vault: more bids than that are not taken for one tender. */
  readonly capacity?: number | undefined
  /** Whether a tender whose deadline has passed may be closed: it is not suspended, not held. */
  isClosable(tender: string): Promise<boolean>
  /** Until every bid that came in time is written. */
  settled(tender: string): Promise<void>
  /** Entries of the platform's stream. */
  wrapped(events: readonly PlatformEvent[], head: PlatformHead): readonly NewEvent[]
}

/** A vault, its secret included: it never leaves this folder but through proofs and the revealing. */
export interface KeptVault {
  readonly tender: string
  readonly position: number
  readonly capacity: number
  readonly seed: Uint8Array
}

export const keptColumns = ['tender', 'position', 'capacity', 'seed'] as const

export function findVault({ queries, region }: Store, tender: string) {
  return queries
    .selectFrom('vault')
    .select([...keptColumns, 'sealed_for', 'sealed_tick', 'sealed_seq', 'super_path'])
    .where('region', '=', region)
    .where('tender', '=', tender)
    .executeTakeFirst()
}

/** The slots in use of these tenders. */
export function headsOf({ queries, region }: Store, ...tenders: readonly string[]) {
  return queries
    .selectFrom('vault_head')
    .select(['tender', 'ticket', 'slot', 'value'])
    .where('region', '=', region)
    .where('tender', 'in', [...tenders, ''])
    .execute()
}
