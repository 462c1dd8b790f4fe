// SPDX-License-Identifier: Apache-2.0
/** Walks through 抽取 and 评标 in which people fail one another, and the hand that helps them on. */

import { addMinutes, certain, type Instant } from '../kernel/index.ts'
import { calendar } from '../law/index.ts'
import {
  acceptedSeats,
  awaited,
  decide,
  evolve,
  findAct,
  isPresent,
  mayReveal,
  nextCall,
  type PoolExpert,
  redrawGround,
  type TenderState,
  waitsUntil,
} from '../trading/tender/index.ts'
import * as people from './people.ts'
import {
  arriving,
  draw,
  evaluation,
  marksOf,
  numberOfSide,
  promiseOf,
  type Stage,
  seating,
} from './script.ts'
import type { Step } from './tender.ts'

/** Each library knows few people, and none of another's. */
function libraryOf(state: TenderState): readonly PoolExpert[] {
  const round = state.earlierDraws.length
  const short = round % 3 === 2
  return [...Array(short ? 2 : 7).keys()].map((place) => ({
    expert: `L${round}-${place}`,
    name: `库${round}专家${place}`,
    employer: `12450200MB9C0000${10 + place}`,
    employerName: '设计院',
    specialty: place % 3 === 2 ? 'B02' : 'A01',
    region: '450200',
  }))
}

/** The state after the step, or the same one where it was refused. */
export function taken(state: TenderState, { who, act, body, at }: Step): TenderState {
  const facts = { random: '5'.repeat(64), pool: libraryOf(state) }
  const asked = { body, state, actor: who.actor, at: { now: at, calendar, facts } }
  const answer = decide(certain(findAct(act), act), asked)
  return answer.kind === 'happened' ? answer.events.reduce(evolve, state) : state
}

export interface Move {
  readonly pick: number
  readonly detail: number
}

const sides = ['owner', 'centre', 'authority'] as const
const answers = ['accepted', 'declined', 'no-answer', 'unavailable', 'recusal'] as const

/** What somebody does next, helpful or not; who stays silent simply does not move. */
export function moved(state: TenderState, at: Instant, { pick, detail }: Move): Step | undefined {
  const kind = pick % 10
  if (kind < 4) return draw(state, at) ?? evaluation(state, at)
  const seats = acceptedSeats(state)
  const seat = seats[detail % Math.max(1, seats.length)]
  const members = state.committee?.members ?? []
  const member = members[detail % Math.max(1, members.length)]
  switch (kind) {
    case 4:
      return called(state, detail, at)
    case 5:
      return seat && absent(state, seat, at)
    case 6:
      return member && recused(member.member, at)
    case 7:
      return numberStep(state, sides[detail % 2] ?? 'owner', at)
    case 8:
      return redraw(state, at) ?? excluded(at)
    default:
      return (
        member && {
          who: people.member(member.member),
          act: 'lock-scores',
          body: { marks: marksOf(state) },
          at,
        }
      )
  }
}

function called(state: TenderState, detail: number, at: Instant): Step | undefined {
  const specialty = detail % 2 === 0 ? 'A01' : 'B02'
  const index = nextCall(state, specialty)?.index
  if (index === undefined) return undefined
  const body = { specialty, index, answer: answers[detail % answers.length] }
  return { who: people.centre, act: 'record-call', body, at }
}

function absent(
  state: TenderState,
  { draw: name, specialty, index, expert }: ReturnType<typeof acceptedSeats>[number],
  at: Instant,
): Step {
  const ground = isPresent(state, expert) ? 'left' : 'no-show'
  const body = { draw: name, specialty, index, ground }
  return { who: people.centre, act: 'record-absence', body, at }
}

function recused(member: string, at: Instant): Step {
  const body = { member, ground: 'health', reason: '因病' }
  return { who: people.owner, act: 'recuse-member', body, at }
}

function excluded(at: Instant): Step {
  return { who: people.centre, act: 'exclude-contributors', body: {}, at }
}

function numberStep(
  { draw: of }: TenderState,
  side: (typeof sides)[number],
  at: Instant,
): Step | undefined {
  if (of === null || of.result !== null) return undefined
  return mayReveal(of)
    ? numberOfSide(side, 'reveal-draw-number', at)
    : promiseOf(side, 'commit-draw-number', at)
}

function redraw(state: TenderState, at: Instant): Step | undefined {
  if (redrawGround(state, at) === null) return undefined
  const round = state.earlierDraws.length + 2
  const body = {
    draw: `D${round}`,
    evaluationAt: at,
    place: '三号评标室',
    library: `第${round}专家库`,
    widen: [
      { specialty: 'A01', also: ['B02'] },
      { specialty: 'B02', also: ['A01'] },
    ],
    reason: '名册不敷使用',
  }
  return { who: people.owner, act: 'request-redraw', body, at }
}

/** The helping hand: the contributor who is silent stays so, and all the others do their duty. */
const helping =
  (silent: (typeof sides)[number]): Stage =>
  (state, at) =>
    redraw(state, at) ??
    numbersWithout(state, silent, at) ??
    (state.draw?.result == null ? undefined : seating(state, at)) ??
    representative(state, at) ??
    (isRunning(state) ? undefined : (draw(state, at) ?? evaluation(state, at)))

function isRunning({ draw: of }: TenderState): boolean {
  return of !== null && of.result === null && of.pool !== null
}

function numbersWithout(
  state: TenderState,
  silent: (typeof sides)[number],
  at: Instant,
): Step | undefined {
  const { draw: of } = state
  if (of === null || of.result !== null || of.short !== null) return undefined
  if (of.pool === null) return { who: people.machine, act: 'freeze-pool', body: {}, at }
  const side = awaited(of).find((s) => s !== silent)
  if (side !== undefined) return numberStep(state, side, at)
  const until = waitsUntil(of)
  return until !== null && at >= until ? excluded(at) : undefined
}

function representative(state: TenderState, at: Instant): Step | undefined {
  const { committee } = state
  const vacant = committee?.members.find(
    (m) => m.kind === 'representative' && committee.vacant.includes(m.member),
  )
  if (vacant === undefined) return arriving(state, at)
  const body = { out: vacant.member, account: `rep-${state.version}`, name: '钱代表' }
  return { who: people.owner, act: 'name-representative', body, at }
}

/** Steps that the hand needs to bring the tender to its report; null where it never gets there. */
export function wayOut(from: TenderState, at: Instant, silent: (typeof sides)[number]) {
  const next = helping(silent)
  let state = from
  let now = at
  for (let steps = 0; steps < 250; steps++) {
    if (state.phase === 'reported') return steps
    const step = next(state, now)
    const after = step === undefined ? state : taken(state, step)
    // Nothing to do but wait: the time for a number or for an expert runs out.
    if (after === state) now = addMinutes(now, 31)
    state = after
  }
  return null
}

/** What may have gone wrong in a state, by name; a walk must meet all of it to mean something. */
export function troublesIn(state: TenderState, now: Instant): readonly string[] {
  const { draw: of, committee, evaluation: work } = state
  if (of === null) return []
  const vacant = committee?.members.filter((m) => committee.vacant.includes(m.member)) ?? []
  const until = waitsUntil(of)
  const late = of.result === null && until !== null && now >= until
  const seen: readonly (readonly [boolean, string])[] = [
    [redrawGround(state, now) === 'pool-too-small', 'pool-too-small'],
    [redrawGround(state, now) === 'pool-exhausted', 'pool-exhausted'],
    [redrawGround(state, now) === 'numbers-missing', 'numbers-missing'],
    [late && !mayReveal(of), 'promise-late'],
    [late && mayReveal(of), 'number-late'],
    [of.absent.length > 0, 'expert-absent'],
    [vacant.some((m) => m.kind === 'expert'), 'expert-seat-vacant'],
    [vacant.some((m) => m.kind === 'representative'), 'owner-seat-vacant'],
    [vacant.length > 0 && work?.step === 'signing', 'vacant-while-signing'],
    [state.phase === 'evaluating' && of.result === null, 'drawn-anew-while-evaluating'],
  ]
  return seen.flatMap(([there, name]) => (there ? [name] : []))
}
