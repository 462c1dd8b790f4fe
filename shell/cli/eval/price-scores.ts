// SPDX-License-Identifier: Apache-2.0
/** Benchmarks and price marks of a case; with expert marks also totals and ranks. */

import { one, type Rational, rational, roundTo, zero } from '@gongxin/core/kernel'
import {
  type Benchmark,
  type BenchmarkMethod,
  benchmark,
  markText,
  priceScore,
  roundedBenchmark,
  type TrimTable,
} from '@gongxin/core/law'
import type { Answer, Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'
import { type Bid, type Bids, bidsOf, evaluatedOf, rejectedAnswer, shaped } from './price-bids.ts'
import { compositeAnswers } from './price-composite.ts'
import { type PriceCase, scoringOf } from './price-scoring.ts'

const methods = ['BM-MEAN', 'BM-TRIM', 'BM-MIX', 'BM-LOW', 'BM-LOW2', 'GIVEN'] as const
const tables: readonly TrimTable[] = ['T1', 'T2', 'T3a', 'T3b']

export function priceScores(fields: Fields): Answers {
  const given = bidsOf(fields)
  const method = methodOf(fields)
  if (given.bids.length === 0)
    return { D: null, scores: shaped(given, () => null), ...rejectedAnswer(given) }
  const exact = benchmark(method, given.bids.map(evaluatedOf))
  const rounds = fields.hasValue('roundBenchmark') && fields.flag('roundBenchmark')
  const found = rounds ? roundedBenchmark(exact) : exact
  return {
    D: roundTo(found.value, 2),
    ...partsOf(found),
    ...(fields.hasValue('score') ? scored({ fields, given, found }, method) : {}),
    ...rejectedAnswer(given),
  }
}

function scored(of: PriceCase, method: BenchmarkMethod): Answers {
  const { fields, given } = of
  const kind = fields.text('score')
  const marks = (overrides: Parameters<typeof scoringOf>[1]) => marksOf(of, overrides)
  const scores = marks({})
  return {
    scores: texts(given, scores),
    ...(kind === 'SC-STEP'
      ? {
          INTERP: texts(given, marks({ step: 'INTERP' })),
          CEIL: texts(given, marks({ step: 'CEIL' })),
          FLOOR: texts(given, marks({ step: 'FLOOR' })),
        }
      : {}),
    ...(kind === 'SC-LIN' && method.kind === 'BM-TRIM'
      ? {
          byDeviationScale: {
            none: texts(given, marks({ deviationScale: null })),
            3: texts(given, marks({ deviationScale: 3 })),
            2: texts(given, marks({ deviationScale: 2 })),
          },
        }
      : {}),
    ...(fields.has('tech') || fields.has('biz') ? compositeAnswers(of, scores) : {}),
  }
}

function marksOf(
  of: PriceCase,
  overrides: Parameters<typeof scoringOf>[1],
): ReadonlyMap<string, Rational> {
  const scoring = scoringOf(of, overrides)
  const markOf = (bid: Bid) => priceScore(evaluatedOf(bid), of.found.value, scoring).value
  return new Map(of.given.bids.map((bid) => [bid.id, markOf(bid)]))
}

function texts(given: Bids, marks: ReadonlyMap<string, Rational>): Answer {
  return shaped(given, (bid) => markText(marks.get(bid.id) ?? zero))
}

function partsOf({ parts }: Benchmark): Answers {
  if (parts === undefined) return {}
  return { A: roundTo(parts.ceilingPart, 2), B: roundTo(parts.meanPart, 2) }
}

function methodOf(fields: Fields): BenchmarkMethod {
  if (!fields.has('benchmark') && fields.hasValue('score')) {
    if (fields.text('score') === 'SC-RATIO') return { kind: 'BM-LOW' }
  }
  const kind = fields.oneOf('benchmark', methods)
  switch (kind) {
    case 'GIVEN': {
      const value = fields.decimal('D')
      if (value.lte(zero)) throw fields.wrong('D', 'must be above zero')
      return { kind, value }
    }
    case 'BM-MEAN':
      return { kind, downRate: share(fields, 'K') }
    case 'BM-TRIM':
      return { kind, trim: fields.oneOf('trim', tables), downRate: share(fields, 'K') }
    case 'BM-MIX':
      return {
        kind,
        weight: weightOf(fields),
        ceiling: fields.amount('maxPrice'),
        ceilingDownRate: share(fields, 'K1'),
        trim: fields.hasValue('trim') ? fields.oneOf('trim', tables) : null,
      }
    case 'BM-LOW':
    case 'BM-LOW2':
      return { kind }
  }
}

/** A down rate: 0.03 for 3 %; zero where the document lowers nothing. */
function share(fields: Fields, key: string): Rational {
  if (!fields.hasValue(key)) return zero
  const value = fields.amount(key)
  if (value.gte(one)) throw fields.wrong(key, 'is a share below one, such as 0.03')
  return value
}

function weightOf(fields: Fields): Rational {
  const value = fields.amount('w')
  if (value.gt(rational(1))) throw fields.wrong('w', 'is a share from 0 to 1')
  return value
}
