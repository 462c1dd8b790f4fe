// SPDX-License-Identifier: Apache-2.0
/** The door at the deadline: whoever came through in time is counted, however long the writing takes. */

export interface Gate {
  /** Runs an act of a bidder; until it has ended, nobody takes up the bids of this tender. */
  through<T>(tender: string, act: () => Promise<T>): Promise<T>
  /** Waits for all who are within now; who comes later also takes a later time. */
  empty(tender: string): Promise<void>
  /** Runs with the door shut: after all who are within, and before whoever comes meanwhile. */
  shut<T>(tender: string, act: () => Promise<T>): Promise<T>
}

/** Of one server: the clock that closes biddings and the acts of bidders run in the same process. */
export function createGate(): Gate {
  const within = new Map<string, Set<Promise<unknown>>>()
  const shutting = new Map<string, Promise<unknown>>()
  const empty = async (tender: string) => {
    await Promise.allSettled([...(within.get(tender) ?? [])])
  }
  return {
    empty,
    async shut(tender, act) {
      const before = shutting.get(tender) ?? Promise.resolve()
      const going = before.then(() => empty(tender)).then(act)
      const settled = going.catch(() => {})
      shutting.set(tender, settled)
      try {
        return await going
      } finally {
        if (shutting.get(tender) === settled) shutting.delete(tender)
      }
    },
    async through(tender, act) {
      // Asked again, for it may have been shut once more meanwhile.
      for (let shut = shutting.get(tender); shut !== undefined; shut = shutting.get(tender)) {
        await shut
      }
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
  }
}
