// SPDX-License-Identifier: Apache-2.0
/** The scoring formula of a case, with every figure it needs and no other. */

import { least, type Rational, zero } from '@gongxin/core/kernel'
import type { Benchmark, DeviationScale, PriceScoring } from '@gongxin/core/law'
import type { Fields } from './fields.ts'
import { type Bids, evaluatedOf } from './price-bids.ts'

export interface PriceCase {
  readonly fields: Fields
  readonly given: Bids
  readonly found: Benchmark
}

export interface ScoringOverrides {
  readonly step?: 'INTERP' | 'CEIL' | 'FLOOR'
  readonly deviationScale?: DeviationScale
}

const kinds = ['SC-LIN', 'SC-STEP', 'SC-FACTOR', 'SC-RATIO'] as const

/** SC-STEP without a chosen step interpolates, as the handbook says. */
export function scoringOf(
  { fields, given, found }: PriceCase,
  overrides: ScoringOverrides = {},
): PriceScoring {
  const kind = fields.oneOf('score', kinds)
  const fullAtOrBelow = fields.hasValue('belowFull')
    ? fields.flag('belowFull')
    : found.fullAtOrBelow
  const common = {
    full: positive(fields, 'F'),
    floor: floorOf(fields),
    fullAtOrBelow,
    deviationScale:
      overrides.deviationScale === undefined ? scaleOf(fields) : overrides.deviationScale,
  }
  const below = (key: string) =>
    fullAtOrBelow && !fields.hasValue(key) ? zero : fields.amount(key)
  switch (kind) {
    case 'SC-LIN':
      return { ...common, kind, up: fields.amount('up'), down: below('dn') }
    case 'SC-STEP': {
      const sides = { up: fields.amount('up'), down: below('dn') }
      const step = overrides.step ?? stepOf(fields)
      return step === 'INTERP'
        ? { ...common, ...sides, kind: 'SC-LIN' }
        : { ...common, ...sides, kind, step }
    }
    case 'SC-FACTOR':
      return { ...common, kind, factorUp: fields.amount('nUp'), factorDown: below('nDn') }
    case 'SC-RATIO':
      return { ...common, kind, lowest: least(given.bids.map(evaluatedOf)) }
  }
}

function stepOf(fields: Fields): 'INTERP' | 'CEIL' | 'FLOOR' {
  return fields.hasValue('step') ? fields.oneOf('step', ['INTERP', 'CEIL', 'FLOOR']) : 'INTERP'
}

function scaleOf(fields: Fields): DeviationScale {
  if (!fields.hasValue('deviationScale')) return null
  if (fields.isText('deviationScale') && fields.text('deviationScale') === 'none') return null
  const places = fields.count('deviationScale')
  const scale = ([0, 1, 2, 3, 4] as const).find((choice) => choice === places)
  if (scale === undefined) throw fields.wrong('deviationScale', 'must be none or 0 to 4')
  return scale
}

/** RU-09: 0 where the document is silent. */
function floorOf(fields: Fields): Rational {
  if (!fields.hasValue('floor')) return zero
  const floor = fields.amount('floor')
  if (floor.gt(fields.amount('F'))) throw fields.wrong('floor', 'must not exceed F')
  return floor
}

function positive(fields: Fields, key: string): Rational {
  const value = fields.amount(key)
  if (value.equals(zero)) throw fields.wrong(key, 'must be above zero')
  return value
}
