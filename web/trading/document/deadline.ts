// SPDX-License-Identifier: Apache-2.0
/** 最早合法截止: proposed from the law's own count of days, with its arithmetic in words. */

import { dayOf, type Instant, instantOn } from '@gongxin/core/kernel'
import { calendar, type Due, due, explainDue, limitOf } from '@gongxin/core/law'
import type { Schedule } from '@gongxin/core/trading/tender'

export interface Proposal {
  readonly schedule: Schedule
  readonly why: readonly string[]
  readonly counted: readonly Due[]
}

/** Documents for the least lawful time, bids until the first lawful morning at half past nine. */
export function proposeSchedule(now: Instant): Proposal {
  const today = dayOf(now)
  const counting = { lawDay: today, calendar }
  const offered = due(limitOf('document-availability'), today, counting)
  const prepared = due(limitOf('bid-preparation-time'), today, counting)
  return {
    schedule: {
      documentFrom: now,
      documentUntil: instantOn(offered.safe, '17:30'),
      deadline: instantOn(prepared.safe, '09:30'),
    },
    why: [explainDue(offered), explainDue(prepared)],
    counted: [offered, prepared],
  }
}
