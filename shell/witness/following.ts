// SPDX-License-Identifier: Apache-2.0
/** The log a witness follows, asked over HTTP: its entries, its key, and in a demo its hour. */

import { entriesPath, findNoteKey, type NoteKey } from '@gongxin/trust/log'
import type { Followed } from './witness.ts'

const patienceMs = 5_000

export interface Following {
  /** Where `checkpoint` and `tile/` lie. */
  readonly log: URL
  /** Pinned by whoever runs the witness; without it the first key the log shows is kept. */
  readonly key?: NoteKey | undefined
}

export function followOverHttp({ log, key }: Following): Followed {
  return {
    async bundle(bundle) {
      const response = await ask(new URL(entriesPath(bundle), log))
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
    },
    async key() {
      if (key !== undefined) return key
      const response = await ask(new URL('policy', log))
      const lines = (await response.text()).split('\n')
      const keys = lines.flatMap((line) => {
        const found = line.startsWith('log ') ? findNoteKey(line.slice(4)) : undefined
        return found?.kind === 'sm2' ? [found] : []
      })
      return keys[0] ?? null
    },
  }
}

/**
 * Seconds since 1970. A demo may run ahead of the world: then the witness goes with it, as all its
 * neighbours do. In production nobody tells a witness what time it is.
 */
export function clockOf(log: URL, demo: boolean): () => Promise<number> {
  let offsetMs = 0
  return async () => {
    if (demo) offsetMs = await offsetAt(log).catch(() => offsetMs)
    return Math.floor((Date.now() + offsetMs) / 1000)
  }
}

async function offsetAt(log: URL): Promise<number> {
  const said: unknown = await (await ask(new URL('/api/clock', log))).json()
  const offset =
    typeof said === 'object' && said !== null && 'offsetMs' in said ? said.offsetMs : undefined
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset)) throw new Error('no offset')
  return offset
}

function ask(url: URL): Promise<Response> {
  return fetch(url, { signal: AbortSignal.timeout(patienceMs) })
}
