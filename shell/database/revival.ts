// SPDX-License-Identifier: Apache-2.0
/** Our own server dies under us, of memory or by somebody's hand: it comes back where it was. */

import { setTimeout as wait } from 'node:timers/promises'
import { conditionOf, type Server, startServer } from './cluster.ts'
import type { Place } from './place.ts'

export interface Watching {
  readonly place: Place
  readonly durable: boolean
  /** Told of every server that was started anew. */
  readonly onRevived: (server: Server) => Promise<void>
}

const lookMs = 100

/** Keeps the address: whoever lost a connection finds the new server at the old door. */
export function watchServer(first: Server, { place, durable, onRevived }: Watching) {
  let server = first
  let ended = false
  let revival = Promise.resolve()
  const revive = async () => {
    // What the dead one left behind may hold the cluster a little longer: then we try again.
    const next = await startServer(place, { durable, port: first.port }).catch(() => null)
    if (next === null) return
    server = next
    await onRevived(next).catch(() => {})
  }
  const watch = async () => {
    while (!ended) {
      // A process that has nothing else to do may end while we wait.
      await wait(lookMs, undefined, { ref: false })
      const condition = await conditionOf(place, server)
      if (ended || condition === 'stopped') return
      if (condition === 'running') continue
      revival = revive()
      await revival
    }
  }
  void watch()
  return {
    /** Ends the watch, after a revival under way; answers the server that runs now. */
    async end(): Promise<Server> {
      ended = true
      await revival
      return server
    },
  }
}
