// SPDX-License-Identifier: Apache-2.0
/** The city on paper: every life is lawful, ends where its table says, and follows from the seed. */

import { day } from '@gongxin/core/kernel'
import { hasStage, procedures } from '@gongxin/core/procedures'
import { acceptedExperts, phases, replay, stateFor } from '@gongxin/core/trading/tender'
import { expect, test } from 'vitest'
import { expertsOf } from '../library/index.ts'
import { agendaOf, cityOf, presentHour } from './agenda.ts'
import { castOf, type Persona } from './cast.ts'
import { lifeOf } from './life.ts'
import { districts, projects } from './projects.ts'
import { rehearse } from './rehearsal.ts'
import { seatOf } from './seats.ts'
import { termsOf } from './terms.ts'

const personas: readonly Persona[] = [
  one('tenderOwner', 'tenderOwner', '91450200MA5KX1C70K', '柳州市城投建设集团有限公司'),
  one('agency', 'agency', '91450100MA5NB2D48D', '广西诚正招标代理有限公司'),
  one('bidder1', 'bidder', '91450200MA5LQ8H23J', '柳州龙壁建设工程有限公司'),
  one('bidder2', 'bidder', '91450200MA5MT6P93F', '广西柳江湾路桥有限公司'),
  one('bidder3', 'bidder', '91450100MA5QF7U1X3', '广西邕达市政工程集团有限公司'),
  one('centre', 'centre', 'office-centre', '柳州市公共资源交易中心'),
  one('notary', 'notary', 'office-notary', '柳州市桂柳公证处'),
  one('audit', 'audit', 'office-audit', '柳州市审计局'),
  one('authority', 'authority', 'office-authority', '柳州市住房和城乡建设局'),
]

function one(
  persona: string,
  role: Persona['role'],
  organisation: string,
  organisationName: string,
): Persona {
  return { persona, name: '周敏', role, organisation, organisationName }
}

const present = day('2026-11-24')
const newCity = (seed: number) => cityOf({ seed, cast: castOf(seed, personas), present })
const known = new Map([1, 2].map((seed) => [seed, newCity(seed)]))
const cityFor = (seed: number) => known.get(seed) ?? newCity(seed)
const experts = expertsOf(1)

/** What the people of the city know how to do: whatever is tendered once, and nothing that is negotiated. */
const played = procedures.filter(({ sealedStages, rounds }) => sealedStages.length > 0 && !rounds)

test.each(projects.map((project, i) => [i + 1, project.ending, project.name] as const))(
  'tender %i (%s) %s is lawful to its end',
  (no) => {
    const city = cityFor(1)
    const plan = city.plans[no - 1]
    if (plan === undefined) throw new Error('no such plan')
    const told = rehearse(plan, lifeOf(plan), { cast: city.cast, experts })
    expect(told.refusals).toEqual([])
    expect(told.phase).toBe(plan.course.phase)
  },
)

test('about sixty tenders lie in every phase and in every district', () => {
  expect(projects.length).toBeGreaterThanOrEqual(60)
  const reached = new Set<string>(cityFor(1).plans.map((plan) => plan.course.phase))
  const known = phases.filter((phase) => played.some((procedure) => hasStage(procedure, phase)))
  expect(known.filter((phase) => !reached.has(phase))).toEqual([])
  expect(new Set(projects.map((p) => p.district))).toEqual(new Set(districts))
})

test('one trade in five is a procurement, by every method, before and after its deadline', () => {
  const { plans } = cityFor(1)
  const bought = plans.filter(({ procedure }) => procedure.line === 'procurement')
  expect(bought.length * 5).toBeGreaterThanOrEqual(plans.length - 5)
  expect(new Set(plans.map(({ procedure }) => procedure.id))).toEqual(
    new Set(played.map(({ id }) => id)),
  )
  const reached = bought.map(({ course }) => course.phase)
  for (const phase of ['tendering', 'evaluating', 'decided', 'contracted', 'settled', 'failed']) {
    expect(reached).toContain(phase)
  }
  const kinds = new Set(bought.map((plan) => termsOf(plan).method.kind))
  expect(kinds).toEqual(new Set(['comprehensive', 'lowest-price']))
})

test('another seed is lawful too', () => {
  const city = cityFor(2)
  for (const plan of city.plans) {
    const told = rehearse(plan, lifeOf(plan), { cast: city.cast, experts })
    expect([plan.no, told.phase, told.refusals]).toEqual([plan.no, plan.course.phase, []])
  }
})

test('the agenda runs forward, ends by the present, and follows from the seed', () => {
  const agenda = agendaOf(cityFor(1))
  const moments = agenda.map(({ step }) => step.at)
  expect(moments).toEqual(moments.toSorted())
  expect(moments.at(-1)?.localeCompare(presentHour(present))).toBeLessThanOrEqual(0)
  const shown = (seed: number) =>
    agendaOf(cityFor(seed)).map(({ plan, step }) => `${step.at} ${plan.code} ${step.act}`)
  expect(agendaOf(newCity(1)).map(({ step }) => step.at)).toEqual(moments)
  expect(shown(1)).not.toEqual(shown(2))
})

test('what runs now still has its deadline ahead', () => {
  const city = cityFor(1)
  const running = city.plans.filter((plan) => plan.course.phase === 'tendering')
  for (const plan of running) {
    const told = rehearse(plan, lifeOf(plan), { cast: city.cast, experts })
    const [published] = told.events.flatMap((e) => (e.type === 'NoticePublished' ? [e] : []))
    expect(published?.data.schedule.deadline.localeCompare(presentHour(present))).toBe(1)
  }
})

test('who sits where follows from what everybody may read of the draw', async () => {
  const city = cityFor(1)
  const seats = { experts, filled: new Map<string, readonly string[]>() }
  let drawn = 0
  for (const plan of city.plans) {
    const { events } = rehearse(plan, lifeOf(plan), { cast: city.cast, experts })
    const whole = replay(events)
    const accepted = acceptedExperts(whole)
    const view = async () => stateFor(null, events, whole)
    const sitting = await Promise.all(
      Array.from({ length: plan.procedure.committee?.members ?? 0 }, (_, seat) =>
        seatOf(seats, { plan, seat }, view),
      ),
    )
    const expected = accepted.length === 0 ? sitting.map(() => undefined) : accepted
    expect(sitting.map((player) => player?.party)).toEqual(expected)
    drawn += accepted.length > 0 ? 1 : 0
  }
  expect(drawn).toBeGreaterThan(30)
})

test('recusal happens: somebody drawn works for a bidder and is passed over', () => {
  const city = cityFor(1)
  const passed = city.plans.filter((plan) =>
    rehearse(plan, lifeOf(plan), { cast: city.cast, experts }).events.some(
      (event) => event.type === 'ExpertCalled' && event.data.answer === 'recusal',
    ),
  )
  expect(passed.length).toBeGreaterThan(0)
})
