// SPDX-License-Identifier: Apache-2.0
/** Group `scores-procurement`: `bids` in fen with their deductions, answered in the shape they came in. */

import { one, type Rational, rational, roundTo, sum } from '@gongxin/core/kernel'
import { plainQuote, type Quote } from '@gongxin/core/law'
import { type Given, isRecord } from './cases.ts'
import type { Answer } from './evaluate.ts'
import type { Fields } from './fields.ts'

export interface Quotes {
  readonly shape: 'list' | 'map'
  /** Those not above the ceiling, or the budget where there is none. */
  readonly valid: readonly Quote[]
  readonly overCeiling: readonly Quote[]
  readonly ceiling: Rational | null
}

export function quotesOf(fields: Fields): Quotes {
  const all = fields.isObject('bids') ? mapped(fields) : listed(fields)
  if (all.length === 0) throw fields.wrong('bids', 'must not be empty')
  const ceiling = ceilingOf(fields)
  const isOver = ({ corrected }: Quote) => ceiling !== null && corrected.gt(ceiling)
  return {
    shape: fields.isObject('bids') ? 'map' : 'list',
    valid: all.filter((quote) => !isOver(quote)),
    overCeiling: all.filter(isOver),
    ceiling,
  }
}

/** No ceiling leaves the budget; neither leaves nothing to compare with. */
export function ceilingOf(fields: Fields): Rational | null {
  const key = ['ceiling', 'budget'].find((name) => fields.hasValue(name))
  return key === undefined ? null : positive(fields, fields.decimal(key), key)
}

/** A whole amount as a number, any other as text with two places. */
export function amountAnswer(amount: Rational): number | string {
  const whole = Number(amount.toFraction())
  return Number.isSafeInteger(whole) ? whole : roundTo(amount, 2)
}

/** One value a valid bid, by name or in a list. */
export function shapedBy(of: Quotes, answerFor: (quote: Quote) => Answer): Answer {
  if (of.shape === 'list') return of.valid.map(answerFor)
  return Object.fromEntries(of.valid.map((quote) => [quote.id, answerFor(quote)]))
}

/** Values by bidder, such as marks: every name must have a bid where bids are known. */
export function byBidder(
  fields: Fields,
  key: string,
  ids: readonly string[] | null,
): ReadonlyMap<string, Rational> {
  if (!fields.hasValue(key)) return new Map()
  const map = fields.object(key)
  const names = map.keys()
  if (names.length === 0) throw fields.wrong(key, 'must not be empty')
  return new Map(names.map((id) => [id, map.amount(known(map, id, ids))]))
}

export function known(map: Fields, id: string, ids: readonly string[] | null): string {
  if (ids !== null && !ids.includes(id)) throw map.wrong(id, 'has no bid')
  return id
}

function listed(fields: Fields): readonly Quote[] {
  const prices = fields.list('bids').map((item, i) => priceOf(fields, item, `bids[${i}]`))
  if (fields.hasValue('rate') && fields.isObject('rate')) {
    throw fields.wrong('rate', 'names bidders, so bids must name them too')
  }
  return prices.map((price, i) => plainQuote(String(i + 1), price))
}

function mapped(fields: Fields): readonly Quote[] {
  const bids = fields.object('bids')
  const rates = fields.hasValue('rate') ? fields.object('rate') : null
  for (const id of rates?.keys() ?? []) if (rates !== null) known(rates, id, bids.keys())
  return bids.keys().map((id) => {
    const shares = rates?.hasValue(id) ? sharesOf(rates, id) : []
    return plainQuote(id, priceOf(bids, bids.raw(id), id), shares)
  })
}

/** One share, or several that are each taken from the original quote (PP-9). */
function sharesOf(rates: Fields, id: string): readonly Rational[] {
  const given = rates.raw(id)
  const parts: readonly [string, Given][] = Array.isArray(given)
    ? given.map((part, i) => [`${id}[${i}]`, part])
    : isRecord(given)
      ? Object.entries(given).map(([name, part]) => [`${id}.${name}`, part])
      : [[id, given]]
  const shares = parts.map(([name, part]) => rates.notNegative(rates.decimalOf(part, name), name))
  if (sum(shares).gte(one)) throw rates.wrong(id, 'is a share below one, such as 0.10')
  return shares
}

function priceOf(fields: Fields, given: Given, name: string): Rational {
  const price = positive(fields, fields.decimalOf(given, name), name)
  if (!Number.isSafeInteger(Number(price.toFraction()))) {
    throw fields.wrong(name, 'must be whole fen')
  }
  return price
}

function positive(fields: Fields, amount: Rational, name: string): Rational {
  if (amount.lte(rational(0))) throw fields.wrong(name, 'must be above zero')
  return amount
}
