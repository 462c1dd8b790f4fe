// SPDX-License-Identifier: Apache-2.0
/** Group `limits-construction`: days counted on, counted back, and the complaint clock. */

import type { CivilDate } from '@gongxin/core/kernel'
import {
  calendar,
  calendarBegins,
  calendarCovers,
  clarificationDeadline,
  complaintEnd,
  constructionLimits,
  due,
  dueDays,
  dueWorkdays,
  findLimit,
  isInHours,
  type Limit,
  lastDateBefore,
  type ObjectionSpan,
} from '@gongxin/core/law'
import type { Given } from './cases.ts'
import type { Answers, Evaluate } from './evaluate.ts'
import type { Fields } from './fields.ts'

/** Longest count that a case may ask for: ten years of days. */
const mostDays = 3660

export const evaluate: Evaluate = (fields) => {
  const limit = findLimit(fields.text('rule'))
  if (limit === undefined || !constructionLimits.includes(limit)) {
    throw fields.wrong('rule', `unknown ${fields.text('rule')}`)
  }
  if (fields.has('knew')) return complaint(fields, limit)
  if (fields.has('publishedOn')) return clarification(fields, limit)
  if (fields.has('deadline')) return backward(fields, limit)
  return forward(fields, limit)
}

function forward(fields: Fields, limit: Limit): Answers {
  if (isInHours(limit)) throw fields.wrong('rule', `${limit.handbook} is not counted in days`)
  const start = coveredDay(fields, 'start')
  const counting = { lawDay: lawDayOf(limit), calendar }
  if (fields.hasValue('wd') || (limit.unit === 'WD' && !fields.hasValue('n'))) {
    const n = fields.hasValue('wd') ? days(fields, 'wd') : (ownFigure(limit) ?? 0)
    if (n < 1) throw fields.wrong('wd', 'must be at least 1')
    return { expect: dueWorkdays(limit, start, { ...counting, n }).safe }
  }
  const n = fields.hasValue('n') ? days(fields, 'n') : ownFigure(limit)
  if (n === null) throw fields.wrong('n', `missing, ${limit.handbook} has no number of its own`)
  const found =
    limit.unit === 'Y' && !fields.hasValue('n')
      ? due(limit, start, counting)
      : dueDays(limit, start, { ...counting, n })
  return { raw: found.raw, safe: found.safe }
}

function backward(fields: Fields, limit: Limit): Answers {
  const deadline = fields.day('deadline')
  const n = fields.hasValue('back') ? days(fields, 'back') : ownFigure(limit)
  if (n === null || limit.unit !== 'D') throw fields.wrong('back', 'missing')
  return { lastDate: lastDateBefore(limit, deadline, { lawDay: lawDayOf(limit), n }) }
}

function clarification(fields: Fields, limit: Limit): Answers {
  const published = coveredDay(fields, 'publishedOn')
  const deadline = fields.day('deadline')
  const n = fields.hasValue('n') ? days(fields, 'n') : ownFigure(limit)
  if (n === null || limit.unit !== 'D') throw fields.wrong('n', 'missing')
  const moved = clarificationDeadline(published, deadline, {
    lawDay: lawDayOf(limit),
    calendar,
    limit,
    n,
  })
  return { expectNewDeadlineMin: moved }
}

function complaint(fields: Fields, limit: Limit): Answers {
  const knew = coveredDay(fields, 'knew')
  const excluded = fields.isNumber('excluded') ? { excluded: days(fields, 'excluded') } : {}
  const n = fields.hasValue('n') ? { n: days(fields, 'n') } : {}
  const clock = { knew, objections: objectionsOf(fields), ...excluded }
  const end = complaintEnd(clock, { lawDay: lawDayOf(limit), calendar, ...n }).safe
  if (end === null) throw fields.wrong('repliedOn', 'missing, the clock still stands')
  return { expect: end }
}

/** One objection, lists of both days, or a list of spans that do not count. */
function objectionsOf(fields: Fields): readonly ObjectionSpan[] {
  if (fields.isList('excluded')) {
    return fields.list('excluded').map((item, i) => spanOf(fields, item, `excluded[${i}]`))
  }
  const objected = daysOf(fields, 'objectedOn')
  const replied = daysOf(fields, 'repliedOn')
  if (replied.length > objected.length) throw fields.wrong('objectedOn', 'missing')
  return objected.map((objectedOn, i) => spanFrom(fields, objectedOn, replied[i]))
}

function spanOf(fields: Fields, item: Given, name: string): ObjectionSpan {
  if (Array.isArray(item)) {
    const [from, to] = item.map((value, i) => fields.dayOf(value, `${name}[${i}]`))
    if (from === undefined) throw fields.wrong(name, 'must be two days')
    return spanFrom(fields, from, to)
  }
  const span = fields.objectOf(item, name)
  const repliedOn = span.hasValue('repliedOn') ? span.day('repliedOn') : undefined
  return spanFrom(span, span.day('objectedOn'), repliedOn)
}

function spanFrom(
  fields: Fields,
  objectedOn: CivilDate,
  repliedOn: CivilDate | undefined,
): ObjectionSpan {
  if (repliedOn === undefined) return { objectedOn }
  if (repliedOn < objectedOn) throw fields.wrong('repliedOn', 'is before the objection')
  return { objectedOn, repliedOn }
}

function daysOf(fields: Fields, key: string): readonly CivilDate[] {
  if (!fields.hasValue(key)) return []
  if (!fields.isList(key)) return [fields.day(key)]
  return fields.list(key).map((value, i) => fields.dayOf(value, `${key}[${i}]`))
}

function coveredDay(fields: Fields, key: string): CivilDate {
  const on = fields.day(key)
  if (!calendarCovers(on)) throw fields.wrong(key, `no calendar before ${calendarBegins}`)
  return on
}

function days(fields: Fields, key: string): number {
  const n = fields.count(key)
  if (n > mostDays) throw fields.wrong(key, `must not exceed ${mostDays}`)
  return n
}

function ownFigure(limit: Limit): number | null {
  return limit.versions.at(-1)?.n ?? null
}

function lawDayOf(limit: Limit): CivilDate {
  return limit.versions.at(-1)?.from ?? calendarBegins
}
