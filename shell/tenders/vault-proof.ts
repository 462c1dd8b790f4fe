// SPDX-License-Identifier: Apache-2.0
/** Second part of a receipt: where the own slot stood, and the entry that says the root of it all. */

import { secondPart } from '@gongxin/core/trading/bid'
import { hex } from '@gongxin/trust/canonical'
import type { TenderParts } from './parts.ts'
import type { VaultProof } from './service.ts'

const unlogged = secondPart.omit({ log: true })

export async function vaultProof(
  { streams, vaults }: TenderParts,
  tender: string,
  party: string,
): Promise<VaultProof | null> {
  const { slot } = (await streams.bid(tender, party)).state
  const own = slot === null ? null : await vaults.proofOf(tender, slot.ticketKey)
  if (own === null) return null
  const { salt, value, vaultPath, superPath, ...place } = own.proof
  const part = unlogged.parse({
    proof: {
      ...{ ...place, salt: hex(salt), value: hex(value) },
      ...{ vaultPath: vaultPath.map(hex), superPath: superPath.map(hex) },
    },
    entry: Buffer.from(own.line.entry).toString('utf8'),
    salt: hex(own.line.salt),
    body: own.line.body,
  })
  return { seq: own.line.seq, part }
}

/** Root of the city at the last tick of a tender, in hex; null while it may still be bid for. */
export async function lastRoot({ vaults }: TenderParts, tender: string): Promise<string | null> {
  const line = await vaults.lastTickOf(tender)
  return line === null ? null : unlogged.shape.body.parse(line.body).data.root
}
