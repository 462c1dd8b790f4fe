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
  'limits-procurement': () => import('./eval/limits-procurement.ts'),
  'scores-procurement': () => import('./eval/scores-procurement.ts'),
  'committee-procurement': () => import('./eval/committee-procurement.ts'),
  'money-procurement': () => import('./eval/money-procurement.ts'),
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
  for await (const line of answersOf(name, standardInput)) process.stdout.write(`${line}\n`)
  return 0
}

/**
 * One line of JSON for each good case, even beside a wrong one.
 * @throws WrongInput for a group that is not there; after the last case, for the first wrong one.
 */
export async function* answersOf(
  group: string,
  input: () => Promise<string>,
): AsyncGenerator<string> {
  const load = Object.hasOwn(groups, group) ? groups[group] : undefined
  if (load === undefined) throw new WrongInput('GROUP', `unknown ${group}`)
  const { evaluate } = await load()
  let firstWrong: WrongInput | null = null
  for (const given of readCases(await input())) {
    try {
      yield answerLine(given, evaluate)
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error
      firstWrong ??= error
    }
  }
  if (firstWrong !== null) throw firstWrong
}
