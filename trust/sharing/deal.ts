// SPDX-License-Identifier: Apache-2.0
/** Dealing (Schoenmakers 1999): everything follows from one master, so whoever has it deals again. */

import { concat, domain, prefixed, u32 } from '../canonical/index.ts'
import {
  basePoint,
  findPoint,
  hkdfSm3,
  isInfinity,
  type Point,
  pointBytes,
  reduced,
  scalarFrom,
  shortPointBytes,
  sm3Digest,
  sumsOfProducts,
  timesSecret,
} from '../suites/index.ts'
import { type Circle, pointsOf, pointsToDeal } from './circle.ts'
import { allEqualLogs, proofSize, proveEqualLogs, secondBase } from './equal-logs.ts'

export interface Dealing {
  /** `C_0 … C_(t−1)`, then `Y_i ‖ proof_i` of each holder; points in 33 bytes. */
  readonly deal: Uint8Array
  /** `x ‖ y` of the shared point: what any threshold of holders recovers. */
  readonly secret: Uint8Array
}

/** What a deal says, once it has been read. */
export interface Deal {
  readonly commitments: readonly Point[]
  readonly shares: readonly { readonly share: Point; readonly proof: Uint8Array }[]
}

export type DealFault = 'DEAL_INVALID'

const pointSize = 33

/** Throws when the circle is not lawful, for the dealer chooses it. */
export function dealOf(master: Uint8Array, circle: Circle): Dealing {
  const keys = pointsToDeal(circle)
  if (keys === undefined) throw new RangeError('this is no circle of holders')
  const drawn = source(master, circle)
  const coefficients = Array.from({ length: circle.threshold }, (_, j) => drawn('coefficient', j))
  const commitments = coefficients.map((a) => timesSecret(secondBase, a))
  const parts = keys.flatMap((key, i) => {
    const index = i + 1
    const value = valueAt(coefficients, index)
    const share = timesSecret(key, value)
    const statement = {
      first: { base: secondBase, point: timesSecret(secondBase, value) },
      second: { base: key, point: share },
      context: circle.context,
      index,
    }
    return [shortPointBytes(share), proveEqualLogs(statement, value, drawn('nonce', index))]
  })
  const shared = timesSecret(basePoint, coefficients[0] ?? 0n)
  return {
    deal: concat(...commitments.map(shortPointBytes), ...parts),
    secret: pointBytes(shared).subarray(1),
  }
}

/** Anybody can ask, before anything is opened: did every holder get a share of one secret? */
export function dealFault(bytes: Uint8Array, circle: Circle): DealFault | undefined {
  const keys = pointsOf(circle)
  const deal = findDeal(bytes, circle)
  if (keys === undefined || deal === undefined) return 'DEAL_INVALID'
  const committed = committedTo(deal)
  // A commitment of nothing would be a share that no holder could ever open.
  if (committed.some(isInfinity)) return 'DEAL_INVALID'
  const claims = deal.shares.flatMap(({ share, proof }, i) => {
    const [base, point] = [keys[i], committed[i]]
    if (base === undefined || point === undefined) return []
    const statement = {
      first: { base: secondBase, point },
      second: { base, point: share },
      context: circle.context,
      index: i + 1,
    }
    return { statement, proof }
  })
  return claims.length === keys.length && allEqualLogs(claims) ? undefined : 'DEAL_INVALID'
}

/** Shape only: whether its proofs hold is {@link dealFault}'s question. */
export function findDeal(bytes: Uint8Array, { holders, threshold }: Circle): Deal | undefined {
  const stride = pointSize + proofSize
  if (bytes.length !== threshold * pointSize + holders.length * stride) return undefined
  const commitments: Point[] = []
  for (let at = 0; at < threshold * pointSize; at += pointSize) {
    const point = findPoint(bytes.subarray(at, at + pointSize))
    if (point === undefined) return undefined
    commitments.push(point)
  }
  const shares: { share: Point; proof: Uint8Array }[] = []
  for (let at = threshold * pointSize; at < bytes.length; at += stride) {
    const share = findPoint(bytes.subarray(at, at + pointSize))
    if (share === undefined) return undefined
    shares.push({ share, proof: bytes.subarray(at + pointSize, at + stride) })
  }
  return { commitments, shares }
}

/**
 * Numbers from the master. They are bound to the whole circle: dealt again to other holders, the
 * same nonce under another challenge would give the share away.
 */
function source(master: Uint8Array, { holders, threshold, context }: Circle) {
  const circle = concat(u32(threshold), u32(holders.length), ...holders)
  const salt = sm3Digest(concat(domain('PVSS/1 deal'), prefixed(context), circle))
  return (name: 'coefficient' | 'nonce', index: number) => {
    const info = concat(domain(`PVSS/1 ${name}`), u32(index))
    return scalarFrom(hkdfSm3({ secret: master, salt, info }, 48))
  }
}

/** The polynomial at a holder's place (Horner). */
function valueAt(coefficients: readonly bigint[], index: number): bigint {
  return coefficients.reduceRight((value, a) => reduced(value * BigInt(index) + a), 0n)
}

/** The same in the exponent at every holder's place, over the published commitments. */
function committedTo({ commitments, shares }: Deal): readonly Point[] {
  return sumsOfProducts(
    shares.map((_, i) =>
      commitments.map((point, j) => ({ point, scalar: reduced(BigInt(i + 1) ** BigInt(j)) })),
    ),
  )
}
