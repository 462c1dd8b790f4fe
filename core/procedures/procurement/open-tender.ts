// SPDX-License-Identifier: Apache-2.0
/** 政府采购公开招标: the usual way to buy goods and services with public money. */

import { article, day, words } from '../../kernel/index.ts'
import { procurementAfterAward } from '../after-award.ts'
import { openTender } from '../engineering/open-tender.ts'
import type { Procedure, Stage } from '../procedure.ts'
import { procurementRemedies } from '../remedies/index.ts'
import { inPlaceOf, procurementRules, tenderingRules } from '../rules.ts'
import {
  archivedInProcurement,
  contractedInProcurement,
  settledInProcurement,
} from '../stages/conclusion.ts'
import { awarded, deciding, publishing, qualifying } from '../stages/procuring.ts'
import { procuring } from './speaking.ts'

/** The answer to an objection is that to a 质疑 here. */
const answered: Readonly<Record<string, string>> = { 'LIM-08': 'TL-35' }

/** Limits of 招标投标法 do not run here; each rule of procurement stands in its place. */
function ofTendering(stage: Stage): Stage {
  const { limits, ...rest } = stage
  const here = (id: string) => inPlaceOf(id, tenderingRules, procurementRules) ?? answered[id]
  const kept = (limits ?? []).flatMap((id) => here(id) ?? [])
  return kept.length === 0 ? rest : { ...rest, limits: kept }
}

/** 书面报告 is owed under 招标投标法 47 alone. */
function unreported(stage: Stage): Stage {
  return { ...stage, acts: stage.acts.filter(({ act }) => act !== 'file-written-report') }
}

const changed = [
  qualifying,
  deciding,
  publishing,
  awarded,
  contractedInProcurement,
  settledInProcurement,
  archivedInProcurement,
]

export const procurementOpenTender: Procedure = {
  ...openTender,
  id: 'procurement/open-tender',
  title: words('政府采购公开招标', 'Open tender in procurement'),
  line: 'procurement',
  basis: [article('政府采购法', 26), article('87号令', 3)],
  inForce: { from: day('2017-10-01') },
  kinds: ['goods', 'service'],
  minToOpen: { count: 3, cites: [article('87号令', 41)] },
  committee: { members: 5, cites: [article('87号令', 47)] },
  rules: procurementRules,
  competition: 'open-tender',
  panel: 'tender',
  qualifiedBy: 'purchaser',
  methods: ['lowest-price', 'comprehensive'],
  stages: openTender.stages
    .filter(({ id }) => id !== 'publicReview')
    .map((stage) => changed.find(({ id }) => id === stage.id) ?? ofTendering(stage))
    .map(unreported),
  remedies: procurementRemedies,
  afterAward: procurementAfterAward,
  speaks: procuring,
}
