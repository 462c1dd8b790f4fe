// SPDX-License-Identifier: Apache-2.0
/** For tests only: a vault sealed anew after its slots were changed. */

import { findBytes, hex, type Json } from '@gongxin/trust/canonical'
import {
  emptySlot,
  rootOf,
  slotValue,
  superPath,
  superRoot,
  superTree,
  vaultLevels,
  vaultOf,
} from '@gongxin/trust/vault'
import { certain } from '../../kernel/index.ts'
import { type Data, dataOf, one } from './shaping.ts'
import { altered, type Tale } from './tale.ts'

/** The vault sealed anew over other slots: only whoever knows the seed beforehand could do it. */
export function revaulted(tale: Tale, slots: readonly Data[]): Tale {
  const { seed, capacity, position, tick } = dataOf(tale, 'VaultRevealed')
  const bytes = (text: Json | undefined) => certain(findBytes(String(text)), 'hex')
  const heads = slots.map(({ slot, versions }): [number, Uint8Array] => {
    const head = one(versions).reduce<Uint8Array>((before, version) => {
      const { verNo, action, commitment, ticketSig } = version
      const named = action === 'replace' || action === 'withdraw' ? action : 'submit'
      const marks = { commitment: bytes(commitment), ticketSig: bytes(ticketSig) }
      return slotValue({ verNo: Number(verNo), action: named, ...marks }, before)
    }, emptySlot)
    return [Number(slot), head]
  })
  const vault = vaultOf(bytes(seed), Number(capacity))
  const root = rootOf(vaultLevels(vault, Number(tick), new Map(heads)))
  const city = superTree(new Map([[Number(position), root]]))
  const path = superPath(city, Number(position)).map(hex)
  const shown = altered(tale, 'VaultRevealed', (data) => ({
    ...data,
    slots: [...slots],
    superPath: path,
  }))
  const line = certain(tale.tick, 'a tick')
  const body = { data: { tick: tick ?? 0, root: hex(superRoot(city)) }, findings: [] }
  return { ...shown, tick: { ...line, body } }
}
