// SPDX-License-Identifier: Apache-2.0
/** 提出以前先看清: until when, answered by when, what stands still and until when, each with its clause. */

import {
  type CivilDate,
  citeText,
  dayOf,
  endOf,
  type Instant,
  type Words,
  words,
} from '../../../kernel/index.ts'
import {
  citeShown,
  complaintEnd,
  due,
  explainDue,
  lastDateBefore,
  limitOf,
} from '../../../law/index.ts'
import {
  type Procedure,
  type Remedy,
  type RemedyLevel,
  remedyAt,
  type Subject,
} from '../../../procedures/index.ts'
import { lawDayOf, type Moment } from '../acts/act.ts'
import { procedureOf } from '../decide.ts'
import type { TenderState } from '../state.ts'
import { endOfLimit, startOf, timeJudged } from './times.ts'

export interface Term {
  /** Last moment; null where the law names none or it has not begun. */
  readonly until: Instant | null
  /** One sentence with clause and arithmetic; empty where there is nothing to count. */
  readonly why: string
}

export interface Outlook {
  readonly remedy: Remedy
  readonly subject: Subject
  readonly lodge: Term
  readonly answer: Term
  readonly stay: Words
}

type Clock = Pick<Moment, 'calendar' | 'now'>

/** What whoever lodges it now can count on; nothing where the stage knows no such remedy. */
export function outlookOf(
  state: TenderState,
  at: Clock,
  { level, procedure = procedureOf(state) }: { level: RemedyLevel; procedure?: Procedure },
): readonly Outlook[] {
  const remedy = remedyAt(procedure, level)
  if (remedy === undefined) return []
  const open = remedy.subjects.filter(({ stages }) => stages.includes(state.phase))
  return open.map((subject) => ({
    remedy,
    subject,
    lodge: lodgeTerm({ state, at: { ...at, facts: {} } }, subject),
    answer: answerTerm(state, at, remedy),
    stay: stayOf(remedy, subject),
  }))
}

function lodgeTerm(
  of: { readonly state: TenderState; readonly at: Moment },
  subject: Subject,
): Term {
  const from = startOf(of, subject, {})
  const why = timeJudged(of, subject, {})?.sentence ?? ''
  const last = from === null ? null : lastDay(of, subject, from)
  return { until: last === null ? null : endOf(last), why }
}

function lastDay(
  of: { readonly state: TenderState; readonly at: Moment },
  { time }: Subject,
  from: CivilDate,
): CivilDate | null {
  const { state, at } = of
  const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
  if (time === null) return null
  switch (time.from) {
    case 'deadline':
      return lastDateBefore(limitOf(time.limit), from, counting)
    case 'public-review':
      return state.publicReview?.until ?? null
    case 'knowing':
      return complaintEnd({ knew: from }, counting).safe
    default:
      return endOfLimit(of, time.limit, from)
  }
}

/** Counted as if it were received today. */
function answerTerm(state: TenderState, at: Clock, { times }: Remedy): Term {
  const limit = times.answer ?? times.decide
  if (limit === null) return { until: null, why: '' }
  const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
  const found = due(limitOf(limit), dayOf(at.now), counting)
  return { until: endOf(found.safe), why: explainDue(found) }
}

function stayOf({ stay }: Remedy, { subject }: Subject): Words {
  const { what, from, of, limit, cites } = stay
  const zhCites = cites.map(citeShown).join('、')
  const enCites = cites.map(citeText).join(', ')
  const said = (zh: string, en: string) => words(`${zh}（${zhCites}）。`, `${en} (${enCites}).`)
  if (what === 'nothing' || !of.includes(subject)) {
    return said('提出后交易照常进行', 'Nothing stands still')
  }
  if (what === 'signing') {
    return said('提出后到答复前不得签订合同', 'No contract is signed before the answer')
  }
  if (from === 'lodging') {
    return said('按期提出的，交易暂停到答复时', 'In time it stops the trade until the answer')
  }
  const days = limit === null ? null : limitOf(limit).versions.at(-1)?.n
  return said(
    `投诉本身不暂停交易，监督部门可以书面通知暂停${days == null ? '' : `，最长${days}日`}`,
    `A complaint stops nothing by itself; the authority may suspend${days == null ? '' : ` for ${days} days at most`}`,
  )
}
