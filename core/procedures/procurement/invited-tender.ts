// SPDX-License-Identifier: Apache-2.0
/** 政府采购邀请招标: where few can supply, or a tender would cost too much. */

import { article, words } from '../../kernel/index.ts'
import type { Procedure } from '../procedure.ts'
import { inviting } from '../stages/inviting.ts'
import { procured } from '../stages/procured.ts'
import { procurementOpenTender } from './open-tender.ts'

export const procurementInvitedTender: Procedure = {
  ...procurementOpenTender,
  id: 'procurement/invited-tender',
  title: words('政府采购邀请招标', 'Invited tender in procurement'),
  basis: [article('政府采购法', 29), article('87号令', 14)],
  competition: 'invited-tender',
  tickets: 'invited',
  stages: procurementOpenTender.stages.map((stage) =>
    stage.id === 'admitted' ? procured(inviting) : stage,
  ),
  speaks: [
    ...procurementOpenTender.speaks,
    ['招标公告', '投标邀请书'],
    ['公告与投标', '邀请与投标'],
  ],
}
