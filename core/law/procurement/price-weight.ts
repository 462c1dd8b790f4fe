// SPDX-License-Identifier: Apache-2.0
/** 价格分权重: how much of the score the price must be, by regime and object. */

import { article, day, type Rational, rational, roundTo, rule } from '../../kernel/index.ts'

export type WeightRegime = 'O87' | 'C214'
export type ScoredObject = 'goods' | 'service'

/** In per cent; tenders have no upper bound, the caps of the repealed Order 18 do not bind them. */
export interface WeightRange {
  readonly least: number
  readonly most: number | null
}

export const priceWeightRanges: Readonly<
  Record<WeightRegime, Readonly<Record<ScoredObject, WeightRange>>>
> = {
  O87: { goods: { least: 30, most: null }, service: { least: 10, most: null } },
  C214: { goods: { least: 30, most: 60 }, service: { least: 10, most: 30 } },
}

/** Both ends are inside (CNT-4); a share of one is the whole score. */
export function isPriceWeightLawful(
  regime: WeightRegime,
  object: ScoredObject,
  weight: Rational,
): boolean {
  const { least, most } = priceWeightRanges[regime][object]
  const percent = weight.mul(rational(100))
  return percent.gte(rational(least)) && percent.lte(rational(most ?? 100))
}

export type PriceWeightCase = {
  regime: WeightRegime
  object: ScoredObject
  /** As decimal text: 0.30. */
  weight: string
  /** The state or the document fixes the price: it is not scored at all. */
  fixedPrice: boolean
}

export const priceWeightInRange = rule<PriceWeightCase>()({
  id: 'price-weight-in-range',
  handbook: '4.2',
  title: '价格分权重',
  titleEn: 'Weight of the price',
  cites: [article('87号令', 55), article('214号文', 24)],
  restates:
    '招标货物不低于三成、服务不低于一成；磋商货物三至六成、服务一至三成；固定价格不评价格分',
  versions: [{ from: day('2017-10-01') }],
  readings: ['R-060', 'R-075'],
  weight: 'block',
  holds: ({ regime, object, weight, fixedPrice }) =>
    fixedPrice
      ? rational(weight).equals(rational(0))
      : isPriceWeightLawful(regime, object, rational(weight)),
  explain: ({ regime, object, weight, fixedPrice }) => {
    const shown = `价格分权重${roundTo(rational(weight).mul(rational(100)), 2)}%`
    if (fixedPrice) return `${shown}，固定价格采购不评价格分（87号令第55条）。`
    const { least, most } = priceWeightRanges[regime][object]
    const range = most === null ? `不低于${least}%` : `在${least}%至${most}%之间`
    const clause = regime === 'O87' ? '87号令第55条' : '214号文第24条'
    return `${shown}，${object === 'goods' ? '货物' : '服务'}应${range}（${clause}）。`
  },
})
