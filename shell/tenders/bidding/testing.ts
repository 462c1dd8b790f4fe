// SPDX-License-Identifier: Apache-2.0
/** For tests only: bidders who seal their bids themselves and hand them in. */

import { certain } from '@gongxin/core/kernel'
import { contentOf, owner, type Persona } from '@gongxin/core/testing'
import { sealOwnBid, withdrawalSig } from '@gongxin/core/trading/bid'
import { type BidContent, holdingOf, type TenderState } from '@gongxin/core/trading/tender'
import { concat, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import type { staged } from '../testing.ts'

export const holding = (state: TenderState) => certain(holdingOf(state), 'three holders')

export const keysOf = (who: Persona) => ({
  ticket: sm3Digest(utf8(`ticket ${who.name}`)),
  opening: sm3Digest(utf8(`opening ${who.name}`)),
})

export function biddingOn(stage: Awaited<ReturnType<typeof staged>>) {
  let counter = 0
  const random = (size: number): Uint8Array => {
    counter += 1
    return sm3Digest(utf8(`chance ${counter}`)).subarray(0, size)
  }
  const ownState = (who: Persona) => stage.tenders.ownBid(stage.id(), stage.callerOf(who))
  const before = async (who: Persona) => {
    const state = await ownState(who)
    return { slot: state?.slot ?? null, commitment: state?.envelope?.commitment ?? null }
  }
  const sealed = async (
    who: Persona,
    content: BidContent,
    { pieces = [], keys = keysOf(who), as = who, certificates = [] }: Sealing = {},
  ) => {
    const state = await stage.seen(owner)
    const parts: Uint8Array[] = []
    const own = await sealOwnBid(
      {
        ...{ tender: stage.id(), holding: holding(state), keys, content },
        before: await before(who),
        ...{ bidder: { uscc: as.actor.party, name: as.name }, certificates },
        documents: pieces.map((piece) => [piece]),
      },
      { random, write: (piece) => void parts.push(piece) },
    )
    return { ...own, bytes: concat(...parts) }
  }
  /** A bid without documents, ready to be handed in. */
  const plainBid = async (who: Persona, priceFen: number, keys = keysOf(who)) => {
    const { manifest, ticketSig, bytes } = await sealed(who, contentOf({ priceFen }), { keys })
    return { manifest, ticketSig, file: await stage.hidden(who, bytes) }
  }
  const withdrawal = async (who: Persona) => {
    const own = { tender: stage.id(), keys: keysOf(who), before: await before(who) }
    return { ticketSig: withdrawalSig(own, random(32)) }
  }
  return { random, ownState, sealed, plainBid, withdrawal }
}

interface Sealing {
  readonly pieces?: readonly Buffer[]
  readonly keys?: ReturnType<typeof keysOf>
  /** Whose name is put under the seal; the bidder's own if it is left out. */
  readonly as?: Persona
  readonly certificates?: readonly string[]
}
