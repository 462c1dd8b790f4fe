// SPDX-License-Identifier: Apache-2.0
/** Reads what the home page shows: today, the lines of trade, six months of notices. */

import { addDays, addMs, day, dayOf, type Instant, instantOn } from '@gongxin/core/kernel'
import type { HomeModel, MonthFigure } from '@gongxin/web/public-service'
import type { PageDeps } from './deps.ts'
import { lately } from './lately.ts'
import { countNotices, newestNotices, tendersClosing } from './lists.ts'

const dayMs = 86_400_000
const everything = { kind: null, district: null, line: null, since: null }

export async function homeModel(deps: PageDeps, now: Instant): Promise<HomeModel> {
  const week = await tendersClosing(deps, { from: now, withinMs: 7 * dayMs, limit: 40 })
  const soon = addMs(now, 2 * dayMs)
  const fresh = await newestNotices(deps, everything, { limit: 10, after: null })
  return {
    openings: week.filter(({ deadline }) => deadline !== null && deadline <= soon),
    closing: week.filter(({ deadline }) => deadline !== null && deadline > soon),
    notices: fresh.items,
    lines: await lately(deps, 'lines', () => lineCounts(deps)),
    months: await lately(deps, `months ${dayOf(now)}`, () => monthFigures(deps, now)),
  }
}

async function lineCounts({ store }: PageDeps): Promise<HomeModel['lines']> {
  const rows = await store.queries
    .selectFrom('tender')
    .select('line')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('region', '=', store.region)
    .where('phase', 'not in', ['planned', 'filed', 'admitted'])
    .groupBy('line')
    .execute()
  return rows.map(({ line, n }) => ({ line, count: Number(n) }))
}

/** The last six months in 北京时间, the present one included. */
export async function monthFigures(deps: PageDeps, now: Instant): Promise<readonly MonthFigure[]> {
  const starts = monthStarts(now, 6)
  const figures = starts.slice(0, -1).map(async (start, index): Promise<MonthFigure> => {
    const from = instantOn(day(start), '00:00')
    const to = instantOn(day(starts[index + 1] ?? start), '00:00')
    return {
      month: start.slice(0, 7),
      notices: await between(deps, from, to),
      tenderNotices: await between(deps, from, to, 'N-02'),
    }
  })
  return Promise.all(figures)
}

async function between(
  deps: PageDeps,
  from: Instant,
  to: Instant,
  kind: string | null = null,
): Promise<number> {
  const filter = { ...everything, kind }
  const [begun, later] = await Promise.all([
    countNotices(deps, { ...filter, since: from }),
    countNotices(deps, { ...filter, since: to }),
  ])
  return begun - later
}

/** First days of the last `count` months and of the one to come, oldest first. */
export function monthStarts(now: Instant, count: number): readonly string[] {
  const first = (text: string) => `${text.slice(0, 7)}-01`
  const next = first(addDays(day(first(dayOf(now))), 31))
  const starts = [next]
  for (let i = 0; i < count; i++) starts.unshift(first(addDays(day(starts[0] ?? next), -1)))
  return starts
}
