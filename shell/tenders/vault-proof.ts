// SPDX-License-Identifier: Apache-2.0
/** Second part of a receipt: where the own slot stood, and the entry that says the root of it all. */

import { platform } from '@gongxin/core/trading/vault'
import { hex } from '@gongxin/trust/canonical'
import type { TenderParts } from './parts.ts'
import type { VaultProof } from './service.ts'

export async function vaultProof(
  { store, streams, vaults }: TenderParts,
  tender: string,
  party: string,
): Promise<VaultProof | null> {
  const { slot } = (await streams.bid(tender, party)).state
  const own = slot === null ? null : await vaults.proofOf(tender, slot.ticketKey)
  if (own === null) return null
  const [line] = await store.events.read(platform, own.seq - 1)
  if (line?.seq !== own.seq || line.salt === null || line.body === null) {
    throw new Error(`the stream of the platform has no entry ${own.seq}`)
  }
  const { salt, body } = line
  return { ...own, entry: Buffer.from(line.entry).toString('utf8'), salt: hex(salt), body }
}
