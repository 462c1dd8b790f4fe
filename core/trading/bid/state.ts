// SPDX-License-Identifier: Apache-2.0
/** What one bidder has done on one lot: the fold of the sealed stream. */

import type { Instant } from '../../kernel/index.ts'
import type { DataOf } from '../tender/index.ts'
import type { BidDataOf, BidEvent, BidEventType, EnvelopeRef, SlotEntry } from './events.ts'

export interface Receipt {
  readonly receipt: string
  readonly commitment: string
  readonly at: Instant
}

export interface BidState {
  readonly version: number
  readonly bidder: { readonly party: string; readonly name: string } | null
  readonly downloadedAt: Instant | null
  readonly deposit: BidDataOf<'DepositCredited'> | null
  /** When the platform learned of the credit: in time means before the deadline. */
  readonly depositAt: Instant | null
  readonly depositReturned: BidDataOf<'DepositReturned'> | null
  readonly envelope: EnvelopeRef | null
  readonly receivedAt: Instant | null
  readonly withdrawnAt: Instant | null
  /** How often a deposit went back; a new one is a new payment. */
  readonly returns: number
  readonly receipts: readonly Receipt[]
  /** Last entry of the slot; null before the first bid. */
  readonly slot: SlotEntry | null
  /** All that the ticket signed, from the first version; what the vault shows after the deadline. */
  readonly versions: DataOf<'VaultRevealed'>['slots'][number]['versions']
}

export const emptyBid: BidState = {
  version: -1,
  bidder: null,
  downloadedAt: null,
  deposit: null,
  depositAt: null,
  depositReturned: null,
  envelope: null,
  receivedAt: null,
  withdrawnAt: null,
  returns: 0,
  receipts: [],
  slot: null,
  versions: [],
}

type Evolvers = {
  readonly [T in BidEventType]: (state: BidState, data: BidDataOf<T>, at: Instant) => BidState
}

const evolvers: Evolvers = {
  DocumentDownloaded: (state, { bidder }, at) => ({
    ...state,
    bidder,
    downloadedAt: state.downloadedAt ?? at,
  }),
  DepositCredited: (state, deposit, at) => ({
    ...state,
    bidder: deposit.bidder,
    deposit,
    depositAt: at,
  }),
  BidSubmitted: (state, { bidder, ...sealed }, at) => ({
    ...withEnvelope(state, 'submit', { ...sealed, at }),
    bidder,
  }),
  BidReplaced: (state, sealed, at) => withEnvelope(state, 'replace', { ...sealed, at }),
  BidWithdrawn: (state, { slot }, at) => ({
    ...state,
    ...withVersion(state, 'withdraw', { slot, commitment: noCommitment }),
    envelope: null,
    receivedAt: null,
    withdrawnAt: at,
  }),
  DepositReturned: (state, depositReturned) => ({
    ...state,
    depositReturned,
    deposit: null,
    depositAt: null,
    returns: state.returns + 1,
  }),
}

type Version = BidState['versions'][number]

/** A withdrawal commits to nothing. */
const noCommitment = '0'.repeat(64)

function withEnvelope(
  state: BidState,
  action: Version['action'],
  sealed: Pick<BidDataOf<'BidSubmitted'>, 'receipt' | 'envelope' | 'slot'> & { at: Instant },
): BidState {
  const { receipt, envelope, slot, at } = sealed
  const { commitment } = envelope
  return {
    ...state,
    ...withVersion(state, action, { slot, commitment }),
    envelope,
    receivedAt: at,
    withdrawnAt: null,
    receipts: [...state.receipts, { receipt, commitment, at }],
  }
}

function withVersion(
  { versions }: BidState,
  action: Version['action'],
  { slot, commitment }: { readonly slot: SlotEntry; readonly commitment: string },
): Pick<BidState, 'slot' | 'versions'> {
  const { verNo, ticketSig } = slot
  return { slot, versions: [...versions, { verNo, action, commitment, ticketSig }] }
}

export function evolveBid(state: BidState, event: BidEvent): BidState {
  return { ...step(event.type, state, event), version: state.version + 1 }
}

function step<T extends BidEventType>(
  type: T,
  state: BidState,
  event: { readonly data: BidDataOf<T>; readonly at: Instant },
): BidState {
  return evolvers[type](state, event.data, event.at)
}

export function replayBid(events: Iterable<BidEvent>): BidState {
  let state = emptyBid
  for (const event of events) state = evolveBid(state, event)
  return state
}
