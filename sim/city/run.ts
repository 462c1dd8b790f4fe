// SPDX-License-Identifier: Apache-2.0
/** One whole run: find out what is there, set the clock, tell what is missing. */

import { Broken, dayOf, type Instant, instantOfEpoch } from '@gongxin/core/kernel'
import { routes } from '@gongxin/shell/http/contract'
import { expertsOf } from '../library/index.ts'
import {
  agendaOf,
  beginningOf,
  type City,
  cityOf,
  type Entry,
  presentAhead,
  presentHour,
} from './agenda.ts'
import { counterAt, issuingAt } from './bank.ts'
import { type Cast, castOf } from './cast.ts'
import { type Client, clientAt, type Exchange } from './client.ts'
import type { Stage } from './performer.ts'
import { sessionsOn } from './sessions.ts'
import { type Standing, standingOn } from './standing.ts'
import { clockOf, type PlatformClock, tell } from './telling.ts'

export interface RunOptions {
  readonly url: string
  readonly seed: number
  readonly first?: number
  /** Address of the demo bank. */
  readonly bank: string
  readonly say: (line: string) => void
  readonly watch?: (exchange: Exchange) => void
}

/** False where a life broke off. */
export async function run(options: RunOptions): Promise<boolean> {
  const { url, seed, say } = options
  const client = clientAt(url, options.watch)
  const cast = castOf(seed, await personasOf(client))
  const standing = await standingOn(client)
  const city = await cityFor(client, { ...options, cast, standing })
  const agenda = missing(city, standing)
  say(`演示城市：${city.plans.length} 个项目，${agenda.length} 项待办理，至 ${city.present}`)
  const clock = await clockOf(client)
  const known = new Map([...standing.tenders].map(([code, { id }]) => [code, id]))
  const stage = stageOn(client, { seed, cast, bank: options.bank, clock, known })
  const { broken, acts } = await tell({ stage, clock, agenda, say })
  await clock.reach(ended(city))
  say(`办理 ${acts} 项，${broken.size} 个项目中断，演示时间 ${clock.now()}`)
  return broken.size === 0
}

async function personasOf(client: Client) {
  const answer = await client.ask(routes.personas)
  if (!answer.ok) throw new Broken('the platform has no personas: is it in demo mode?')
  return answer.value
}

interface Founding extends RunOptions {
  readonly cast: Cast
  readonly standing: Standing
}

/**
 * The story ends today. It begins months earlier, which only a clock without history can be set
 * back for; otherwise it begins now and the present moves ahead.
 */
async function cityFor(client: Client, founding: Founding): Promise<City> {
  const { seed, cast, standing, first } = founding
  const options = { seed, cast, ...(first === undefined ? {} : { first }) }
  if (standing.present !== null) return cityOf({ ...options, present: standing.present })
  const today = dayOf(instantOfEpoch(Date.now()))
  const city = cityOf({ ...options, present: today })
  const beginning = beginningOf(agendaOf(city), today)
  if (await setBack(client, beginning, standing)) return city
  const { now } = await clockOf(client)
  const present = presentAhead(agendaOf(city), today, now())
  founding.say(`演示时钟不能拨回 ${beginning}，故事顺延至 ${present}`)
  return cityOf({ ...options, present })
}

async function setBack(client: Client, to: Instant, { empty }: Standing): Promise<boolean> {
  if (!empty) return false
  const moved = await client.ask(routes.moveClock, { body: { to }, as: '演示时钟' })
  return moved.ok
}

/** Lives that have come to their end are not told again; others are, under the same keys. */
function missing(city: City, { tenders }: Standing): readonly Entry[] {
  const done = new Set(
    city.plans.flatMap((plan) =>
      tenders.get(plan.code)?.phase === plan.course.phase ? [plan.code] : [],
    ),
  )
  return agendaOf(city).filter(({ plan }) => !done.has(plan.code))
}

export interface Staging {
  readonly seed: number
  readonly cast: Cast
  readonly bank: string
  readonly clock: PlatformClock
  /** Ids of tenders that are there already, by project code. */
  readonly known: ReadonlyMap<string, string>
}

export function stageOn(client: Client, { seed, cast, bank, clock, known }: Staging): Stage {
  return {
    client,
    cast,
    sessions: sessionsOn(client, seed),
    seats: { experts: expertsOf(seed), filled: new Map() },
    counter: counterAt(bank),
    issue: issuingAt(bank),
    tenders: new Map(known),
    now: clock.now,
  }
}

/** Noon of the present day, or the hour it really is. */
function ended({ present }: City): Instant {
  const here = instantOfEpoch(Date.now())
  const noon = presentHour(present)
  return dayOf(here) === present && here > noon ? here : noon
}
