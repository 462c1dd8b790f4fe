// SPDX-License-Identifier: Apache-2.0
/** One secret number behind two points (Chaum–Pedersen), shown without showing the number. */

import { concat, domain, prefixed, sameBytes, u32 } from '../canonical/index.ts'
import {
  findPoint,
  findScalar,
  isInfinity,
  numberBytes,
  numberOf,
  type Point,
  prepared,
  reduced,
  scalarSize,
  shortPointBytes,
  sm3Digest,
  sumOfProducts,
  timesSecret,
  withTable,
} from '../suites/index.ts'

/** `first.point = x · first.base` and `second.point = x · second.base`, for one x. */
export interface EqualLogs {
  readonly first: Pair
  readonly second: Pair
  readonly context: Uint8Array
  /** Which share of the context this is about. */
  readonly index: number
}

export interface Pair {
  readonly base: Point
  readonly point: Point
}

export const proofSize = 2 * scalarSize

/**
 * A second base whose logarithm to the first nobody knows: the first point whose x is a digest of
 * this label and a counter, with even y. Anybody can count again.
 */
export const secondBase = withTable(prepared(hashedPoint('PVSS/1 second base')))

/** `c ‖ r`. The nonce must be as secret as the number, and never serve two statements. */
export function proveEqualLogs(
  statement: EqualLogs,
  secret: bigint,
  nonce: bigint,
): Uint8Array<ArrayBuffer> {
  const challenge = challengeOf(statement, [
    timesSecret(statement.first.base, nonce),
    timesSecret(statement.second.base, nonce),
  ])
  const response = reduced(nonce - challenge * secret)
  return concat(numberBytes(challenge), numberBytes(response))
}

export function verifyEqualLogs(statement: EqualLogs, proof: Uint8Array): boolean {
  if (proof.length !== proofSize) return false
  const challenge = findScalar(proof.subarray(0, scalarSize))
  const response = findScalar(proof.subarray(scalarSize))
  if (challenge === undefined || response === undefined) return false
  const commitments = [statement.first, statement.second].map(({ base, point }) =>
    sumOfProducts([
      { point: base, scalar: response },
      { point, scalar: challenge },
    ]),
  )
  if (commitments.some(isInfinity)) return false
  return sameBytes(numberBytes(challengeOf(statement, commitments)), proof.subarray(0, scalarSize))
}

function challengeOf(
  { first, second, context, index }: EqualLogs,
  commitments: readonly Point[],
): bigint {
  const points = [first.base, first.point, second.base, second.point, ...commitments]
  const bound = concat(domain('PVSS/1 proof'), prefixed(context), u32(index))
  return reduced(numberOf(sm3Digest(concat(bound, ...points.map(shortPointBytes)))))
}

function hashedPoint(label: string): Point {
  for (let count = 0; ; count++) {
    const x = sm3Digest(concat(domain(label), u32(count)))
    const point = findPoint(concat(Uint8Array.of(2), x))
    if (point !== undefined) return point
  }
}
