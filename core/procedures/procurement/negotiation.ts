// SPDX-License-Identifier: Apache-2.0
/** 竞争性谈判: what is wanted is settled in talks, and the lowest last quote wins. */

import { article, words } from '../../kernel/index.ts'
import type { Procedure } from '../procedure.ts'
import type { Rules } from '../rules.ts'
import { negotiating } from '../stages/negotiating.ts'
import { inquiry } from './inquiry.ts'
import { respondingStages } from './responding.ts'
import { responding } from './speaking.ts'

const rules: Rules = { ...inquiry.rules, preparation: 'TL-08', change: 'TL-09' }

export const negotiation: Procedure = {
  ...inquiry,
  id: 'procurement/negotiation',
  title: words('竞争性谈判', 'Competitive negotiation'),
  basis: [article('政府采购法', 30), article('政府采购法', 38), article('74号令', 27)],
  kinds: ['goods', 'service'],
  minToOpen: { count: 3, cites: [article('74号令', 37)] },
  committee: { members: 3, cites: [article('政府采购法', 38), article('74号令', 7)] },
  rules,
  competition: 'negotiation',
  panel: 'negotiation',
  rounds: true,
  stages: respondingStages(rules, negotiating),
  speaks: [
    ...responding,
    ['招标公告', '谈判公告'],
    ['招标文件', '谈判文件'],
    ['评标委员会', '谈判小组'],
    ['评标', '谈判与评审'],
    ['开标', '开启'],
  ],
}
