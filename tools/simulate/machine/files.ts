// SPDX-License-Identifier: Apache-2.0
/** `node:fs/promises` as the product uses it, over a simulated disk: each call is an await on the machine. */

import { Readable } from 'node:stream'
import { type Disk, missing } from './disk.ts'
import { lifeNow, type Machine } from './machine.ts'

export type SimulatedFiles = ReturnType<typeof filesOn>

/** Calls that the product makes; whatever else it may one day call is not there, and ends the run. */
export function filesOn(machine: Machine, disk: Disk) {
  const ask = <T>(label: string, effect: () => T) =>
    machine.ask(`disk ${label}`, effect, { upTo: 2 })
  const present = (path: string): Buffer => {
    const bytes = disk.read(path)
    if (bytes === null) throw missing(path)
    return bytes
  }
  const open = async (path: string, flags = 'r') => {
    const isFolder = flags === 'r' && disk.size(path) === null
    let place = 0
    await ask(`open ${flags} ${path}`, () => {
      if (flags === 'w' || flags === 'wx') disk.create(path, flags === 'wx')
      else if (!isFolder) present(path)
    })
    return {
      writeFile: (bytes: Uint8Array) =>
        ask(`append ${path}`, () => {
          disk.write(path, place, bytes)
          place += bytes.length
        }),
      write: (bytes: Uint8Array, offset: number, length: number, at: number) =>
        ask(`write ${path} ${at}`, () => {
          disk.write(path, at, bytes.subarray(offset, offset + length))
          return { bytesWritten: length }
        }),
      sync: () => ask(`flush ${path}`, () => disk.flush(path)),
      close: () => ask(`close ${path}`, () => {}),
    }
  }
  return {
    promises: {
      open,
      mkdir: (path: string) => ask(`mkdir ${path}`, () => undefined),
      readFile: (path: string, coding?: 'utf8') =>
        ask(`read ${path}`, () => (coding ? present(path).toString(coding) : present(path))),
      rename: (from: string, to: string) => ask(`rename ${to}`, () => disk.rename(from, to)),
      link: (from: string, to: string) => ask(`link ${to}`, () => disk.link(from, to)),
      rm: (path: string) => ask(`remove ${path}`, () => disk.remove(path)),
      stat: (path: string) =>
        ask(`stat ${path}`, () => ({ isFile: () => true, size: present(path).length })),
    },
    createReadStream(path: string, part: { start?: number; end?: number } = {}) {
      const { start = 0, end = Number.POSITIVE_INFINITY } = part
      const bytes = ask(`stream ${path}`, () => present(path).subarray(start, end + 1))
      bytes.catch(() => {})
      return Readable.from(only(bytes))
    },
  }
}

async function* only(bytes: Promise<Buffer>): AsyncGenerator<Buffer> {
  yield await bytes
}

/** Whether the one who asks lives in this machine. */
export function isOn(machine: Machine): boolean {
  return lifeNow()?.machine === machine
}
