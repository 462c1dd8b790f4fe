// SPDX-License-Identifier: Apache-2.0
/** `gongxin eval GROUP`: cases in, answers out, one line each; the core without the server. */

import {
  answering,
  asksForHelp,
  commandHelp,
  type ExitCode,
  type Run,
  standardInput,
  WrongInput,
} from './command.ts'
import { readCases } from './eval/cases.ts'
import { answerLine, type Evaluate } from './eval/evaluate.ts'

const groups: Readonly<Record<string, () => Promise<{ readonly evaluate: Evaluate }>>> = {
  'limits-construction': () => import('./eval/limits-construction.ts'),
  compulsory: () => import('./eval/compulsory.ts'),
  committee: () => import('./eval/committee.ts'),
  'price-scores-construction': () => import('./eval/price-scores-construction.ts'),
  'deposits-construction': () => import('./eval/deposits-construction.ts'),
  uscc: () => import('./eval/uscc.ts'),
}

export const run: Run = (args) => answering(() => evaluated(args))

async function evaluated(args: readonly string[]): Promise<ExitCode> {
  if (asksForHelp(args)) {
    const usage = 'gongxin eval GROUP < cases (JSON Lines or one JSON array on standard input)'
    process.stdout.write(commandHelp(usage, Object.keys(groups)))
    return 0
  }
  const [name, ...rest] = args
  if (name === undefined) throw new WrongInput('GROUP', 'missing; try gongxin eval --help')
  if (rest[0] !== undefined) throw new WrongInput(rest[0], 'unknown argument')
  const load = Object.hasOwn(groups, name) ? groups[name] : undefined
  if (load === undefined) throw new WrongInput('GROUP', `unknown ${name}`)
  const { evaluate } = await load()
  return answerAll(readCases(await standardInput()), evaluate)
}

/** Good cases are answered even beside a wrong one; the first wrong one is named. */
function answerAll(cases: ReturnType<typeof readCases>, evaluate: Evaluate): ExitCode {
  let firstWrong: WrongInput | null = null
  for (const given of cases) {
    try {
      process.stdout.write(`${answerLine(given, evaluate)}\n`)
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error
      firstWrong ??= error
    }
  }
  if (firstWrong !== null) throw firstWrong
  return 0
}
