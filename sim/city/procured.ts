// SPDX-License-Identifier: Apache-2.0
/** 政府采购 in the city: what a purchaser states, its policy, and what its suppliers declare. */

import type { DataOf, SupplierDeclared, TenderTerms } from '@gongxin/core/trading/tender'
import { pick } from '../chance/index.ts'
import type { Player } from './cast.ts'
import type { Plan } from './plan.ts'

type Facts = NonNullable<DataOf<'ProjectRegistered'>['procurement']>

/** On what ground a purchase is held otherwise than by open tender. */
const grounds: Readonly<Record<string, string>> = {
  'procurement/invited-tender': 'limited-range',
  'procurement/inquiry': 'uniform-goods',
}
const categories: Readonly<Record<string, string>> = {
  medical: 'A0232 医疗设备',
  teaching: 'A0234 教学设备',
  pumps: 'A0205 机械设备',
  computers: 'A0201 信息化设备',
}

export function isProcured({ procedure }: Pick<Plan, 'procedure'>): boolean {
  return procedure.line === 'procurement'
}

export function procurementOf(plan: Plan, year: string): Facts {
  const ground = grounds[plan.procedure.id] ?? null
  return {
    level: plan.project.district.endsWith('县') ? 'county' : 'city',
    category: categories[plan.project.branch] ?? 'A02 设备',
    plan: `柳财采计〔${year}〕${200 + plan.no}号`,
    ground,
    approval: ground === null ? '' : `柳财采批〔${year}〕${plan.no}号`,
    // Bought within the year's plan that was published with the budget.
    intentionOn: null,
    complex: false,
    atThreshold: false,
    fewerBy: null,
    importApproval: '',
  }
}

export const coreProducts: Readonly<Record<string, string>> = {
  medical: '主机',
  teaching: '实验台',
  pumps: '水泵机组',
  computers: '服务器',
}

/** What procurement changes in the terms of a tender: method, policy and a panel of its size. */
export function procuredTerms(plan: Plan, usual: TenderTerms): TenderTerms {
  const members = plan.procedure.committee?.members ?? 0
  const [first] = usual.specialties
  return {
    ...usual,
    method: plan.scored ? scored : { kind: 'lowest-price' },
    lowPriceAlarm: {},
    committeeMembers: members,
    specialties: first === undefined ? [] : [{ code: first.code, count: members }],
    tieRule: '得分或者评审价相同的，报价低的排名在前；仍相同的，技术得分高的排名在前。',
    policy: {
      uniformStandard: !plan.scored,
      reserved: false,
      smallFirmRate: '0.1',
      sharedFirmRate: '0.04',
      openToForeign: true,
      coreProduct: coreProducts[plan.project.branch] ?? '',
      abnormalRates: { T1: '0.5', T2: '0.5', T3: '0.45' },
    },
  }
}

const scored: TenderTerms['method'] = {
  kind: 'comprehensive',
  pricePoints: '35',
  factors: [
    factor(['T1', '技术响应', '逐项响应采购需求，负偏离逐项扣分', '40']),
    factor(['T2', '实施与售后', '安装、培训、响应时间安排完整可行得高分', '15']),
    {
      ...factor(['T3', '团队配备', '人员数量与专业满足要求得满分', '10']),
      objective: true,
      needsPage: false,
    },
  ],
}

function factor([id, title, standard, full]: readonly [string, string, string, string]) {
  return { id, title, standard, full, objective: false, needsPage: true }
}

const brands = ['南方', '北辰', '柳泉', '海信达', '中科元', '桂林通', '华远', '德力诺']

/** Two of five suppliers are small firms; most offer domestic products, each of its own brand. */
export function declaredBy(plan: Plan, bidder: Player): SupplierDeclared {
  const name = `${plan.code} ${bidder.key}`
  const small = pick(plan.seed, `${name} small`, 5) < 2
  const place = plan.bidders.indexOf(bidder)
  return {
    smallFirm: small ? 'own' : 'none',
    smallShare: '0',
    related: false,
    domestic: pick(plan.seed, `${name} domestic`, 4) !== 0,
    domesticCost: null,
    brand: coreProducts[plan.project.branch] === undefined ? '' : (brands[place] ?? ''),
  }
}
