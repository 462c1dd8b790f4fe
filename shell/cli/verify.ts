// SPDX-License-Identifier: Apache-2.0
/** `gongxin verify`: asks a bundle all questions of 验标, or a printed paper who signed it, from files alone. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import {
  bundleLimits,
  type Files,
  findReceipt,
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
import { paperUsage, paperVerified } from './verify-paper.ts'

const usage = 'gongxin verify BUNDLE [--policy FILE] [--certificates FILE] [--receipt FILE]'

export const run: Run = (args) => answering(() => verified(args))

async function verified(args: readonly string[]): Promise<ExitCode> {
  if (asksForHelp(args)) {
    const steps = Object.entries(proofSteps).map(([step, { zh }]) => `${step}  ${zh}`)
    process.stdout.write(commandHelp(`${usage}\n       ${paperUsage}`, steps))
    return 0
  }
  const { values, positionals } = parsed(args)
  const isPaper = values.paper !== undefined || values.signature !== undefined
  if (isPaper && positionals.length === 0) return paperVerified(values)
  if (isPaper) throw new WrongInput('BUNDLE', 'a paper is verified by itself')
  const { path, policy, certificates, receipt } = bundleOf(values, positionals)
  const began = performance.now()
  const pinned = policy === null ? {} : { pinned: textAt('--policy', policy) }
  const list = certificates === null ? {} : { accredited: textAt('--certificates', certificates) }
  const held = receipt === null ? {} : { receipts: [receiptAt(receipt)] }
  const { verdict } = await verifyBundle(filesAt(path), {
    ...{ ...pinned, ...list, ...held },
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

const file = { type: 'string' } as const
const ofBundle = { policy: file, certificates: file, receipt: file }
const ofPaper = { paper: file, signature: file, by: file, revocations: file }
const options = { ...ofBundle, ...ofPaper }

function bundleOf(
  { by, revocations, ...values }: ReturnType<typeof parsed>['values'],
  [path, more]: readonly string[],
) {
  if (path === undefined || more !== undefined) throw new WrongInput('BUNDLE', usage)
  if (by !== undefined || revocations !== undefined) throw new WrongInput('--by', paperUsage)
  const { policy = null, certificates = null, receipt = null } = values
  return { path, policy, certificates, receipt }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const field = args.find((arg) => arg.startsWith('--')) ?? 'BUNDLE'
    throw new WrongInput(field, error instanceof Error ? error.message : usage)
  }
}

function textAt(field: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new WrongInput(field, `cannot read ${path}`)
  }
}

function receiptAt(path: string) {
  const receipt = findReceipt(textAt('--receipt', path))
  if (receipt === undefined) throw new WrongInput('--receipt', 'no receipt with a second part')
  return receipt
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
