// SPDX-License-Identifier: Apache-2.0
/** Keys of the invented people and what they do with them: sealed and opened as any stranger would. */

import { type Json, z } from '@gongxin/core/kernel'
import { certificateRequest, masterOf, sealOwnBid } from '@gongxin/core/trading/bid'
import {
  bidContent,
  eventShapes,
  type HolderOffice,
  holderContext,
  holdingOf,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { routes } from '@gongxin/shell/http/contract'
import { concat, findBytes, hex } from '@gongxin/trust/canonical'
import { provePossession } from '@gongxin/trust/sharing'
import { sm2PublicKey } from '@gongxin/trust/suites'
import { digestOf } from '../chance/index.ts'
import type { Player } from './cast.ts'
import type { Client } from './client.ts'

/** Derived from the seed: the city of a demo has no secrets, and every run has the same keys. */
function bytesFrom(seed: number, name: string): Uint8Array {
  return findBytes(digestOf(seed, name)) ?? new Uint8Array(32)
}

/** The form of `provide-holder-key` of one office for one tender. */
export function holderForm(
  of: { readonly seed: number; readonly code: string; readonly office: HolderOffice },
  project: Pick<NonNullable<TenderState['project']>, 'projectCode' | 'name' | 'round'>,
) {
  const name = `${of.code} holder ${of.office}`
  const privateKey = bytesFrom(of.seed, name)
  const publicKey = sm2PublicKey(privateKey) ?? new Uint8Array(0)
  const entropy = bytesFrom(of.seed, `${name} possession`)
  const possession = provePossession({
    ...{ privateKey, publicKey, entropy },
    context: holderContext({ project }),
  })
  return { publicKey: hex(publicKey), possession: hex(possession) }
}

export interface OwnLot {
  readonly client: Client
  readonly seed: number
  readonly code: string
  readonly tender: string
  readonly player: Player
  readonly session: string
}

function keysOf({ seed, code, player }: OwnLot) {
  const key = (name: string) => bytesFrom(seed, `${code} ${player.key} ${name}`)
  return { ticket: key('ticket'), opening: key('opening') }
}

const heldShape = z.object({
  holders: z.array(eventShapes.HolderKeyProvided.shape),
})

const ownShape = z.object({
  slot: z.object({ verNo: z.number(), value: z.string() }).nullable(),
  envelope: z.object({ commitment: z.string() }).nullable(),
})

async function heldBy({ client, tender, session, player }: OwnLot) {
  const answer = await client.ask(routes.tender, {
    params: { tender },
    ...{ session, as: player.name },
  })
  const seen = answer.ok ? heldShape.safeParse(answer.value.state).data : undefined
  return { holding: seen === undefined ? null : holdingOf(seen) }
}

/** Asked of the platform, as the browser does; none where no authority is connected or it is silent. */
async function certificatesOf(
  lot: OwnLot,
  bidder: { readonly uscc: string; readonly name: string },
): Promise<readonly string[]> {
  const { client, session, player, seed, code } = lot
  const by = { session, as: player.name }
  const accredited = await client.ask(routes.accredited, by)
  if (!accredited.ok || accredited.value.list === null) return []
  const entropy = bytesFrom(seed, `${code} ${player.key} request`)
  const request = certificateRequest(keysOf(lot), bidder, entropy)
  const answer = await client.ask(routes.certify, { ...by, body: { request } })
  return answer.ok ? answer.value.certificates : []
}

/** The form of a submission, sealed and uploaded. */
export async function submissionForm(lot: OwnLot, given: Json): Promise<Json> {
  const { client, tender, session, player, seed, code } = lot
  const { content } = z.object({ content: bidContent }).parse(given)
  const { holding } = await heldBy(lot)
  if (holding === null) return {}
  const answer = await client.ask(routes.ownBid, {
    params: { tender },
    ...{ session, as: player.name },
  })
  const own = answer.ok ? ownShape.parse(answer.value.state) : { slot: null, envelope: null }
  const bidder = { uscc: player.party, name: player.name }
  let drawn = 0
  const pieces: Uint8Array[] = []
  const { manifest, ticketSig } = await sealOwnBid(
    {
      ...{ tender, holding, content, keys: keysOf(lot), documents: [] },
      before: { slot: own.slot, commitment: own.envelope?.commitment ?? null },
      ...{ bidder, certificates: await certificatesOf(lot, bidder) },
    },
    {
      random(size) {
        drawn += 1
        const name = `${code} ${player.key} chance ${own.slot?.verNo ?? 0} ${drawn}`
        return bytesFrom(seed, name).subarray(0, size)
      },
      write: (piece) => void pieces.push(piece),
    },
  )
  const file = await client.upload(concat(...pieces), { session, name: 'bid.sbid' })
  return { manifest, ticketSig, file: JSON.parse(JSON.stringify(file)) }
}

/** The form of `decrypt-bid`: the master of the own bid, unwrapped with the own key. */
export async function openingForm(lot: OwnLot): Promise<Json> {
  const { client, tender, session, player } = lot
  const { holding } = await heldBy(lot)
  if (holding === null) return {}
  const answer = await client.ask(routes.manifests, {
    params: { tender },
    ...{ session, as: player.name },
  })
  const { opening } = keysOf(lot)
  // Where the list of bids is not public, the own one is that which the own key opens.
  for (const { manifest } of answer.ok ? answer.value.items : []) {
    const master = masterOf({ tender, manifest, holding }, opening)
    if (master !== undefined) return { master }
  }
  return {}
}
