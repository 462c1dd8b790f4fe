// SPDX-License-Identifier: Apache-2.0
/** Requests under one key go one after the other, so that the second finds what became of the first. */

export interface Turns {
  take<T>(key: string, work: () => Promise<T>): Promise<T>
}

/** Of one server; where several share a store, what is written under the key decides. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    async take(key, work) {
      const before = last.get(key)
      const own = before === undefined ? work() : before.then(work, work)
      last.set(key, own)
      try {
        return await own
      } finally {
        if (last.get(key) === own) last.delete(key)
      }
    },
  }
}
