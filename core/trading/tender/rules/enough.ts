// SPDX-License-Identifier: Apache-2.0
/** 家数: whether enough are left at each moment at which the procedure counts. */

import { certain, type Finding, type Instant } from '../../../kernel/index.ts'
import {
  type CompetitionCase,
  type CompetitionMoment,
  type CompetitiveMethod,
  competitionTest,
  competitionTests,
  enoughProcurementCandidates,
  enoughSuppliers,
  threeBiddersOrMore,
  threeInviteesOrMore,
} from '../../../law/index.ts'
import type { RuleName } from '../../../procedures/index.ts'
import { type Asked, finding, lawDayOf } from '../acts/act.ts'
import { procedureOf } from '../decide.ts'
import type { TenderState } from '../state.ts'

export interface Count {
  readonly moment: CompetitionMoment
  readonly suppliers: number
}
type Judge = (asked: Asked<unknown>, count: Count) => readonly Finding[]

export const enoughRules: Readonly<Record<string, Judge>> = {
  P3: (asked, { suppliers }) => [finding(asked, threeInviteesOrMore, { invited: suppliers })],
  'FL-2': (asked, { suppliers }) => [finding(asked, threeBiddersOrMore, { bidders: suppliers })],
  '18.3': (asked, { moment, suppliers }) => {
    const competition = competitionOf(asked.state, asked.at.now)
    return competition === null
      ? []
      : [finding(asked, enoughSuppliers, { ...competition, moment, suppliers })]
  },
}

/** By which method this trade is counted, and why fewer may do; null where its law counts none. */
export function competitionOf(
  state: TenderState,
  now: Instant,
): Omit<CompetitionCase, 'moment'> | null {
  const method = procedureOf(state).competition
  if (method === null || !isCounted(method)) return null
  const fewerBy = state.project?.procurement?.fewerBy ?? null
  return { method, fewerBy, on: lawDayOf(state, now) }
}

/** How many there must be for an opening. */
export function leastToOpen(state: TenderState, now: Instant): number {
  const competition = competitionOf(state, now)
  const test = competition && competitionTest({ ...competition, moment: 'deadline' })
  return test?.least ?? procedureOf(state).minToOpen?.count ?? 0
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

const candidateRules: Readonly<Record<string, (asked: Asked<unknown>, n: number) => Judged>> = {
  '1.5': (asked, candidates) => {
    const competition = competitionOf(asked.state, asked.at.now)
    if (competition === null || !recommends(competition.method)) return []
    const { method, fewerBy, on } = competition
    return [finding(asked, enoughProcurementCandidates, { method, fewerBy, on, candidates })]
  },
}
type Judged = readonly Finding[]

function recommends(
  method: CompetitiveMethod,
): method is 'negotiation' | 'consultation' | 'inquiry' {
  return method === 'negotiation' || method === 'consultation' || method === 'inquiry'
}

/** Whether the report names as many candidates as the law asks. */
export function candidateFindings(asked: Asked<unknown>, candidates: number): Judged {
  const rule = procedureOf(asked.state).rules.candidates
  if (rule === null) return []
  return certain(candidateRules[rule], `no candidate rule ${rule}`)(asked, candidates)
}
