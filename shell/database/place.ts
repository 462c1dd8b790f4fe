// SPDX-License-Identifier: Apache-2.0
/** Decides where the database lives and as whom it runs: PostgreSQL refuses to run as root. */

import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Binaries, completeLinks, copyBinaries } from './binaries.ts'

export interface User {
  readonly uid: number
  readonly gid: number
}

export interface Place {
  /** Folder with the cluster in `data`, the password and the server log. */
  readonly folder: string
  readonly data: string
  /** The user to become, null to stay who we are. */
  readonly user: User | null
  readonly binaries: Binaries
}

/** Parents are never re-moded: where the server's user cannot walk, a system folder is used. */
export async function choosePlace(dataFolder: string, binaries: Binaries): Promise<Place> {
  await mkdir(dataFolder, { recursive: true, mode: 0o755 })
  const real = await realpath(dataFolder)
  const user = process.getuid?.() === 0 ? await serverUser() : null
  const folder = await clusterFolder(real, user)
  const place = {
    folder,
    data: join(folder, 'data'),
    user,
    binaries: await reachableBinaries(binaries, user, real),
  }
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await writeFile(join(real, 'database.json'), `${JSON.stringify({ place: folder })}\n`)
  return place
}

async function clusterFolder(dataFolder: string, user: User | null): Promise<string> {
  if (user === null || (await othersMayWalk(dataFolder))) return join(dataFolder, 'database')
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return join(await systemFolder(), `data-${name}`)
}

async function reachableBinaries(
  binaries: Binaries,
  user: User | null,
  dataFolder: string,
): Promise<Binaries> {
  if (!binaries.ours) return binaries
  if (user !== null && !(await othersMayWalk(join(binaries.root, 'bin')))) {
    const copy = await copyBinaries(binaries, await systemFolder())
    await completeLinks(copy)
    return copy
  }
  try {
    await completeLinks(binaries)
    return binaries
  } catch {
    // The package belongs to somebody else and its links are missing: work on an own copy.
    const copy = await copyBinaries(binaries, join(dataFolder, 'programs'))
    await completeLinks(copy)
    return copy
  }
}

/** `initdb` needs a uid that the host knows by name. */
async function serverUser(): Promise<User> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([login]) => login === name) ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('Running as root needs a user "postgres" or "nobody" for the database.')
}

async function systemFolder(): Promise<string> {
  for (const folder of ['/var/lib/gongxin', join(tmpdir(), 'gongxin')]) {
    const made = await mkdir(folder, { recursive: true, mode: 0o755 }).then(
      () => true,
      () => false,
    )
    if (!made) continue
    await chmod(folder, 0o755)
    if (await othersMayWalk(folder)) return folder
  }
  throw new Error('No folder found that the database user can reach; set DATABASE_URL.')
}

async function othersMayWalk(path: string): Promise<boolean> {
  const { mode } = await stat(path)
  if ((mode & 0o001) === 0) return false
  const parent = dirname(path)
  return parent === path || othersMayWalk(parent)
}
