// SPDX-License-Identifier: Apache-2.0
/** A bidder's way to the served platform: the own stream looked up, the bid sealed here and uploaded. */

import { type Persona, sealedBy } from '@gongxin/core/testing'
import { type BidState, emptyBid } from '@gongxin/core/trading/bid'
import type { BidContent, TenderState } from '@gongxin/core/trading/tender'
import type { Answer, Wire } from './wire.ts'

export interface Lot {
  readonly tender: string
  readonly holders: TenderState['holders']
  readonly who: Persona
  readonly cookie: string
}

export type OwnStream = Pick<BidState, 'slot' | 'envelope'>

/** Null where the platform does not answer now. */
export async function ownStream(wire: Wire, { tender, cookie }: Lot): Promise<OwnStream | null> {
  const path = `/api/tenders/${tender}/bid`
  const answer = await wire.ask({ method: 'GET', path, headers: { cookie } })
  if (answer.status !== 200) return null
  const { state } = JSON.parse(answer.body)
  return state ?? emptyBid
}

/** The body of the submission; null where the upload was not taken. */
export async function sealedAndUploaded(
  port: number,
  { who, cookie, ...lot }: Lot,
  of: { readonly own: OwnStream; readonly content: BidContent },
) {
  const state = { holders: lot.holders, bids: [] }
  const sealed = await sealedBy(who, { tender: lot.tender, state, own: of.own }, of.content)
  const response = await fetch(`http://127.0.0.1:${port}/api/files`, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-length': String(sealed.file.length),
      'upload-metadata': `filename ${btoa('bid.sbid')},purpose ${btoa('sealed')}`,
      cookie,
    },
    body: new Uint8Array(sealed.file),
  })
  const { manifest, ticketSig } = sealed
  return response.ok ? { manifest, ticketSig, file: await response.json() } : null
}

/** The holders of a tender, as anybody may read them. */
export async function holdersOf(wire: Wire, tender: string): Promise<TenderState['holders']> {
  const answer: Answer = await wire.ask({ method: 'GET', path: `/api/tenders/${tender}` })
  return JSON.parse(answer.body).state.holders
}
