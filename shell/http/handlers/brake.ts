// SPDX-License-Identifier: Apache-2.0
/** Slows down whoever tries one door again and again; forgets within a minute. */

import { tooMany } from '../security.ts'

const windowMs = 60_000
const mostKeys = 10_000

/** Counts attempts by key in windows of the machine's own time; throws when there are too many. */
export function createBrake(mostPerMinute: number): (key: string) => void {
  const counts = new Map<string, number>()
  let began = performance.now()
  return (key) => {
    const spent = performance.now() - began
    if (spent > windowMs || counts.size > mostKeys) {
      counts.clear()
      began = performance.now()
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > mostPerMinute) throw tooMany(Math.max(1, Math.ceil((windowMs - spent) / 1000)))
  }
}
