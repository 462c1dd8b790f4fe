// SPDX-License-Identifier: Apache-2.0
/** A run of entries out of bundles of 256, wherever the bundles come from. */

import { findEntries, type Tile, tileWidth } from '@gongxin/trust/log'

export type BundleReader = (bundle: Omit<Tile, 'level'>) => Promise<Uint8Array | null>

/** Entries from `from` to before `to`; null where a bundle is missing or not in its form. */
export async function readEntries(
  read: BundleReader,
  from: number,
  to: number,
): Promise<readonly Uint8Array[] | null> {
  const entries: Uint8Array[] = []
  for (let index = Math.floor(from / tileWidth); index * tileWidth < to; index++) {
    const start = index * tileWidth
    const width = Math.min(tileWidth, to - start)
    const found = findEntries((await read({ index, width })) ?? new Uint8Array())
    if (found?.length !== width) return null
    entries.push(...found.slice(Math.max(0, from - start)))
  }
  return entries
}
