// SPDX-License-Identifier: Apache-2.0
/** A tender's life: its chapters one after another, as far as its ending says. */

import {
  addDays,
  addMinutes,
  assert,
  certain,
  dayOf,
  daysBetween,
  type Instant,
} from '@gongxin/core/kernel'
import { between } from '../chance/index.ts'
import { type Chapter, chapters, reaches } from './endings.ts'
import { compete, open } from './lives/competing.ts'
import { archive, award, contract, notify, review, settle } from './lives/concluding.ts'
import { convene, draw, preliminary, score, sign } from './lives/evaluating.ts'
import { admit, file, publish, register } from './lives/preparing.ts'
import type { Plan } from './plan.ts'
import type { Life } from './step.ts'
import { type Timetable, timetableOf } from './timetable.ts'

const told: Readonly<Record<Chapter, (plan: Plan, times: Timetable) => Life>> = {
  register,
  file,
  admit,
  publish,
  compete,
  open,
  draw,
  convene,
  preliminary,
  score,
  sign,
  review,
  award,
  notify,
  contract,
  settle,
  archive,
}

export function* lifeOf(plan: Plan): Life {
  const times = timetableOf(plan)
  for (const chapter of chapters) {
    if (reaches(plan.course, chapter)) yield* told[chapter](plan, times)
  }
}

/** Begins as late as may be so that all is done by the present; what has ended, weeks before. */
export function startedFor(plan: Omit<Plan, 'start'>, present: Instant): Plan {
  const past = plan.course.past === true
  const back = past ? between(plan.seed, `${plan.code} back`, [3, 40]) : 0
  const endsBy = addMinutes(present, -back * 24 * 60)
  let days = back
  for (;;) {
    const begun: Plan = { ...plan, start: addDays(dayOf(present), -days) }
    const ends = lastMoment(begun)
    if (ends <= endsBy) return begun
    // Nearly the whole way at once; the last days one by one, for festivals move the count.
    days += Math.max(1, daysBetween(dayOf(endsBy), dayOf(ends)) - 12)
    assert(days < 400, `${plan.code} does not end in time`)
  }
}

function lastMoment(plan: Plan): Instant {
  const moments = [...lifeOf(plan)].map((step) => step.at).sort()
  return certain(moments.at(-1), 'a life has steps')
}
