// SPDX-License-Identifier: Apache-2.0
/** `suspect` among `bids`: the three triggers of the abnormal price notice. */

import { day, type Rational, roundTo } from '@gongxin/core/kernel'
import {
  type AbnormalRates,
  abnormalFiguresOn,
  abnormalTriggers,
  isRateLawful,
} from '@gongxin/core/law'
import type { Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'
import { ceilingOf, quotesOf } from './procurement-quotes.ts'

const inForceSince = day('2026-02-01')

/** What a sub-case does not say is said by the case it stands in. */
export function triggers(fields: Fields, within: Fields): Answers {
  const saying = (key: string) => (fields.hasValue(key) ? fields : within)
  const quotes = quotesOf(saying('bids'))
  const ceiling = ceilingOf(fields) ?? ceilingOf(within)
  const announced = quotes.valid
    .map((quote) => quote.announced)
    .filter((price) => ceiling === null || price.lte(ceiling))
  const suspect = suspectOf(fields, saying('bids'))
  if (!announced.some((price) => price.equals(suspect))) {
    throw fields.wrong('suspect', 'is no quote among bids that are within the ceiling')
  }
  const rates = ratesOf(saying('rates'))
  const { T1, T2, T3 } = abnormalTriggers({ suspect, quotes: announced, ceiling }, rates)
  return { T1, T2, ...(T3 === null ? {} : { T3 }) }
}

/** A quote, or the name of a bidder. */
function suspectOf(fields: Fields, bidding: Fields): Rational {
  if (bidding.isObject('bids') && fields.isText('suspect')) {
    const bids = bidding.object('bids')
    const name = fields.text('suspect')
    if (bids.has(name)) return bids.amount(name)
  }
  return fields.amount('suspect')
}

/** The figures of the notice, raised where the document raises them. */
function ratesOf(fields: Fields): AbnormalRates {
  const { rates, most } = abnormalFiguresOn(inForceSince)
  if (rates === null) throw fields.wrong('rates', 'are not in force')
  const own = fields.hasValue('rates') ? fields.object('rates') : null
  const rateOf = (key: keyof AbnormalRates): Rational => {
    if (!own?.hasValue(key)) return rates[key]
    const rate = own.amount(key)
    if (isRateLawful(key, rate, inForceSince)) return rate
    throw own.wrong(key, `must be from ${roundTo(rates[key], 2)} to ${roundTo(most, 2)}`)
  }
  return { T1: rateOf('T1'), T2: rateOf('T2'), T3: rateOf('T3') }
}
