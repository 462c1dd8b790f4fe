// SPDX-License-Identifier: Apache-2.0
/** The shortest lawful way from nothing to a tender that takes bids. */

import {
  addDays,
  dayOf,
  type Instant,
  instantOn,
  nextWorkday,
  type Role,
} from '@gongxin/core/kernel'
import { calendar } from '@gongxin/core/law'
import {
  holderBody,
  holderPeople,
  noticeOf,
  type Plan,
  planOf,
  projectOf,
} from '@gongxin/core/testing'

export interface WayStep {
  readonly role: Role
  readonly act: string
  readonly body: unknown
}

/** A plan whose deadline lies a lawful while ahead. */
export function planFrom(now: Instant): Plan {
  const on = nextWorkday(addDays(dayOf(now), 30), calendar)
  return planOf({ deadline: instantOn(on, '09:00') })
}

export function registration(plan: Plan): WayStep {
  return { role: 'tenderOwner', act: 'register-project', body: projectOf(plan) }
}

export function wayToNotice(plan: Plan, at: Instant): readonly WayStep[] {
  const rooms = { openingRoom: '一号开标室', evaluationRoom: '三号评标室' }
  const project = projectOf(plan)
  return [
    registration(plan),
    { role: 'tenderOwner', act: 'notify-filing', body: { form: 'self' } },
    { role: 'centre', act: 'admit-entry', body: rooms },
    ...holderPeople.map(({ office, who: { actor } }) => ({
      role: actor.role,
      act: 'provide-holder-key',
      body: holderBody(office, { project }),
    })),
    { role: 'tenderOwner', act: 'publish-notice', body: noticeOf(plan, at) },
  ]
}
