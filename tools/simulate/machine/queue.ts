// SPDX-License-Identifier: Apache-2.0
/** What is to happen when: the earliest first, and of one moment in the order in which it was asked. */

interface Item {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

export interface Queue {
  add(at: number, run: () => void): void
  take(): { readonly at: number; readonly run: () => void } | undefined
}

export function createQueue(): Queue {
  const heap: Item[] = []
  let count = 0
  const before = (one: number, other: number): boolean => {
    const [a, b] = [heap[one], heap[other]]
    if (a === undefined || b === undefined) return a !== undefined
    return a.at < b.at || (a.at === b.at && a.order < b.order)
  }
  const swap = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]]
    if (a === undefined || b === undefined) return
    heap[one] = b
    heap[other] = a
  }
  return {
    add(at, run) {
      heap.push({ at, order: count++, run })
      for (let place = heap.length - 1; place > 0; ) {
        const parent = (place - 1) >> 1
        if (!before(place, parent)) break
        swap(place, parent)
        place = parent
      }
    },
    take() {
      const first = heap[0]
      const last = heap.pop()
      if (first === undefined || last === undefined || heap.length === 0) return first
      heap[0] = last
      for (let place = 0; ; ) {
        const left = 2 * place + 1
        const least = left + 1 < heap.length && before(left + 1, left) ? left + 1 : left
        if (least >= heap.length || !before(least, place)) break
        swap(place, least)
        place = least
      }
      return first
    },
  }
}
