// SPDX-License-Identifier: Apache-2.0
/** What a document of 政府采购 begins with: method, policy and panel as its procedure has them. */

import { leastMembers } from '@gongxin/core/law'
import {
  type Method,
  type PolicyTerms,
  procedureOf,
  type TenderState,
  type TenderTerms,
} from '@gongxin/core/trading/tender'

const factor = { objective: false, needsPage: true } as const

/** Prices weigh what the law asks at least of goods, and stay within its range for services. */
const comprehensive: Method = {
  kind: 'comprehensive',
  pricePoints: '30',
  factors: [
    {
      ...{ id: 'f1', title: '技术响应', full: '50' },
      ...{ standard: '逐项响应采购需求得高分，一般参数每项负偏离扣2分', ...factor },
    },
    {
      ...{ id: 'f2', title: '售后服务', full: '20' },
      ...{ standard: '响应时间、备件和培训安排完整可行得高分，有缺漏的酌减', ...factor },
    },
  ],
}

/** The deductions and shares that the ministry sets, where the document chooses nothing else. */
const policy: PolicyTerms = {
  uniformStandard: false,
  reserved: false,
  smallFirmRate: '0.1',
  sharedFirmRate: '0.04',
  openToForeign: true,
  coreProduct: '',
  abnormalRates: { T1: '0.5', T2: '0.5', T3: '0.45' },
}

/** Other procedures keep the terms as they are. */
export function asProcured(terms: TenderTerms, state: TenderState): TenderTerms {
  const procedure = procedureOf(state)
  if (procedure.line !== 'procurement') return terms
  const scored = procedure.methods.includes('comprehensive')
  const members = panelOf(state)
  const [first] = terms.specialties
  return {
    ...terms,
    method: scored ? comprehensive : { kind: 'lowest-price' },
    policy: { ...policy, uniformStandard: !scored },
    lowPriceAlarm: {},
    committeeMembers: members,
    ownerSeats: 0,
    specialties: first === undefined ? [] : [{ code: first.code, count: members }],
  }
}

/** As many as the law asks of a panel for this budget. */
function panelOf(state: TenderState): number {
  const procedure = procedureOf(state)
  const { project } = state
  const { complex = false, atThreshold = false } = project?.procurement ?? {}
  const members = procedure.committee?.members ?? 0
  const method = procedure.panel ?? 'tender'
  const shape = { method, members, experts: members, complex, atThreshold }
  return leastMembers({ ...shape, budgetFen: project?.estimateFen ?? 0 })
}
