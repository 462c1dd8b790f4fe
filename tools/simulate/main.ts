// SPDX-License-Identifier: Apache-2.0
/**
 * `npm run simulate -- --from 1 --count 500 --into results.jsonl`: one line a seed, appended; a run that was
 * cut off goes on behind the last line. `npm run simulate -- --seed 7` plays one seed and says all of it.
 * `npm run simulate -- --sum results.jsonl` prints what docs/simulator.md holds.
 */

import { appendFile, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type RunResult, runSeed } from './run.ts'
import { isLine, type Line, summary } from './summary.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    ...{ seed: text, from: text, count: text, into: text, sum: text },
    /** Ends after the seed in which so many minutes are over. */
    minutes: { type: 'string', default: '30' },
  },
})

if (values.seed !== undefined) {
  const result = await runSeed(Number(values.seed))
  console.log(JSON.stringify(result, null, 2))
  process.exitCode = told(result)
} else if (values.sum !== undefined) console.log(summary(await linesIn(values.sum)))
else await runMany(Number(values.from ?? 1), Number(values.count ?? 100))

async function runMany(from: number, count: number): Promise<void> {
  const { into } = values
  const done = new Set(into === undefined ? [] : (await linesIn(into)).map(({ seed }) => seed))
  const endMs = performance.now() + Number(values.minutes) * 60_000
  let [played, broken] = [0, 0]
  for (let seed = from; seed < from + count && performance.now() < endMs; seed++) {
    if (done.has(seed)) continue
    const began = process.cpuUsage()
    const result = await runSeed(seed)
    const { user, system } = process.cpuUsage(began)
    const line: Line = { ...result, cpuMs: Math.round((user + system) / 1_000) }
    if (into !== undefined) await appendFile(into, `${JSON.stringify(line)}\n`)
    played += 1
    broken += told(result)
  }
  console.log(`${played} seeds played, ${broken} of them broke an invariant`)
  process.exitCode = broken > 0 ? 1 : 0
}

/** One line that repeats it, for every seed that fails. */
function told({ seed, breaches }: RunResult): 0 | 1 {
  const [first] = breaches
  if (first === undefined) return 0
  console.log(
    `npm run simulate -- --seed ${seed}  # ${first.invariant}: ${first.why.slice(0, 200)}`,
  )
  return 1
}

async function linesIn(file: string): Promise<readonly Line[]> {
  const whole = await readFile(file, 'utf8').catch(() => '')
  // The last line may have been cut off in the middle.
  return whole.split('\n').flatMap((line) => {
    try {
      const found: unknown = JSON.parse(line)
      return isLine(found) ? [found] : []
    } catch {
      return []
    }
  })
}
