// SPDX-License-Identifier: Apache-2.0
/** One secret number behind two points (Chaum–Pedersen), shown without showing the number. */

import { concat, domain, prefixed, u32 } from '../canonical/index.ts'
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
  sumsOfProducts,
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
  return allEqualLogs([{ statement, proof }])
}

export interface EqualLogsClaim {
  readonly statement: EqualLogs
  readonly proof: Uint8Array
}

/**
 * Whether every one of them holds. A proof binds its commitments by a digest, so that each of them must be reckoned
 * for itself and no weighted sum can stand for all; they only share the call.
 */
export function allEqualLogs(claims: readonly EqualLogsClaim[]): boolean {
  const asked: (Answer & { readonly statement: EqualLogs })[] = []
  for (const { statement, proof } of claims) {
    const answer = findAnswer(proof)
    if (answer === undefined) return false
    asked.push({ ...answer, statement })
  }
  const commitments = sumsOfProducts(
    asked.flatMap(({ statement, challenge, response }) =>
      [statement.first, statement.second].map(({ base, point }) => [
        { point: base, scalar: response },
        { point, scalar: challenge },
      ]),
    ),
  )
  if (commitments.some(isInfinity)) return false
  return asked.every(
    ({ statement, challenge }, i) =>
      challengeOf(statement, commitments.slice(2 * i, 2 * i + 2)) === challenge,
  )
}

interface Answer {
  readonly challenge: bigint
  readonly response: bigint
}

function findAnswer(proof: Uint8Array): Answer | undefined {
  if (proof.length !== proofSize) return undefined
  const challenge = findScalar(proof.subarray(0, scalarSize))
  const response = findScalar(proof.subarray(scalarSize))
  return challenge === undefined || response === undefined ? undefined : { challenge, response }
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
