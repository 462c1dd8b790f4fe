// SPDX-License-Identifier: Apache-2.0
/** What a process remembers, read from outside as a debugger would (Linux). */

import { open, readdir, readFile } from 'node:fs/promises'
import { platform } from 'node:process'

/** Only Linux shows the memory of a process as a file. */
export const readable = platform === 'linux'

const most = 64 * 1024 * 1024

/** The process and everything it started, directly or not. */
export async function familyOf(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name)
      ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      : ''
    const [, parent] = /^\d+ \(.*\) \S (\d+)/s.exec(stat) ?? []
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const family = [pid]
  for (const one of family) {
    for (const [child, parent] of parents) if (parent === one) family.push(child)
  }
  return family
}

/** Pages that processes share are read once. */
export type Seen = Set<string>

/** Which of the patterns stand anywhere in what a process may have written; how much was read. */
export async function foundIn(pid: number, patterns: ReadonlyMap<string, Buffer>, seen: Seen) {
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8').catch(() => '')
  const memory = await open(`/proc/${pid}/mem`, 'r').catch(() => null)
  const found = new Set<string>()
  let bytes = 0
  if (memory === null) return { found, bytes }
  const longest = Math.max(...[...patterns.values()].map(({ length }) => length))
  try {
    for (const { from, to } of written(maps, seen)) {
      for (let at = from; at < to; at += most) {
        // A pattern across two pieces is found in the first.
        const piece = Buffer.allocUnsafe(Math.min(most + longest, to - at))
        const { bytesRead } = await memory.read(piece, 0, piece.length, at).catch(nothing)
        bytes += Math.min(bytesRead, most)
        const held = piece.subarray(0, bytesRead)
        for (const [name, pattern] of patterns) if (held.includes(pattern)) found.add(name)
      }
    }
  } finally {
    await memory.close()
  }
  return { found, bytes }
}

const nothing = () => ({ bytesRead: 0 })

function* written(maps: string, seen: Seen) {
  for (const line of maps.split('\n')) {
    const [, from, to, shared, object] =
      /^([0-9a-f]+)-([0-9a-f]+) rw.([ps]) \S+ (\S+ \d+)/.exec(line) ?? []
    if (from === undefined || to === undefined || line.includes('[v')) continue
    if (shared === 's' && seen.has(`${object}`)) continue
    if (shared === 's') seen.add(`${object}`)
    yield { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }
  }
}
