// SPDX-License-Identifier: Apache-2.0
/** 单一来源采购: there is one supplier only, and why is for everybody to read. */

import { article, words } from '../../kernel/index.ts'
import type { Procedure } from '../procedure.ts'
import { procurementRules } from '../rules.ts'
import { arguing, consulting, filedPlain, soleSource } from '../stages/sole-source.ts'
import { inquiry } from './inquiry.ts'
import { responding } from './speaking.ts'

/** From the notice to the report nothing happens: nobody competes. */
const competing = ['tendering', 'closed', 'opening', 'opened', 'evaluating', 'reported']

export const singleSource: Procedure = {
  ...inquiry,
  id: 'procurement/single-source',
  title: words('单一来源采购', 'Single source'),
  basis: [article('政府采购法', 31), article('政府采购法', 39), article('74号令', 38)],
  kinds: ['goods', 'service'],
  minToOpen: null,
  committee: null,
  rules: {
    ...procurementRules,
    supply: null,
    terms: [],
    enough: { invited: null, deadline: null, qualified: null, conforming: null },
  },
  competition: 'single-source',
  panel: null,
  methods: [],
  sealedStages: [],
  stages: inquiry.stages
    .filter(({ id }) => !competing.includes(id))
    .flatMap((stage) => {
      if (stage.id === 'filed') return [filedPlain]
      return stage.id === 'admitted' ? [arguing, soleSource, consulting] : [stage]
    }),
  speaks: [...responding, ['招标公告', '单一来源公示'], ['招标文件', '采购需求']],
}
