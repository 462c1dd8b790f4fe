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

export function sealIdentity(seal: IdentitySeal, identity: Json): Uint8Array<ArrayBuffer> {
  const body = canonicalBytes(identity)
  const size = Math.ceil((4 + body.length) / step) * step
  if (size > longest) throw new RangeError('an identity of impossible length')
  const plain = concat(u32(body.length), body, new Uint8Array(size - 4 - body.length))
  const { key, nonce } = keysOf(seal)
  return sm4Gcm(key).seal(nonce, plain, seal.digest)
}

/** Nothing when it was sealed to another manifest or master, or is not canonical. */
export function openIdentity(seal: IdentitySeal, sealed: Uint8Array): Json | undefined {
  const { key, nonce } = keysOf(seal)
  const plain = sm4Gcm(key).open(nonce, sealed, seal.digest)
  if (plain === undefined || plain.length < step || plain.length % step !== 0) return undefined
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0)
  const body = plain.subarray(4, 4 + length)
  const padding = plain.subarray(4 + length)
  if (body.length !== length || padding.length >= step) return undefined
  if (padding.some((byte) => byte !== 0)) return undefined
  const parsed = parseCanonical(body)
  return parsed.ok ? parsed.value : undefined
}

function keysOf({ place, master, digest }: IdentitySeal) {
  const info = concat(domain(`${sealedBidFormat} id`), digest)
  const both = hkdfSm3({ secret: master, salt: placeBytes(place), info }, 28)
  return { key: both.subarray(0, 16), nonce: both.subarray(16) }
}
