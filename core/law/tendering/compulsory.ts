// SPDX-License-Identifier: Apache-2.0
/** 依法必须招标: which project it is about, and which contract reaches its threshold. */

import {
  article,
  day,
  type Fen,
  isFen,
  rational,
  rule,
  shareOf,
  yuanShown,
} from '../../kernel/index.ts'

/** The objects of 必须招标规定 2…4; null where the project is none of them. */
export const tenderObjects = [
  { id: 'OB-1', title: '使用预算资金200万元以上且占投资额10%以上', by: '必须招标规定 2' },
  { id: 'OB-2', title: '国有企事业单位资金占控股或者主导地位', by: '必须招标规定 2' },
  { id: 'OB-3', title: '使用国际组织或者外国政府贷款、援助资金', by: '必须招标规定 3' },
  { id: 'OB-4', title: '大型基础设施、公用事业等关系公众利益的项目', by: '必须招标规定 4' },
] as const
export type TenderObject = (typeof tenderObjects)[number]['id']

/** epc: 工程总承包, whose parts are tested one by one. */
export type ContractKind = 'works' | 'goods' | 'service' | 'design' | 'epc'
export type ContractPart = 'works' | 'goods' | 'service'

export const contractKindTitles: Readonly<Record<ContractKind, string>> = {
  works: '施工',
  goods: '重要设备、材料等货物',
  service: '监理等服务',
  design: '勘察、设计',
  epc: '工程总承包',
}

export type CompulsoryFacts = {
  object: TenderObject | null
  kind: ContractKind
  /** One estimate per contract; an epc names its parts instead. */
  estimatesFen: readonly Fen[]
  /** True where the contracts may be let as one (TH-4). */
  mergeable: boolean
  /** TH-7: services not named by the regulation cannot be forced to tender. */
  listedService: boolean
  /** For OB-1 only. */
  budgetFen: Fen | null
  investmentFen: Fen | null
  epcParts: { worksFen: Fen | null; goodsFen: Fen | null; serviceFen: Fen | null } | null
}

export interface Thresholds {
  readonly worksFen: Fen
  readonly goodsFen: Fen
  readonly serviceFen: Fen
  readonly budgetFen: Fen
  /** Share of the budget in the investment, in basis points. */
  readonly budgetShare: number
}

export interface CompulsoryAnswer {
  readonly compulsory: boolean
  readonly object: TenderObject | null
  readonly threshold: string | null
  readonly sentence: string
}

/** The amounts of 必须招标规定, in 分; in force since 2018-06-01. */
export const compulsoryThresholds: Thresholds = {
  worksFen: 400_000_000,
  goodsFen: 200_000_000,
  serviceFen: 100_000_000,
  budgetFen: 200_000_000,
  budgetShare: 1000,
}

/** Object first, then amount; the answer says which of both decided. */
export function isCompulsory(
  facts: CompulsoryFacts,
  thresholds: Thresholds = compulsoryThresholds,
): CompulsoryAnswer {
  const no = (sentence: string): CompulsoryAnswer => ({
    compulsory: false,
    object: facts.object,
    threshold: null,
    sentence,
  })
  if (facts.object === null) return no('项目不属于必须招标规定第2条至第4条所列范围，由招标人自定。')
  if (facts.object === 'OB-1' && !isBudgetProject(facts, thresholds)) {
    return no('预算资金未同时达到200万元和投资额的10%（必须招标规定第2条），由招标人自定。')
  }
  if (facts.kind === 'service' && !facts.listedService) {
    return no('该服务未被必须招标规定列名，不得强制招标（770号文）。')
  }
  const reached =
    facts.kind === 'epc' ? reachedByPart(facts, thresholds) : reachedBy(facts, thresholds)
  const title = tenderObjects.find((o) => o.id === facts.object)?.title ?? ''
  if (reached === null) return no(`${title}，但单项合同估算价未达到规模标准（必须招标规定第5条）。`)
  return {
    compulsory: true,
    object: facts.object,
    threshold: reached.threshold,
    sentence: `${title}；${reached.sentence}，必须招标（必须招标规定第5条）。`,
  }
}

export const compulsoryTendering = rule<CompulsoryFacts & { tendered: boolean }>()({
  id: 'compulsory-tendering',
  handbook: 'TH-1',
  title: '依法必须招标',
  titleEn: 'Compulsory tendering',
  cites: [
    article('招标投标法', 3),
    article('必须招标规定', 2),
    article('必须招标规定', 5),
    article('实施条例', 29),
  ],
  restates: '属于规定范围并达到规模标准的工程及有关货物、服务，必须招标',
  versions: [{ from: day('2019-03-02'), thresholds: compulsoryThresholds }],
  readings: ['R-008', 'R-030', 'R-031', 'R-032', 'R-039'],
  weight: 'reason',
  holds: (facts, { thresholds }) => facts.tendered || !isCompulsory(facts, thresholds).compulsory,
  explain: (facts, { thresholds }) => isCompulsory(facts, thresholds).sentence,
})

function isBudgetProject(facts: CompulsoryFacts, thresholds: Thresholds): boolean {
  const { budgetFen, investmentFen } = facts
  if (budgetFen === null || investmentFen === null || !isFen(budgetFen)) return false
  const share = shareOf(investmentFen, thresholds.budgetShare)
  return budgetFen >= thresholds.budgetFen && rational(budgetFen).gte(share)
}

interface Reached {
  readonly threshold: string
  readonly sentence: string
}

const partOf: Readonly<Record<Exclude<ContractKind, 'epc'>, ContractPart>> = {
  works: 'works',
  goods: 'goods',
  service: 'service',
  design: 'service',
}
const rowOf: Readonly<Record<ContractPart, string>> = {
  works: 'TH-1',
  goods: 'TH-2',
  service: 'TH-3',
}

/** RU-05: what may not be merged is judged alone; any one that reaches it is enough. */
function reachedBy(facts: CompulsoryFacts, thresholds: Thresholds): Reached | null {
  if (facts.kind === 'epc') return null
  const part = partOf[facts.kind]
  const least = leastOf(part, thresholds)
  const summed = facts.mergeable && facts.estimatesFen.length > 1
  const amount = summed
    ? facts.estimatesFen.reduce((a, b) => a + b, 0)
    : Math.max(0, ...facts.estimatesFen)
  if (amount < least) return null
  const what = `${contractKindTitles[facts.kind]}${summed ? '合并估算价' : '单项合同估算价'}`
  return {
    threshold: summed ? 'TH-4' : rowOf[part],
    sentence: `${what}${yuanShown(amount)}元，达到${yuanShown(least)}元`,
  }
}

/** TH-5: one part over its threshold makes the whole general contract compulsory. */
function reachedByPart(facts: CompulsoryFacts, thresholds: Thresholds): Reached | null {
  const parts = facts.epcParts
  if (parts === null) return null
  const amounts = [
    ['works', parts.worksFen],
    ['goods', parts.goodsFen],
    ['service', parts.serviceFen],
  ] as const
  for (const [part, amount] of amounts) {
    const least = leastOf(part, thresholds)
    if (amount !== null && amount >= least) {
      const what = `总承包中${contractKindTitles[part]}部分${yuanShown(amount)}元`
      return { threshold: 'TH-5', sentence: `${what}，达到${yuanShown(least)}元` }
    }
  }
  return null
}

function leastOf(part: ContractPart, thresholds: Thresholds): Fen {
  if (part === 'works') return thresholds.worksFen
  return part === 'goods' ? thresholds.goodsFen : thresholds.serviceFen
}
