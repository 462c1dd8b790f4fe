// SPDX-License-Identifier: Apache-2.0
/** The shortest lawful way from nothing to a tender that takes bids. */

import { addDays, certain, dayOf, type Instant, instantOn, nextWorkday } from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import { noticeOf, type Plan, planOf, preparation } from '@gongxin/core/testing'
import { emptyTender } from '@gongxin/core/trading/tender'

export interface WayStep {
  readonly role: 'tenderOwner' | 'centre'
  readonly act: string
  readonly body: unknown
}

/** A plan whose deadline lies a lawful while ahead. */
export function planFrom(now: Instant): Plan {
  const on = nextWorkday(addDays(dayOf(now), 30), calendar)
  return planOf({ deadline: instantOn(on, '09:00') })
}

export function registration(plan: Plan, at: Instant): WayStep {
  const step = certain(preparation(plan)(emptyTender, at), 'a first step')
  return { role: 'tenderOwner', act: step.act, body: step.body }
}

export function wayToNotice(plan: Plan, at: Instant): readonly WayStep[] {
  const rooms = { openingRoom: '一号开标室', evaluationRoom: '三号评标室' }
  return [
    registration(plan, at),
    { role: 'tenderOwner', act: 'notify-filing', body: { form: 'self' } },
    { role: 'centre', act: 'admit-entry', body: rooms },
    { role: 'tenderOwner', act: 'publish-notice', body: noticeOf(plan, at) },
  ]
}
