// SPDX-License-Identifier: Apache-2.0
/** 回执第二部分 as this machine judges it: waiting, proven, kept to the end, or missing. */

import { jsonIn, type z } from '@gongxin/core/kernel'
import {
  type BidState,
  keptFault,
  type OwnTicket,
  revealVerdict,
  type SecondPart,
  secondPart,
  secondPartFault,
} from '@gongxin/core/trading/bid'
import type { TenderState } from '@gongxin/core/trading/tender'
import { momentOf } from '@gongxin/core/trading/vault'
import type { KeyStore } from '../keys/index.ts'

export type PartStanding =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'proven'; readonly part: SecondPart }
  /** After the deadline: the vault was shown, and what this receipt proves is in it. */
  | { readonly kind: 'kept'; readonly part: SecondPart }
  /** To be said loudly: the platform cannot show what it has signed for. */
  | { readonly kind: 'missing'; readonly fault: string; readonly part: SecondPart }

export interface Judged {
  readonly own: OwnTicket
  readonly bid: Pick<BidState, 'receivedAt' | 'withdrawnAt'>
  readonly revealed: TenderState['revealed']
}

/** `kept` is what was proven on this machine before, `sent` what the platform sends now. */
export function standingOf(
  { kept, sent }: { readonly kept: SecondPart | null; readonly sent: SecondPart | null },
  { own, bid, revealed }: Judged,
): PartStanding {
  if (revealed !== null) return atTheEnd(kept ?? sent, sent, { own, revealed })
  if (sent === null) return { kind: 'waiting' }
  const fault = secondPartFault(sent, own)
  if (fault === null) return { kind: 'proven', part: sent }
  const changedAt = bid.receivedAt ?? bid.withdrawnAt
  const isEarlier = changedAt === null || momentOf(sent.proof.tick) <= changedAt
  // The last tick may be older than the last version; that one is in the next.
  return fault === 'BID_MISSING' && isEarlier
    ? { kind: 'waiting' }
    : { kind: 'missing', fault, part: sent }
}

interface Ended {
  readonly own: OwnTicket
  readonly revealed: NonNullable<TenderState['revealed']>
}

function atTheEnd(
  part: SecondPart | null,
  sent: SecondPart | null,
  { own, revealed }: Ended,
): PartStanding {
  if (part === null) return { kind: 'waiting' }
  const fault = keptFault(part, own, revealed)
  if (fault !== null) return { kind: 'missing', fault, part }
  const { tender, vault } = own
  const last = [sent, part].find((one) => one?.proof.tick === revealed.tick)
  if (last == null) return { kind: 'kept', part }
  const verdict = revealVerdict({ tender, vault, revealed, root: last.body.data.root })
  return verdict.ok ? { kind: 'kept', part } : { kind: 'missing', fault: verdict.fault, part }
}

interface PartPlace {
  readonly tender: string
  readonly party: string
}

export function findPart(store: KeyStore, place: PartPlace): SecondPart | null {
  const parsed = secondPart.safeParse(jsonIn(store.getItem(nameOf(place)) ?? ''))
  return parsed.success ? parsed.data : null
}

/** One part of each bid: what is proven later takes the place of what was proven before. */
export function keepPart(store: KeyStore, place: PartPlace, part: z.input<typeof secondPart>) {
  store.setItem(nameOf(place), JSON.stringify(part))
}

function nameOf({ tender, party }: PartPlace): string {
  return `receipt ${tender} ${party}`
}
