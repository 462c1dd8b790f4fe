// SPDX-License-Identifier: Apache-2.0
/** 询价: uniform goods at one price each, which nobody may change. */

import { article, day, words } from '../../kernel/index.ts'
import type { Procedure } from '../procedure.ts'
import { procurementRules, type Rules } from '../rules.ts'
import { procurementOpenTender } from './open-tender.ts'
import { respondingStages } from './responding.ts'
import { responding } from './speaking.ts'

/** 74号令 45: three working days, and no day for buying a document. */
const rules: Rules = {
  ...procurementRules,
  supply: null,
  preparation: 'TL-10',
  change: 'TL-11',
  terms: [...procurementRules.terms, '1.5'],
  candidates: '1.5',
}

export const inquiry: Procedure = {
  ...procurementOpenTender,
  id: 'procurement/inquiry',
  title: words('询价', 'Inquiry'),
  basis: [article('政府采购法', 32), article('政府采购法', 40), article('74号令', 44)],
  inForce: { from: day('2014-02-01') },
  kinds: ['goods'],
  minToOpen: { count: 3, cites: [article('74号令', 50)] },
  committee: { members: 3, cites: [article('政府采购法', 40)] },
  rules,
  competition: 'inquiry',
  panel: 'inquiry',
  qualifiedBy: 'committee',
  methods: ['lowest-price'],
  readsOpening: 'panel',
  stages: respondingStages(rules),
  speaks: [
    ...responding,
    ['招标公告', '询价公告'],
    ['招标文件', '询价通知书'],
    ['评标委员会', '询价小组'],
    ['评标', '评审'],
    ['开标', '开启'],
    ['最低评标价法', '最低价成交'],
  ],
}
