// SPDX-License-Identifier: Apache-2.0
/** From the structured terms of a document to the formulas of the law room, in yuan. */

import { certain, type Rational, rational } from '../../../kernel/index.ts'
import {
  type Benchmark,
  type BenchmarkMethod,
  benchmark,
  type DeviationScale,
  type PriceScoring,
  type TrimTable,
} from '../../../law/index.ts'
import type { TenderState } from '../state.ts'
import type { BenchmarkTerms, PriceScoreTerms } from '../terms.ts'

export function yuanRational(fen: number): Rational {
  return rational(fen).div(rational(100))
}

/** D over the valid set, with the coefficient drawn at the opening where there were several. */
export function benchmarkOf(
  terms: BenchmarkTerms,
  prices: readonly Rational[],
  state: TenderState,
): Benchmark {
  return benchmark(methodOf(terms, state), prices)
}

function methodOf(terms: BenchmarkTerms, state: TenderState): BenchmarkMethod {
  const drawn = state.record?.coefficient?.chosen ?? terms.downRates[0] ?? '0'
  const downRate = rational(drawn)
  const trim: TrimTable = terms.trim ?? 'T1'
  switch (terms.kind) {
    case 'BM-MEAN':
      return { kind: 'BM-MEAN', downRate }
    case 'BM-TRIM':
      return { kind: 'BM-TRIM', trim, downRate }
    case 'BM-MIX':
      return {
        kind: 'BM-MIX',
        weight: rational(terms.weight ?? '0.5'),
        ceiling: yuanRational(certain(state.notice?.terms.ceilingFen, 'BM-MIX needs a ceiling')),
        ceilingDownRate: rational(terms.ceilingDownRate ?? '0'),
        trim: terms.trim ?? null,
      }
    case 'BM-LOW':
    case 'BM-LOW2':
      return { kind: terms.kind }
  }
}

export function scoringOf(terms: PriceScoreTerms, of: Benchmark, lowest: Rational): PriceScoring {
  const common = {
    full: rational(terms.full),
    floor: rational(terms.floor ?? '0'),
    fullAtOrBelow: terms.belowFull ?? of.fullAtOrBelow,
    deviationScale: scaleOf(terms.deviationScale),
  }
  const up = rational(terms.up ?? '1')
  const down = rational(terms.down ?? '0.5')
  switch (terms.kind) {
    case 'SC-LIN':
      return { ...common, kind: 'SC-LIN', up, down }
    case 'SC-STEP':
      return { ...common, kind: 'SC-STEP', up, down, step: terms.step ?? 'CEIL' }
    case 'SC-FACTOR': {
      const factorUp = rational(terms.factorUp ?? '1.2')
      return {
        ...common,
        kind: 'SC-FACTOR',
        factorUp,
        factorDown: rational(terms.factorDown ?? '0.8'),
      }
    }
    case 'SC-RATIO':
      return { ...common, kind: 'SC-RATIO', lowest }
  }
}

function scaleOf(scale: PriceScoreTerms['deviationScale']): DeviationScale {
  if (scale === 'none') return null
  return scale === '2' ? 2 : 3
}
