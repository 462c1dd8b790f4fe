// SPDX-License-Identifier: Apache-2.0
/** Results of many seeds in the words of docs/simulator.md. */

import type { RunResult } from './run.ts'

export interface Line extends RunResult {
  readonly cpuMs: number
}

export function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && 'seed' in value && 'cpuMs' in value
}

export function summary(lines: readonly Line[]): string {
  const bySeed = new Map(lines.map((line) => [line.seed, line]))
  const all = [...bySeed.values()]
  const seeds = all.map(({ seed }) => seed)
  const faults = new Map<string, { seeds: number; times: number }>()
  for (const line of all) {
    for (const [kind, times] of Object.entries(line.faults)) {
      const before = faults.get(kind) ?? { seeds: 0, times: 0 }
      faults.set(kind, { seeds: before.seeds + 1, times: before.times + times })
    }
  }
  const phases = counted(all.map(({ phase }) => phase))
  const sum = (of: (line: Line) => number) => all.reduce((total, line) => total + of(line), 0)
  const broken = all.filter(({ breaches }) => breaches.length > 0)
  return [
    `${all.length} seeds, ${Math.min(...seeds)} to ${Math.max(...seeds)}: ${broken.length} broke an invariant`,
    `${Math.round(sum(({ cpuMs }) => cpuMs) / 1_000)} s of processor`,
    `${sum(({ steps }) => steps)} steps, ${sum(({ bids }) => bids)} bids`,
    ...phases.map(([phase, times]) => `${phase}: ${times}`),
    ...broken.map(
      ({ seed, breaches: [first] }) => `seed ${seed}: ${first?.invariant} ${first?.why}`,
    ),
    '',
    '| fault | seeds | times |',
    '|---|---|---|',
    ...[...faults]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([kind, { seeds: inSeeds, times }]) => `| ${kind} | ${inSeeds} | ${times} |`),
  ].join('\n')
}

function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
}
