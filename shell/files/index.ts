// SPDX-License-Identifier: Apache-2.0
/** Files by content: the name of an object is the digest of its bytes, so it can never change. */

import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { flushFolders } from '../flush/index.ts'
import { mediaTypeOf } from './media.ts'

export * from './media.ts'

export interface StoredFile {
  /** Lower-case hex of the digest of the whole content. */
  readonly digest: string
  readonly size: number
}

export interface FileStore {
  /** Takes up the content; nothing is kept of one that is longer than `mostBytes`. */
  put(content: AsyncIterable<Uint8Array>, mostBytes?: number): Promise<StoredFile | 'too-large'>
  /** Bytes `first` to `last` inclusive, or all; null where nothing is stored. */
  get(digest: string, range?: ByteRange): Promise<Readable | null>
  /** Null where nothing is stored. */
  size(digest: string): Promise<number | null>
  has(digest: string): Promise<boolean>
  list(): AsyncIterable<StoredFile>
}

export interface ByteRange {
  readonly first: number
  readonly last: number
}

export interface RunningHash {
  update(bytes: Uint8Array): unknown
  digest(encoding: 'hex'): string
}

/** SM3 of the platform; builds of Node without it must be given another implementation. */
export function sm3(): RunningHash {
  return createHash('sm3')
}

export function createFileStore(folder: string, newHash: () => RunningHash = sm3): FileStore {
  const size = async (digest: string): Promise<number | null> => {
    if (!digestForm.test(digest)) return null
    const found = await stat(pathOf(folder, digest)).catch(() => null)
    return found?.isFile() ? found.size : null
  }
  return {
    put: (content, mostBytes = Number.POSITIVE_INFINITY) =>
      put({ folder, newHash, mostBytes }, content),
    size,
    has: async (digest) => (await size(digest)) !== null,
    async get(digest, range) {
      if ((await size(digest)) === null) return null
      const part = range ? { start: range.first, end: range.last } : {}
      return createReadStream(pathOf(folder, digest), part)
    },
    async *list() {
      for (const path of await readdir(folder, { recursive: true }).catch(() => [])) {
        const digest = path.replaceAll('\\', '/').split('/')[2] ?? ''
        const found = await size(digest)
        if (found !== null) yield { digest, size: found }
      }
    },
  }
}

/** What a stored file is by its own bytes; null for what is not on the list, or not stored. */
export async function storedType(files: FileStore, { digest, size }: StoredFile) {
  return mediaTypeOf(size, async (from, length) => {
    const last = Math.min(size, from + length) - 1
    const found = last < from ? null : await files.get(digest, { first: from, last })
    return found === null ? Buffer.alloc(0) : buffer(found)
  })
}

const digestForm = /^[0-9a-f]{64}$/

function pathOf(folder: string, digest: string): string {
  return join(folder, digest.slice(0, 2), digest.slice(2, 4), digest)
}

interface Putting {
  readonly folder: string
  readonly newHash: () => RunningHash
  readonly mostBytes: number
}

/** Written aside, flushed, then renamed: a reader sees the whole file or none. */
async function put(to: Putting, content: AsyncIterable<Uint8Array>) {
  const waiting = join(to.folder, 'arriving')
  await mkdir(waiting, { recursive: true })
  const aside = join(waiting, randomBytes(12).toString('hex'))
  const hash = to.newHash()
  let size = 0
  try {
    const file = await open(aside, 'wx')
    try {
      for await (const chunk of content) {
        size += chunk.byteLength
        if (size > to.mostBytes) return 'too-large'
        hash.update(chunk)
        await file.writeFile(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    const digest = hash.digest('hex')
    await settle(aside, pathOf(to.folder, digest), to.folder)
    return { digest, size }
  } finally {
    await rm(aside, { force: true })
  }
}

async function settle(aside: string, path: string, root: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rename(aside, path)
  await flushFolders(path, root)
}
