// SPDX-License-Identifier: Apache-2.0
/** Proofs out of the stored tiles: asked for once to learn which are needed, then once with them. */

import {
  type Tile,
  type TiledTree,
  type TileReader,
  tiledConsistency,
  tiledInclusion,
  tilePath,
} from '@gongxin/trust/log'
import type { LogStore } from '../store/index.ts'

type Proof = readonly Uint8Array[]
type Prove<T> = (tree: TiledTree) => T | undefined

/** That the first `from` entries are the beginning of the first `to`; null where there are not so many. */
export function consistency(log: LogStore, from: number, to: number): Promise<Proof | null> {
  return proven(log, to, (tree) => tiledConsistency(tree, from))
}

/** That an entry stands at its place among the first `size`. */
export async function inclusion(log: LogStore, place: number, size: number): Promise<Proof | null> {
  return (await inclusions(log, [place], size))?.[0] ?? null
}

/** The same for many entries, each tile read once; null where one of them is not there. */
export function inclusions(
  log: LogStore,
  places: readonly number[],
  size: number,
): Promise<readonly Proof[] | null> {
  return proven(log, size, (tree) => {
    const all = places.map((place) => tiledInclusion(tree, place))
    const found = all.filter((proof) => proof !== undefined)
    return found.length === all.length ? found : undefined
  })
}

async function proven<T>(log: LogStore, size: number, prove: Prove<T>): Promise<T | null> {
  const wanted = new Map<string, Tile>()
  const noting: TileReader = (tile) => {
    wanted.set(tilePath(tile), tile)
    return undefined
  }
  prove({ size, read: noting })
  const tiles = new Map<string, Uint8Array>()
  for (const [path, tile] of wanted) {
    const bytes = await log.tile('SM3', tile)
    if (bytes !== null) tiles.set(path, bytes)
  }
  return prove({ size, read: (tile) => tiles.get(tilePath(tile)) }) ?? null
}
