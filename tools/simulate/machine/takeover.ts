// SPDX-License-Identifier: Apache-2.0
/** Node's own clock, chance, disk and network answer from the simulator to whoever lives in it. */

import crypto from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { Disk } from './disk.ts'
import { filesOn, type SimulatedFiles } from './files.ts'
import { lifeNow, type Machine } from './machine.ts'

export interface Hardware {
  readonly machine: Machine
  readonly disk: Disk
  /** What the processes get where they ask for random bytes. */
  readonly entropy: Chance
  readonly fetch: typeof fetch
}

type Call = (...given: never[]) => unknown

/** Until the answer is called, which gives everything back. */
export function takeOver({ machine, disk, entropy, fetch: simulated }: Hardware): () => void {
  const files = filesOn(machine, disk)
  const undo: (() => void)[] = []
  const replace = (owner: object, name: string, mine: Call) => {
    const real: unknown = Reflect.get(owner, name)
    if (typeof real !== 'function') throw new TypeError(`the machine has no ${name}`)
    const either = function (this: unknown, ...given: never[]) {
      if (lifeNow()?.machine === machine) return mine(...given)
      return Reflect.apply(real, this, given)
    }
    Object.defineProperty(owner, name, { value: either, configurable: true, writable: true })
    undo.push(() =>
      Object.defineProperty(owner, name, { value: real, configurable: true, writable: true }),
    )
  }
  const now = () => machine.timeOf(lifeNow()?.name ?? '')
  replace(Date, 'now', now)
  // No clock of the wall: an error of the clock does not move it.
  replace(performance, 'now', machine.now)
  replace(globalThis, 'fetch', simulated)
  replace(crypto, 'randomBytes', (size: number) => entropy.bytes(size))
  replace(crypto, 'randomFillSync', (into: Uint8Array) => {
    into.set(entropy.bytes(into.length))
    return into
  })
  replace(timers, 'setImmediate', () => machine.ask('turn', () => undefined, { upTo: 1 }))
  replaceFiles(files, replace)
  syncBuiltinESMExports()
  return () => {
    for (const one of undo) one()
    syncBuiltinESMExports()
  }
}

function replaceFiles(
  { promises, createReadStream }: SimulatedFiles,
  replace: (owner: object, name: string, mine: Call) => void,
): void {
  for (const [name, mine] of Object.entries(promises)) replace(fs.promises, name, mine as Call)
  replace(fs, 'createReadStream', createReadStream as Call)
}
