// SPDX-License-Identifier: Apache-2.0
/** Who the opened bids prove to be, asked once when the record is made: findings that refuse nothing (ADR 12). */

import { findAccredited, identityVerdict, type Judging } from '@gongxin/core/trading/bid'
import {
  bytesOf,
  type Identities,
  type IdentityVerdict,
  type ShellFacts,
  type TenderState,
} from '@gongxin/core/trading/tender'
import { findRevocationList } from '@gongxin/trust/certificate'
import { findManifest } from '@gongxin/trust/seal'
import { Unavailable } from '../store/index.ts'
import type { TenderParts } from './parts.ts'
import { manifestOf } from './sealed-bids.ts'

/** Nothing where no authority is accredited: then nobody can say whose a certificate is. */
export async function identityFacts(
  parts: TenderParts,
  tender: string,
  { bids, phase }: TenderState,
): Promise<ShellFacts> {
  // Asked when the record can be made, not whenever somebody tries.
  const ready = phase === 'opening' && bids.every(({ standing }) => standing !== 'sealed')
  if (!ready) return {}
  const text = (await parts.authority?.accredited()) ?? null
  const accredited = text === null ? undefined : findAccredited(text)
  if (accredited === undefined) return {}
  const fetched = await listsNow(parts)
  const lists = fetched.map(findRevocationList).filter((list) => list !== undefined)
  const verdicts = new Map<string, IdentityVerdict>()
  for (const { no, bidder, opened, receivedAt } of bids) {
    if (opened?.identityKey === undefined) continue
    const { party } = bidder
    const key = bytesIn(opened.identityKey)
    const bid = { place: { tender, party }, key, receivedAt }
    verdicts.set(no, await verdictOf(parts, bid, { accredited, lists }))
  }
  const kept = await Promise.all(lists.map(({ der }) => keepList(parts, der)))
  return { identities: { verdicts, lists: kept } }
}

interface OpenedBid {
  readonly place: { readonly tender: string; readonly party: string }
  readonly key: { readonly content: Uint8Array; readonly nonce: Uint8Array }
  readonly receivedAt: string
}

async function verdictOf(
  parts: TenderParts,
  { place, key, receivedAt }: OpenedBid,
  judging: Judging,
): Promise<IdentityVerdict> {
  const loaded = await parts.streams.bid(place.tender, place.party)
  const bytes = await manifestOf(place, loaded)
  const manifest = bytes === null ? undefined : findManifest(bytes)
  if (manifest === undefined) throw new Error('an opened bid without manifest')
  return identityVerdict({ manifest, key, party: place.party, receivedAt }, judging)
}

/** The opening waits for no authority: a silent one leaves "not revoked" unsaid. */
async function listsNow({ authority }: TenderParts): Promise<readonly Uint8Array[]> {
  try {
    return (await authority?.revocationLists()) ?? []
  } catch (error) {
    if (error instanceof Unavailable) return []
    throw error
  }
}

async function keepList(
  { files, store, clock }: TenderParts,
  der: Uint8Array,
): Promise<Identities['lists'][number]> {
  const stored = await files.put(piecesOf(der))
  if (stored === 'too-large') throw new Error('a list without a limit was too large')
  const { digest, size } = stored
  const name = `${digest.slice(0, 16)}.crl`
  const kind = { media_type: 'application/pkix-crl', name, stored_at: clock.now() }
  await store.queries
    .insertInto('file')
    .values({ region: store.region, digest, size, ...kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { digest, size }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function bytesIn({ content, nonce }: { readonly content: string; readonly nonce: string }) {
  return { content: bytesOf(content), nonce: bytesOf(nonce) }
}
