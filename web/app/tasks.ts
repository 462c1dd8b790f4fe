// SPDX-License-Identifier: Apache-2.0
/** Sorts tasks by the day on which they fall due, in 北京时间. */

import type { z } from '@gongxin/core/kernel'
import { addDays, dayOf, type Instant, isInstant, soonestFirst } from '@gongxin/core/kernel'
import type { taskView } from '@gongxin/shell/http/contract'

export type Task = z.infer<typeof taskView>

export interface Groups {
  readonly today: readonly Task[]
  readonly week: readonly Task[]
  readonly later: readonly Task[]
}

/** Overdue counts as today; a week is the next seven days. */
export function groupTasks(tasks: readonly Task[], now: Instant): Groups {
  const today = dayOf(now)
  const weekEnd = addDays(today, 7)
  const dueDay = (task: Task) =>
    task.due !== null && isInstant(task.due) ? dayOf(task.due) : undefined
  const inOrder = tasks.toSorted((a, b) => soonestFirst(a.due, b.due))
  return {
    today: inOrder.filter((t) => t.overdue || (dueDay(t) ?? '9999') <= today),
    week: inOrder.filter((t) => {
      const on = dueDay(t)
      return !t.overdue && on !== undefined && on > today && on <= weekEnd
    }),
    later: inOrder.filter((t) => !t.overdue && (dueDay(t) ?? '9999') > weekEnd),
  }
}
