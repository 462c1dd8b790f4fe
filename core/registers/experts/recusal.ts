// SPDX-License-Identifier: Apache-2.0
/** 回避: nine grounds on which an expert may not evaluate a lot, checked twice. */

import { article, type Citation } from '../../kernel/index.ts'

export interface RecusalGround {
  readonly id: string
  readonly title: string
  readonly cites: readonly Citation[]
  /** law: the article names it; parameter: the expert library may switch it. */
  readonly source: 'law' | 'parameter'
}

const committee = article('评标委员会规定', 12)

export const recusalGrounds: readonly RecusalGround[] = [
  { id: 'RC-1', title: '投标人或其主要负责人的近亲属', cites: [committee], source: 'law' },
  { id: 'RC-2', title: '项目主管部门或者监督部门的人员', cites: [committee], source: 'law' },
  { id: 'RC-3', title: '与投标人有经济利益关系', cites: [committee], source: 'law' },
  { id: 'RC-4', title: '因招标投标违法受过处罚', cites: [committee], source: 'law' },
  {
    id: 'RC-5',
    title: '工作单位是投标人、联合体成员、其控股关系单位、招标人或者代理机构',
    cites: [article('招标投标法', 37)],
    source: 'law',
  },
  { id: 'RC-6', title: '参加过本标段招标文件编制或者设计咨询', cites: [], source: 'parameter' },
  { id: 'RC-7', title: '离开投标人单位未满三年', cites: [], source: 'parameter' },
  { id: 'RC-8', title: '同一单位已有一名专家在本委员会', cites: [], source: 'parameter' },
  { id: 'RC-9', title: '暂停、超频次、请假或者时间冲突', cites: [], source: 'parameter' },
]

/** Facts about one expert against one lot; codes are unified social credit codes. */
export interface RecusalFacts {
  readonly employer: string
  readonly relativesAt: readonly string[]
  readonly interestsIn: readonly string[]
  /** Former employers and whole years since leaving. */
  readonly leftYearsAgo: readonly { readonly employer: string; readonly years: number }[]
  readonly authorityStaff: boolean
  readonly punished: boolean
  readonly preparedThisLot: boolean
  readonly unavailable: boolean
}

export interface LotParties {
  readonly owner: string
  readonly agency: string | null
  /** Bidders with consortium members and companies that control or are controlled. */
  readonly bidders: readonly string[]
  readonly seatedEmployers: readonly string[]
}

/** Ids of all grounds that hit; empty where the expert may sit. */
export function recusalHits(
  facts: RecusalFacts,
  lot: LotParties,
  exEmployeeYears = 3,
): readonly string[] {
  const isBidder = (code: string) => lot.bidders.includes(code)
  const sides = [lot.owner, ...(lot.agency === null ? [] : [lot.agency])]
  const hits: readonly (readonly [string, boolean])[] = [
    ['RC-1', facts.relativesAt.some(isBidder)],
    ['RC-2', facts.authorityStaff],
    ['RC-3', facts.interestsIn.some(isBidder)],
    ['RC-4', facts.punished],
    ['RC-5', isBidder(facts.employer) || sides.includes(facts.employer)],
    ['RC-6', facts.preparedThisLot],
    ['RC-7', facts.leftYearsAgo.some((l) => isBidder(l.employer) && l.years < exEmployeeYears)],
    ['RC-8', lot.seatedEmployers.includes(facts.employer)],
    ['RC-9', facts.unavailable],
  ]
  return hits.flatMap(([id, hit]) => (hit ? [id] : []))
}
