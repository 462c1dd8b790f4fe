// SPDX-License-Identifier: Apache-2.0
/** Names made durable: a new file outlives a power cut only when its folder has been flushed as well. */

import { open } from 'node:fs/promises'
import { dirname, normalize } from 'node:path'

/** Windows cannot flush folders and need not. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The folder of a file and all above it up to `root`, for they may be as new as the file. */
export async function flushFolders(file: string, root: string): Promise<void> {
  const last = normalize(`${root}/.`)
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    await flushFolder(folder)
    if (folder === last || folder === dirname(folder)) return
  }
}
