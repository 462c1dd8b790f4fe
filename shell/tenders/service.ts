// SPDX-License-Identifier: Apache-2.0
/** What the rest of the shell may ask of tenders: acts in, outcomes out, views for readers. */

import type { Actor, Refused } from '@gongxin/core/kernel'
import type { BidState, SecondPart } from '@gongxin/core/trading/bid'
import type { Malformed, Reader, TenderState } from '@gongxin/core/trading/tender'
import type { ActAnswer, TenderView, TrailLine } from '../http/contract/index.ts'
import type { TickLine } from '../vault/index.ts'

/** Who asks, and where from; address and source go into the restricted origin of the event. */
export interface Caller {
  readonly actor: Actor
  /** Registered name of the organisation, or the person's where there is none. */
  readonly name: string
  readonly address: string
  /** Program the request came from, such as a browser's name. */
  readonly source: string
  readonly requestId: string
}

export interface ActRequest {
  readonly tender: string
  readonly act: string
  readonly body: unknown
  readonly expectedVersion?: number
  /** Two requests of one account with one key are one act. */
  readonly key: string
  /** Whether the person confirmed this very act; asked of the store while the act is read. */
  readonly confirmed?: Promise<boolean>
}

export interface Current {
  readonly version: number
  readonly act: string
  readonly by: string
  readonly at: string
}

export type Outcome =
  | { readonly kind: 'done'; readonly answer: ActAnswer; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refused }
  | Malformed
  | { readonly kind: 'conflict'; readonly current: Current }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'not-found' }

/** What everybody may fetch of a sealed bid once the opening has begun. */
export interface ManifestShown {
  readonly bid: string
  readonly manifest: string
  /** Part 0 as it was sealed, in base64. */
  readonly form: string
}

export interface Told {
  readonly lines: readonly TrailLine[]
  readonly state: TenderState
  /** The root of the city at the deadline, once the vault has been revealed. */
  readonly tick: TickLine | null
}

/** Where the caller's own slot stood at the last tick, with the entry of that tick. */
export interface VaultProof {
  /** Place of the entry in the stream of the platform. */
  readonly seq: number
  readonly part: Omit<SecondPart, 'log'>
}

export interface Tenders {
  register(caller: Caller, body: unknown, key: string): Promise<Outcome>
  act(caller: Caller, request: ActRequest): Promise<Outcome>
  /** Null where there is no such tender. */
  view(tender: string, reader: Reader): Promise<TenderView | null>
  trail(tender: string, reader: Reader, after: number): Promise<readonly TrailLine[] | null>
  /** All entries with the bodies this reader may read, and their fold; null where there is no tender. */
  told(tender: string, reader: Reader): Promise<Told | null>
  /** Digests of the files of a tender that the reader may open; null where there is no tender. */
  files(tender: string, reader: Reader): Promise<ReadonlySet<string> | null>
  ownBid(tender: string, caller: Caller): Promise<BidState | null>
  /** Manifests of the sealed bids by number, from the opening on; null where there is no tender. */
  manifests(tender: string): Promise<readonly ManifestShown[] | null>
  /** The bank's notice of money on a virtual account; false where the account is unknown. */
  credit(notice: CreditNotice): Promise<boolean>
  /** Second part of the receipt; null before a tick holds the caller's last version. */
  vaultProof(tender: string, caller: Caller): Promise<VaultProof | null>
  /** Waits for the time stamps that were asked: only a demo's clock does. */
  stampsSettled(): Promise<void>
  /** Tokens over entries of bids and of the closing, by the hash of the entry. */
  stampsOf(tender: string): Promise<ReadonlyMap<string, Uint8Array>>
  /** Of the caller's last version, in hex; null token: the authority was silent. */
  ownStamp(tender: string, caller: Caller): Promise<OwnStamp | undefined>
  /** Root of the city at the deadline of this tender, in hex; null before it is closed. */
  lastRoot(tender: string): Promise<string | null>
  /** Takes every root of the city that is due. */
  advanceVaults(): Promise<void>
  /** Does what is due by the clock: closes biddings, freezes pools, calls experts. */
  tick(): Promise<void>
}

/** A stamp over the hash of an entry, both in hex. */
export interface OwnStamp {
  readonly entry: string
  readonly token: string | null
}

export interface CreditNotice {
  readonly account: string
  readonly form: 'transfer' | 'guarantee' | 'insurance' | 'surety'
  readonly amountFen: number
  readonly reference: string
  readonly creditedOn: string
}
