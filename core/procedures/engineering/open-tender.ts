// SPDX-License-Identifier: Apache-2.0
/** 公开招标（资格后审）: anybody may bid, and who is qualified is judged after opening. */

import { article, day, words } from '../../kernel/index.ts'
import { tenderingAfterAward } from '../after-award.ts'
import type { Procedure } from '../procedure.ts'
import { engineeringRemedies } from '../remedies/index.ts'
import { tenderingRules } from '../rules.ts'
import {
  archived,
  contracted,
  decided,
  failed,
  invalidated,
  notified,
  settled,
  terminated,
} from '../stages/conclusion.ts'
import { evaluating, publicReview, reported } from '../stages/evaluation.ts'
import { closed, opened, opening } from '../stages/opening.ts'
import { admitted, filed, planned, tendering } from '../stages/preparation.ts'

export const openTender: Procedure = {
  id: 'engineering/open-tender',
  title: words('公开招标（资格后审）', 'Open tender, post-qualification'),
  line: 'engineering',
  basis: [article('招标投标法', 10), article('实施条例', 20)],
  inForce: { from: day('2019-03-02') },
  kinds: ['works', 'goods', 'service', 'design'],
  minToOpen: {
    count: 3,
    cites: [article('招标投标法', 28), article('实施条例', 44)],
  },
  committee: { members: 5, cites: [article('招标投标法', 37)] },
  rules: tenderingRules,
  competition: null,
  panel: null,
  qualifiedBy: 'committee',
  methods: ['composite', 'lowest-evaluated'],
  tickets: 'anyone',
  readsOpening: 'public',
  sealedStages: ['tendering'],
  stages: [
    planned,
    filed,
    admitted,
    tendering,
    closed,
    opening,
    opened,
    evaluating,
    reported,
    publicReview,
    decided,
    notified,
    contracted,
    settled,
    archived,
    failed,
    terminated,
    invalidated,
  ],
  speaks: [],
  afterAward: tenderingAfterAward,
  remedies: engineeringRemedies,
}
