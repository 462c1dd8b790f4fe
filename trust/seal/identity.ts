// SPDX-License-Identifier: Apache-2.0
/** SBID/1: who bids, sealed inside the bid, so that the server stores no name before the opening. */

import {
  canonicalBytes,
  concat,
  domain,
  type Json,
  parseCanonical,
  u32,
} from '../canonical/index.ts'
import { hkdfSm3, purposeMessage, sm4Gcm } from '../suites/index.ts'
import { type BidPlace, placeBytes, sealedBidFormat } from './place.ts'

/** Names and chains of certificates differ in length: all are filled up to the same step. */
const step = 8192
const longest = 2 ** 20

export interface IdentitySeal {
  readonly place: BidPlace
  /** Master of the first stage. */
  readonly master: Uint8Array
  /** Of the manifest without the identity: another manifest has another key. */
  readonly digest: Uint8Array
}

/** What the bidder's certificate signs. */
export function identityMessage(digest: Uint8Array): Uint8Array<ArrayBuffer> {
  return purposeMessage(`${sealedBidFormat} identity`, digest)
}

/** Opens the identity of one bid and nothing else: keys of parts do not follow from it. */
export interface IdentityKey {
  /** 16 bytes. */
  readonly content: Uint8Array
  /** 12 bytes. */
  readonly nonce: Uint8Array
}

export function identityKey({ place, master, digest }: IdentitySeal): IdentityKey {
  const info = concat(domain(`${sealedBidFormat} id`), digest)
  const both = hkdfSm3({ secret: master, salt: placeBytes(place), info }, 28)
  return { content: both.subarray(0, 16), nonce: both.subarray(16) }
}

export function sealIdentity(seal: IdentitySeal, identity: Json): Uint8Array<ArrayBuffer> {
  return sealIdentityWith(identityKey(seal), seal.digest, identity)
}

export function sealIdentityWith(
  { content, nonce }: IdentityKey,
  digest: Uint8Array,
  identity: Json,
): Uint8Array<ArrayBuffer> {
  const body = canonicalBytes(identity)
  const size = Math.ceil((4 + body.length) / step) * step
  if (size > longest) throw new RangeError('an identity of impossible length')
  const plain = concat(u32(body.length), body, new Uint8Array(size - 4 - body.length))
  return sm4Gcm(content).seal(nonce, plain, digest)
}

/** Nothing when it was sealed to another manifest or master, or is not canonical. */
export function openIdentity(seal: IdentitySeal, sealed: Uint8Array): Json | undefined {
  return openIdentityWith(identityKey(seal), seal.digest, sealed)
}

/** The same, for whoever knows the key that was published and no master. */
export function openIdentityWith(
  { content, nonce }: IdentityKey,
  digest: Uint8Array,
  sealed: Uint8Array,
): Json | undefined {
  const plain = sm4Gcm(content).open(nonce, sealed, digest)
  if (plain === undefined || plain.length < step || plain.length % step !== 0) return undefined
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0)
  const body = plain.subarray(4, 4 + length)
  const padding = plain.subarray(4 + length)
  if (body.length !== length || padding.length >= step) return undefined
  if (padding.some((byte) => byte !== 0)) return undefined
  const parsed = parseCanonical(body)
  return parsed.ok ? parsed.value : undefined
}
