// SPDX-License-Identifier: Apache-2.0
/** 政府采购公开招标: the usual way to buy goods and services with public money. */

import { article, day, words } from '../../kernel/index.ts'
import { procurementAfterAward } from '../after-award.ts'
import { openTender } from '../engineering/open-tender.ts'
import type { Procedure } from '../procedure.ts'
import { procurementRemedies } from '../remedies/index.ts'
import { procurementRules } from '../rules.ts'
import {
  archivedInProcurement,
  contractedInProcurement,
  settledInProcurement,
} from '../stages/conclusion.ts'
import { procured } from '../stages/procured.ts'
import { awarded, deciding, publishing, qualifying } from '../stages/procuring.ts'
import { procuring } from './speaking.ts'

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
    .map((stage) => changed.find(({ id }) => id === stage.id) ?? procured(stage)),
  remedies: procurementRemedies,
  afterAward: procurementAfterAward,
  speaks: procuring,
}
