// SPDX-License-Identifier: Apache-2.0
/** Around a whole test run: a folder for the one test server, and its end. */

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopDatabase } from '../database/index.ts'
import type {} from './testing.ts'

/** The server itself starts with the first test that needs it, so that pure tests never wait. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-test-'))
  // The server's user must be able to walk in when the tests run as root.
  await chmod(folder, 0o755)
  project.provide('testServerFolder', folder)
  return async () => {
    await stopDatabase(folder)
    await rm(folder, { recursive: true, force: true })
  }
}
