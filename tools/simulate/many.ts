// SPDX-License-Identifier: Apache-2.0
/** Many seeds in pieces: one line each, appended, so that a run that was cut off goes on where it stood. */

import { appendFile, readFile } from 'node:fs/promises'
import { type RunResult, runSeed } from './run.ts'
import { isLine, type Line } from './summary.ts'

export interface Many {
  readonly from: number
  readonly count: number
  /** Without a file nothing is kept. */
  readonly into?: string | undefined
  /** Ends after the seed in which so many minutes are over. */
  readonly minutes: number
  readonly say: (line: string) => void
}

export async function playMany({ from, count, into, minutes, say }: Many) {
  const done = new Set(into === undefined ? [] : (await linesIn(into)).map(({ seed }) => seed))
  const endMs = performance.now() + minutes * 60_000
  let [played, broken] = [0, 0]
  for (let seed = from; seed < from + count && performance.now() < endMs; seed++) {
    if (done.has(seed)) continue
    const began = process.cpuUsage()
    const result = await runSeed(seed)
    const { user, system } = process.cpuUsage(began)
    const line: Line = { ...result, cpuMs: Math.round((user + system) / 1_000) }
    // What was cut off before it stays a line of its own, which nobody can read.
    if (into !== undefined) await appendFile(into, `\n${JSON.stringify(line)}`)
    const repeating = repeatLine(result)
    if (repeating !== null) say(repeating)
    played += 1
    broken += repeating === null ? 0 : 1
  }
  return { played, broken }
}

/** One line that repeats it, for every seed that fails. */
export function repeatLine({ seed, breaches }: RunResult): string | null {
  const [first] = breaches
  if (first === undefined) return null
  return `npm run simulate -- --seed ${seed}  # ${first.invariant}: ${first.why.slice(0, 200)}`
}

export async function linesIn(file: string): Promise<readonly Line[]> {
  const whole = await readFile(file, 'utf8').catch(() => '')
  return whole.split('\n').flatMap((line) => {
    try {
      const found: unknown = JSON.parse(line)
      return isLine(found) ? [found] : []
    } catch {
      return []
    }
  })
}
