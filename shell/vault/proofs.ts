// SPDX-License-Identifier: Apache-2.0
/** What leaves the vault: to a bidder the proof of the own slot, to everybody all of it at the end. */

import { type Instant, type Json, z } from '@gongxin/core/kernel'
import { type BidState, shownSlots } from '@gongxin/core/trading/bid'
import { bytesOf, type DataOf } from '@gongxin/core/trading/tender'
import { platform } from '@gongxin/core/trading/vault'
import { hex } from '@gongxin/trust/canonical'
import {
  blindedRow,
  pathIn,
  slotSalt,
  superPath,
  superTree,
  type TickProof,
  vaultLevels,
  vaultOf,
} from '@gongxin/trust/vault'
import type { Store } from '../store/index.ts'
import { findVault, headsOf, type VaultParts } from './parts.ts'

export interface OwnProof {
  readonly proof: TickProof
  /** The entry, with the salt and the body that it binds. */
  readonly line: TickLine
}

export interface TickLine {
  /** Number of the entry in the stream of the platform. */
  readonly seq: number
  readonly entry: Uint8Array
  readonly salt: Uint8Array
  readonly body: Json
}

export interface Proofs {
  /** That the head of this ticket's slot stood in the last tick; null where no tick holds it yet. */
  proofOf(tender: string, ticketKey: string): Promise<OwnProof | null>
  /** The entry of the last tick that held this tender; null before its deadline. */
  lastTickOf(tender: string): Promise<TickLine | null>
  /** All that lay in the vault at this deadline, whose tick must have been taken. */
  revealedAt(
    tender: string,
    deadline: Instant,
    bids: readonly BidState[],
  ): Promise<DataOf<'VaultRevealed'>>
}

export function createProofs({ cabinet: store }: VaultParts): Proofs {
  return {
    async proofOf(tender, ticketKey) {
      const vault = await findVault(store, tender)
      if (vault === undefined) return null
      const { seed, position } = vault
      const ticket = hex(blindedRow(seed, bytesOf(ticketKey)))
      const all = await headsOf(store, tender)
      const slot = all.find((head) => head.ticket === ticket)?.slot
      const tick = (await latestTick(store, tender)) ?? sealedTick(vault, all)
      const value = slot === undefined ? undefined : tick?.heads.get(slot)
      if (slot === undefined || value === undefined || tick === null) return null
      const levels = vaultLevels(vaultOf(seed, vault.capacity), tick.tick, tick.heads)
      const proof = {
        ...{ tick: tick.tick, slot, salt: slotSalt(seed, tick.tick, slot), value },
        ...{ vaultPath: pathIn(levels, slot), position, superPath: tick.path },
      }
      return { proof, line: await lineAt(store, tick.seq) }
    },
    async lastTickOf(tender) {
      const vault = await findVault(store, tender)
      const seq = vault?.sealed_seq ?? null
      return seq === null ? null : lineAt(store, seq)
    },
    async revealedAt(tender, deadline, bids) {
      const vault = await findVault(store, tender)
      const tick = vault === undefined ? null : sealedTick(vault, [])
      if (vault?.sealed_for !== deadline || tick === null) {
        throw new Error(`no tick was taken at the deadline of ${tender}`)
      }
      const { seed, capacity, position } = vault
      const heads = await headsOf(store, tender)
      const slotOf = (ticketKey: string) => {
        const ticket = hex(blindedRow(seed, bytesOf(ticketKey)))
        const found = heads.find((head) => head.ticket === ticket)
        if (found === undefined) throw new Error('a bid without a slot')
        return found.slot
      }
      const slots = shownSlots(bids, slotOf)
      const path = tick.path.map(hex)
      return { seed: hex(seed), tick: tick.tick, capacity, position, superPath: path, slots }
    },
  }
}

async function lineAt({ queries, region }: Store, seq: number): Promise<TickLine> {
  const found = await queries
    .selectFrom('event')
    .innerJoin('payload', (join) =>
      join
        .onRef('payload.region', '=', 'event.region')
        .onRef('payload.stream', '=', 'event.stream')
        .onRef('payload.seq', '=', 'event.seq'),
    )
    .select(['entry', 'salt', 'body'])
    .where('event.region', '=', region)
    .where('event.stream', '=', platform)
    .where('event.seq', '=', seq)
    .executeTakeFirst()
  if (found === undefined || found.salt === null) throw new Error(`no tick at ${seq}`)
  return { seq, entry: found.entry, salt: found.salt, body: found.body }
}

interface Committed {
  readonly tick: number
  readonly seq: number
  readonly heads: ReadonlyMap<number, Uint8Array>
  /** From the root of the vault to the root of the city. */
  readonly path: readonly Uint8Array[]
}

const shownVaults = z.record(
  z.string(),
  z.object({
    position: z.int(),
    root: z.string(),
    heads: z.record(z.string(), z.string()),
  }),
)

/** The last tick of the city, where it holds this tender. */
async function latestTick({ queries, region }: Store, tender: string): Promise<Committed | null> {
  const row = await queries
    .selectFrom('vault_tick')
    .select(['tick', 'seq', 'vaults'])
    .where('region', '=', region)
    .where('stream', '=', platform)
    .executeTakeFirst()
  if (row === undefined) return null
  const vaults = shownVaults.parse(row.vaults)
  const own = vaults[tender]
  if (own === undefined) return null
  const roots = Object.values(vaults).map(
    ({ position, root }) => [position, bytesOf(root)] as const,
  )
  const heads = Object.entries(own.heads).map(
    ([slot, value]) => [Number(slot), bytesOf(value)] as const,
  )
  return {
    ...{ tick: row.tick, seq: row.seq, heads: new Map(heads) },
    path: superPath(superTree(new Map(roots)), own.position),
  }
}

/** The last tick of this tender; no head has moved since, for whoever comes after it is late. */
function sealedTick(
  {
    sealed_tick: tick,
    sealed_seq: seq,
    super_path,
  }: NonNullable<Awaited<ReturnType<typeof findVault>>>,
  heads: readonly { readonly slot: number; readonly value: Uint8Array }[],
): Committed | null {
  if (tick === null || seq === null || super_path === null) return null
  const path = Array.from({ length: super_path.length / 32 }, (_, i) =>
    super_path.subarray(32 * i, 32 * (i + 1)),
  )
  return { tick, seq, path, heads: new Map(heads.map(({ slot, value }) => [slot, value])) }
}
