// SPDX-License-Identifier: Apache-2.0
/** 最早合法截止: proposed from the law's own count of days, with its arithmetic in words. */

import { dayOf, type Instant, instantOn } from '@gongxin/core/kernel'
import { calendar, type Due, due, explainDue, limitOf } from '@gongxin/core/law'
import { getProcedure, type Rules, usualProcedure } from '@gongxin/core/procedures'
import type { Schedule } from '@gongxin/core/trading/tender'

export interface Proposal {
  readonly schedule: Schedule
  readonly why: readonly string[]
  readonly counted: readonly Due[]
}

/** Documents for the least lawful time, bids until the first lawful morning at half past nine. */
export function proposeSchedule(
  now: Instant,
  rules: Pick<Rules, 'supply' | 'preparation'> = getProcedure(usualProcedure).rules,
): Proposal {
  const today = dayOf(now)
  const counting = { lawDay: today, calendar }
  const prepared = due(limitOf(rules.preparation), today, counting)
  const deadline = instantOn(prepared.safe, '09:30')
  const offered = rules.supply === null ? null : due(limitOf(rules.supply), today, counting)
  const counted = [...(offered === null ? [] : [offered]), prepared]
  return {
    schedule: {
      documentFrom: now,
      documentUntil: offered === null ? deadline : instantOn(offered.safe, '17:30'),
      deadline,
    },
    why: counted.map(explainDue),
    counted,
  }
}
