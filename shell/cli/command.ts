// SPDX-License-Identifier: Apache-2.0
/** What every command of the line shares: its form, its exit codes, its way to say no. */

/** 0 done, 1 the answer is no, 2 the call or the input is wrong. */
export type ExitCode = 0 | 1 | 2
export type Run = (args: readonly string[]) => Promise<number>

/** The call or the input is wrong: one line on standard error that names the field. */
export class WrongInput extends Error {
  override readonly name = 'WrongInput'
  readonly field: string

  constructor(field: string, why: string) {
    super(`${field}: ${why}`)
    this.field = field
  }
}

/** Runs the body; a wrong input becomes its one line and exit 2, anything else stays broken. */
export async function answering(body: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await body()
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

export function commandHelp(usage: string, choices: readonly string[]): string {
  return `usage: ${usage}\n\n${choices.map((choice) => `  ${choice}`).join('\n')}\n`
}

/** Everything on standard input, as text. */
export async function standardInput(): Promise<string> {
  process.stdin.setEncoding('utf8')
  let text = ''
  for await (const chunk of process.stdin) text += chunk
  return text
}

/** Listened for from the first moment: a signal during the start is not lost. */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
