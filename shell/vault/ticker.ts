// SPDX-License-Identifier: Apache-2.0
/** Takes one root a tick for the whole city, and the last one of each tender at its deadline. */

import { setImmediate as turn } from 'node:timers/promises'
import { type Instant, instantOfEpoch } from '@gongxin/core/kernel'
import { type PlatformEvent, platform } from '@gongxin/core/trading/vault'
import { concat, hex } from '@gongxin/trust/canonical'
import { noEntry } from '@gongxin/trust/event'
import {
  rootOf,
  type SuperTree,
  superPath,
  superRoot,
  superTree,
  type Vault,
  vaultLevels,
  vaultOf,
} from '@gongxin/trust/vault'
import type { Row, Store } from '../store/index.ts'
import { type DueTick, dueTicks, type OpenLot } from './due.ts'
import {
  headsOf,
  type KeptVault,
  keptColumns,
  type PlatformHead,
  type VaultParts,
} from './parts.ts'

export interface Ticker {
  /**
   * Takes every tick that is due. Whoever comes while it runs waits for a run of its own; other
   * requests are served in between.
   */
  advance(): Promise<void>
}

type Lot = OpenLot & KeptVault

/** As many ticks as go into one commit. */
const mostTogether = 64
const mostAttempts = 4

export function createTicker(parts: VaultParts): Ticker {
  const vaults = new Map<string, Vault>()
  let running = Promise.resolve()
  return {
    advance() {
      const next = running.then(() => advanced(parts, vaults))
      running = next.catch(() => {})
      return next
    },
  }
}

async function advanced(parts: VaultParts, vaults: Map<string, Vault>): Promise<void> {
  for (let tries = 0; tries < mostAttempts; tries++) {
    if ((await advance(parts, vaults)) === 'up-to-date') return
  }
  throw new Error('the stream of the platform moves under the ticker')
}

async function advance(
  parts: VaultParts,
  vaults: Map<string, Vault>,
): Promise<'up-to-date' | 'moved'> {
  const { cabinet, clock, plan } = parts
  await publish(parts)
  let { last, head, at } = await standing(cabinet)
  const now = clock.now()
  // A clock that was set back gives no roots until it has caught up: time runs forward in a chain.
  if (now < at) return 'up-to-date'
  at = now
  const open = await openLots(parts)
  // The first root is for the first bidding: before it a demo may still begin in the past.
  if (last === null && open.length === 0) return 'up-to-date'
  const due: Lot[] = []
  for (const lot of open) {
    if (lot.deadline <= now && (await parts.isClosable(lot.tender))) due.push(lot)
  }
  // Who came in time is written before anything is read of the slots.
  for (const { tender } of due) await parts.settled(tender)
  const heads = await headsByTender(cabinet, open)
  const write = async (batch: readonly Taken[]): Promise<boolean> => {
    const events = parts.wrapped(
      batch.map(({ event }) => event),
      head,
    )
    const rows = batch.flatMap((taken, index) => rowsOf(taken, head.seq + 1 + index))
    const append = { stream: platform, expectedVersion: head.seq, events, rows }
    if ((await cabinet.events.append(append)) !== 'appended') return false
    await publish(parts)
    head = { seq: head.seq + events.length, hash: hex(events.at(-1)?.hash ?? new Uint8Array()) }
    return true
  }
  let batch: Taken[] = []
  for (const tick of dueTicks(plan, { last, now, open, due })) {
    const { root, tree, shown } = await committed(tick, heads, vaults)
    at = laterOf(at, clock.now())
    const event = { type: 'VaultTicked', at, data: { tick: tick.tick, root } } as const
    batch.push({ event, tree, shown, seals: tick.seals })
    last = tick.tick
    if (batch.length < mostTogether) continue
    if (!(await write(batch))) return 'moved'
    batch = []
  }
  return batch.length === 0 || (await write(batch)) ? 'up-to-date' : 'moved'
}

/**
 * Ticks are kept with the slots they were taken of, in one commit; from there they go into the public
 * stream as they are. What a crash left behind is carried over before the next tick.
 */
async function publish({ store, cabinet }: VaultParts): Promise<void> {
  const seen = await store.events.head(platform)
  const events = await cabinet.events.read(platform, seen)
  if (events.length === 0) return
  // Whoever else carried them over carried the same.
  await store.events.append({ stream: platform, expectedVersion: seen, events })
}

interface Taken {
  readonly event: PlatformEvent
  readonly tree: SuperTree
  readonly shown: Shown
  readonly seals: readonly Lot[]
}

/** What the last tick was made of, so that proofs of it can be given until the next. */
export type Shown = Readonly<
  Record<
    string,
    { readonly position: number; readonly root: string; readonly heads: Record<string, string> }
  >
>

type Heads = ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>

/** The root over the vaults that this tick holds; others are served between two of them. */
async function committed({ tick, holds }: DueTick<Lot>, heads: Heads, vaults: Map<string, Vault>) {
  const roots = new Map<number, Uint8Array>()
  const shown: Record<string, Shown[string]> = {}
  for (const { tender, position, seed, capacity } of holds) {
    const vault = vaults.get(tender) ?? vaultOf(seed, capacity)
    vaults.set(tender, vault)
    const own = heads.get(tender) ?? new Map<number, Uint8Array>()
    const root = rootOf(vaultLevels(vault, tick, own))
    roots.set(position, root)
    const values = Object.fromEntries([...own].map(([slot, value]) => [slot, hex(value)]))
    shown[tender] = { position, root: hex(root), heads: values }
    await turn()
  }
  const tree = superTree(roots)
  return { root: hex(superRoot(tree)), tree, shown }
}

function rowsOf({ event, tree, shown, seals }: Taken, seq: number): readonly Row[] {
  const { tick } = event.data
  const latest: Row = {
    table: 'vault_tick',
    row: { stream: platform, tick, seq, vaults: JSON.parse(JSON.stringify(shown)) },
  }
  const sealed = seals.map(({ deadline, ...kept }): Row => {
    const path = concat(...superPath(tree, kept.position))
    const seal = { sealed_for: deadline, sealed_tick: tick, sealed_seq: seq, super_path: path }
    return { table: 'vault', row: { ...kept, ...seal } }
  })
  return [latest, ...sealed]
}

async function standing({ events, queries, region }: Store) {
  const latest = await queries
    .selectFrom('vault_tick')
    .select(['tick', 'seq'])
    .where('region', '=', region)
    .where('stream', '=', platform)
    .executeTakeFirst()
  const [entry] = latest === undefined ? [] : await events.read(platform, latest.seq - 1)
  const head: PlatformHead =
    entry === undefined ? { seq: -1, hash: noEntry } : { seq: entry.seq, hash: hex(entry.hash) }
  return { last: latest?.tick ?? null, head, at: entry?.at ?? firstMoment }
}

const firstMoment = instantOfEpoch(0)

function laterOf(one: Instant, other: Instant): Instant {
  return one < other ? other : one
}

/** Whoever may still hand in a bid, and whoever waits for the last tick. */
async function openLots({ store, cabinet }: VaultParts): Promise<readonly Lot[]> {
  const tenders = await store.queries
    .selectFrom('tender')
    .select(['id', 'bid_deadline as deadline'])
    .where('region', '=', store.region)
    .where('phase', '=', 'tendering')
    .execute()
  const deadlines = new Map(tenders.map(({ id, deadline }) => [id, deadline]))
  if (deadlines.size === 0) return []
  const rows = await cabinet.queries
    .selectFrom('vault')
    .select([...keptColumns, 'sealed_for'])
    .where('region', '=', cabinet.region)
    .where('tender', 'in', [...deadlines.keys()])
    .orderBy('position')
    .execute()
  return rows.flatMap(({ sealed_for, ...kept }) => {
    const deadline = deadlines.get(kept.tender) ?? null
    return deadline === null || deadline === sealed_for ? [] : [{ ...kept, deadline }]
  })
}

async function headsByTender(store: Store, lots: readonly Lot[]): Promise<Heads> {
  const all = await headsOf(store, ...lots.map(({ tender }) => tender))
  const heads = new Map<string, Map<number, Uint8Array>>()
  for (const { tender, slot, value } of all) {
    const own = heads.get(tender) ?? new Map<number, Uint8Array>()
    heads.set(tender, own.set(slot, value))
  }
  return heads
}
