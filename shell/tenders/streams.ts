// SPDX-License-Identifier: Apache-2.0
/** Reads streams back into state; a small memory spares folding what was folded before. */

import type { Finding } from '@gongxin/core/kernel'
import { type BidEvent, type BidState, isBidEventType, replayBid } from '@gongxin/core/trading/bid'
import {
  emptyTender,
  evolve,
  isEventType,
  type TenderEvent,
  type TenderState,
} from '@gongxin/core/trading/tender'
import type { Store, StoredEvent } from '../store/index.ts'
import { type ChainHead, chainStart, headOf } from './envelope.ts'

export interface LoadedTender {
  readonly state: TenderState
  readonly events: readonly TenderEvent[]
  readonly stored: readonly StoredEvent[]
  readonly head: ChainHead
}

export interface LoadedBid {
  readonly state: BidState
  readonly head: ChainHead
  /** Where the chain lies: in the cabinet until the bids of its tender are taken up. */
  readonly home: Store
}

export const tenderStream = (tender: string) => `tender/${tender}`
export const bidStream = (tender: string, party: string) => `bid/${tender}/${party}`

const empty: LoadedTender = { state: emptyTender, events: [], stored: [], head: chainStart }
const mostRemembered = 500

export interface Streams {
  /** Null where the tender does not exist. */
  tender(tender: string): Promise<LoadedTender | null>
  bid(tender: string, party: string): Promise<LoadedBid>
  bidsOf(tender: string): Promise<readonly { readonly party: string; readonly bid: BidState }[]>
  /** Chains that still lie in the cabinet, by stream. */
  inCabinet(tender: string): Promise<ReadonlyMap<string, readonly StoredEvent[]>>
}

export function createStreams(store: Store, cabinet: Store, most = mostRemembered): Streams {
  const { events } = store
  const memory = new Map<string, LoadedTender>()
  const inCabinet = async (tender: string) => {
    const prefix = bidStream(tender, '')
    const [there, here] = await Promise.all([
      cabinet.events.streams(prefix),
      events.streams(prefix),
    ])
    const left = new Set(there.filter((stream) => !here.includes(stream)))
    // What was handed over keeps its copy: it is not read again each time.
    if (left.size === 0) return new Map<string, StoredEvent[]>()
    const chains = await cabinet.events.readAll(prefix)
    return groupedByStream(chains.filter(({ stream }) => left.has(stream)))
  }
  return {
    async tender(tender) {
      const known = memory.get(tender) ?? empty
      const stream = tenderStream(tender)
      const current = known !== empty && (await events.head(stream)) === known.head.seq
      const fresh = current ? [] : await events.read(stream, known.head.seq)
      const loaded = fresh.length === 0 ? known : continued(known, fresh)
      memory.delete(tender)
      if (loaded.head.seq < 0) return null
      memory.set(tender, loaded)
      const [oldest] = memory.keys()
      if (memory.size > most && oldest !== undefined) memory.delete(oldest)
      return loaded
    },
    async bid(tender, party) {
      const stream = bidStream(tender, party)
      // Most have nothing anywhere yet, and that is asked in one breath with all else of the act.
      const heads = await Promise.all([events.head(stream), cabinet.events.head(stream)])
      const home = heads[0] < 0 ? cabinet : store
      const stored = Math.max(...heads) < 0 ? [] : await home.events.read(stream)
      return { state: replayBid(stored.flatMap(bidEventOf)), head: headOf(stored), home }
    },
    async bidsOf(tender) {
      const prefix = bidStream(tender, '')
      const taken = groupedByStream(await events.readAll(prefix))
      const all = [...taken, ...(await inCabinet(tender))]
      return all.map(([stream, list]) => ({
        party: stream.slice(prefix.length),
        bid: replayBid(list.flatMap(bidEventOf)),
      }))
    },
    inCabinet,
  }
}

function groupedByStream(list: readonly StoredEvent[]): Map<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>()
  for (const event of list) {
    const group = groups.get(event.stream)
    if (group === undefined) groups.set(event.stream, [event])
    else group.push(event)
  }
  return groups
}

function continued(known: LoadedTender, fresh: readonly StoredEvent[]): LoadedTender {
  const events = fresh.map(tenderEventOf)
  return {
    state: events.reduce(evolve, known.state),
    events: [...known.events, ...events],
    stored: [...known.stored, ...fresh],
    head: headOf(fresh),
  }
}

/** The store holds what core wrote; a type it does not know is a broken deployment. */
export function tenderEventOf(stored: StoredEvent): TenderEvent {
  if (!isEventType(stored.type)) throw new Error(`unknown event type ${stored.type}`)
  const event = { type: stored.type, at: stored.at, data: dataOf(stored) }
  // The shape was checked when the event was made; a golden test keeps old ones readable.
  return event as TenderEvent
}

function bidEventOf(stored: StoredEvent): readonly BidEvent[] {
  if (!isBidEventType(stored.type)) throw new Error(`unknown event type ${stored.type}`)
  return [{ type: stored.type, at: stored.at, data: dataOf(stored) } as BidEvent]
}

function dataOf(stored: StoredEvent): unknown {
  const { body } = stored
  return isObject(body) ? body.data : {}
}

export function findingsOf(stored: StoredEvent): readonly Finding[] {
  const { body } = stored
  const found = isObject(body) ? body.findings : undefined
  return Array.isArray(found) ? found : []
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
