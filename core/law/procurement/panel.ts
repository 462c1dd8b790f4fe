// SPDX-License-Identifier: Apache-2.0
/** 评审委员会: its size and the share of experts, for tenders, negotiation, inquiry and consultation. */

import { article, day, type Fen, rule } from '../../kernel/index.ts'
import { isCommitteeWellFormed, leastExperts } from '../tendering/committee.ts'

/** 1000万元: from here on a tender has seven members. */
export const largeTenderFen: Fen = 1_000_000_000

export interface TenderScale {
  readonly budgetFen: Fen
  /** 技术复杂 or 社会影响较大. */
  readonly complex: boolean
}

/** COM-1. */
export function leastTenderMembers({ budgetFen, complex }: TenderScale): number {
  return complex || budgetFen >= largeTenderFen ? 7 : 5
}

/** Representatives of the purchaser: whoever is not an expert. */
export function mostRepresentatives(members: number): number {
  return members - leastExperts(members)
}

export type PanelMethod = 'tender' | 'negotiation' | 'inquiry' | 'consultation'

export type PanelCase = {
  method: PanelMethod
  members: number
  experts: number
  budgetFen: Fen
  complex: boolean
  /** Negotiation and inquiry: goods or services at the open-tender threshold, or works at theirs. */
  atThreshold: boolean
}

/** COM-1, COM-2 and COM-3. */
export function leastMembers(of: PanelCase): number {
  if (of.method === 'tender') return leastTenderMembers(of)
  return of.method !== 'consultation' && of.atThreshold ? 5 : 3
}

/** An odd number from the least on, two thirds of them experts. */
export function isPanelLawful(of: PanelCase): boolean {
  const { members, experts } = of
  if (!isCommitteeWellFormed({ members, experts })) return false
  return members >= leastMembers(of) && members % 2 === 1 && experts >= leastExperts(members)
}

export const panelShape = rule<PanelCase>()({
  id: 'panel-shape',
  handbook: 'COM-1',
  title: '评审委员会组成',
  titleEn: 'Shape of the evaluation panel',
  cites: [
    article('87号令', 47),
    article('政府采购法', 38),
    article('74号令', 7),
    article('214号文', 14),
  ],
  restates:
    '招标五人以上、一千万元以上或者复杂的七人以上，非招标三人以上，都是单数，专家不少于三分之二',
  versions: [{ from: day('2017-10-01') }],
  readings: ['R-063'],
  weight: 'block',
  holds: isPanelLawful,
  explain: (facts) => {
    const { members, experts } = facts
    const needed = `应为${leastMembers(facts)}人以上单数，专家至少${leastExperts(members)}人`
    return `评审委员会${members}人，其中专家${experts}人；${needed}（87号令第47条）。`
  },
})
