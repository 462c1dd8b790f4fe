// SPDX-License-Identifier: Apache-2.0
/** The door at the deadline: whoever came through in time is counted, however long the writing takes. */

export interface Gate {
  /** Runs an act of a bidder; until it has ended, nobody takes up the bids of this tender. */
  through<T>(tender: string, act: () => Promise<T>): Promise<T>
  /** Waits for all who are within now; who comes later also takes a later time. */
  empty(tender: string): Promise<void>
}

/** Of one server: the clock that closes biddings and the acts of bidders run in the same process. */
export function createGate(): Gate {
  const within = new Map<string, Set<Promise<unknown>>>()
  return {
    async through(tender, act) {
      const here = within.get(tender) ?? new Set()
      within.set(tender, here)
      const going = act()
      here.add(going)
      try {
        return await going
      } finally {
        here.delete(going)
        if (here.size === 0 && within.get(tender) === here) within.delete(tender)
      }
    },
    async empty(tender) {
      await Promise.allSettled([...(within.get(tender) ?? [])])
    },
  }
}
