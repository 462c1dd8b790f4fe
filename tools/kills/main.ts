// SPDX-License-Identifier: Apache-2.0
/**
 * `npm run kills -- --server 50 --database 20`: prints the counts that docs/durability.md holds. With
 * `--into FILE` the counts are kept there, and a run that was cut off goes on where it stood.
 */

import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Result, runKills } from './index.ts'

const kinds = ['server', 'database', 'witness', 'deadline'] as const
type Counts = Readonly<Record<(typeof kinds)[number], Result>>

/** So many blows of a kind fall on one platform; then the file is written and a fresh one begins. */
const piece = 10
const none: Result = {
  ...{ kills: 0, acknowledged: 0, settled: 0, unavailable: 0, slowestMs: 0, faults: [] },
}

const count = (usual: string) => ({ type: 'string', default: usual }) as const
const { values } = parseArgs({
  options: {
    ...{ server: count('1'), database: count('1'), witness: count('0'), deadline: count('0') },
    into: { type: 'string' },
  },
})
const began = performance.now()
let counts = await kept(values.into)
for (let left = missing(); left !== null; left = missing()) {
  const results = await runKills({ ...left, say: console.log })
  counts = eachKind((kind) => joined(counts[kind], results[kind]))
  if (values.into !== undefined) await writeFile(values.into, JSON.stringify(counts, null, 2))
}
for (const kind of kinds) {
  const { kills, acknowledged, settled, unavailable, slowestMs, faults } = counts[kind]
  console.log(
    `${kind}: ${kills} kills, ${acknowledged} acts acknowledged, ${settled} in doubt and settled, ` +
      `${unavailable} answers "unavailable", back after ${(slowestMs / 1_000).toFixed(1)} s at most, ` +
      `${faults.length} faults`,
  )
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
}
console.log(`${((performance.now() - began) / 1_000).toFixed(0)} s`)
process.exitCode = kinds.some((kind) => counts[kind].faults.length > 0) ? 1 : 0

/** What the next piece is to do; null when all is done. */
function missing() {
  const left = (kind: (typeof kinds)[number]) =>
    Math.min(piece, Math.max(0, Number(values[kind]) - counts[kind].kills))
  const [server = 0, database = 0, witness = 0, deadline = 0] = kinds.map(left)
  return server + database + witness + deadline === 0
    ? null
    : { server, database, witness, deadline }
}

async function kept(file: string | undefined): Promise<Counts> {
  const text = file === undefined ? null : await readFile(file, 'utf8').catch(() => null)
  return text === null ? eachKind(() => none) : JSON.parse(text)
}

function eachKind(of: (kind: (typeof kinds)[number]) => Result): Counts {
  const [server, database] = [of('server'), of('database')]
  return { server, database, witness: of('witness'), deadline: of('deadline') }
}

function joined(one: Result, other: Result): Result {
  return {
    kills: one.kills + other.kills,
    acknowledged: one.acknowledged + other.acknowledged,
    settled: one.settled + other.settled,
    unavailable: one.unavailable + other.unavailable,
    slowestMs: Math.max(one.slowestMs, other.slowestMs),
    faults: [...one.faults, ...other.faults],
  }
}
