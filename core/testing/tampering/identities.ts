// SPDX-License-Identifier: Apache-2.0
/** For tests only: a bidder who seals another identity, and everything that hangs on the manifest told anew. */

import { findBytes, hex, isJsonObject, type Json } from '@gongxin/trust/canonical'
import {
  bidCommitment,
  findManifest,
  identityMessage,
  manifestBytes,
  manifestDigest,
  openIdentityWith,
  sealIdentityWith,
} from '@gongxin/trust/seal'
import { signSm2, sm2PublicKey } from '@gongxin/trust/suites'
import { emptySlot, slotMessage } from '@gongxin/trust/vault'
import { certain } from '../../kernel/index.ts'
import { lot, signingKey } from '../../trading/bid/index.ts'
import { bidderKeys } from '../bidding.ts'
import { persona } from '../people.ts'
import { type Data, dataOf, one } from './shaping.ts'
import type { Line, Tale } from './tale.ts'
import { revaulted } from './vaulting.ts'

/** What a forger of the own identity has at hand. */
export interface Forger {
  readonly bidder: { readonly uscc: string; readonly name: string }
  /** The own key, and its public half. */
  readonly privateKey: Uint8Array
  readonly publicKey: Uint8Array
  /** Of the manifest without the identity: what is to be signed. */
  readonly digest: Uint8Array
}

/** An opened bid with another identity under its seal: the platform and its witnesses look away. */
export function resealed(tale: Tale, forge: (forger: Forger) => Json, no?: string): Tale {
  const { forger, keys, commitment, manifest, key } = openedBid(tale, no)
  const sealedIdentity = sealIdentityWith(key, forger.digest, forge(forger))
  const bytes = manifestBytes({ ...manifest, sealedIdentity })
  const anew = hex(bidCommitment(bytes))
  const form = certain(tale.forms.get(commitment), 'a sealed form').form
  const others = [...tale.forms].filter(([name]) => name !== commitment)
  const forms = new Map([...others, [anew, { manifest: bytes, form }]])
  const told = {
    ...tale,
    forms,
    tender: tale.tender.map((line) => renamed(line, commitment, anew)),
  }
  const ticket = { tender: manifest.tender, lot, ticketKey: manifest.ticketKey }
  const slots = one(dataOf(told, 'VaultRevealed').slots).map((slot): Data => {
    const [first, ...more] = one(slot.versions)
    if (first?.commitment !== anew || more.length > 0) return slot
    const version = { verNo: 1, action: 'submit', commitment: bidCommitment(bytes) } as const
    const message = slotMessage(ticket, version, emptySlot)
    const ticketSig = hex(signSm2({ privateKey: keys.ticket, message, entropy: keys.ticket }))
    return { ...slot, versions: [{ ...first, ticketSig }] }
  })
  return revaulted(told, slots)
}

/** A manifest that its bidder changed and signed again: its certificate is the one it was. */
export function signedAnew(tale: Tale, commitment: string, changed: Uint8Array): Uint8Array {
  const taken = one(dataOf(tale, 'BidsTakenUp').bids).find((row) => row.commitment === commitment)
  const { forger, key, manifest } = openedBid(tale, String(taken?.no))
  const { privateKey, digest: before } = forger
  const identity = openIdentityWith(key, before, manifest.sealedIdentity)
  const body = certain(findManifest(changed), 'a manifest')
  const digest = manifestDigest(body)
  const message = identityMessage(digest)
  const signature = hex(signSm2({ privateKey, message, entropy: digest }))
  const own = isJsonObject(identity) ? identity : {}
  return manifestBytes({
    ...body,
    sealedIdentity: sealIdentityWith(key, digest, { ...own, signature }),
  })
}

/** What a forger has of one opened bid, of the first unless told otherwise. */
export function openedBid(tale: Tale, no?: string) {
  const row = certain(
    one(dataOf(tale, 'OpeningRecorded').rows).find(
      ({ decrypted, bid }) => decrypted === true && (no === undefined || bid === no),
    ),
    'an opened bid',
  )
  const taken = one(dataOf(tale, 'BidsTakenUp').bids).find(({ no }) => no === row.bid)
  const commitment = String(taken?.commitment)
  const bytes = certain(tale.forms.get(commitment), 'a sealed form').manifest
  const manifest = certain(findManifest(bytes), 'a manifest')
  const [party] = one([row.bidder ?? {}])
  const bidder = { uscc: String(party?.party), name: String(party?.name) }
  const keys = bidderKeys(persona(bidder.name, 'bidder', bidder.uscc))
  const privateKey = signingKey(keys)
  const publicKey = certain(sm2PublicKey(privateKey), 'a key')
  const forger: Forger = { bidder, privateKey, publicKey, digest: manifestDigest(manifest) }
  const [shown] = one([row.identityKey ?? {}])
  const part = (name: string) => certain(findBytes(String(shown?.[name])), 'a shown key')
  const key = { content: part('content'), nonce: part('nonce') }
  return { forger, keys, commitment, manifest, key }
}

function renamed(line: Line, from: string, to: string): Line {
  if (line.body === null) return line
  const body: Json = JSON.parse(JSON.stringify(line.body).replaceAll(from, to))
  return { ...line, body }
}
