// SPDX-License-Identifier: Apache-2.0
/** One Chinese sentence for a count of days: the clause and the arithmetic. */

import { type CivilDate, weekdayOf } from '../kernel/index.ts'
import { citeShown, dayShown, dayShownBeside } from './limit.ts'
import { type Due, limitOf } from './limits.ts'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

export function weekdayShown(on: CivilDate): string {
  return weekdays[weekdayOf(on) - 1] ?? ''
}

/** 2025年9月1日开始发出招标文件，当日不计，数满20日为9月21日（周日），顺延至9月22日（…第24条）。 */
export function explainDue(of: Due): string {
  const clause = clauseOf(of)
  return `${dayShown(of.from)}${of.since}，${arithmeticOf(of)}${clause}。`
}

/** The clause in brackets, empty where no article is cited. */
function clauseOf(of: Due): string {
  const cites = limitOf(of.handbook).cites
  const shown = cites.map(citeShown).join('、')
  const rolled = of.raw === of.safe ? '' : '，民法典第203条'
  return shown === '' ? '' : `（${shown}${rolled}）`
}

function arithmeticOf(of: Due): string {
  const raw = dayShownBeside(of.raw, of.from)
  if (of.unit === 'Y') return `满${of.n}年为${raw}`
  if (of.unit === 'WD') return `当日不计，数满${of.n}个工作日为${raw}${provisionalOf(of)}`
  const rolled = of.raw === of.safe ? '' : `，顺延至${dayShownBeside(of.safe, of.from)}`
  const why = of.raw === of.safe ? weekdayShown(of.raw) : (offOf(of) ?? weekdayShown(of.raw))
  return `当日不计，数满${of.n}日为${raw}（${why}）${rolled}${provisionalOf(of)}`
}

function offOf(of: Due): string | undefined {
  const step = of.steps.find((s) => s.day === of.raw && s.why.endsWith('，顺延'))
  return step?.why.slice(0, -'，顺延'.length)
}

function provisionalOf(of: Due): string {
  return of.provisional ? '（工作日历暂定）' : ''
}
