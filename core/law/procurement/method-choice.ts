// SPDX-License-Identifier: Apache-2.0
/** 采购方式: thresholds as dated data, the grounds of each method, and the guards around them. */

import {
  article,
  type Citation,
  type CivilDate,
  day,
  type Fen,
  rule,
  type Version,
  yuanShown,
} from '../../kernel/index.ts'

export type BudgetLevel = 'central' | 'province' | 'city' | 'county'
export type ProcuredObject = 'goods' | 'service' | 'works'

export interface ThresholdFigure {
  /** 公开招标数额标准; null where nobody has entered it yet. */
  readonly openTenderFen: Fen | null
  /** False until a person has compared it with the published document. */
  readonly verified: boolean
}

export interface ThresholdRow {
  readonly levels: readonly BudgetLevel[]
  /** As on the map: 中央, 广西, 四川. */
  readonly region: string
  readonly objects: readonly ProcuredObject[]
  readonly cite: Citation
  readonly versions: readonly Version<ThresholdFigure>[]
}

const supplies = ['goods', 'service'] as const
const local = ['province', 'city', 'county'] as const

/** TH-4, TH-5 and TH-6: never a constant of a rule; a region without a row has no figure. */
export const thresholdRows: readonly ThresholdRow[] = [
  {
    levels: ['central'],
    region: '中央',
    objects: supplies,
    cite: article('55号文', '公开招标数额标准'),
    versions: [{ from: day('2020-01-01'), openTenderFen: 200_000_000, verified: false }],
  },
  {
    levels: local,
    region: '四川',
    objects: supplies,
    cite: article('87号令', 4),
    versions: [{ from: day('2020-01-01'), openTenderFen: 400_000_000, verified: false }],
  },
  {
    levels: local,
    region: '广西',
    objects: ['goods', 'service', 'works'],
    cite: article('87号令', 4),
    versions: [{ from: day('2017-10-01'), openTenderFen: null, verified: false }],
  },
]

export interface ThresholdQuestion {
  readonly level: BudgetLevel
  readonly region: string
  readonly object: ProcuredObject
  readonly on: CivilDate
}

/** Null where no row covers the question on that day. */
export function openTenderThreshold(
  of: ThresholdQuestion,
  rows: readonly ThresholdRow[] = thresholdRows,
): ThresholdFigure | null {
  const row = rows.find(
    ({ levels, region, objects }) =>
      region === of.region && levels.includes(of.level) && objects.includes(of.object),
  )
  return row?.versions.filter((version) => version.from <= of.on).at(-1) ?? null
}

/** 69号文: what a local threshold must not stay below. */
export const localThresholdFloorFen: Fen = 200_000_000

export type ProcurementMethod =
  | 'open-tender'
  | 'invited-tender'
  | 'negotiation'
  | 'consultation'
  | 'inquiry'
  | 'single-source'
  | 'framework'

export interface MethodGround {
  readonly id: string
  readonly method: ProcurementMethod
  readonly title: string
  readonly cite: Citation
}

const ground =
  (method: ProcurementMethod, document: string, number: number) =>
  ([id, title]: readonly [string, string]): MethodGround => ({
    ...{ id, method, title },
    cite: article(document, number),
  })

/** 3.2: any one of them carries the method. */
export const methodGrounds: readonly MethodGround[] = [
  ...(
    [
      ['limited-range', '具有特殊性，只能从有限范围的供应商采购'],
      ['tender-cost', '公开招标费用占总价值的比例过大'],
    ] as const
  ).map(ground('invited-tender', '政府采购法', 29)),
  ...(
    [
      ['tender-failed', '招标没有投标、没有合格标的或者重新招标不成'],
      ['complex-demand', '技术复杂或者性质特殊，定不下规格'],
      ['urgent-need', '招标时间不能满足不可预见的紧急需要'],
      ['price-unknown', '不能事先算出价格总额'],
    ] as const
  ).map(ground('negotiation', '政府采购法', 30)),
  ...(
    [
      ['public-service', '政府购买服务'],
      ['consulted-complex', '技术复杂或者性质特殊'],
      ['consulted-price-unknown', '不能事先算出价格总额'],
      ['weak-competition', '市场竞争不充分的科研和成果转化'],
      ['works-not-tendered', '依法不必招标的工程'],
    ] as const
  ).map(ground('consultation', '214号文', 3)),
  ground('inquiry', '政府采购法', 32)(['uniform-goods', '规格统一、货源充足、价格变化小的货物']),
  ...(
    [
      ['only-one', '只能从唯一供应商采购'],
      ['emergency', '发生不可预见的紧急情况'],
      ['consistency', '保证一致或者配套，添购不超过原合同一成'],
    ] as const
  ).map(ground('single-source', '政府采购法', 31)),
  ...(
    [
      ['small-scattered', '集采目录内小额零星'],
      ['own-attestation', '目录外自用的鉴证咨询服务'],
      ['beneficiary-choice', '向社会提供、需要多家供选择的服务'],
      ['by-ministry', '财政部规定的其他情形'],
    ] as const
  ).map(ground('framework', '110号令', 3)),
]

export type MethodCase = {
  method: ProcurementMethod
  /** Id of the ground that the purchaser names. */
  ground: string | null
  amountFen: Fen
  thresholdFen: Fen | null
  verified: boolean
  /** 设区的市以上财政部门批准, before the activity begins. */
  approved: boolean
}

/** GPL 27: at the threshold another method needs a ground and an approval; below it a ground. */
export const methodLawful = rule<MethodCase>()({
  id: 'procurement-method-lawful',
  handbook: '3.2',
  title: '采购方式适用',
  titleEn: 'Choice of the method',
  cites: [article('政府采购法', 27), article('政府采购法实施条例', 23), article('87号令', 4)],
  restates: '达到公开招标数额标准的公开招标；用别的方式要有列明的情形，并先经批准',
  versions: [{ from: day('2017-10-01') }],
  readings: ['R-079'],
  weight: 'block',
  holds: (facts) => {
    if (facts.method === 'open-tender') return true
    if (!isGroundOf(facts.method, facts.ground)) return false
    if (facts.approved || facts.method === 'framework') return true
    if (facts.thresholdFen === null || !facts.verified) return 'needs-judgement'
    return facts.amountFen < facts.thresholdFen
  },
  explain: ({ method, ground: named, amountFen, thresholdFen, verified, approved }) => {
    if (method === 'open-tender') return '公开招标是主要方式，不需要理由（政府采购法第26条）。'
    const title = methodGrounds.find((g) => g.id === named && g.method === method)?.title
    const why = title === undefined ? '没有列明的适用情形' : `适用情形：${title}`
    const line =
      thresholdFen === null
        ? '公开招标数额标准尚未录入'
        : `预算${yuanShown(amountFen)}元，公开招标数额标准${yuanShown(thresholdFen)}元${
            verified ? '' : '（未核实）'
          }`
    return `${why}；${line}；${approved ? '已经批准' : '未经批准'}（政府采购法第27条）。`
  },
})

export function isGroundOf(method: ProcurementMethod, id: string | null): boolean {
  return methodGrounds.some((g) => g.method === method && g.id === id)
}

export type SplitCase = {
  /** Same budget item, same kind, one fiscal year, not by open tender. */
  sumFen: Fen
  thresholdFen: Fen
  /** The budget was adjusted or the method approved. */
  excused: boolean
}

/** GPR 28 says 超过: the threshold itself is not yet a split. */
export const noSplitting = rule<SplitCase>()({
  id: 'no-splitting',
  handbook: 'G-SPLIT',
  title: '不得化整为零',
  titleEn: 'No splitting',
  cites: [article('政府采购法实施条例', 28)],
  restates: '一个财年内同类多次非公开招标，合计不得超过公开招标数额标准，调整预算或者经批准的除外',
  versions: [{ from: day('2015-03-01') }],
  readings: ['R-079'],
  weight: 'block',
  holds: ({ sumFen, thresholdFen, excused }) => excused || sumFen <= thresholdFen,
  explain: ({ sumFen, thresholdFen, excused }) =>
    `本财年同类合计${yuanShown(sumFen)}元，公开招标数额标准${yuanShown(thresholdFen)}元，${
      excused ? '已调整预算或者经批准' : '未经批准'
    }（政府采购法实施条例第28条）。`,
})

export const noFloorInProcurement = rule<{ floorFen: Fen | null }>()({
  id: 'no-floor-in-procurement',
  handbook: 'G-MINFLOOR',
  title: '不得设最低限价',
  titleEn: 'No floor price in procurement',
  cites: [article('87号令', 12)],
  restates: '可以设最高限价，不得设最低限价',
  versions: [{ from: day('2017-10-01') }],
  weight: 'block',
  holds: ({ floorFen }) => floorFen === null,
  explain: ({ floorFen }) =>
    floorFen === null
      ? '没有设最低限价（87号令第12条）。'
      : `设了最低限价${yuanShown(floorFen)}元，应删去（87号令第12条）。`,
})

export type EvaluationMethodCase = {
  uniformStandard: boolean
  evaluation: 'lowest-price' | 'comprehensive'
}

export const lowestPriceForUniform = rule<EvaluationMethodCase>()({
  id: 'lowest-price-for-uniform',
  handbook: 'EV-R1',
  title: '标准统一的用最低评标价法',
  titleEn: 'Lowest price for uniform standards',
  cites: [article('政府采购法实施条例', 34), article('87号令', 54)],
  restates: '技术、服务标准统一的货物服务用最低评标价法',
  versions: [{ from: day('2017-10-01') }],
  weight: 'block',
  applies: ({ uniformStandard }) => uniformStandard,
  holds: ({ evaluation }) => evaluation === 'lowest-price',
  explain: ({ evaluation }) =>
    `标准统一，${evaluation === 'lowest-price' ? '用' : '未用'}最低评标价法（87号令第54条）。`,
})
