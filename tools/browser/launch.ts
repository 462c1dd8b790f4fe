// SPDX-License-Identifier: Apache-2.0
/** Finds a Chromium that starts here and launches it the same way for every test. */

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { findUnpacked, type Unpacked, writeFontConfig } from './unpack.ts'

const cache = resolve(import.meta.dirname, '../../.cache')

/** Our own list: the one that comes with the package turns web security off. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** `CHROME_PATH` first, then the packaged browser, then one of the system; nothing if none is. */
export async function findBrowser(): Promise<Unpacked | undefined> {
  const { CHROME_PATH: named } = process.env
  if (named !== undefined && existsSync(named)) return { program: named }
  const unpacked = await findUnpacked(cache)
  if (unpacked !== undefined) return unpacked
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const program = installed.find((path) => existsSync(path))
  return program === undefined ? undefined : { program }
}

/** A browser the caller closes. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launching())
}

/** A browser with a profile on the disk, as people have one; the caller closes it. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await launching())
}

async function launching() {
  const found = await findBrowser()
  if (found === undefined) throw new Error('no Chromium here: set CHROME_PATH to one')
  return {
    executablePath: found.program,
    args: flags,
    env: {
      ...definedOnly(process.env),
      FONTCONFIG_FILE: writeFontConfig(join(cache, 'fonts')),
      ...(found.libraries === undefined ? {} : { LD_LIBRARY_PATH: found.libraries }),
    },
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
