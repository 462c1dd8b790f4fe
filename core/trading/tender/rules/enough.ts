// SPDX-License-Identifier: Apache-2.0
/** 家数: whether enough are left at each moment at which the procedure counts. */

import { certain, type Finding } from '../../../kernel/index.ts'
import {
  type CompetitionMoment,
  type CompetitiveMethod,
  competitionTests,
  enoughSuppliers,
  threeBiddersOrMore,
  threeInviteesOrMore,
} from '../../../law/index.ts'
import type { RuleName } from '../../../procedures/index.ts'
import { type Asked, finding, lawDayOf } from '../acts/act.ts'
import { procedureOf } from '../decide.ts'

export interface Count {
  readonly moment: CompetitionMoment
  readonly suppliers: number
}
type Judge = (asked: Asked<unknown>, count: Count) => readonly Finding[]

export const enoughRules: Readonly<Record<string, Judge>> = {
  P3: (asked, { suppliers }) => [finding(asked, threeInviteesOrMore, { invited: suppliers })],
  'FL-2': (asked, { suppliers }) => [finding(asked, threeBiddersOrMore, { bidders: suppliers })],
  '18.3': (asked, { moment, suppliers }) => {
    const { state, at } = asked
    const method = procedureOf(state).competition
    if (method === null || !isCounted(method)) return []
    const fewerBy = state.project?.procurement?.fewerBy ?? null
    const on = lawDayOf(state, at.now)
    return [finding(asked, enoughSuppliers, { method, moment, fewerBy, on, suppliers })]
  },
}

function isCounted(method: string): method is CompetitiveMethod {
  return Object.hasOwn(competitionTests, method)
}

/** Findings about the number left at a moment; none where the procedure does not count then. */
export function countFindings(asked: Asked<unknown>, count: Count): readonly Finding[] {
  const { rules } = procedureOf(asked.state)
  const rule = ruleAt(rules.enough, count.moment)
  return rule === null ? [] : certain(enoughRules[rule], `no count ${rule}`)(asked, count)
}

function ruleAt(
  enough: ReturnType<typeof procedureOf>['rules']['enough'],
  moment: CompetitionMoment,
): RuleName | null {
  switch (moment) {
    case 'invited':
      return enough.invited
    case 'deadline':
      return enough.deadline
    case 'qualified':
      return enough.qualified
    default:
      return enough.conforming
  }
}
