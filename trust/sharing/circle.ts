// SPDX-License-Identifier: Apache-2.0
/** Circles of holders: when one is lawful, and its keys as points, read and tabled once for many bids. */

import { hex } from '../canonical/index.ts'
import { findPoint, type Point, prepared, withTable } from '../suites/index.ts'

/** Who holds, and how many of them are needed. */
export interface Circle {
  /** `04 ‖ x ‖ y` of each holder, in their fixed order: holder 1 comes first. */
  readonly holders: readonly Uint8Array[]
  readonly threshold: number
  /** What the secret is for; proofs made for one context are worthless in another. */
  readonly context: Uint8Array
}

interface Kept {
  readonly keys: readonly Point[]
  deals: number
}

/** Some 40 KB each: as many tenders as one platform takes bids for at a time. */
const mostKept = 128
/** The tables of a dealer cost as much as so many deals save. */
const dealsForTables = 6
const kept = new Map<string, Kept>()

/** A circle is lawful when it has a majority threshold and every key is a point, none twice. */
export function isCircle(circle: Circle): boolean {
  return keptOf(circle) !== undefined
}

/** The keys of the holders; nothing where the circle is not lawful. */
export function pointsOf(circle: Circle): readonly Point[] | undefined {
  return keptOf(circle)?.keys
}

/** The same for whoever multiplies them by secrets. */
export function pointsToDeal(circle: Circle): readonly Point[] | undefined {
  const known = keptOf(circle)
  if (known === undefined) return undefined
  known.deals += 1
  if (known.deals === dealsForTables) known.keys.forEach(prepared)
  return known.keys
}

function keptOf({ holders, threshold }: Circle): Kept | undefined {
  const enough = Number.isInteger(threshold) && threshold >= 1 && threshold <= holders.length
  if (!enough || 2 * threshold <= holders.length || holders.length > 255) return undefined
  const names = holders.map(hex)
  if (new Set(names).size < names.length) return undefined
  const name = names.join()
  const known = kept.get(name) ?? madeOf(holders)
  if (known === undefined) return undefined
  // The one used last stands last: the first is the one to go.
  kept.delete(name)
  kept.set(name, known)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return known
}

function madeOf(holders: readonly Uint8Array[]): Kept | undefined {
  const keys = holders.flatMap((key) => (key.length === 65 ? (findPoint(key) ?? []) : []))
  return keys.length < holders.length ? undefined : { keys: keys.map(withTable), deals: 0 }
}
