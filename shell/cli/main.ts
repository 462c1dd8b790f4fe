// SPDX-License-Identifier: Apache-2.0
/** The command `gongxin`: one line per command, each loaded only when it is asked for. */

import { commandHelp, type Run } from './command.ts'

const commands: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  backup: () => import('./backup.ts'),
  eval: () => import('./eval.ts'),
  law: () => import('./law.ts'),
  migrate: () => import('./migrate.ts'),
  replay: () => import('./replay.ts'),
  restore: () => import('./restore.ts'),
  seed: () => import('./seed.ts'),
  serve: () => import('./serve.ts'),
  verify: () => import('./verify.ts'),
  witness: () => import('./witness.ts'),
}

const [name = '--help', ...args] = process.argv.slice(2)
process.exitCode = await answer(name, args)

async function answer(name: string, args: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(commandHelp('gongxin COMMAND', Object.keys(commands)))
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    process.stderr.write(`command: unknown ${name}; try gongxin --help\n`)
    return 2
  }
  const { run } = await load()
  return run(args)
}
