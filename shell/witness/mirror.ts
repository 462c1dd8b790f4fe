// SPDX-License-Identifier: Apache-2.0
/** The mirror of a witness: entries in files of 256, laid out as the log serves them. */

import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { entriesPath, type Tile, tileWidth, writeEntries } from '@gongxin/trust/log'
import { flushFolders } from '../flush/index.ts'

export interface Mirror {
  /** Writes entries from place `from` on and has them on the disk before it answers. */
  write(from: number, entries: readonly Uint8Array[]): Promise<void>
  /** The first `width` entries of a file; null where there are not so many. */
  bundle(bundle: Omit<Tile, 'level'>): Promise<Uint8Array | null>
}

/** What lies behind the entries that were signed for is of no account, and is written over. */
export function openMirror(folder: string): Mirror {
  const fileOf = (index: number) => join(folder, entriesPath({ index, width: tileWidth }))
  const bundle: Mirror['bundle'] = async ({ index, width }) => {
    const bytes = await readFile(fileOf(index)).catch(() => new Uint8Array())
    const end = endOf(bytes, width)
    return end === undefined ? null : new Uint8Array(bytes.subarray(0, end))
  }
  return {
    bundle,
    async write(from, entries) {
      for (let done = 0; done < entries.length; ) {
        const place = from + done
        const index = Math.floor(place / tileWidth)
        const before = await bundle({ index, width: place % tileWidth })
        if (before === null) throw new Error(`the mirror has lost entries before ${place}`)
        const part = entries.slice(done, done + tileWidth - (place % tileWidth))
        await writeAt(fileOf(index), before.length, writeEntries(part))
        if (before.length === 0) await flushFolders(fileOf(index), folder)
        done += part.length
      }
    },
  }
}

async function writeAt(file: string, offset: number, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, offset === 0 ? 'w' : 'r+')
  try {
    await handle.write(bytes, 0, bytes.length, offset)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Where the first `count` entries end; undefined where there are fewer. */
function endOf(bytes: Uint8Array, count: number): number | undefined {
  let at = 0
  for (let done = 0; done < count; done++) {
    const [high, low] = bytes.subarray(at, at + 2)
    if (high === undefined || low === undefined) return undefined
    at += 2 + high * 256 + low
  }
  return at <= bytes.length ? at : undefined
}
