// SPDX-License-Identifier: Apache-2.0
/** 下一个时间: the date everybody waits for, with the sentence that says why it is that date. */

import { dayOf, endOf, type Instant, soonestFirst } from '@gongxin/core/kernel'
import { calendar, due, explainDue, limitOf } from '@gongxin/core/law'
import {
  type Duty,
  dutiesOf,
  isForAll,
  lawDayOf,
  type TenderState,
} from '@gongxin/core/trading/tender'
import type { Voice } from '../setting.ts'

export interface NextDate {
  readonly title: string
  /** Null where somebody must act and no clock says when. */
  readonly at: Instant | null
  readonly why: readonly string[]
}

export function nextDate(state: TenderState, voice: Voice): NextDate | null {
  const { say, now } = voice
  const notice = state.notice
  switch (state.phase) {
    case 'tendering':
      return notice && deadlineOf(state, voice)
    case 'closed':
      return { title: say('nextOpening'), at: null, why: [] }
    case 'opening': {
      const minutes =
        (notice?.terms.decryptMinutes ?? 0) + (notice?.terms.decryptExtensionMinutes ?? 0)
      const why = [say('whyDecrypt', { minutes })]
      return state.opening && { title: say('nextDecrypt'), at: state.opening.until, why }
    }
    case 'publicReview':
      return reviewEnd(state, voice)
    default: {
      const [duty] = runningClocks(state, now)
      if (duty === undefined) return null
      return { title: duty.title[voice.language], at: duty.until, why: [duty.why] }
    }
  }
}

/** Clocks that everybody may know of, the next first; one without an hour comes last. */
export function runningClocks(state: TenderState, now: Instant): readonly Duty[] {
  return dutiesOf(state, { calendar, now })
    .filter(isForAll)
    .toSorted((a, b) => soonestFirst(a.until, b.until))
}

function deadlineOf(state: TenderState, { say, now }: Voice): NextDate | null {
  const { notice } = state
  if (notice === null) return null
  const counting = { lawDay: lawDayOf(state, now), calendar }
  const least = due(limitOf('LIM-05'), dayOf(notice.schedule.documentFrom), counting)
  const why = [say('whyDeadline'), ...(state.project?.compulsory ? [explainDue(least)] : [])]
  return { title: say('nextDeadline'), at: notice.schedule.deadline, why }
}

export function reviewEnd(state: TenderState, { say, now }: Voice): NextDate | null {
  const review = state.publicReview
  if (review === null) return null
  const counting = { lawDay: lawDayOf(state, now), calendar }
  const why = [explainDue(due(limitOf('LIM-18'), review.from, counting))]
  return { title: say('nextReview'), at: endOf(review.until), why }
}
