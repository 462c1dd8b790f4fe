// SPDX-License-Identifier: Apache-2.0
/** Where deciders ask the rules that a procedure names; an unknown name is a fault of the house. */

import { certain, type Finding } from '../../../kernel/index.ts'
import type { Procedure, RuleName } from '../../../procedures/index.ts'
import type { Asked } from '../acts/act.ts'
import { termRules } from './terms.ts'
import { type Period, timeRules } from './times.ts'

export { rankFinding, remedyUntil, stepFinding } from './award.ts'
export { candidateFindings, competitionOf, countFindings, leastToOpen } from './enough.ts'
export { lowPricesBy } from './low-price.ts'
export { panelFindings } from './panel.ts'
export { projectFindings } from './project.ts'
export { refundFinding } from './refunds.ts'

/** Whether the time between two days of a notice is enough; nothing where no rule asks. */
export function timeFindings(
  asked: Asked<unknown>,
  rule: RuleName | null,
  period: Period,
): readonly Finding[] {
  return rule === null ? [] : [certain(timeRules[rule], `no time rule ${rule}`)(asked, period)]
}

type Document = Parameters<NonNullable<(typeof termRules)[string]>>[0]

/** Every finding that the document raises under the rules of its procedure. */
export function termFindings(document: Document, { rules }: Procedure): readonly Finding[] {
  return rules.terms.flatMap((name) => certain(termRules[name], `no term rule ${name}`)(document))
}

/** Names this room knows, for the test that every procedure names nothing else. */
export const knownTimeRules = Object.keys(timeRules)
export const knownTermRules = Object.keys(termRules)
