// SPDX-License-Identifier: Apache-2.0
/** 项目的规则: on what ground a trade is held by its procedure at all. */

import { certain, dayOf, type Finding } from '../../../kernel/index.ts'
import {
  type CompulsoryFacts,
  compulsoryTendering,
  intentionBeforeActivity,
  isCompulsory,
  methodLawful,
  openTenderThreshold,
} from '../../../law/index.ts'
import type { Procedure } from '../../../procedures/index.ts'
import { type Asked, finding } from '../acts/act.ts'
import type { DataOf } from '../events.ts'

type Stated = Omit<DataOf<'ProjectRegistered'>, 'compulsory' | 'region' | 'owner' | 'procedure'>

/** What follows from what the owner states: whether it must be tendered, and by which findings. */
export interface Grounds {
  readonly compulsory: boolean
  readonly findings: readonly Finding[]
}
type Judge = (asked: Asked<Stated>, procedure: Procedure) => Grounds

const projectRules: Readonly<Record<string, Judge>> = {
  'TH-1': (asked) => {
    const { kind, funds, estimateFen } = asked.body
    const facts: CompulsoryFacts = {
      object: funds.object,
      kind,
      estimatesFen: [estimateFen],
      mergeable: false,
      listedService: true,
      budgetFen: funds.budgetFen,
      investmentFen: funds.investFen,
      epcParts: null,
    }
    const { compulsory } = isCompulsory(facts)
    const found = finding(asked, compulsoryTendering, { ...facts, tendered: true })
    return { compulsory, findings: [found] }
  },
  '3.2': (asked, { competition }) => {
    const { kind, estimateFen, procurement } = asked.body
    if (procurement === undefined) return { compulsory: false, findings: [] }
    const { level, ground, approval, intentionOn } = procurement
    const today = dayOf(asked.at.now)
    const object = kind === 'works' ? 'works' : kind === 'goods' ? 'goods' : 'service'
    const threshold = openTenderThreshold({ level, region: '广西', object, on: today })
    const method = certain(competition, 'a procedure of procurement names its method')
    const lawful = finding(asked, methodLawful, {
      method,
      ground,
      amountFen: estimateFen,
      thresholdFen: threshold?.openTenderFen ?? null,
      verified: threshold?.verified ?? false,
      approved: approval !== '',
    })
    const intended = finding(asked, intentionBeforeActivity, {
      publishedOn: intentionOn ?? today,
      startedOn: today,
      exempt: intentionOn === null,
    })
    return { compulsory: false, findings: [lawful, intended] }
  },
}

export function projectFindings(asked: Asked<Stated>, procedure: Procedure): Grounds {
  const { project } = procedure.rules
  return certain(projectRules[project], `no project rule ${project}`)(asked, procedure)
}

export const knownProjectRules = Object.keys(projectRules)
