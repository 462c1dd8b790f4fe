// SPDX-License-Identifier: Apache-2.0
/** What a witness must not forget: the checkpoint it signed, whose log it follows, and evidence. */

import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { sameBytes } from '@gongxin/trust/canonical'
import {
  appended,
  edgeRoot,
  findCheckpoint,
  findEntries,
  findNote,
  tileWidth,
} from '@gongxin/trust/log'
import { type Grammar, newWitness, readEntries, type WitnessState } from '@gongxin/trust/witness'
import { flushFolder } from '../flush/index.ts'
import type { Mirror } from './mirror.ts'

export class MemoryBroken extends Error {
  override readonly name = 'MemoryBroken'
}

/** Small files of one folder, each whole or as it was before. */
export interface Memory {
  read(name: MemoryName): Promise<Uint8Array | null>
  write(name: MemoryName, bytes: Uint8Array): Promise<void>
}

export type MemoryName = 'checkpoint' | 'log-key' | 'conflict'

export function openMemory(folder: string): Memory {
  return {
    async read(name) {
      return readFile(join(folder, name)).catch((error) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
    async write(name, bytes) {
      const half = join(folder, `${name}.part`)
      const handle = await open(half, 'w', 0o644)
      await handle.writeFile(bytes)
      await handle.sync()
      await handle.close()
      await rename(half, join(folder, name))
      await flushFolder(folder)
    },
  }
}

/**
 * The state at the checkpoint last signed, read from the mirror alone. A mirror that does not come
 * to the root that was signed is evidence of something: then this witness signs no more.
 */
export async function recalled(
  note: Uint8Array | null,
  mirror: Mirror,
  of: { readonly origin: string; readonly grammar: Grammar },
): Promise<WitnessState> {
  let state = newWitness(of.origin)
  if (note === null) return state
  const signed = findCheckpoint(findNote(note)?.text ?? '')
  if (signed === undefined) throw new MemoryBroken('the checkpoint last signed cannot be read')
  for (let from = 0; from < signed.size; from += tileWidth) {
    const width = Math.min(tileWidth, signed.size - from)
    const bytes = await mirror.bundle({ index: from / tileWidth, width })
    const entries = bytes === null ? undefined : findEntries(bytes)
    const reading = entries && readEntries(state.chains, entries, of.grammar)
    if (reading?.ok !== true) throw new MemoryBroken(`the mirror breaks off after ${from} entries`)
    const { edge } = appended(state.edge, reading.leaves)
    state = { ...state, edge, chains: reading.chains }
  }
  const root = edgeRoot(state.edge)
  if (!sameBytes(root, signed.root)) throw new MemoryBroken('the mirror has another root')
  return { ...state, root, last: note }
}
