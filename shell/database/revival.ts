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
  const watch = async () => {
    while (!ended) {
      // A process that has nothing else to do may end while we wait.
      await wait(lookMs, undefined, { ref: false })
      const condition = ended ? 'stopped' : await conditionOf(place, server)
      if (condition === 'stopped') return
      if (condition === 'running') continue
      // What the dead one left behind may hold the cluster a little longer: then we try again.
      const next = await startServer(place, { durable, port: first.port }).catch(() => null)
      if (next === null) continue
      server = next
      await onRevived(next).catch(() => {})
    }
  }
  const watching = watch()
  return {
    /** Ends the watch; answers the server that runs now. */
    async end(): Promise<Server> {
      ended = true
      // The wait does not hold the process, so neither may we wait for it alone.
      await Promise.race([watching, wait(2 * lookMs)])
      return server
    },
  }
}
