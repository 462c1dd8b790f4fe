// SPDX-License-Identifier: Apache-2.0
/** `bids`, a list or a map: read alike, answered in the shape they came in. */

import { type Rational, rational, sum, zero } from '@gongxin/core/kernel'
import { yuanAnswer } from './amounts.ts'
import { type Given, isRecord } from './cases.ts'
import type { Answer, Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'

export interface Bid {
  /** The name in a map, the place from 1 in a list. */
  readonly id: string
  readonly announced: Rational
  readonly correction: Rational
  readonly adjustments: readonly Rational[]
}

export interface Bids {
  readonly shape: 'list' | 'map'
  readonly bids: readonly Bid[]
  /** RU-10: over the ceiling as announced or as corrected. */
  readonly rejected: readonly Bid[]
}

export function bidsOf(fields: Fields): Bids {
  const all = fields.isObject('bids') ? mapped(fields) : listed(fields)
  if (all.length === 0) throw fields.wrong('bids', 'must not be empty')
  const ceiling = fields.hasValue('maxPrice') ? fields.amount('maxPrice') : null
  const isOver = (bid: Bid) =>
    ceiling !== null && (bid.announced.gt(ceiling) || correctedOf(bid).gt(ceiling))
  return {
    shape: fields.isObject('bids') ? 'map' : 'list',
    bids: all.filter((bid) => !isOver(bid)),
    rejected: all.filter(isOver),
  }
}

export function correctedOf(bid: Bid): Rational {
  return bid.announced.add(bid.correction)
}

export function evaluatedOf(bid: Bid): Rational {
  return correctedOf(bid).add(sum(bid.adjustments))
}

/** One value a bid, as a list or by name. */
export function shaped(of: Bids, answerFor: (bid: Bid) => Answer): Answer {
  if (of.shape === 'list') return of.bids.map(answerFor)
  return Object.fromEntries(of.bids.map((bid) => [bid.id, answerFor(bid)]))
}

/** Names where bids have names; their prices where they are a bare list. */
export function namesOf(of: Bids, bids: readonly Bid[]): readonly Answer[] {
  return bids.map((bid) => (of.shape === 'map' ? bid.id : yuanAnswer(bid.announced)))
}

/** `rejected`, only where there is any. */
export function rejectedAnswer(of: Bids): Answers {
  return of.rejected.length === 0 ? {} : { rejected: namesOf(of, of.rejected) }
}

/** Ids of a ranking: names, or numbers of places in the list. */
export function rankAnswer(of: Bids, ids: readonly string[]): readonly Answer[] {
  return ids.map((id) => (of.shape === 'map' ? id : Number(id)))
}

function listed(fields: Fields): readonly Bid[] {
  return fields.list('bids').map((item, i) => bidOf(fields, item, `bids[${i}]`, String(i + 1)))
}

function mapped(fields: Fields): readonly Bid[] {
  const map = fields.object('bids')
  return map.keys().map((id) => bidOf(map, map.raw(id), id, id))
}

function bidOf(fields: Fields, item: Given, name: string, id: string): Bid {
  if (!isRecord(item)) {
    const announced = positive(fields, fields.decimalOf(item, name), name)
    return { id, announced, correction: zero, adjustments: [] }
  }
  const bid = fields.objectOf(item, name)
  const announced = positive(bid, bid.decimal('price'), 'price')
  const correction = bid.hasValue('arith') ? bid.decimal('arith') : zero
  const adjustments = bid.hasValue('adj') ? adjustmentsOf(bid) : []
  const read = { id, announced, correction, adjustments }
  positive(bid, correctedOf(read), 'arith')
  positive(bid, evaluatedOf(read), 'adj')
  return read
}

function adjustmentsOf(bid: Fields): readonly Rational[] {
  if (!bid.isList('adj')) return [bid.decimal('adj')]
  return bid.list('adj').map((value, i) => bid.decimalOf(value, `adj[${i}]`))
}

function positive(fields: Fields, price: Rational, name: string): Rational {
  if (price.lte(rational(0))) throw fields.wrong(name, 'the price must be above zero')
  return price
}
