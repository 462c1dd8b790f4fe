// SPDX-License-Identifier: Apache-2.0
/** Simulated disks: what was not flushed may be lost or torn when the power goes. */

import { dirname } from 'node:path'
import type { Chance } from './chance.ts'

interface Write {
  readonly at: number
  readonly bytes: Buffer
  /** Where the file ends after it; undefined where it only writes over or on. */
  readonly cut?: number
}

/** A file without its name: what is flushed, and what has been written since. */
interface Content {
  kept: Buffer
  since: Write[]
}

export interface Disk {
  read(path: string): Buffer | null
  size(path: string): number | null
  /** Makes the file, or empties it; with `isNew` it must not be there. */
  create(path: string, isNew: boolean): void
  write(path: string, at: number, bytes: Uint8Array): void
  /** Flushes the bytes of a file, or the names in a folder. */
  flush(path: string): void
  rename(from: string, to: string): void
  link(from: string, to: string): void
  remove(path: string): void
  /** All below this folder as it is found after the power went. */
  lose(folder: string): void
  /** Copy of all below this folder, and back to it. */
  save(folder: string): Saved
  restore(folder: string, saved: Saved): void
}

export type Saved = ReadonlyMap<string, Buffer>

export function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
}

interface Names {
  readonly now: Map<string, Content>
  /** As the flushed folders have them. */
  readonly kept: Map<string, Content>
}

export function createDisk(chance: Chance): Disk {
  const names: Names = { now: new Map(), kept: new Map() }
  return { ...filesIn(names), ...powerOf(names, chance) }
}

function bytesIn(names: Names, path: string): Buffer | null {
  return names.now.has(path) ? bytesAt(names, path) : null
}

function at({ now }: Names, path: string): Content {
  const found = now.get(path)
  if (found === undefined) throw missing(path)
  return found
}

function allNames({ now, kept }: Names): readonly string[] {
  return [...new Set([...now.keys(), ...kept.keys()])]
}

function filesIn(names: Names): Omit<Disk, 'lose' | 'save' | 'restore'> {
  const { now, kept } = names
  const free = (path: string) => {
    if (now.has(path)) throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' })
  }
  return {
    read: (path) => bytesIn(names, path),
    size: (path) => bytesIn(names, path)?.length ?? null,
    create(path, isNew) {
      if (isNew) free(path)
      const found = now.get(path)
      if (found === undefined) now.set(path, { kept: Buffer.alloc(0), since: [] })
      else found.since.push({ at: 0, bytes: Buffer.alloc(0), cut: 0 })
    },
    write: (path, place, bytes) => {
      at(names, path).since.push({ at: place, bytes: Buffer.from(bytes) })
    },
    flush(path) {
      const found = now.get(path)
      if (found !== undefined) {
        found.kept = found.since.reduce(written, found.kept)
        found.since = []
      }
      for (const name of allNames(names)) {
        if (dirname(name) === path) copyName(name, now, kept)
      }
    },
    rename(from, to) {
      now.set(to, at(names, from))
      now.delete(from)
    },
    link(from, to) {
      free(to)
      now.set(to, at(names, from))
    },
    remove: (path) => void now.delete(path),
  }
}

function powerOf(names: Names, chance: Chance): Pick<Disk, 'lose' | 'save' | 'restore'> {
  const { now, kept } = names
  const below = (folder: string) => allNames(names).filter((name) => name.startsWith(`${folder}/`))
  return {
    lose(folder) {
      for (const name of below(folder)) {
        if (now.get(name) === kept.get(name)) continue
        if (chance.onceIn(2)) copyName(name, now, kept)
        else copyName(name, kept, now)
      }
      for (const content of new Set(below(folder).flatMap((name) => now.get(name) ?? []))) {
        tear(content, chance)
      }
    },
    save: (folder) =>
      new Map(
        below(folder).flatMap((name) => (now.has(name) ? [[name, bytesAt(names, name)]] : [])),
      ),
    restore(folder, saved) {
      for (const name of below(folder)) {
        now.delete(name)
        kept.delete(name)
      }
      for (const [name, bytes] of saved) {
        const content = { kept: bytes, since: [] }
        now.set(name, content)
        kept.set(name, content)
      }
    },
  }
}

function bytesAt(names: Names, path: string): Buffer {
  const content = at(names, path)
  return content.since.reduce(written, content.kept)
}

function copyName(name: string, from: Map<string, Content>, to: Map<string, Content>): void {
  const content = from.get(name)
  if (content === undefined) to.delete(name)
  else to.set(name, content)
}

function written(bytes: Buffer, { at, bytes: more, cut }: Write): Buffer {
  if (cut !== undefined) return bytes.subarray(0, cut)
  const whole = Buffer.alloc(Math.max(bytes.length, at + more.length))
  bytes.copy(whole)
  more.copy(whole, at)
  return whole
}

/** The writes come to the disk in their order; the last one that comes may come in part. */
function tear(content: Content, chance: Chance): void {
  const { since, kept } = content
  if (since.length === 0) return
  const whole = chance.below(since.length + 1)
  const torn = since[whole]
  const list = since.slice(0, whole)
  if (torn !== undefined && torn.cut === undefined) {
    list.push({ ...torn, bytes: torn.bytes.subarray(0, chance.below(torn.bytes.length + 1)) })
  }
  content.kept = list.reduce(written, kept)
  content.since = []
}
