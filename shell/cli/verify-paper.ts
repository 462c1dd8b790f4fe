// SPDX-License-Identifier: Apache-2.0
/** `gongxin verify --paper FILE.pdf --signature FILE.p7s`: is this the paper that was signed, and by whom? */

import { readFileSync } from 'node:fs'
import { instantOfEpoch } from '@gongxin/core/kernel'
import { findAccredited } from '@gongxin/core/trading/bid'
import { type PaperQuestion, paperCodes, verifyPaper } from '@gongxin/core/trading/proof'
import { findRevocationList } from '@gongxin/trust/certificate'
import { type ExitCode, WrongInput } from './command.ts'

export const paperUsage =
  'gongxin verify --paper FILE.pdf --signature FILE.p7s --certificates FILE [--by CODE] [--revocations FILE]'

export interface PaperOptions {
  readonly paper?: string | undefined
  readonly signature?: string | undefined
  readonly certificates?: string | undefined
  readonly by?: string | undefined
  readonly revocations?: string | undefined
}

/** What certificates count comes from the reader: whoever hands over the paper could hand over a list as well. */
export function paperVerified(options: PaperOptions): ExitCode {
  const { by, revocations } = options
  const question: PaperQuestion = {
    paper: bytesAt('--paper', options.paper),
    signature: bytesAt('--signature', options.signature),
    accredited: accreditedAt(options.certificates),
    now: instantOfEpoch(Date.now()),
    ...(by === undefined ? {} : { by }),
    ...(revocations === undefined ? {} : { lists: [listAt(revocations)] }),
  }
  const answer = verifyPaper(question)
  const passed = answer.verdict === 'pass'
  const detail = passed ? passDetail(answer.stampedAt) : paperCodes[answer.fault].zh
  process.stdout.write(`${JSON.stringify({ ...answer, detail })}\n`)
  return passed ? 0 : 1
}

function passDetail(stampedAt: string | null): string {
  return stampedAt === null ? '签名成立；签名时间没有外部时间戳证明' : '签名成立'
}

function bytesAt(field: string, path: string | undefined): Uint8Array {
  if (path === undefined) throw new WrongInput(field, paperUsage)
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    throw new WrongInput(field, `cannot read ${path}`)
  }
}

function accreditedAt(path: string | undefined) {
  const text = new TextDecoder().decode(bytesAt('--certificates', path))
  const accredited = findAccredited(text)
  if (accredited === undefined) throw new WrongInput('--certificates', 'no accredited list')
  return accredited
}

function listAt(path: string) {
  const list = findRevocationList(bytesAt('--revocations', path))
  if (list === undefined) throw new WrongInput('--revocations', 'no revocation list')
  return list
}
