// SPDX-License-Identifier: Apache-2.0
/** What phrases are made of: one step, several in a row, or a stage until it is through. */

import {
  certain,
  clockOf,
  dayOf,
  fenOfYuan,
  type Instant,
  instantOn,
  isCivilDate,
} from '../kernel/index.ts'
import type { TenderState } from '../trading/tender/index.ts'
import { member, named, type Persona } from './people.ts'
import type { Plan } from './plan.ts'
import type { Stage } from './script.ts'
import type { Done, Driver, Step, Tried } from './tender.ts'

export interface Row {
  readonly time: string
  readonly who: string
  readonly does: string
  readonly result: string
}

/** What a trace remembers between rows besides the tender itself. */
export interface Memory {
  plan: Plan
}

export interface Saying {
  readonly driver: Driver
  readonly memory: Memory
  readonly at: Instant
}

/** `m` holds what the brackets of the phrase took; `who` is the name in the second column. */
export interface Said extends Saying {
  readonly who: string
  readonly m: readonly string[]
}
export type Meaning = (said: Said) => Promise<Tried>
export type Phrases = readonly (readonly [RegExp, Meaning])[]

const nothing: Done = { kind: 'done', events: [], findings: [] }

/** One act of the person named, with a body made from what the phrase says. */
export function does(act: string, body: (said: Said, state: TenderState) => unknown): Meaning {
  return async (said) => {
    const state = await said.driver.state()
    return said.driver.perform({ who: named(said.who), act, body: body(said, state), at: said.at })
  }
}

/** Steps one after another; the first that is not accepted is the answer. */
export async function inTurn(driver: Driver, steps: readonly Step[]): Promise<Tried> {
  let all: Done = nothing
  for (const step of steps) {
    const tried = await driver.perform(step)
    if (tried.kind !== 'done') return tried
    all = joined(all, tried)
  }
  return all
}

export function through(stage: (said: Said) => Stage): Meaning {
  return async (said) => {
    let all: Done = nothing
    const next = async () => stage(said)(await said.driver.state(), said.at)
    for (let step = await next(); step !== undefined; step = await next()) {
      const tried = await said.driver.perform(step)
      if (tried.kind !== 'done') return tried
      all = joined(all, tried)
    }
    return all
  }
}

function joined(a: Done, b: Done): Done {
  return {
    kind: 'done',
    events: [...a.events, ...b.events],
    findings: [...a.findings, ...b.findings],
  }
}

/** Each of the first `count` members does the act. */
export function members(
  act: string,
  body: (said: Said, seat: number, state: TenderState) => unknown,
  count: (said: Said) => number = () => Number.POSITIVE_INFINITY,
): Meaning {
  return async (said) => {
    const state = await said.driver.state()
    const seats = sitting(state).slice(0, count(said))
    return inTurn(
      said.driver,
      seats.map((who, seat) => ({ who, act, body: body(said, seat, state), at: said.at })),
    )
  }
}

export function sitting(state: TenderState): readonly Persona[] {
  return (state.committee?.members ?? []).map((m) => member(m.member))
}

/** The number under which a bidder's bid goes. */
export function bidNumber(state: TenderState, name: string): string {
  return state.bids.find((b) => b.bidder.name === name)?.no ?? 'B00'
}

/** 9,800,000.00 in a phrase, as 分. */
export function fenIn(text: string | undefined): number {
  return fenOfYuan(certain(text, 'an amount').replaceAll(',', ''))
}

/** `2026-03-02 09:00` in 北京时间. */
export function momentOf(text: string | undefined): Instant {
  const [on = '', clock = ''] = (text ?? '').split(' ')
  if (!isCivilDate(on)) throw new RangeError(`not a moment of a trace: ${text}`)
  return instantOn(on, clock)
}

export function momentText(at: Instant): string {
  return `${dayOf(at)} ${clockOf(at)}`
}
