// SPDX-License-Identifier: Apache-2.0
/** 政策性价格扣除: what the price of small firms and domestic products is taken to be, by date. */

import {
  type CivilDate,
  day,
  type Rational,
  rational,
  type Version,
  versionOn,
} from '../../kernel/index.ts'

export type DeductedObject = 'goods' | 'service' | 'works'

/** Per cent, both ends included; the document fixes the rate. */
export interface RateRange {
  readonly least: number
  readonly most: number
}

export interface SmallFirmRates {
  /** PP-1 and PP-2: the firm itself is small or micro, for every item. */
  readonly own: Readonly<Record<DeductedObject, RateRange>>
  /** PP-3: a consortium with, or a subcontract to, small firms. */
  readonly shared: Readonly<Record<DeductedObject, RateRange>>
  /** Least share of small firms in the contract, per cent. */
  readonly leastShare: number
}

export const smallFirmRates: readonly Version<SmallFirmRates>[] = [
  {
    from: day('2021-01-01'),
    own: both({ least: 6, most: 10 }, { least: 3, most: 5 }),
    shared: both({ least: 2, most: 3 }, { least: 1, most: 2 }),
    leastShare: 30,
  },
  {
    from: day('2022-07-01'),
    own: both({ least: 10, most: 20 }, { least: 3, most: 5 }),
    shared: both({ least: 4, most: 6 }, { least: 1, most: 2 }),
    leastShare: 30,
  },
]

/** PP-7 and PP-8; before the first day there is no such deduction. */
export const domesticProductFrom = day('2026-01-01')
export const domesticProductRate = rational('0.20')
export const domesticCostShare = rational('0.80')

export function isOwnRateLawful(object: DeductedObject, rate: Rational, on: CivilDate): boolean {
  return isWithin(versionOn(smallFirmRates, on).own[object], rate)
}

export function isSharedRateLawful(object: DeductedObject, rate: Rational, on: CivilDate): boolean {
  return isWithin(versionOn(smallFirmRates, on).shared[object], rate)
}

export interface SharedOffer {
  /** Share of the small firms in the contract, 0.30 for thirty per cent. */
  readonly share: Rational
  /** Holding or management relation between the large and the small firm. */
  readonly related: boolean
  /** PP-4: every member is small or micro. */
  readonly allSmall: boolean
}

/** Which rule gives the rate: PP-3 the given one, PP-1 that of a small firm, null none. */
export function sharedDeduction(offer: SharedOffer, on: CivilDate): 'PP-3' | 'PP-1' | null {
  // RU-26: the relation takes the deduction away, whatever else holds.
  if (offer.related) return null
  if (offer.allSmall) return 'PP-1'
  const { leastShare } = versionOn(smallFirmRates, on)
  return offer.share.mul(rational(100)).gte(rational(leastShare)) ? 'PP-3' : null
}

export interface DomesticOffer {
  readonly domestic: boolean
  /** Cost of domestic products in all products of the offer; null for a single product. */
  readonly domesticCost: Rational | null
  /** PP-7: products that are not domestic compete in the same package. */
  readonly bothCompete: boolean
  /** The letter is there; it is no condition of qualification. */
  readonly declared: boolean
}

/** PP-10: what is not imported is not domestic for that alone; the offer must say and declare it. */
export function domesticDeduction(offer: DomesticOffer, on: CivilDate): Rational {
  const none = rational(0)
  if (on < domesticProductFrom || !offer.bothCompete || !offer.declared) return none
  const enough =
    offer.domesticCost === null ? offer.domestic : offer.domesticCost.gte(domesticCostShare)
  return enough ? domesticProductRate : none
}

export interface PolicyOffer {
  /** PP-11: the package is reserved for small and medium firms. */
  readonly reserved: boolean
  readonly smallFirmRate: Rational
  readonly domestic: DomesticOffer
}

/** PP-9 and PP-11: the shares that are taken from the original quote, each on its own. */
export function policyDeductions(offer: PolicyOffer, on: CivilDate): readonly Rational[] {
  const shares = [
    offer.reserved ? rational(0) : offer.smallFirmRate,
    domesticDeduction(offer.domestic, on),
  ]
  return shares.filter((share) => !share.equals(rational(0)))
}

function both(supplies: RateRange, works: RateRange): Readonly<Record<DeductedObject, RateRange>> {
  return { goods: supplies, service: supplies, works }
}

function isWithin({ least, most }: RateRange, rate: Rational): boolean {
  const percent = rate.mul(rational(100))
  return percent.gte(rational(least)) && percent.lte(rational(most))
}
