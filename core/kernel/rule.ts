// SPDX-License-Identifier: Apache-2.0
/** A rule is a reading of an article: checking it is recording it. */

import { certain } from './assert.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { Finding, Json, Outcome } from './decision.ts'
import type { CivilDate } from './time.ts'

/** A document of the catalogue by short name, and the article: 招标投标法 24. */
export interface Citation {
  readonly document: string
  readonly article: string
}

export function article(document: string, number: number | string): Citation {
  return { document, article: String(number) }
}

export function citeText(cite: Citation): string {
  return `${cite.document} ${cite.article}`
}

/** Figures that hold from a day on, until `to` (exclusive) or the next version. */
export type Version<V> = V & Running

/** A stretch of days, open where `to` is missing. */
export interface Running {
  readonly from: CivilDate
  /** The first day on which it is no longer. */
  readonly to?: CivilDate
}

export function runsOn({ from, to }: Running, on: CivilDate): boolean {
  return from <= on && (to === undefined || on < to)
}

/** What a rule may lean on besides the facts: the calendar it was handed. */
export interface Lights {
  readonly calendar: WorkingCalendar
}

export type Facts = { readonly [key: string]: Json }

export interface Rule<F extends Facts, V> {
  readonly id: string
  readonly handbook?: string
  readonly title: string
  readonly titleEn?: string
  readonly cites: readonly Citation[]
  /** Our own one sentence of what the article asks. */
  readonly restates: string
  readonly versions: readonly Version<V>[]
  readonly readings?: readonly string[]
  readonly weight: Finding['weight']
  readonly applies?: (facts: F, version: Version<V>) => boolean
  readonly holds: (facts: F, version: Version<V>, lights: Lights) => boolean | 'needs-judgement'
  /** One Chinese sentence about this case. */
  readonly explain: (facts: F, version: Version<V>, lights: Lights) => string
  /** True when a day was counted with a calendar that is not official yet (暂定). */
  readonly provisional?: (facts: F, version: Version<V>, lights: Lights) => boolean
}

/** Fixes the shape of the facts first, so that the figures can be inferred. */
export function rule<F extends Facts>() {
  return <V>(definition: Rule<F, V>): Rule<F, V> => definition
}

/** The version in force on a day: by the day the activity began, never by today. */
export function versionOn<V>(versions: readonly Version<V>[], on: CivilDate): Version<V> {
  const inForce = versions.filter((version) => runsOn(version, on))
  return certain(inForce.at(-1), `no version in force on ${on}`)
}

/** Applies a rule as in force on `lawDay` and writes down what came out. */
export function check<F extends Facts, V>(
  r: Rule<F, V>,
  facts: F,
  lawDay: CivilDate,
  lights: Lights,
): Finding {
  const version = versionOn(r.versions, lawDay)
  const applies = r.applies?.(facts, version) ?? true
  const provisional = applies && r.provisional?.(facts, version, lights) === true
  const held = applies ? r.holds(facts, version, lights) : 'not-applicable'
  return {
    rule: r.id,
    ...(r.handbook === undefined ? {} : { handbook: r.handbook }),
    cites: r.cites.map(citeText),
    version: version.from,
    inputs: facts,
    outcome: outcomeOf(held),
    sentence: r.explain(facts, version, lights),
    weight: r.weight,
    ...(r.readings === undefined ? {} : { readings: r.readings }),
    ...(provisional ? { provisional: true } : {}),
  }
}

function outcomeOf(held: boolean | 'needs-judgement' | 'not-applicable'): Outcome {
  if (typeof held === 'string') return held
  return held ? 'met' : 'breached'
}
