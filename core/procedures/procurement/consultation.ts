// SPDX-License-Identifier: Apache-2.0
/** 竞争性磋商: talks as in a negotiation, but the last quote is one factor of the score. */

import { article, day, words } from '../../kernel/index.ts'
import type { Procedure } from '../procedure.ts'
import type { Rules } from '../rules.ts'
import { negotiating } from '../stages/negotiating.ts'
import { negotiation } from './negotiation.ts'
import { respondingStages } from './responding.ts'
import { responding } from './speaking.ts'

const rules: Rules = {
  ...negotiation.rules,
  supply: 'TL-13',
  preparation: 'TL-12',
  change: 'TL-14',
}

export const consultation: Procedure = {
  ...negotiation,
  id: 'procurement/consultation',
  title: words('竞争性磋商', 'Competitive consultation'),
  basis: [article('214号文', 3), article('214号文', 10)],
  inForce: { from: day('2014-12-31') },
  minToOpen: { count: 3, cites: [article('214号文', 34)] },
  committee: { members: 3, cites: [article('214号文', 14)] },
  rules,
  competition: 'consultation',
  panel: 'consultation',
  methods: ['comprehensive'],
  stages: respondingStages(rules, negotiating),
  speaks: [
    ...responding,
    ['招标公告', '磋商公告'],
    ['招标文件', '磋商文件'],
    ['评标委员会', '磋商小组'],
    ['评标', '磋商与评审'],
    ['开标', '开启'],
    ['谈判', '磋商'],
  ],
}
