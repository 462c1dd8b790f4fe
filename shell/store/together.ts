// SPDX-License-Identifier: Apache-2.0
/** Group commit: work of one kind that arrives while the disk is busy travels together. */

import { setImmediate as turn } from 'node:timers/promises'

export interface Work<T, A> {
  readonly item: T
  /** Work of different kinds never travels together. */
  readonly kind: string
  /** Work that shares a key must travel in different groups. */
  readonly keys: readonly string[]
  readonly resolve: (answer: A) => void
  readonly reject: (error: unknown) => void
}

/** Answers one result for each item, in order, or fails as a whole. */
export type Carrier<T, A> = (items: readonly T[]) => Promise<readonly A[]>

interface Queue<T, A> {
  waiting: Work<T, A>[]
}

const mostTogether = 64

/**
 * Alone, work leaves at once: nobody ever waits for company. Of each kind one group is under way: a
 * second one would only make both smaller, and a group costs the database more than what is in it.
 */
export function together<T, A>(carry: Carrier<T, A>) {
  const queues = new Map<string, Queue<T, A>>()

  const depart = async (kind: string, queue: Queue<T, A>): Promise<void> => {
    while (queue.waiting.length > 0) {
      // Whatever has come to this process by now is read first, and what it asks leaves along.
      await turn()
      await deliver(carry, takeGroup(queue))
    }
    queues.delete(kind)
  }

  return (item: T, kind: string, keys: readonly string[]): Promise<A> =>
    new Promise((resolve, reject) => {
      const work = { item, kind, keys, resolve, reject }
      const queue = queues.get(kind)
      if (queue !== undefined) return queue.waiting.push(work)
      const first = { waiting: [work] }
      queues.set(kind, first)
      void depart(kind, first)
    })
}

async function deliver<T, A>(carry: Carrier<T, A>, group: readonly Work<T, A>[]): Promise<void> {
  try {
    const answers = await carry(group.map((work) => work.item))
    group.forEach((work, index) => {
      const answer = answers[index]
      if (answer === undefined) work.reject(new Error('no answer for one of a group'))
      else work.resolve(answer)
    })
  } catch (error) {
    // One of them spoilt it for all: each is tried by itself, so that only the culprit fails.
    if (group.length > 1) await Promise.all(group.map((work) => deliver(carry, [work])))
    else for (const work of group) work.reject(error)
  }
}

function takeGroup<T, A>(queue: Queue<T, A>): Work<T, A>[] {
  const group: Work<T, A>[] = []
  const left: Work<T, A>[] = []
  const taken = new Set<string>()
  for (const work of queue.waiting) {
    const fits = group.length < mostTogether && !work.keys.some((key) => taken.has(key))
    ;(fits ? group : left).push(work)
    // Whoever is left keeps its turn: later work with the same key must not pass it.
    for (const key of work.keys) taken.add(key)
  }
  queue.waiting = left
  return group
}
