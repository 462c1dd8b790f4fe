// SPDX-License-Identifier: Apache-2.0
/** Folders are flushed from the file up to the root and no further; what it is for, the simulator tries. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flushFolder, flushFolders } from './index.ts'

test('a file deep below a root is flushed with all its folders, a missing one is a fault', async () => {
  const root = await mkdtemp(join(tmpdir(), 'gongxin-flush-'))
  const folder = join(root, 'a', 'b')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'c'), 'c')
  await expect(flushFolders(join(folder, 'c'), `${root}/`)).resolves.toBeUndefined()
  await expect(flushFolder(join(root, 'none'))).rejects.toThrow('ENOENT')
  await rm(root, { recursive: true })
})
