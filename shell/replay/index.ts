// SPDX-License-Identifier: Apache-2.0
/** The door of the replay: a real auction goes through the whole procedure in memory. */

import type { Auction } from './auctions.ts'
import { runAuction } from './lifecycle.ts'
import { openRoom } from './room.ts'
import { experts } from './terms.ts'

export { type Auction, readAuctions } from './auctions.ts'

/** One line of the answer. */
export interface Replayed {
  readonly tender: string
  readonly bids: number
  readonly winner: string | null
  readonly recorded: string | null
  readonly same: boolean
  readonly state: string
  /** Acts that were accepted. */
  readonly acts: number
  /** Hash of the last entry of the tender's stream. */
  readonly head: string
}

export interface Streams {
  readonly tender: readonly string[]
  readonly sealed: ReadonlyMap<string, readonly string[]>
}

export async function replayAuction(
  auction: Auction,
): Promise<{ line: Replayed; streams: Streams }> {
  const { tender, bids, recorded } = auction
  const room = openRoom(tender, experts)
  await runAuction(room, bids)
  const state = room.state()
  const winner = state.contract?.winner.party ?? null
  const line = {
    tender,
    bids: bids.length,
    winner,
    recorded,
    same: winner === recorded,
    state: state.phase.toUpperCase(),
    acts: room.acts(),
    head: room.journal.head(),
  }
  const sealed = new Map([...room.sealed].map(([party, journal]) => [party, journal.lines()]))
  return { line, streams: { tender: room.journal.lines(), sealed } }
}
