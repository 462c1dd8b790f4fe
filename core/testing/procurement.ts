// SPDX-License-Identifier: Apache-2.0
/** Lawful sample procurements: goods by score, goods by the lowest price, and what is stated of each. */

import { day } from '../kernel/index.ts'
import { type BidContent, type TenderTerms, undeclared } from '../trading/tender/index.ts'
import type { Plan, ProcurementFacts } from './plan.ts'
import { contentOf, lowestTerms, type Offered } from './terms.ts'

const stated: ProcurementFacts = {
  level: 'city',
  category: 'A02 设备',
  plan: '柳财采计〔2026〕101号',
  ground: null,
  approval: '',
  intentionOn: day('2026-01-15'),
  complex: false,
  atThreshold: false,
  fewerBy: null,
  importApproval: '',
}

const common: TenderTerms = {
  ...lowestTerms,
  lowPriceAlarm: {},
  deposit: { amountFen: 18_000_000, instructions: '转账、保函、保险均可' },
  policy: {
    uniformStandard: false,
    reserved: false,
    smallFirmRate: '0.1',
    sharedFirmRate: '0.04',
    openToForeign: true,
    coreProduct: '供水泵组',
    abnormalRates: { T1: '0.5', T2: '0.5', T3: '0.45' },
  },
}

export const comprehensiveTerms: TenderTerms = {
  ...common,
  method: {
    kind: 'comprehensive',
    pricePoints: '30',
    factors: [
      {
        ...{ id: 'T1', title: '技术方案', standard: '响应完整、参数优于要求得高分', full: '50' },
        ...{ objective: false, needsPage: false },
      },
      {
        ...{ id: 'T2', title: '售后服务', standard: '两小时响应得满分', full: '20' },
        ...{ objective: true, needsPage: false },
      },
    ],
  },
}

export const lowestPriceTerms: TenderTerms = { ...common, method: { kind: 'lowest-price' } }

const threeOf = {
  committeeMembers: 3,
  ownerSeats: 1,
  specialties: [{ code: 'A01', count: 2 }],
} as const

/** What each Chinese name of a method plans. */
export const procurementPlans: Readonly<Record<string, Partial<Plan>>> = {
  公开招标: planned('procurement/open-tender', comprehensiveTerms, null),
  邀请招标: planned('procurement/invited-tender', comprehensiveTerms, 'limited-range'),
  询价: planned(
    'procurement/inquiry',
    { ...lowestPriceTerms, ...threeOf, specialties: [...threeOf.specialties] },
    'uniform-goods',
  ),
  单一来源: sole('only-one', true),
  限额下单一来源: sole('only-one', false),
  应急单一来源: sole('emergency', true, '柳财采批〔2026〕7号'),
  谈判: talked('procurement/negotiation', lowestPriceTerms, 'complex-demand'),
  磋商: talked('procurement/consultation', comprehensiveTerms, 'consulted-complex'),
  两家谈判: talked(
    'procurement/negotiation',
    lowestPriceTerms,
    'tender-failed',
    'two-after-tender',
  ),
  两家磋商: talked(
    'procurement/consultation',
    comprehensiveTerms,
    'public-service',
    'public-service',
  ),
}

/** Nobody competes: no terms are published, so none of these is read. */
function sole(ground: string, atThreshold: boolean, approval = ''): Partial<Plan> {
  const plan = planned('procurement/single-source', lowestPriceTerms, ground)
  return { ...plan, procurement: { ...stated, ground, atThreshold, approval } }
}

/** A panel of three; two candidates where two may go on. */
function talked(
  procedure: string,
  terms: TenderTerms,
  ground: string,
  fewerBy: ProcurementFacts['fewerBy'] = null,
): Partial<Plan> {
  const candidates = fewerBy === null ? 3 : 2
  const small = { ...terms, ...threeOf, specialties: [...threeOf.specialties], candidates }
  const plan = planned(procedure, small, ground)
  return { ...plan, procurement: { ...stated, ground, fewerBy } }
}

function planned(procedure: string, terms: TenderTerms, ground: string | null): Partial<Plan> {
  return {
    ...{ kind: 'goods', terms, procedure, estimateFen: 900_000_000 },
    procurement: { ...stated, ground },
  } as const
}

/** What a supplier sends with its declarations: 小微企业, 本国产品, 品牌甲. */
export function declaredContent(offered: Offered, said: string): BidContent {
  const brand = /品牌(\S+)/.exec(said)?.[1] ?? ''
  const declared = {
    ...undeclared,
    brand,
    ...(said.includes('小微企业') ? { smallFirm: 'own' as const } : {}),
    ...(said.includes('本国产品') ? { domestic: true } : {}),
  }
  return { ...contentOf(offered), starredAccepted: [], declared }
}
