// SPDX-License-Identifier: Apache-2.0
/** Opening: each holder shows a share with its proof, and any threshold of them gives the secret. */

import { concat, domain, prefixed, u32 } from '../canonical/index.ts'
import {
  basePoint,
  curveOrder,
  findPoint,
  findScalar,
  hkdfSm3,
  inverseOf,
  isInfinity,
  pointBytes,
  reduced,
  scalarFrom,
  shortPointBytes,
  sm3Digest,
  sumOfProducts,
  timesSecret,
} from '../suites/index.ts'
import { type Circle, pointsOf } from './circle.ts'
import { findDeal } from './deal.ts'
import { proveEqualLogs, verifyEqualLogs } from './equal-logs.ts'

export interface OpenedShare {
  /** Place of the holder in the circle, from 1. */
  readonly index: number
  /** `S_i`, 33 bytes. */
  readonly share: Uint8Array
  readonly proof: Uint8Array
}

export type ShareFault = 'SHARE_PROOF'

export interface Opening {
  readonly privateKey: Uint8Array
  readonly deal: Uint8Array
  /** Fresh random bytes of the holder. */
  readonly entropy: Uint8Array
}

/** Nothing when the deal is no deal, or the key belongs to no holder of this circle. */
export function openShare(opening: Opening, circle: Circle): OpenedShare | undefined {
  const secret = findScalar(opening.privateKey)
  const deal = findDeal(opening.deal, circle)
  if (secret === undefined || deal === undefined) return undefined
  const key = timesSecret(basePoint, secret)
  const place = pointsOf(circle)?.findIndex((holder) => holder.equals(key)) ?? -1
  const dealt = deal.shares[place]
  if (dealt === undefined) return undefined
  const share = timesSecret(dealt.share, inverseOf(secret))
  const statement = {
    first: { base: basePoint, point: key },
    second: { base: share, point: dealt.share },
    context: circle.context,
    index: place + 1,
  }
  const about = sm3Digest(concat(prefixed(circle.context), opening.deal))
  const info = concat(domain('PVSS/1 opening'), u32(place + 1), about)
  const kept = concat(opening.privateKey, opening.entropy)
  const nonce = scalarFrom(hkdfSm3({ secret: kept, salt: about, info }, 48))
  return {
    index: place + 1,
    share: shortPointBytes(share),
    proof: proveEqualLogs(statement, secret, nonce),
  }
}

/** A lying holder is known by the proof; the others' shares still serve. */
export function shareFault(
  opened: OpenedShare,
  dealt: Uint8Array,
  circle: Circle,
): ShareFault | undefined {
  const deal = findDeal(dealt, circle)?.shares[opened.index - 1]
  const key = pointsOf(circle)?.[opened.index - 1]
  const share = findPoint(opened.share)
  if (key === undefined || deal === undefined || share === undefined) return 'SHARE_PROOF'
  const statement = {
    first: { base: basePoint, point: key },
    second: { base: share, point: deal.share },
    context: circle.context,
    index: opened.index,
  }
  return verifyEqualLogs(statement, opened.proof) ? undefined : 'SHARE_PROOF'
}

/**
 * The secret from exactly the first `threshold` shares of different places. They must have been
 * checked before: wrong shares give a wrong secret without a sound.
 */
export function combineShares(
  opened: readonly OpenedShare[],
  { threshold }: Circle,
): Uint8Array | undefined {
  const places = new Map(opened.map((share) => [share.index, share]))
  const chosen = [...places.values()].slice(0, threshold)
  if (chosen.length < threshold) return undefined
  const indices = chosen.map(({ index }) => BigInt(index))
  const products = chosen.flatMap(({ share, index }) => {
    const point = findPoint(share)
    return point === undefined ? [] : { point, scalar: weightAt(BigInt(index), indices) }
  })
  if (products.length < threshold) return undefined
  const secret = sumOfProducts(products)
  return isInfinity(secret) ? undefined : pointBytes(secret).subarray(1)
}

/** Lagrange at zero: how much the share of one place counts among these. */
function weightAt(index: bigint, indices: readonly bigint[]): bigint {
  const others = indices.filter((other) => other !== index)
  const above = others.reduce((product, other) => (product * other) % curveOrder, 1n)
  const below = others.reduce((product, other) => reduced(product * (other - index)), 1n)
  return reduced(above * inverseOf(below))
}
