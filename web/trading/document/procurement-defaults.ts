// SPDX-License-Identifier: Apache-2.0
/** What a document of 政府采购 begins with: method, policy and panel as its procedure has them. */

import type { Procedure } from '@gongxin/core/procedures'
import type { Method, PolicyTerms, TenderTerms } from '@gongxin/core/trading/tender'

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
export function asProcured(terms: TenderTerms, procedure: Procedure): TenderTerms {
  if (procedure.line !== 'procurement') return terms
  const scored = procedure.methods.includes('comprehensive')
  const { members } = procedure.committee
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
