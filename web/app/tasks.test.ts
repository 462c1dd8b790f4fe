// SPDX-License-Identifier: Apache-2.0
/** Tasks fall into the day they are due in 北京时间; clocks and codes are measured and read. */

import { moment } from '@gongxin/core/kernel'
import { expect, test } from 'vitest'
import { measure } from './clock.ts'
import { usccSaid } from './register-form.ts'
import { groupTasks, type Task } from './tasks.ts'

function task(id: string, due: string | null, overdue = false): Task {
  const title = { zh: '答复异议', en: 'Answer' }
  return { id, tender: 't', tenderTitle: '', act: 'x', title, due, why: '', overdue }
}

test('tasks are grouped by the day in 北京时间', () => {
  const now = moment('2026-11-24T10:00:00+08:00')
  const groups = groupTasks(
    [
      task('late', '2026-11-20T15:59:59.999Z', true),
      task('tonight', '2026-11-24T15:59:59.999Z'),
      task('tomorrow', '2026-11-24T16:00:00.000Z'),
      task('week-end', '2026-12-01T15:59:59.999Z'),
      task('later', '2026-12-01T16:00:00.000Z'),
      task('none', null),
    ],
    now,
  )
  expect(groups.today.map(({ id }) => id)).toEqual(['late', 'tonight'])
  expect(groups.week.map(({ id }) => id)).toEqual(['tomorrow', 'week-end'])
  expect(groups.later.map(({ id }) => id)).toEqual(['later', 'none'])
})

test('a moved demo clock is not mistaken for a wrong own clock', () => {
  const measured = measure({
    before: 1_000_000,
    after: 1_000_200,
    now: new Date(1_000_100 + 86_400_000 + 5_000).toISOString(),
    offsetMs: 86_400_000,
    mode: 'demo',
  })
  expect(measured).toEqual({ aheadMs: 86_405_000, skewMs: 5_000, offsetMs: 86_400_000, demo: true })
})

test('the credit code is judged while it is typed', () => {
  expect(usccSaid('91450200MA5KX1C70K', 'zh').ok).toBe(true)
  expect(usccSaid('91450200MA5KX1C70', 'zh').sentence).toContain('18位')
  expect(usccSaid('91450200MA5KX1C701', 'en').ok).toBe(false)
  expect(usccSaid('', 'zh')).toEqual({ ok: false, sentence: '' })
})
