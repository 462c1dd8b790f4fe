// SPDX-License-Identifier: Apache-2.0
/** What a bidder of the city sends: one price, everything answered. */

import type { BidContent } from '@gongxin/core/trading/tender'
import { between, pick } from '../chance/index.ts'
import { personName } from '../people/index.ts'
import type { Player } from './cast.ts'
import { has, type Plan } from './plan.ts'
import { declaredBy, isProcured } from './procured.ts'
import { durationDays, estimateFen, quality } from './terms.ts'

/** Between 90 and 96 per cent of the estimate, to the yuan; nobody is asked about a low price. */
function shareOf(plan: Plan, bidder: Player): number {
  const index = plan.bidders.indexOf(bidder)
  if (has(plan, 'low-price') && index === 0) return 0.74
  return between(plan.seed, `${plan.code} ${bidder.key} price`, [9000, 9600]) / 10_000
}

export function contentOf(plan: Plan, bidder: Player, version = 1): BidContent {
  const name = `${plan.code} ${bidder.key}`
  const change = version === 1 ? 1 : 0.997
  const priceFen = Math.round((estimateFen(plan) * shareOf(plan, bidder) * change) / 100) * 100
  const shorter = between(plan.seed, `${name} shorter`, [0, 10])
  return {
    form: {
      priceFen,
      durationDays: durationDays(plan) - shorter,
      quality,
      validityDays: 90,
      projectManager: {
        name: personName(plan.seed, `${name} manager`),
        certificate: `桂2450${String(pick(plan.seed, `${name} certificate`, 10 ** 9)).padStart(9, '0')}`,
      },
    },
    bill: [],
    priceInWords: '',
    qualifications: [
      { id: 'Q1', statement: '资质证书在有效期内，业务范围符合要求。' },
      { id: 'Q2', statement: '未被列入严重失信主体名单。' },
    ],
    starredAccepted: ['S1', 'S2'],
    adjustments:
      plan.composite || isProcured(plan)
        ? []
        : [{ id: 'D1', units: pick(plan.seed, `${name} weeks`, 4) }],
    consortium: [],
    files: [],
    ...(isProcured(plan) ? { declared: declaredBy(plan, bidder) } : {}),
  }
}
