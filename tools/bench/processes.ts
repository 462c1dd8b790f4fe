// SPDX-License-Identifier: Apache-2.0
/** What Linux counts of the processes that one started: seconds of the processor and the most memory held at once. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

export interface Seen {
  readonly pid: number
  readonly command: string
  readonly cpuSeconds: number
  readonly peakBytes: number
  /** From now on the peak is counted afresh. */
  forgetPeak(): void
}

/** Ticks of `/proc/PID/stat` on every Linux that Node runs on. */
const ticksPerSecond = 100

/** All processes below this one, children of children included. */
export function processesBelow(ancestor: number): readonly Seen[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(all.map((pid) => [Number(pid), statOf(pid)?.parent ?? 0]))
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0
    return parent === ancestor || (parent > 1 && isBelow(parent))
  }
  return [...parents.keys()].filter(isBelow).flatMap((pid) => seen(pid) ?? [])
}

/** Nothing where it has ended meanwhile. */
function seen(pid: number): Seen | undefined {
  const [stat, status, command] = [statOf(pid), textOf(pid, 'status'), textOf(pid, 'cmdline')]
  if (stat === undefined) return undefined
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? []
  return {
    ...{ pid, command: command.replaceAll('\0', ' '), cpuSeconds: stat.ticks / ticksPerSecond },
    peakBytes: Number(kilobytes) * 1_024,
    forgetPeak: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
  }
}

/** The name stands in brackets and may hold blanks; what we want comes after it (proc(5)). */
function statOf(pid: string | number) {
  const fields = textOf(pid, 'stat').split(') ').at(-1)?.split(' ') ?? []
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number)
  if (parent === undefined || user === undefined || system === undefined) return undefined
  return Number.isNaN(parent + user + system) ? undefined : { parent, ticks: user + system }
}

function textOf(pid: string | number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
