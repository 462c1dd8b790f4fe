// SPDX-License-Identifier: Apache-2.0
/** Lawful sample terms: works under 综合评估法, goods under 经评审的最低投标价法. */

import type { BidContent, TenderTerms } from '../trading/tender/index.ts'

const contact = {
  organisation: '柳州市测试建设投资有限公司',
  address: '柳州市城中区文昌路1号',
  person: '王工',
  phone: '0772-0000000',
}

const plain: Omit<TenderTerms, 'method'> = {
  scope: '城中区雨水管网改造，全长约三千米',
  place: '柳州市城中区',
  durationDays: 180,
  quality: '合格',
  fundsSource: '财政资金，已落实',
  qualifications: [
    { id: 'Q1', title: '企业资质', text: '市政公用工程总承包三级及以上', evidence: '' },
  ],
  consortium: true,
  starred: [{ id: 'S1', text: '工期不超过一百八十日' }],
  ceilingFen: null,
  deposit: { amountFen: 20_000_000, instructions: '现金、保函、保险、担保均可' },
  performanceDepositRate: 500,
  validityDays: 90,
  decryptMinutes: 30,
  decryptExtensionMinutes: 10,
  decryptRemedy: '因平台原因解密失败的，暂停计时，待恢复后继续',
  failIfOpenedFewerThanThree: true,
  lowPriceAlarm: { ratioOfMean: '0.85' },
  bill: [],
  committeeMembers: 5,
  ownerSeats: 1,
  specialties: [
    { code: 'A01', count: 3 },
    { code: 'B02', count: 1 },
  ],
  candidates: 3,
  tieRule: '综合得分相同的，报价低的排前；仍相同的，技术得分高的排前',
  contractTerms: '采用通用合同条款，专用条款见附件',
  payment: '按月计量支付，比例不低于应付款的百分之八十',
  owner: contact,
  agency: null,
  objections: contact,
}

export const compositeTerms: TenderTerms = {
  ...plain,
  method: {
    kind: 'composite',
    factors: [
      {
        id: 'T1',
        title: '施工组织设计',
        standard: '针对性强、措施可行得高分',
        full: '30',
        objective: false,
        needsPage: true,
      },
      {
        id: 'T2',
        title: '项目管理机构',
        standard: '人员齐备得满分',
        full: '10',
        objective: true,
        needsPage: false,
      },
    ],
    benchmark: { kind: 'BM-MEAN', downRates: ['0.01', '0.02', '0.03'] },
    price: { kind: 'SC-LIN', full: '60', up: '1', down: '0.5', deviationScale: 'none' },
    trimExperts: true,
  },
}

export const lowestTerms: TenderTerms = {
  ...plain,
  scope: '供水泵组采购，共十二台',
  starred: [],
  lowPriceAlarm: { ratioOfMean: '0.85' },
  method: {
    kind: 'lowest-evaluated',
    adjustments: [{ id: 'D1', title: '提前交货', perUnitFen: -1_000_000, unit: '周' }],
  },
}

export interface Offered {
  readonly priceFen: number
  readonly priceInWords?: string
  readonly bill?: BidContent['bill']
  readonly adjustments?: BidContent['adjustments']
}

/** What a careful bidder sends: everything answered, one price. */
export function contentOf({ priceFen, priceInWords, bill, adjustments }: Offered): BidContent {
  return {
    form: {
      priceFen,
      durationDays: 170,
      quality: '合格',
      validityDays: 90,
      projectManager: { name: '李项', certificate: '桂1452020202100001' },
    },
    bill: bill ?? [],
    priceInWords: priceInWords ?? '',
    qualifications: [{ id: 'Q1', statement: '市政公用工程总承包二级' }],
    starredAccepted: ['S1'],
    adjustments: adjustments ?? [],
    consortium: [],
    files: [],
  }
}
