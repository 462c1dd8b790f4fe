// SPDX-License-Identifier: Apache-2.0
/** Turns a row of the limits table into a rule that judges a case and explains its arithmetic. */

import {
  type CivilDate,
  type Facts,
  type Lights,
  type Rule,
  type Version,
  versionOn,
} from '../kernel/index.ts'
import { explainDue } from './explain.ts'
import { citeShown, dayShown, type Figure, type Limit } from './limit.ts'
import { type Due, due, limitOf } from './limits.ts'

/** What the row already says about the rule. */
export function saidBy(limit: Limit) {
  return {
    id: limit.id,
    handbook: limit.handbook,
    title: limit.title,
    titleEn: limit.titleEn,
    cites: limit.cites,
    restates: limit.restates,
    versions: limit.versions,
    ...(limit.readings.length === 0 ? {} : { readings: limit.readings }),
  }
}

/** Two days of a case: the one that starts the clock and the one that is judged. */
export interface Span {
  readonly start: CivilDate
  readonly end: CivilDate
}

/** What distinguishes one limit from another when it is judged. */
export interface LimitCase<F extends Facts> {
  readonly span: (facts: F) => Span
  /** How the judged day reads: 投标截止定于. */
  readonly act: string
  readonly applies?: (facts: F) => boolean
  readonly weight?: Rule<F, Figure>['weight']
  /** A figure of the case instead of the law's. */
  readonly n?: (facts: F) => number
}

/** At least n days: a breach blocks, for it takes time that belongs to others. */
export function minimum<F extends Facts>(name: string, of: LimitCase<F>): Rule<F, Figure> {
  const limit = limitOf(name)
  return {
    ...saidBy(limit),
    ...whereBound(of),
    ...whereProvisional(limit, of),
    weight: of.weight ?? 'block',
    holds: (facts, version, lights) =>
      of.span(facts).end >= dueOf(limit, of, { facts, version, lights }).safe,
    explain: (facts, version, lights) => {
      const count = dueOf(limit, of, { facts, version, lights })
      const { end } = of.span(facts)
      const held = end >= count.safe ? '符合' : '时间不足'
      return `${explainDue(count)}${of.act}${dayShown(end)}，${held}。`
    },
  }
}

/** At most n days: an act done late is never blocked, it is written down as late. */
export function maximum<F extends Facts>(name: string, of: LimitCase<F>): Rule<F, Figure> {
  const limit = limitOf(name)
  return {
    ...saidBy(limit),
    ...whereBound(of),
    ...whereProvisional(limit, of),
    weight: of.weight ?? 'advice',
    holds: (facts, version, lights) =>
      of.span(facts).end <= dueOf(limit, of, { facts, version, lights }).safe,
    explain: (facts, version, lights) => {
      const count = dueOf(limit, of, { facts, version, lights })
      const { end } = of.span(facts)
      const held = end <= count.safe ? '按期' : '逾期'
      return `${explainDue(count)}${of.act}${dayShown(end)}，${held}。`
    },
  }
}

/** Counted back from a deadline: the act must fall on the last day or before. */
export function backward<F extends Facts>(name: string, of: LimitCase<F>): Rule<F, Figure> {
  const limit = limitOf(name)
  const lastDay = (facts: F, version: Version<Figure>, lights: Lights) =>
    dueOf(limit, { ...of, n: (f) => -figureOf(of, f, version) }, { facts, version, lights }).raw
  return {
    ...saidBy(limit),
    ...whereBound(of),
    weight: of.weight ?? 'advice',
    holds: (facts, version, lights) => of.span(facts).end <= lastDay(facts, version, lights),
    explain: (facts, version, lights) => {
      const last = lastDay(facts, version, lights)
      const { start, end } = of.span(facts)
      const clause = limit.cites.map(citeShown).join('、')
      const counted = `${limit.since}为${dayShown(start)}，往前数${figureOf(of, facts, version)}日`
      const held = end <= last ? '按期' : '逾期'
      return `${counted}，最晚${dayShown(last)}（${clause}）；${of.act}${dayShown(end)}，${held}。`
    },
  }
}

interface Case<F> {
  readonly facts: F
  readonly version: Version<Figure>
  readonly lights: Lights
}

function figureOf<F extends Facts>(of: LimitCase<F>, facts: F, version: Version<Figure>): number {
  return of.n?.(facts) ?? version.n ?? 0
}

function dueOf<F extends Facts>(limit: Limit, of: LimitCase<F>, at: Case<F>): Due {
  const { facts, version, lights } = at
  const lawDay = version.from
  const n = figureOf(of, facts, versionOn(limit.versions, lawDay))
  return due(limit, of.span(facts).start, { lawDay, calendar: lights.calendar, n })
}

function whereBound<F extends Facts>(of: LimitCase<F>): Pick<Rule<F, Figure>, 'applies'> {
  const { applies } = of
  return applies === undefined ? {} : { applies: (facts) => applies(facts) }
}

function whereProvisional<F extends Facts>(
  limit: Limit,
  of: LimitCase<F>,
): Required<Pick<Rule<F, Figure>, 'provisional'>> {
  return {
    provisional: (facts, version, lights) =>
      dueOf(limit, of, { facts, version, lights }).provisional,
  }
}
