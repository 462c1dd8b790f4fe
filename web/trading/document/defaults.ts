// SPDX-License-Identifier: Apache-2.0
/** A sensible document to begin with, for works, goods and services: lawful as it stands. */

import type { Method, TenderState, TenderTerms } from '@gongxin/core/trading/tender'
import { asProcured } from './procurement-defaults.ts'

const factor = { objective: false, needsPage: true } as const

function composite(factors: readonly (readonly [string, string, string, string])[]): Method {
  return {
    kind: 'composite',
    factors: factors.map(([id, title, full, standard]) => ({
      id,
      title,
      full,
      standard,
      ...factor,
    })),
    benchmark: { kind: 'BM-MEAN', downRates: ['0.01', '0.02', '0.03'] },
    price: { kind: 'SC-LIN', full: '60', up: '1', down: '0.5', deviationScale: '2' },
    trimExperts: true,
  }
}

const works = composite([
  ['f1', '施工组织设计', '25', '重点难点分析准确、措施可行得高分，有缺漏的酌减'],
  ['f2', '项目管理机构', '10', '人员数量和岗位齐备得满分，每缺一岗扣2分'],
  ['f3', '质量安全保证措施', '5', '体系完整、责任到人得满分，有缺漏的酌减'],
])
const services = composite([
  ['f1', '服务方案', '25', '针对性强、可操作得高分，有缺漏的酌减'],
  ['f2', '项目团队', '15', '人员数量和专业齐备得满分，每缺一岗扣3分'],
])
const goods: Method = {
  kind: 'lowest-evaluated',
  adjustments: [{ id: 'a1', title: '提前交货', perUnitFen: -100_000, unit: '日' }],
}

interface KindText {
  readonly method: Method
  readonly quality: string
  readonly days: number
  /** Codes of 专业 with seats, together the whole committee. */
  readonly specialties: readonly (readonly [code: string, count: number])[]
  readonly qualification: string
  readonly payment: string
}

const worksText: KindText = {
  method: works,
  quality: '符合国家施工质量验收标准，合格',
  days: 180,
  specialties: [
    ['A0802', 3],
    ['A06', 2],
  ],
  qualification: '具有与本工程规模相应的施工总承包资质和有效的安全生产许可证',
  payment: '按月计量支付，比例不低于应付款的百分之八十；竣工结算后付至百分之九十七',
}
const goodsText: KindText = {
  method: goods,
  quality: '符合国家标准和招标文件技术要求',
  days: 60,
  specialties: [
    ['B01', 4],
    ['A06', 1],
  ],
  qualification: '具有独立法人资格和供货能力',
  payment: '到货验收合格后三十日内支付百分之九十五，质保期满支付余款',
}
const serviceText: KindText = {
  method: services,
  quality: '符合国家规范和招标文件要求',
  days: 365,
  specialties: [
    ['C01', 4],
    ['A07', 1],
  ],
  qualification: '具有与本项目相应的专业资质',
  payment: '按服务进度分期支付，验收合格后三十日内付清',
}

function textFor(kind: string | undefined): KindText {
  if (kind === 'goods') return goodsText
  return kind === 'works' ? worksText : serviceText
}

export function defaultTerms(state: TenderState): TenderTerms {
  return asProcured(usualTerms(state), state)
}

function usualTerms({ project, agency }: TenderState): TenderTerms {
  const text = textFor(project?.kind)
  const estimateFen = project?.estimateFen ?? 0
  const owner = contactOf(project?.owner.name ?? '', project?.district ?? '')
  return {
    scope: `${project?.name ?? ''}的全部内容，详见附件`,
    place: `柳州市${project?.district ?? ''}`,
    durationDays: text.days,
    quality: text.quality,
    fundsSource: project?.funds.source ?? '',
    qualifications: [
      { id: 'q1', title: '企业资质', text: text.qualification, evidence: '资质证书' },
    ],
    consortium: true,
    starred: [{ id: 's1', text: `工期或者交货期不超过${text.days}日` }],
    ceilingFen: estimateFen,
    deposit: depositOf(estimateFen),
    performanceDepositRate: 500,
    validityDays: 90,
    decryptMinutes: 30,
    decryptExtensionMinutes: 10,
    decryptRemedy: '因平台原因解密失败的，暂停计时，恢复后顺延；因投标人原因的，视为撤销投标文件',
    failIfOpenedFewerThanThree: true,
    method: text.method,
    lowPriceAlarm: { ratioOfMean: '0.85' },
    bill: [],
    committeeMembers: 5,
    ownerSeats: 0,
    specialties: text.specialties.map(([code, count]) => ({ code, count })),
    candidates: 3,
    tieRule:
      '综合得分或者评标价相同的，报价低的排前；仍相同的，技术得分高的排前；再相同的，由评标委员会说明理由表决',
    contractTerms: '采用国家通用合同条款；变更估价、违约责任和争议解决见专用条款',
    payment: text.payment,
    owner,
    agency: agency === null ? null : contactOf(agency.name, ''),
    objections: agency === null ? owner : contactOf(agency.name, ''),
  }
}

/** A hundredth of the estimate: below the cap, and rounded down to whole thousands of yuan. */
function depositOf(estimateFen: number): TenderTerms['deposit'] {
  const amountFen = Math.min(Math.floor(estimateFen / 100 / 100_000) * 100_000, 50_000_000)
  if (amountFen <= 0) return null
  return {
    amountFen,
    instructions:
      '转账、银行保函、保证保险、担保均可；现金形式的从基本账户转出，到账时间早于投标截止',
  }
}

function contactOf(organisation: string, district: string) {
  return { organisation, address: `柳州市${district}`, person: '项目经办人', phone: '0772-0000000' }
}
