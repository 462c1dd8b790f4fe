// SPDX-License-Identifier: Apache-2.0
/** Counts over all notices, as they were a moment ago: a page need not count a city to be drawn. */

import type { PageDeps } from './deps.ts'

interface Known {
  readonly since: number
  readonly answer: Promise<unknown>
}

const freshMs = 10_000
const mostKnown = 500

const memories = new WeakMap<PageDeps['store'], Map<string, Known>>()

/** What was counted last, counted anew behind the visitor's back once it is ten seconds old. */
export function lately<A>({ store }: PageDeps, name: string, count: () => Promise<A>): Promise<A> {
  const memory = memories.get(store) ?? new Map<string, Known>()
  memories.set(store, memory)
  const known = memory.get(name)
  const now = performance.now()
  if (known !== undefined && now - known.since < freshMs) return known.answer as Promise<A>
  const answer = count()
  const keep = () => {
    const [oldest] = memory.keys()
    if (memory.size >= mostKnown && oldest !== undefined) memory.delete(oldest)
    memory.set(name, { since: performance.now(), answer })
  }
  if (known === undefined) {
    keep()
    // A count that failed is not remembered: the next visitor asks again.
    answer.catch(() => memory.delete(name))
    return answer
  }
  memory.set(name, { ...known, since: now })
  answer.then(keep, () => memory.delete(name))
  return known.answer as Promise<A>
}
