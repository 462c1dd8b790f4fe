// SPDX-License-Identifier: Apache-2.0
/** What the acts of the opening may not fetch themselves: the bid they open, or why it stays shut. */

import type { Actor } from '@gongxin/core/kernel'
import {
  announceOpening,
  decryptBid,
  giveShare,
  holdingOf,
  masterBody,
  officeOf,
  type ShellFacts,
  shareBody,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { findBytes } from '@gongxin/trust/canonical'
import type { HolderShare } from '@gongxin/trust/seal'
import { identityFacts } from './identities.ts'
import type { TenderParts } from './parts.ts'
import { openedBy, openedByShares, shownOf } from './sealed-bids.ts'
import type { ActRequest, Caller } from './service.ts'
import type { Gather } from './tender-desk.ts'

/** Facts for the acts that open bids and for the record of it; null for any other act. */
export function openingFacts(
  parts: TenderParts,
  { actor }: Caller,
  { act, tender, body }: ActRequest,
): Gather | null {
  if (act === decryptBid.name) {
    return async ({ state }) => ownFacts(parts, state, { tender, party: actor.party, body })
  }
  if (act === announceOpening.name) return async ({ state }) => identityFacts(parts, tender, state)
  if (act !== giveShare.name) return null
  return async ({ state }) => shareFacts(parts, state, { tender, actor, body })
}

async function ownFacts(
  parts: TenderParts,
  state: TenderState,
  of: { readonly tender: string; readonly party: string; readonly body: unknown },
): Promise<ShellFacts> {
  const bid = await parts.streams.bid(of.tender, of.party)
  const holding = holdingOf(state)
  const own = state.bids.find(({ bidder }) => bidder.party === of.party)
  if (holding === null || own?.standing !== 'sealed') return {}
  const asked = masterBody.safeParse(of.body)
  const master = asked.success ? findBytes(asked.data.master) : undefined
  if (master === undefined) return {}
  return openedBy(parts, { ...of, holding, bid }, master)
}

async function shareFacts(
  parts: TenderParts,
  state: TenderState,
  of: { readonly tender: string; readonly actor: Actor; readonly body: unknown },
): Promise<ShellFacts> {
  const asked = shareBody.safeParse(of.body)
  const holding = holdingOf(state)
  const office = officeOf(of.actor.role)
  if (!asked.success || holding === null || office === undefined) return {}
  const bid = state.bids.find(({ no }) => no === asked.data.bid)
  if (bid?.standing !== 'sealed') return {}
  const shares = [...bid.shares, { ...asked.data, office }].map((given): HolderShare => {
    const place = state.holders.findIndex((holder) => holder.office === given.office)
    return {
      index: place + 1,
      share: findBytes(given.share) ?? new Uint8Array(0),
      proof: findBytes(given.proof) ?? new Uint8Array(0),
      institution: given.office,
    }
  })
  const { party } = bid.bidder
  const loaded = await parts.streams.bid(of.tender, party)
  return openedByShares(parts, { tender: of.tender, party, holding, bid: loaded }, shares)
}

/** What was handed in of every bid; nothing before the opening has begun. */
export async function manifests(parts: TenderParts, tender: string) {
  const loaded = await parts.streams.tender(tender)
  if (loaded === null) return null
  const { state } = loaded
  if (state.opening === null) return []
  const all = state.bids.map(async ({ no, bidder: { party } }) => {
    const shown = await shownOf(parts, { tender, party }, await parts.streams.bid(tender, party))
    return shown === null ? [] : [{ bid: no, ...shown }]
  })
  return (await Promise.all(all)).flat()
}
