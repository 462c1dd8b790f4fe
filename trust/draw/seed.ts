// SPDX-License-Identifier: Apache-2.0
/** Where chance comes from: each contributor commits to a number first and shows it later. */

import {
  canonicalBytes,
  compareBytes,
  concat,
  domain,
  type Json,
  prefixed,
  sameBytes,
  u32,
  utf8,
} from '../canonical/index.ts'
import { leafHash, treeRoot } from '../log/index.ts'
import { sm3Digest } from '../suites/index.ts'

export const numberSize = 32

export interface Contribution {
  readonly contributor: string
  /** Published before the pool is known to be called. */
  readonly commitment: Uint8Array
  /** Shown after every commitment is in. */
  readonly number: Uint8Array
}

export interface SeedFacts {
  readonly drawId: string
  readonly poolRoot: Uint8Array
  /** Digest of the rules of this draw: how many, which quotas, which labels. */
  readonly rulesDigest: Uint8Array
  /** In the order in which they committed. */
  readonly contributions: readonly Contribution[]
  /** Numbers hidden in opened bids, for draws after the opening; absent before it. */
  readonly bidNumbers?: readonly Uint8Array[]
  /** Root of all sealed bids at the deadline, for draws after it. */
  readonly deadlineRoot?: Uint8Array
}

export type SeedFault =
  | 'no-contribution'
  | 'contributor-repeated'
  | 'commitment-mismatch'
  | 'number-size'
  | 'root-size'

export type Seeding =
  | { readonly ok: true; readonly seed: Uint8Array }
  | { readonly ok: false; readonly fault: SeedFault; readonly contributor?: string }

/** Binds a contributor to a number without showing it: 32 random bytes hide themselves. */
export function commitment(contributor: string, number: Uint8Array): Uint8Array {
  return sm3Digest(concat(domain('DRAW/1 commit'), prefixed(utf8(contributor)), number))
}

/** One honest contributor is enough: nobody can steer the seed without knowing that number. */
export function seedOf(facts: SeedFacts): Seeding {
  const deadlineRoot = facts.deadlineRoot ?? new Uint8Array(0)
  const bidNumbers = (facts.bidNumbers ?? []).toSorted(compareBytes)
  if (facts.contributions.length === 0 && bidNumbers.length === 0) {
    return { ok: false, fault: 'no-contribution' }
  }
  const fault = contributionFault(facts.contributions)
  if (fault !== undefined) return fault
  if (bidNumbers.some((number) => number.length !== numberSize)) {
    return { ok: false, fault: 'number-size' }
  }
  const roots = [facts.poolRoot, facts.rulesDigest]
  if (roots.some((root) => root.length !== 32) || deadlineRoot.length % 32 !== 0) {
    return { ok: false, fault: 'root-size' }
  }
  const shown = facts.contributions.flatMap((c) => [c.commitment, c.number])
  const seed = sm3Digest(
    concat(
      domain('DRAW/1 seed'),
      prefixed(utf8(facts.drawId)),
      ...roots,
      prefixed(deadlineRoot),
      u32(bidNumbers.length),
      ...bidNumbers,
      u32(facts.contributions.length),
      ...shown,
    ),
  )
  return { ok: true, seed }
}

export interface PoolRecord {
  readonly salt: Uint8Array
  readonly record: Json
}

/** A leaf can be shown to the one person it is about, and tells strangers nothing. */
export function poolLeaf({ salt, record }: PoolRecord): Uint8Array {
  if (salt.length !== numberSize) throw new RangeError(`a salt has ${numberSize} bytes`)
  return leafHash(concat(salt, canonicalBytes(record)))
}

/** Root over the frozen pool, in the order in which it was frozen. */
export function poolRoot(pool: readonly PoolRecord[]): Uint8Array {
  return treeRoot(pool.map(poolLeaf))
}

function contributionFault(list: readonly Contribution[]): Seeding | undefined {
  const seen = new Set<string>()
  for (const { contributor, commitment: committed, number } of list) {
    if (seen.has(contributor)) return { ok: false, fault: 'contributor-repeated', contributor }
    if (number.length !== numberSize) return { ok: false, fault: 'number-size', contributor }
    if (!sameBytes(commitment(contributor, number), committed)) {
      return { ok: false, fault: 'commitment-mismatch', contributor }
    }
    seen.add(contributor)
  }
  return undefined
}
