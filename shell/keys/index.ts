// SPDX-License-Identifier: Apache-2.0
/** Secret keys of this installation: 32 random bytes in a file that only its user may read. */

import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder } from '../flush/index.ts'

const keySize = 32

export class KeyBroken extends Error {
  override readonly name = 'KeyBroken'
}

/** Made at first use: whole or not there, and of two processes that start at once both get one. */
export async function keyIn(file: string): Promise<Uint8Array> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const key = await readFile(file).catch(() => made(file))
  // Another process may have laid it there a moment ago: what signs must still be there after a
  // power cut, or the log would go on under another key.
  await flushFolder(dirname(file))
  if (key.length !== keySize) throw new KeyBroken(`${file} has the wrong size`)
  return key
}

async function made(file: string): Promise<Buffer> {
  const half = `${file}.${randomBytes(8).toString('hex')}`
  const handle = await open(half, 'wx', 0o600)
  await handle.writeFile(randomBytes(keySize))
  await handle.sync()
  await handle.close()
  // Fails where the other process was first: then its key is the one.
  await link(half, file).catch(() => {})
  await rm(half)
  // The other's key may have gone with its machine before it was kept: then ours is the first.
  return readFile(file).catch(() => made(file))
}
