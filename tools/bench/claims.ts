// SPDX-License-Identifier: Apache-2.0
/** Bars that are claims and not speeds: how many of the tests that stand for each of them pass. */

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Figure } from './figures.ts'

const root = resolve(import.meta.dirname, '../..')

interface Claim {
  readonly what: string
  readonly tests: readonly string[]
}

const claimed: readonly Claim[] = [
  {
    what: 'published vectors and oracles, in Node and in Chromium (B-01)',
    tests: ['trust/vectors', 'trust/suites', 'tools/vectors'],
  },
  {
    what: 'tampered bundles told by their one code, flipped bits told (B-10)',
    tests: ['shell/http/walk/tampering.test.ts'],
  },
  {
    what: 'seeds of the sample, each planted fault found; all seeds: docs/simulator.md (B-11)',
    tests: ['tools/simulate'],
  },
  {
    what: 'proofs of one bidder at successive ticks that share nothing (B-12)',
    tests: ['trust/vault', 'shell/vault'],
  },
]

export async function claims(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const claim of claimed) figures.push(await passing(claim))
  return figures
}

const report = z.object({ numPassedTests: z.int(), numTotalTests: z.int() })

async function passing({ what, tests }: Claim): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-claims-'))
  try {
    const file = join(folder, 'report.json')
    await ran(['run', ...tests, '--reporter=json', `--outputFile=${file}`])
    const { numPassedTests: passed, numTotalTests: total } = report.parse(
      JSON.parse(await readFile(file, 'utf8')),
    )
    const ratio = total === 0 ? 0 : passed / total
    return { what, value: `${passed}`, against: `${total}`, ratio, goal: '1.00', met: ratio === 1 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Its end tells nothing that the report does not: tests that fail make it end otherwise. */
function ran(args: readonly string[]): Promise<void> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  return new Promise((resolved, rejected) => {
    const child = spawn(process.execPath, [vitest, ...args], { cwd: root, stdio: 'ignore' })
    child.on('error', rejected)
    child.on('close', () => resolved())
  })
}
