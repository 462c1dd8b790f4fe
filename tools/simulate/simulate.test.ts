// SPDX-License-Identifier: Apache-2.0
/** A sample of the whole run in docs/simulator.md: the same seed is the same run, and no invariant breaks. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kernelCurve } from '@gongxin/trust/kernel'
import { setQuickCurve } from '@gongxin/trust/suites'
import { expect, test } from 'vitest'
import { compileCurve } from '../kernel/index.ts'
import { runSeed } from './index.ts'
import { linesIn, playMany, repeatLine } from './many.ts'
import { summary } from './summary.ts'

/** Of a busy machine; alone each takes a second. */
const timeout = 60_000

test('one seed decides everything: played twice it leaves the same trace, and another leaves another', {
  timeout,
}, async () => {
  const [first, again] = [await runSeed(7), await runSeed(7)]
  expect(again).toEqual(first)
  expect((await runSeed(10)).trace).not.toBe(first.trace)
})

test('with the curve kernel a seed leaves the same trace as in plain code', {
  timeout,
}, async () => {
  const plain = await runSeed(7)
  setQuickCurve(kernelCurve(await compileCurve()))
  const quick = await runSeed(7)
  setQuickCurve(undefined)
  expect(quick).toEqual(plain)
})

test.each([10, 65, 102])('seed %i breaks no invariant', { timeout }, async (seed) => {
  const { breaches, faults } = await runSeed(seed)
  expect(breaches).toEqual([])
  expect(Object.keys(faults).length).toBeGreaterThan(1)
})

test('a tender that fails for want of bidders leaves a bundle that passes', {
  timeout,
}, async () => {
  const result = await runSeed(3, { play: { bidders: 2 } })
  expect(result).toMatchObject({ breaches: [], phase: 'failed', bids: 2 })
})

test('a run that was cut off in the middle of a line plays that seed again, and no other', {
  timeout,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-simulate-'))
  const into = join(folder, 'results.jsonl')
  const many = { from: 9, count: 2, into, minutes: 5, say: () => {} }
  expect(await playMany(many)).toEqual({ played: 2, broken: 0 })
  const whole = await readFile(into, 'utf8')
  await writeFile(into, whole.slice(0, -20))
  expect((await linesIn(into)).map(({ seed }) => seed)).toEqual([9])
  expect(await playMany(many)).toEqual({ played: 1, broken: 0 })
  const lines = await linesIn(into)
  expect(lines.map(({ seed }) => seed)).toEqual([9, 10])
  expect(summary(lines)).toContain('2 seeds, 9 to 10: 0 broke an invariant')
  await rm(folder, { recursive: true })
})

test('a seed that fails says the line that repeats it', () => {
  const breaches = [{ invariant: 'I2', why: 'another root' }]
  const ran = { seed: 10, trace: '', steps: 1, phase: 'failed', bids: 2, faults: {} }
  const failed = { ...ran, breaches }
  expect(repeatLine(failed)).toBe('npm run simulate -- --seed 10  # I2: another root')
  expect(repeatLine({ ...failed, breaches: [] })).toBeNull()
})
