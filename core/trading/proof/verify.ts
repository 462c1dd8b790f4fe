// SPDX-License-Identifier: Apache-2.0
/** 验标: sixteen questions of a sceptic, asked of the files alone, in the order in which they lean on each other. */

import type { SecondPart } from '../bid/index.ts'
import { type Answer, joined, nothing } from './answer.ts'
import { formsAnswer, sharesAnswer, vaultAnswer } from './bids.ts'
import { type Bundle, type Files, readBundle } from './bundle.ts'
import type { ProofCode, ProofStep } from './codes.ts'
import { coefficientAnswer, drawAnswer } from './draws.ts'
import {
  chainsFound,
  checkpointFound,
  type Found,
  type Look,
  leavesFound,
  lookInto,
} from './look.ts'
import { claimAnswer, privacyAnswer } from './plain.ts'
import { quotesAnswer } from './quotes.ts'
import { receiptAnswer } from './receipts.ts'
import { resultAnswer } from './results.ts'
import { signaturesAnswer } from './signatures.ts'
import { rulesAnswer, secrecyAnswer, timesAnswer } from './times.ts'

export interface StepLine {
  readonly step: ProofStep
  readonly ok: boolean
  /** Of the first fault of this step. */
  readonly code?: ProofCode
  readonly where?: string
  /** How many facts were looked at. */
  readonly checked: number
  /** How many could not be judged, for their bodies are withheld. */
  readonly withheld: number
}

export interface Verdict {
  readonly verdict: 'pass' | 'fail'
  /** Steps of which something was withheld: reported as such, never as passed. */
  readonly withheld: readonly ProofStep[]
  readonly tender: string
  readonly checkedEvents: number
}

export interface Verification {
  readonly lines: readonly StepLine[]
  readonly verdict: Verdict
}

export interface Verifying {
  /** The log policy that the reader trusts beforehand; without one the bundle's own counts, and V1 says so. */
  readonly pinned?: string
  /** The accredited list of certificates that the reader trusts beforehand; else that of the bundle counts. */
  readonly accredited?: string
  /** Second parts of receipts that the reader holds. */
  readonly receipts?: readonly SecondPart[]
  /** Told of each step as it ends, and waited for. */
  readonly onStep?: (line: StepLine) => void | Promise<void>
}

type Question = readonly [ProofStep, (look: Look) => Answer | Promise<Answer>]

const questions: readonly Question[] = [
  ['V4', signaturesAnswer],
  ['V5', rulesAnswer],
  ['V6', vaultAnswer],
  ['V7', formsAnswer],
  ['V8', sharesAnswer],
  ['V9', (look) => joined([secrecyAnswer(look), quotesAnswer(look)])],
  ['V10', drawAnswer],
  ['V11', coefficientAnswer],
  ['V12', resultAnswer],
  ['V13', timesAnswer],
  ['V14', privacyAnswer],
  ['V15', claimAnswer],
]

/** Steps that lean on one that failed are not asked. Never throws for what a file says. */
export async function verifyBundle(files: Files, how: Verifying = {}): Promise<Verification> {
  const lines: StepLine[] = []
  const say = async (step: ProofStep, { checked, found, withheld }: Answer) => {
    const [first] = found
    const told = { step, ok: first === undefined, checked, withheld }
    const line = first === undefined ? told : { ...told, code: first.code, where: first.where }
    lines.push(line)
    await how.onStep?.(line)
    return line.ok
  }
  const read = readBundle(files)
  if (!read.ok) {
    await say('V0', {
      ...nothing,
      checked: files.size,
      found: [{ code: read.code, where: read.path }],
    })
    return { lines, verdict: verdictOf(lines, '', 0) }
  }
  const { bundle } = read
  await say('V0', { ...nothing, checked: files.size })
  const events = bundle.entries.tender.length
  const stands =
    (await say('V1', policyAnswer(bundle, how))) &&
    (await say('V2', leavesAnswer(bundle, how.receipts ?? []))) &&
    (await say(...chainsAnswer(bundle)))
  const look = stands ? lookInto(bundle, how.accredited) : undefined
  if (look !== undefined && 'code' in look) await say('V3', { ...nothing, found: [look] })
  if (look === undefined || 'code' in look) {
    return { lines, verdict: verdictOf(lines, bundle.tender, 0) }
  }
  for (const [step, ask] of questions) await say(step, await ask(look))
  return { lines, verdict: verdictOf(lines, bundle.tender, events) }
}

function policyAnswer(bundle: Bundle, { pinned, accredited }: Verifying): Answer {
  const found: Found[] = checkpointFound(bundle, { log: pinned, accredited })
  // What the reader has from nowhere else is compared with nothing.
  const own = [pinned, ...(bundle.accredited === null ? [] : [accredited])]
  return { checked: 1, found, withheld: own.filter((one) => one === undefined).length }
}

function leavesAnswer(bundle: Bundle, receipts: readonly SecondPart[]): Answer {
  const leaves = { ...nothing, checked: allEntries(bundle), found: leavesFound(bundle) }
  return joined([leaves, ...receipts.map((receipt) => receiptAnswer(bundle, receipt))])
}

/** What came before the opening is a fault of secrecy, though it is the order that tells it. */
function chainsAnswer(bundle: Bundle): readonly [ProofStep, Answer] {
  const found = chainsFound(bundle)
  const early = found.some(({ code }) => code === 'EARLY_OPEN')
  return [early ? 'V9' : 'V3', { ...nothing, checked: bundle.entries.tender.length, found }]
}

function allEntries({ entries }: Bundle): number {
  return entries.tender.length + entries.sealed.length + entries.platform.length
}

function verdictOf(lines: readonly StepLine[], tender: string, checkedEvents: number): Verdict {
  const fails = lines.some(({ ok }) => !ok)
  const withheld = lines.filter((line) => line.withheld > 0).map(({ step }) => step)
  return { verdict: fails ? 'fail' : 'pass', withheld, tender, checkedEvents }
}
