// SPDX-License-Identifier: Apache-2.0
/** 评标基准价: how the benchmark D comes from the valid prices. Any unit, exact rationals. */

import {
  assert,
  certain,
  least,
  mean,
  one,
  type Rational,
  rounded,
  zero,
} from '../../kernel/index.ts'
import { step, type Worked, type WorkingStep } from './working.ts'

/** How many of the highest and lowest prices are left out, by the number of valid bids. */
export const trimTables = {
  /** n<7: none; 7…9: one each; from 10: two each. */
  T1: (n: number) => (n < 7 ? none : n < 10 ? each(1) : each(2)),
  /** n≤5: none; 6: the highest; from 7: one each. */
  T2: (n: number) => (n <= 5 ? none : n === 6 ? { top: 1, bottom: 0 } : each(1)),
  /** n≤3: none; else one each. */
  T3a: (n: number) => (n <= 3 ? none : each(1)),
  /** n≤4: none; else one each. */
  T3b: (n: number) => (n <= 4 ? none : each(1)),
} as const satisfies Readonly<Record<string, (n: number) => Trim>>
export type TrimTable = keyof typeof trimTables

interface Trim {
  readonly top: number
  readonly bottom: number
}

/** `downRate` is the K of a document as a share: 0.03, never 0.97. */
export type BenchmarkMethod =
  | { readonly kind: 'BM-MEAN'; readonly downRate: Rational }
  | { readonly kind: 'BM-TRIM'; readonly trim: TrimTable; readonly downRate: Rational }
  | {
      readonly kind: 'BM-MIX'
      /** Weight of the ceiling part, 0…1. */
      readonly weight: Rational
      readonly ceiling: Rational
      readonly ceilingDownRate: Rational
      /** Null where the document trims nothing. */
      readonly trim: TrimTable | null
    }
  | { readonly kind: 'BM-LOW' }
  | { readonly kind: 'BM-LOW2' }
  | { readonly kind: 'GIVEN'; readonly value: Rational }

export interface Benchmark extends Worked {
  /** The two parts of BM-MIX. */
  readonly parts?: { readonly ceilingPart: Rational; readonly meanPart: Rational }
  /** BM-LOW and BM-LOW2: a price at or below D has the full mark. */
  readonly fullAtOrBelow: boolean
}

/** rules of §5.6; V is the set of bids alive after review, never the announced set. */
export function benchmark(method: BenchmarkMethod, valid: readonly Rational[]): Benchmark {
  if (method.kind === 'GIVEN') {
    return {
      value: method.value,
      steps: [step('基准价（给定）', method.value)],
      fullAtOrBelow: false,
    }
  }
  assert(valid.length > 0, 'a benchmark needs a valid bid')
  switch (method.kind) {
    case 'BM-MEAN':
      return lowered(step('有效报价平均值', mean(valid)), mean(valid), method.downRate)
    case 'BM-TRIM': {
      const kept = trimmed(valid, method.trim)
      return lowered(trimStep(method.trim, valid, kept), mean(kept), method.downRate)
    }
    case 'BM-MIX':
      return mixed(method, valid)
    case 'BM-LOW':
      return lowest(least(valid), '最低有效报价')
    case 'BM-LOW2': {
      // RU-08: the second place in ascending order, even where two are equally low.
      const ordered = ascending(valid)
      return lowest(certain(ordered[1] ?? ordered[0], 'one valid bid'), '次低有效报价')
    }
  }
}

/** The prices that stay in the mean. */
export function trimmed(valid: readonly Rational[], table: TrimTable): readonly Rational[] {
  const { top, bottom } = trimTables[table](valid.length)
  return ascending(valid).slice(bottom, valid.length - top)
}

/** RD-3: D is rounded to 0.01 for display only, unless the ruleset says otherwise. */
export function roundedBenchmark(of: Benchmark): Benchmark {
  return { ...of, value: rounded(of.value, 2) }
}

function lowered(source: WorkingStep, average: Rational, downRate: Rational): Benchmark {
  assert(downRate.gte(zero) && downRate.lt(one), 'a down rate is a share below one')
  const value = average.mul(one.sub(downRate))
  return {
    value,
    steps: [source, step('下浮系数K', downRate, 4), step('基准价D', value)],
    fullAtOrBelow: false,
  }
}

function lowest(value: Rational, label: string): Benchmark {
  return { value, steps: [step(label, value), step('基准价D', value)], fullAtOrBelow: true }
}

function mixed(
  method: Extract<BenchmarkMethod, { kind: 'BM-MIX' }>,
  valid: readonly Rational[],
): Benchmark {
  const { weight, ceiling, ceilingDownRate, trim } = method
  const kept = trim === null ? valid : trimmed(valid, trim)
  const ceilingPart = ceiling.mul(one.sub(ceilingDownRate))
  const meanPart = mean(kept)
  const value = weight.mul(ceilingPart).add(one.sub(weight).mul(meanPart))
  return {
    value,
    parts: { ceilingPart, meanPart },
    steps: [
      step('A＝最高投标限价×（1−K1）', ceilingPart),
      step('B＝有效报价平均值', meanPart),
      step('权重w', weight, 4),
      step('基准价D＝w×A＋（1−w）×B', value),
    ],
    fullAtOrBelow: false,
  }
}

function trimStep(
  table: TrimTable,
  valid: readonly Rational[],
  kept: readonly Rational[],
): WorkingStep {
  const { top, bottom } = trimTables[table](valid.length)
  const left = `${valid.length}个有效报价去掉${top}个最高、${bottom}个最低后的平均值`
  return step(left, mean(kept))
}

function ascending(values: readonly Rational[]): readonly Rational[] {
  return [...values].sort((a, b) => a.compare(b))
}

const none: Trim = { top: 0, bottom: 0 }
function each(count: number): Trim {
  return { top: count, bottom: count }
}
