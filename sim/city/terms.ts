// SPDX-License-Identifier: Apache-2.0
/** Lawful terms for works, goods and services of the city. */

import { certain } from '@gongxin/core/kernel'
import { maxBidDepositFen } from '@gongxin/core/law'
import { factorsOf as methodFactors, type TenderTerms } from '@gongxin/core/trading/tender'
import { between, oneOf } from '../chance/index.ts'
import type { Player } from './cast.ts'
import type { Plan } from './plan.ts'
import { isProcured, procuredTerms } from './procured.ts'
import type { Branch } from './projects.ts'

interface BranchTerms {
  /** Codes of the library and seats, five in all. */
  readonly specialties: readonly (readonly [string, number])[]
  readonly qualification: string
  readonly scope: string
  readonly days: readonly [number, number]
}

const branches: Readonly<Record<Branch, BranchTerms>> = {
  municipal: works('A0802', '市政公用工程施工总承包三级及以上', '道路、排水、照明及附属设施施工'),
  building: works('A0801', '建筑工程施工总承包三级及以上', '土建、安装、装饰及室外配套工程施工'),
  road: works('A0803', '公路工程施工总承包三级及以上', '路基、路面、桥涵及交通安全设施施工'),
  water: works('A0804', '水利水电工程施工总承包三级及以上', '堤防、护岸、建筑物及机电金结施工'),
  garden: works('A0806', '具有相应的园林绿化施工能力', '绿化种植、园路铺装及给排水施工'),
  medical: goods('B04', '医疗器械的供货、安装、调试、培训及质保服务'),
  teaching: goods('B08', '实验台、仪器及配套设备的供货、安装与调试'),
  pumps: goods('B09', '水泵机组及电气控制设备的供货、安装与调试'),
  computers: goods('B05', '网络、存储与显示设备的供货、集成与运行维护'),
  supervision: service('C02', '工程监理乙级及以上', '施工及缺陷责任期阶段的监理服务'),
  testing: service('C03', '具有相应的检验检测资质认定', '检测、监测及成果报告编制服务'),
  design: service(
    'A04',
    '建筑行业（建筑工程）设计乙级及以上',
    '方案、初步设计、施工图设计及配合服务',
  ),
}

function works(code: string, qualification: string, scope: string): BranchTerms {
  const specialties = [[code, 3] as const, ['A06', 2] as const]
  return { specialties, qualification, scope, days: [180, 540] }
}

function goods(code: string, scope: string): BranchTerms {
  const qualification = '具有独立承担民事责任的能力和供货能力'
  return {
    specialties: [[code, 4] as const, ['A06', 1] as const],
    qualification,
    scope,
    days: [45, 120],
  }
}

function service(code: string, qualification: string, scope: string): BranchTerms {
  return {
    specialties: [[code, 4] as const, ['A07', 1] as const],
    qualification,
    scope,
    days: [120, 720],
  }
}

export const decryptMinutes = 30
export const decryptExtensionMinutes = 10
export const performanceRate = 500
export const quality = '合格，符合国家现行验收标准'

export function estimateFen({ project }: Pick<Plan, 'project'>): number {
  return project.estimate * 1_000_000
}

/** How long the bids bind, and so their deposits. */
export const validityDays = 90

/** Three quarters of what the law allows at most, in whole thousands of yuan. */
export function depositFen(plan: Pick<Plan, 'project' | 'kind'>): number {
  const most = maxBidDepositFen(plan.kind, estimateFen(plan))
  return Math.max(100_000, Math.floor((most * 3) / 4 / 100_000) * 100_000)
}

export function durationDays(plan: Plan): number {
  const { days } = branches[plan.project.branch]
  return Math.round(between(plan.seed, `${plan.code} days`, days) / 15) * 15
}

export function termsOf(plan: Plan): TenderTerms {
  const usual = usualTerms(plan)
  return isProcured(plan) ? procuredTerms(plan, usual) : usual
}

function usualTerms(plan: Plan): TenderTerms {
  const branch = branches[plan.project.branch]
  const days = durationDays(plan)
  return {
    scope: `${plan.project.district}${plan.project.name}：${branch.scope}，具体内容见招标文件。`,
    place: `柳州市${plan.project.district}`,
    durationDays: days,
    quality,
    fundsSource: '财政资金及自筹资金，已落实',
    qualifications: [
      { id: 'Q1', title: '资质或者能力', text: branch.qualification, evidence: '资质证书或者承诺' },
      { id: 'Q2', title: '信用', text: '未被列入严重失信主体名单', evidence: '' },
    ],
    consortium: plan.project.estimate > 8000,
    starred: [
      { id: 'S1', text: `工期或者服务期不超过${days}日` },
      { id: 'S2', text: '投标有效期不少于九十日' },
    ],
    ceilingFen: Math.round(estimateFen(plan) * 0.98),
    deposit: {
      amountFen: depositFen(plan),
      instructions: '转账、银行保函、保证保险、担保均可，任选其一。',
    },
    performanceDepositRate: performanceRate,
    validityDays,
    decryptMinutes,
    decryptExtensionMinutes,
    decryptRemedy: '因平台原因不能解密的，暂停计时，恢复后继续；因投标人原因的，视为撤销投标。',
    failIfOpenedFewerThanThree: true,
    method: methodOf(plan),
    lowPriceAlarm: { ratioOfMean: '0.85' },
    bill: [],
    committeeMembers: 5,
    ownerSeats: 0,
    specialties: branch.specialties.map(([code, count]) => ({ code, count })),
    candidates: 3,
    tieRule: '综合得分相同的，投标报价低的排名在前；仍相同的，技术得分高的排名在前。',
    contractTerms: '采用国家标准合同文本的通用条款，专用条款见招标文件第四章。',
    payment: '按进度计量支付，进度款不低于应付款的百分之八十，竣工结算后三十日内付清。',
    owner: contactOf(plan.owner),
    agency: plan.agency === null ? null : contactOf(plan.agency),
    objections: contactOf(plan.owner),
  }
}

function methodOf(plan: Plan): TenderTerms['method'] {
  if (!plan.composite) {
    const perUnitFen = -Math.max(1, Math.round(estimateFen(plan) / 2000))
    return {
      kind: 'lowest-evaluated',
      adjustments: [{ id: 'D1', title: '提前完成', perUnitFen, unit: '周' }],
    }
  }
  return {
    kind: 'composite',
    factors: [
      factor(['T1', '实施方案', '内容完整、针对性强、措施可行，由好到差评分', '25']),
      factor(['T2', '质量与安全保障', '体系健全、责任明确、措施有力，由好到差评分', '15']),
      {
        ...factor(['T3', '项目团队配备', '人员数量与专业满足要求得满分', '10']),
        objective: true,
        needsPage: false,
      },
    ],
    benchmark: benchmarkOf(plan),
    price: { kind: 'SC-LIN', full: '50', up: '1', down: '0.5', deviationScale: 'none' },
    trimExperts: true,
  }
}

function benchmarkOf({ seed, code }: Plan) {
  const rates = ['0.01', '0.015', '0.02', '0.025', '0.03']
  const kind = oneOf(seed, `${code} benchmark`, ['BM-MEAN', 'BM-TRIM'] as const)
  return { kind, downRates: rates }
}

function factor([id, title, standard, full]: readonly [string, string, string, string]) {
  return { id, title, standard, full, objective: false, needsPage: true }
}

export function contactOf(player: Player) {
  const { by } = player
  const address = 'registration' in by ? by.registration.address : '柳州市城中区'
  return { organisation: player.name, address, person: player.person, phone: '0772-2800000' }
}

/** Full marks of the factors, for whoever marks. */
export function factorsOf(plan: Plan): readonly { id: string; full: number }[] {
  return methodFactors(termsOf(plan).method).map(({ id, full }) => ({
    id,
    full: Number(certain(full, 'full marks')),
  }))
}
