// SPDX-License-Identifier: Apache-2.0
/** The tender document of a replay: lowest evaluated price, no ceiling, no deposit, no adjustments. */

import type { Instant } from '@gongxin/core/kernel'
import {
  type BidContent,
  bareContent,
  type PoolExpert,
  type TenderTerms,
} from '@gongxin/core/trading/tender'

const contact = { organisation: '重演', address: '重演', person: '重演', phone: '000' }

/** The estimate of the table is 标底, for reference only: it is not part of any event. */
const nominalEstimateFen = 10_000_000_000

export const project = {
  projectCode: 'REPLAY',
  projectName: '历史数据重演',
  name: '历史数据重演',
  kind: 'works',
  approval: { document: '重演', by: '重演', organisation: 'self' },
  funds: {
    object: 'OB-1',
    source: '财政资金',
    budgetFen: nominalEstimateFen,
    investFen: nominalEstimateFen,
  },
  estimateFen: nominalEstimateFen,
  stateControlled: true,
  district: '重演',
  industry: '重演',
  authority: { party: 'authority', name: '监督部门' },
  previous: null,
  round: 1,
}

const terms: TenderTerms = {
  scope: '按历史数据重演',
  place: '重演',
  durationDays: 365,
  quality: '合格',
  fundsSource: '财政资金',
  qualifications: [],
  consortium: false,
  starred: [],
  ceilingFen: null,
  deposit: null,
  performanceDepositRate: 0,
  validityDays: 120,
  decryptMinutes: 30,
  decryptExtensionMinutes: 10,
  decryptRemedy: '暂停计时',
  failIfOpenedFewerThanThree: true,
  method: { kind: 'lowest-evaluated', adjustments: [] },
  lowPriceAlarm: { ratioOfMean: '0.85' },
  bill: [],
  committeeMembers: 5,
  ownerSeats: 0,
  specialties: [{ code: 'A01', count: 5 }],
  candidates: 3,
  tieRule: '评标价相同的，投标报价低的优先',
  contractTerms: '通用合同条款',
  payment: '按进度支付',
  owner: contact,
  agency: null,
  objections: contact,
}

export function noticeFor(from: Instant, deadline: Instant) {
  const schedule = { documentFrom: from, documentUntil: deadline, deadline }
  return { terms, schedule, files: [], reasons: [] }
}

export function contentFor(priceFen: number): BidContent {
  return bareContent({
    priceFen,
    durationDays: 365,
    quality: '合格',
    validityDays: 120,
    projectManager: { name: '负责人', certificate: '' },
  })
}

export const experts: readonly PoolExpert[] = Array.from({ length: 8 }, (_, i) => ({
  expert: `E${i + 1}`,
  name: `专家${i + 1}`,
  employer: `institute-${i + 1}`,
  employerName: `第${i + 1}院`,
  specialty: 'A01',
  region: '450200',
}))
