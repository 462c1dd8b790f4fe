// SPDX-License-Identifier: Apache-2.0
/** For tests against a real platform: the bidders' own tool at work, with keys made from their names. */

import { concat, hex, utf8 } from '@gongxin/trust/canonical'
import type { Content } from '@gongxin/trust/seal'
import { sm2PublicKey, sm3Digest } from '@gongxin/trust/suites'
import { z } from 'zod'
import { certain, type FileRef } from '../kernel/index.ts'
import {
  type BidderKeys,
  type BidState,
  masterOf,
  sealOwnBid,
  shareOf,
  signingKey,
  withdrawalSig,
} from '../trading/bid/index.ts'
import { type BidContent, holdingOf, type TenderState } from '../trading/tender/index.ts'
import { certificateFor } from './certifying.ts'
import { holderKey } from './holders.ts'
import type { Persona } from './people.ts'
import type { Step } from './tender.ts'

/** A tender as its bidder sees it through whatever leads to the platform. */
export interface Counter {
  readonly tender: string
  readonly state: Pick<TenderState, 'holders' | 'bids'>
  readonly own: Pick<BidState, 'slot' | 'envelope'>
}

/** How a driver reaches a platform. */
export interface Reaching {
  counter(who: Persona): Promise<Counter>
  upload(who: Persona, file: Uint8Array): Promise<FileRef>
  /** From the opening on. */
  manifests(): Promise<readonly { readonly bid: string; readonly manifest: string }[]>
}

export function bidderKeys({ actor }: Persona): BidderKeys {
  const key = (name: string) => sm3Digest(utf8(`${name} of ${actor.party}`))
  return { ticket: key('ticket'), opening: key('opening') }
}

/** The bidder's certificate of the test authority, as the tool hands it in. */
export function certificatesOf({ actor, name }: Persona): readonly string[] {
  const publicKey = certain(sm2PublicKey(signingKey(bidderKeys({ actor, name }))), 'a key')
  return [hex(certificateFor({ uscc: actor.party, name }, publicKey))]
}

let drawn = 0
/** Never twice the same bytes, and in every run the same. */
export function testRandom(size: number): Uint8Array {
  drawn += 1
  return sm3Digest(utf8(`chance ${drawn}`)).subarray(0, size)
}

/** Manifest, signature of the ticket, and the sealed file that is to be uploaded. */
export async function sealedBy(
  who: Persona,
  { tender, state, own }: Counter,
  content: BidContent,
  documents: readonly Content['bytes'][] = [],
) {
  const pieces: Uint8Array[] = []
  const { manifest, ticketSig } = await sealOwnBid(
    {
      ...{ tender, content, documents, keys: bidderKeys(who), before: beforeOf(own) },
      holding: certain(holdingOf(state), 'three holders'),
      bidder: { uscc: who.actor.party, name: who.name },
      certificates: certificatesOf(who),
    },
    { random: testRandom, write: (piece) => void pieces.push(piece) },
  )
  return { manifest, ticketSig, file: concat(...pieces) }
}

function beforeOf({ slot, envelope }: Counter['own']) {
  return { slot, commitment: envelope?.commitment ?? null }
}

/** The body that a person really sends: bids sealed, and what the step leaves empty to the bidder's keys. */
export async function bodySent({ who, act, body = {}, content }: Step, reach: Reaching) {
  if (content !== undefined) {
    const { file, ...signed } = await sealedBy(who, await reach.counter(who), content)
    return { ...signed, file: await reach.upload(who, file) }
  }
  const named = act === 'give-share' ? onlyBid.safeParse(body) : undefined
  if (named?.success === true) return shareSent(who, named.data.bid, reach)
  if (typeof body !== 'object' || body === null || Object.keys(body).length > 0) return body
  if (act === 'withdraw-bid') {
    const { tender, own } = await reach.counter(who)
    const of = { tender, keys: bidderKeys(who), before: beforeOf(own) }
    return { ticketSig: withdrawalSig(of, testRandom(32)) }
  }
  return act === 'decrypt-bid' ? masterSent(who, reach) : body
}

/** Nothing for whoever has no bid, or none yet that may be opened. */
async function masterSent(who: Persona, reach: Reaching) {
  const { tender, state } = await reach.counter(who)
  const no = state.bids.find(({ bidder }) => bidder.party === who.actor.party)?.no
  const manifest = (await reach.manifests()).find(({ bid }) => bid === no)?.manifest
  const holding = holdingOf(state)
  if (manifest === undefined || holding === null) return {}
  const master = masterOf({ tender, manifest, holding }, bidderKeys(who).opening)
  return master === undefined ? {} : { master }
}

const onlyBid = z.strictObject({ bid: z.string() })

/** The holder's true share of one bid. */
async function shareSent(who: Persona, bid: string, reach: Reaching) {
  const { tender, state } = await reach.counter(who)
  const manifest = (await reach.manifests()).find((shown) => shown.bid === bid)?.manifest
  const holding = holdingOf(state)
  const holder = state.holders.find(({ holder: { party } }) => party === who.actor.party)
  if (manifest === undefined || holding === null || holder === undefined) return { bid }
  const share = shareOf({ tender, manifest, holding }, holderKey(holder.office), testRandom(32))
  return { bid, ...share }
}
