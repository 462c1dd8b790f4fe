// SPDX-License-Identifier: Apache-2.0
/** `gongxin verify BUNDLE`: asks a bundle all questions of 验标, from its files alone. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import {
  bundleLimits,
  type Files,
  proofCodes,
  proofSteps,
  verifyBundle,
} from '@gongxin/core/trading/proof'
import { unzipBundle } from '../bundles/index.ts'
import {
  answering,
  asksForHelp,
  commandHelp,
  type ExitCode,
  type Run,
  WrongInput,
} from './command.ts'

const usage = 'gongxin verify BUNDLE [--policy FILE] [--certificates FILE]'

export const run: Run = (args) => answering(() => verified(args))

async function verified(args: readonly string[]): Promise<ExitCode> {
  if (asksForHelp(args)) {
    const steps = Object.entries(proofSteps).map(([step, { zh }]) => `${step}  ${zh}`)
    process.stdout.write(commandHelp(usage, steps))
    return 0
  }
  const { path, policy, certificates } = optionsOf(args)
  const began = performance.now()
  const pinned = policy === null ? {} : { pinned: readFileSync(policy, 'utf8') }
  const list = certificates === null ? {} : { accredited: readFileSync(certificates, 'utf8') }
  const { verdict } = await verifyBundle(filesAt(path), {
    ...{ ...pinned, ...list },
    onStep: ({ step, ok, code, where, checked, withheld }) => {
      const detail = code === undefined ? proofSteps[step].zh : proofCodes[code].zh
      say({ step, ok, ...(code === undefined ? {} : { code, where }), detail, checked, withheld })
    },
  })
  const seconds = Math.round(performance.now() - began) / 1000
  say({ ...verdict, seconds })
  return verdict.verdict === 'pass' ? 0 : 1
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** What the reader trusts beforehand comes behind the options; what is left is the bundle. */
function optionsOf(args: readonly string[]) {
  const policy = givenTo(args, '--policy')
  const certificates = givenTo(args, '--certificates')
  const [path, more] = args.filter((_, i) => !isOption(args[i]) && !isOption(args[i - 1]))
  if (path === undefined || more !== undefined) throw new WrongInput('BUNDLE', usage)
  return { path, policy, certificates }
}

function isOption(text: string | undefined): boolean {
  return text === '--policy' || text === '--certificates'
}

function givenTo(args: readonly string[], option: string): string | null {
  const at = args.indexOf(option)
  const given = args[at + 1]
  if (at >= 0 && given === undefined) throw new WrongInput(option, 'a file is missing')
  return at < 0 ? null : (given ?? null)
}

function filesAt(path: string): Files {
  try {
    if (statSync(path).isDirectory()) return folderFiles(path)
    const bytes = readFileSync(path)
    const files = unzipBundle(bytes)
    if (files === null) throw new WrongInput('BUNDLE', 'neither a folder nor a zip')
    return files
  } catch (error) {
    if (error instanceof WrongInput) throw error
    throw new WrongInput('BUNDLE', `cannot read ${path}`)
  }
}

/** Links are not followed: what is no plain file is no part of a bundle. */
function folderFiles(folder: string): Files {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const plain = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink())
  if (plain.length > bundleLimits.files) throw new WrongInput('BUNDLE', 'too many files')
  return new Map(
    plain.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const name = relative(folder, path).split(sep).join('/')
      return [name, entry.isFile() ? readFileSync(path) : new Uint8Array(0)]
    }),
  )
}
