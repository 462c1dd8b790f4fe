// SPDX-License-Identifier: Apache-2.0
/**
 * `npm run simulate -- --from 1 --count 500 --into results.jsonl`: one line a seed, appended; a run that was
 * cut off goes on behind the last line. `npm run simulate -- --seed 7` plays one seed and says all of it.
 * `npm run simulate -- --sum results.jsonl` prints what docs/simulator.md holds.
 */

import { parseArgs } from 'node:util'
import { kernelCurve } from '@gongxin/trust/kernel'
import { setQuickCurve } from '@gongxin/trust/suites'
import { compileCurve } from '../kernel/index.ts'
import { linesIn, playMany, repeatLine } from './many.ts'
import { runSeed } from './run.ts'
import { summary } from './summary.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    ...{ seed: text, from: text, count: text, into: text, sum: text },
    minutes: { type: 'string', default: '30' },
  },
})

if (values.seed !== undefined) {
  const result = await runSeed(Number(values.seed))
  console.log(JSON.stringify(result, null, 2))
  const repeating = repeatLine(result)
  if (repeating !== null) console.log(repeating)
  process.exitCode = repeating === null ? 0 : 1
} else if (values.sum !== undefined) console.log(summary(await linesIn(values.sum)))
else {
  const [from, count] = [Number(values.from ?? 1), Number(values.count ?? 100)]
  const { into, minutes } = values
  // No result depends on it, only the time that a seed takes; one seed alone would not earn the compiling.
  setQuickCurve(kernelCurve(await compileCurve()))
  const many = { from, count, into, minutes: Number(minutes), say: console.log }
  const { played, broken } = await playMany(many)
  console.log(`${played} seeds played, ${broken} of them broke an invariant`)
  process.exitCode = broken > 0 ? 1 : 0
}
