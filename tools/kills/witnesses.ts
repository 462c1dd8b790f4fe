// SPDX-License-Identifier: Apache-2.0
/** Five witnesses as processes of their own: killed, started again, and asked what they have signed. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readEntries } from '@gongxin/shell/log'
import type { Store } from '@gongxin/shell/store'
import { hex } from '@gongxin/trust/canonical'
import { findCheckpoint, findNote, leafHash, treeRoot } from '@gongxin/trust/log'
import { freePort } from '../served/index.ts'

export interface Witnesses {
  /** Addresses as the platform is told them. */
  readonly places: string
  /** Kills one, and starts it again after a while. */
  blow(index: number): Promise<void>
  /** Until one stands where the log stands now. */
  caughtUp(index: number, store: Store): Promise<void>
  /** What two of them, or one and the log, do not agree on. */
  faults(store: Store): Promise<readonly string[]>
  stop(): Promise<void>
}

const count = 5
const patienceMs = 30_000

export async function openWitnesses(
  program: string,
  of: { readonly folder: string; readonly platformPort: number },
): Promise<Witnesses> {
  const ports: number[] = []
  for (let i = 0; i < count; i++) ports.push(await freePort())
  const running: ChildProcess[] = []
  const start = (i: number) => {
    const args = [
      ...['--log', `http://127.0.0.1:${of.platformPort}/log/`, '--port', String(ports[i])],
      ...['--data', join(of.folder, `witness-${i + 1}`), '--name', `witness-${i + 1}`],
    ]
    running[i] = startProgram(join(dirname(program), 'witness.mjs'), args)
  }
  const seen: number[] = ports.map(() => 0)
  const urlOf = (i: number) => `http://127.0.0.1:${ports[i]}`
  for (const i of ports.keys()) start(i)
  return {
    places: ports.map((_, i) => urlOf(i)).join(' '),
    async blow(index) {
      await ended(running[index], 'SIGKILL')
      await wait(200)
      start(index)
    },
    async caughtUp(index, store) {
      const size = (await store.log.newest())?.size ?? 0
      for (let spent = 0; spent < patienceMs; spent += 50) {
        const note = await signedBy(urlOf(index)).catch(() => null)
        if (note !== null && note.size >= size) return
        await wait(50)
      }
      throw new Error(`witness ${index + 1} does not come back`)
    },
    async faults(store) {
      const size = (await store.log.newest())?.size ?? 0
      const entries = (await readEntries(store.log.bundle, 0, size)) ?? []
      const leaves = entries.map((entry) => leafHash(entry))
      const found = ports.map(async (_, i) => {
        const faults = await faultsOf(urlOf(i), leaves, seen[i] ?? 0)
        seen[i] = Math.max(seen[i] ?? 0, faults.size)
        return faults.faults.map((fault) => `witness ${i + 1}: ${fault}`)
      })
      return (await Promise.all(found)).flat()
    },
    async stop() {
      await Promise.all(running.map((child) => ended(child, 'SIGTERM')))
    },
  }
}

async function faultsOf(url: string, leaves: readonly Uint8Array[], before: number) {
  const conflict = await fetch(`${url}/conflict`)
  const faults = conflict.status === 404 ? [] : [`holds evidence of a fork: ${conflict.status}`]
  await conflict.arrayBuffer()
  const note = await signedBy(url)
  if (note === null) return { size: 0, faults: [...faults, 'has signed nothing'] }
  if (note.size < before) faults.push(`went back from ${before} to ${note.size}`)
  if (note.size > leaves.length) faults.push(`signed ${note.size} of ${leaves.length} entries`)
  else if (hex(treeRoot(leaves.slice(0, note.size))) !== hex(note.root)) {
    faults.push(`signed another root of ${note.size} entries`)
  }
  return { size: note.size, faults }
}

/** The checkpoint that a witness signed last. */
async function signedBy(url: string) {
  const answer = await fetch(`${url}/checkpoint`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const note = answer.ok ? findNote(bytes) : undefined
  return (note && findCheckpoint(note.text)) ?? null
}

function startProgram(file: string, args: readonly string[]): ChildProcess {
  const script = `import(${JSON.stringify(`file://${file}`)}).then((m) => m.run(${JSON.stringify(args)}))`
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, GONGXIN_MODE: 'demo' },
  })
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
