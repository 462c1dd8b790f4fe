// SPDX-License-Identifier: Apache-2.0
/** Bids sealed before the clock runs, each with its own commitment, and their files laid into the store. */

import { Readable } from 'node:stream'
import { certain, type Instant } from '@gongxin/core/kernel'
import { machine, type Persona, sealedBy } from '@gongxin/core/testing'
import { emptyBid } from '@gongxin/core/trading/bid'
import type { BidContent, TenderState } from '@gongxin/core/trading/tender'
import type { Ground } from './ground.ts'

/** The whole tender as the platform holds it. */
export async function stateOf(
  { tenders }: Pick<Ground, 'tenders'>,
  tender: string,
): Promise<TenderState> {
  const view = certain(await tenders.view(tender, machine.actor), 'a tender')
  // What core folded and nobody touched since.
  return view.state as unknown as TenderState
}

export interface ToSeal {
  readonly tender: string
  readonly state: Pick<TenderState, 'holders' | 'bids'>
  readonly content: BidContent
  readonly documents?: readonly Uint8Array[]
}

/** The body of a first submission; the uploaded file is linked to the bidder as an upload leaves it. */
export async function sealedBody(
  ground: Pick<Ground, 'cabinet'> & { readonly clock: { now(): Instant } },
  who: Persona,
  of: ToSeal,
) {
  const { tender, state, content, documents = [] } = of
  const pieces = documents.map((document) => [document])
  const sealed = await sealedBy(who, { tender, state, own: emptyBid }, content, pieces)
  const { clock } = ground
  const { files, store } = ground.cabinet
  const stored = await files.put(Readable.from([sealed.file]))
  if (stored === 'too-large') throw new Error('no limit was set')
  const { party } = who.actor
  const link = { stream: `upload/${party}`, digest: stored.digest, access: 'sealed' } as const
  await store.queries
    .insertInto('file_link')
    .values({ region: store.region, ...link, name: 'bid', owner: party, linked_at: clock.now() })
    .execute()
  const { manifest, ticketSig } = sealed
  const file = { ...stored, name: 'bid', mediaType: 'application/octet-stream' }
  return { manifest, ticketSig, file }
}
