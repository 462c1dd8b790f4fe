// SPDX-License-Identifier: Apache-2.0
/** After the restart: is every acknowledged act there, once, in a whole chain, under its key? */

import type { Json } from '@gongxin/core/kernel'
import type { Store, StoredEvent } from '@gongxin/shell/store'
import { verifyChain } from '@gongxin/trust/event'
import { connectWire, type Wire } from '../served/index.ts'
import { type Deed, pressed } from './burst.ts'

export interface Proof {
  readonly acknowledged: number
  /** Acts whose answer was lost, settled by asking again under their key. */
  readonly settled: number
  readonly faults: readonly string[]
}

/** The public store and the cabinet. */
export interface Stores {
  readonly store: Store
  readonly cabinet: Store
}

export async function prove(port: number, stores: Stores, deeds: readonly Deed[]): Promise<Proof> {
  const faults: string[] = []
  const wire = await connectWire(port)
  const acknowledged = deeds.filter(({ answer }) => answer !== null).length
  for (const deed of deeds) faults.push(...(await askedAgain(wire, deed)))
  faults.push(...(await stored(stores, deeds)), ...(await shown(wire, deeds)))
  wire.close()
  return { acknowledged, settled: deeds.length - acknowledged, faults }
}

async function askedAgain(wire: Wire, deed: Deed): Promise<readonly string[]> {
  const before = deed.answer
  const now = await pressed(wire, deed)
  if (now.status !== 201) return [`${nameOf(deed)}: ${now.status} ${JSON.stringify(now.value)}`]
  deed.answer ??= now
  if (before === null) return []
  if (!now.replayed) return [`${nameOf(deed)}: acknowledged and done again`]
  const same = JSON.stringify(sorted(before.value)) === JSON.stringify(sorted(now.value))
  return same ? [] : [`${nameOf(deed)}: another answer under the same key`]
}

async function stored(
  { store, cabinet }: Stores,
  deeds: readonly Deed[],
): Promise<readonly string[]> {
  const faults: string[] = []
  const streams = new Map<string, readonly StoredEvent[]>()
  const tenders = new Set(deeds.map(({ tender, answer }) => tender || String(answer?.value.tender)))
  const seen = new Map<string, number>()
  for (const tender of tenders) {
    const own = await store.events.read(`tender/${tender}`)
    streams.set(`tender/${tender}`, own)
    // What was handed over goes on in the public store; its copy in the cabinet has had its time.
    for (const { events } of [cabinet, store]) {
      const chains = new Map<string, StoredEvent[]>()
      for (const event of await events.readAll(`bid/${tender}/`)) {
        chains.set(event.stream, [...(chains.get(event.stream) ?? []), event])
      }
      for (const [stream, chain] of chains) streams.set(stream, chain)
    }
  }
  for (const [stream, events] of streams) {
    const verdict = verifyChain(
      events.map(({ entry }) => entry),
      bodiesOf(events),
    )
    if (!verdict.ok) faults.push(`${stream}: ${verdict.fault} at ${verdict.seq}`)
    else if (verdict.withheld.length > 0) faults.push(`${stream}: bodies are missing`)
    for (const { hash } of events) {
      const name = Buffer.from(hash).toString('hex')
      seen.set(name, (seen.get(name) ?? 0) + 1)
    }
  }
  for (const deed of deeds) {
    const { hash, stream, version } = placeOf(deed)
    const times = seen.get(hash) ?? 0
    if (times !== 1) faults.push(`${nameOf(deed)}: its event is stored ${times} times`)
    const there = streams.get(stream)?.[version]
    if (there === undefined || Buffer.from(there.hash).toString('hex') !== hash) {
      faults.push(`${nameOf(deed)}: version ${version} of ${stream} is another event`)
    }
  }
  return faults
}

function bodiesOf(events: readonly StoredEvent[]) {
  const bodies = new Map<number, { salt: Uint8Array; body: Json }>()
  for (const { seq, salt, body } of events) {
    if (salt !== null && body !== null) bodies.set(seq, { salt, body })
  }
  return bodies
}

/** What the bidder sees of the own bid: each receipt once, in the order of the acts. */
async function shown(wire: Wire, deeds: readonly Deed[]): Promise<readonly string[]> {
  const faults: string[] = []
  const lanes = new Map<string, readonly Deed[]>()
  for (const deed of deeds) {
    const lane = deed.tender === '' ? '' : `${deed.tender} ${deed.sent.person.party}`
    lanes.set(lane, [...(lanes.get(lane) ?? []), deed])
  }
  for (const [lane, list] of lanes) {
    if (lane === '') {
      for (const deed of list) faults.push(...(await tenderShown(wire, deed)))
      continue
    }
    const [first] = list
    if (first === undefined) continue
    const headers = { cookie: first.sent.person.cookie }
    const path = `/api/tenders/${first.tender}/bid`
    const { body } = await wire.ask({ method: 'GET', path, headers })
    for (const deed of list) {
      const number = receiptOf(deed)
      const times = body.split(`"${number}"`).length - 1
      if (times !== 1) faults.push(`${nameOf(deed)}: the bidder sees it ${times} times`)
    }
  }
  return faults
}

async function tenderShown(wire: Wire, deed: Deed): Promise<readonly string[]> {
  const path = `/api/tenders/${deed.answer?.value.tender}`
  const headers = { cookie: deed.sent.person.cookie }
  const { status } = await wire.ask({ method: 'GET', path, headers })
  return status === 200 ? [] : [`${path}: ${status}`]
}

function placeOf({ answer, tender, sent }: Deed) {
  const value = answer?.value ?? {}
  const receipt = Object(value.receipt)
  const stream =
    tender === '' ? `tender/${String(value.tender)}` : `bid/${tender}/${sent.person.party}`
  return { hash: String(receipt.hash), stream, version: Number(value.version) }
}

function receiptOf({ answer }: Deed): string {
  return String(Object(answer?.value.receipt).number)
}

function nameOf({ sent, act }: Deed): string {
  return `${act} ${sent.key}`
}

/** An answer kept as jsonb comes back with its keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
