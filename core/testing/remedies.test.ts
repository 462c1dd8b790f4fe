// SPDX-License-Identifier: Apache-2.0
/** Clocks, stays and definitions of the remedies: who owes what by when, and what old events mean. */

import { describe, expect, test } from 'vitest'
import { moment } from '../kernel/index.ts'
import { calendar, findLimit, findReading } from '../law/index.ts'
import { getRemedy, procedures, remedies } from '../procedures/index.ts'
import {
  dutiesOf,
  emptyTender,
  event,
  evolve,
  isForAll,
  offersFor,
  outlookOf,
  stateFor,
  tasksOf,
} from '../trading/tender/index.ts'
import { everyTrace, findDifference, newWorld, procuring, remedyTraces, trace } from './index.ts'
import * as people from './people.ts'
import { goodsPublished, notified, underReview } from './traces/setups.ts'

async function after(setup: string, rows: string, procedure = everyTrace[0]?.procedure) {
  const world = newWorld({ procedure })
  expect(await findDifference(trace('', setup, rows), world)).toBeUndefined()
  return world.state()
}

const at = (text: string) => ({ now: moment(text), calendar })
const authority = people.authority.actor.party
const complained = `
  2026-03-26 09:00 | 丙公司 | 提出投诉 T1（其他） | 提出投诉`

describe('definitions', () => {
  test('name limits, readings and one another, and each level once in a procedure', () => {
    for (const { subjects, times, stay, after: before, readings } of remedies) {
      const limits = [
        ...subjects.flatMap(({ time, period }) => [time?.limit, period]),
        ...[...Object.values(times), stay.limit],
      ]
      for (const limit of limits) if (limit != null) expect(findLimit(limit)).toBeDefined()
      for (const id of readings) expect([id, findReading(id)?.id]).toEqual([id, id])
      if (before !== null) expect(getRemedy(before.remedy).level).toBe('first')
    }
    for (const { remedies: named } of [...procedures, procuring]) {
      const levels = named.map((id) => getRemedy(id).level)
      expect(new Set(levels).size).toBe(levels.length)
    }
  })

  test('every effect of each is shown by a trace', () => {
    const rows = remedyTraces.map(({ traces }) => JSON.stringify(traces))
    const wanted = ['不影响结果', '修改文件', '重新评审', '由下一名递补', '重新开展', '撤销合同']
    for (const effect of wanted) expect(rows.join()).toContain(`成立，${effect}`)
  })
})

describe('what was lodged before remedies were definitions', () => {
  test('is 异议: it folds, is owed within three days, and is answered', async () => {
    const state = await after(goodsPublished, '')
    const by = { party: people.bidder(0).actor.party, name: '甲公司' }
    const subject = 'tender-document'
    const old = { id: 'Y1', by, text: '旧', files: [], late: false }
    const lodged = evolve(
      state,
      event('ObjectionLodged', moment('2026-03-03T01:00:00Z'), { ...old, subject }),
    )
    const [duty] = dutiesOf(lodged, at('2026-03-03T02:00:00Z'))
    expect([duty?.act, duty?.until]).toEqual(['answer-objection', '2026-03-06T15:59:59.999Z'])
    expect(duty?.title.zh).toBe('答复异议')
  })
})

describe('clocks of a complaint', () => {
  test('run for the authority alone, and nobody else may know of them', async () => {
    const state = await after(underReview, complained)
    const [duty, ...rest] = dutiesOf(state, at('2026-03-26T02:00:00Z'))
    expect(rest).toEqual([])
    expect(duty).toMatchObject({ act: 'check-complaint', owner: authority, role: 'authority' })
    expect(duty?.until).toBe('2026-03-31T15:59:59.999Z')
    expect(duty && isForAll(duty)).toBe(false)
    const tasks = tasksOf(state, at('2026-03-26T02:00:00Z')).filter((t) => t.party === authority)
    expect(tasks.map(({ act, role }) => [act, role])).toEqual([['check-complaint', 'authority']])
  })

  test('stand still while a test runs, and go on two working days later', async () => {
    const accepted = `${complained}
  2026-03-26 10:00 | 住建局 | 受理投诉 T1 | 投诉审查`
    const sent = `${accepted}
  2026-03-30 10:00 | 住建局 | 为投诉 T1 送检 E1 | 调取证据`
    const back = `${sent}
  2026-04-01 10:00 | 住建局 | 收到投诉 T1 的检测报告 E1 | 收到证据`
    const untilOf = async (rows: string) =>
      dutiesOf(await after(underReview, rows), at('2026-04-01T02:00:01Z')).find(
        ({ act }) => act === 'decide-complaint',
      )?.until
    expect(await untilOf(accepted)).toBe('2026-05-12T15:59:59.999Z')
    expect(await untilOf(sent)).toBeNull()
    expect(await untilOf(back)).toBe('2026-05-14T15:59:59.999Z')
  })

  test('pass to whoever was notified, and end with the response', async () => {
    const rows = `
  2026-03-26 09:00 | 丙公司 | 提出投诉 T1（过程） | 提出投诉
  2026-03-26 10:00 | 住建局 | 受理投诉 T1 | 投诉审查
  2026-03-27 10:00 | 住建局 | 发出投诉 T1 的答复通知，一并通知第一名 | 投诉答复通知`
    const state = await after(underReview, rows, procuring)
    const owing = dutiesOf(state, at('2026-03-27T03:00:00Z')).filter(
      ({ act }) => act === 'respond-complaint',
    )
    const [first] = state.publicReview?.candidates ?? []
    expect(owing.map(({ owner }) => owner)).toEqual([people.owner.actor.party, first?.bidder.party])
    expect(owing.map(({ until }) => until)).toEqual(Array(2).fill('2026-04-03T15:59:59.999Z'))
    expect(owing.map(({ known }) => known)).toEqual(owing.map(({ owner }) => [authority, owner]))
  })

  test('two complaints make one task, due when the first is', async () => {
    const rows = `${complained}
  2026-03-30 09:00 | 甲公司 | 提出投诉 T2（其他） | 提出投诉`
    const state = await after(underReview, rows)
    const tasks = tasksOf(state, at('2026-03-30T02:00:00Z')).filter((t) => t.party === authority)
    expect(tasks.map(({ due }) => due)).toEqual(['2026-03-31T15:59:59.999Z'])
  })
})

test('an act in a complaint is offered only where a case is in the state for it', async () => {
  const offered = async (rows: string, who: people.Persona) => {
    const state = await after(underReview, rows)
    return offersFor(state, who.actor)
      .map(({ act }) => act)
      .filter((act) => /complaint|evidence/.test(act))
  }
  expect(await offered('', people.authority)).toEqual([])
  expect(await offered(complained, people.authority)).toEqual(['check-complaint'])
  expect(await offered(complained, people.bidder(2))).toEqual([
    'lodge-complaint',
    'withdraw-complaint',
  ])
  expect(await offered(complained, people.bidder(0))).toEqual(['lodge-complaint'])
})

describe('before it is lodged the page says', () => {
  test('of the document: ten days before the deadline, three days to answer, all stands still', async () => {
    const state = await after(goodsPublished, '')
    const [one, ...rest] = outlookOf(state, at('2026-03-04T01:00:00Z'), { level: 'first' })
    expect(rest).toEqual([])
    expect(one?.lodge.until).toBe('2026-03-13T15:59:59.999Z')
    expect(one?.lodge.why).toContain('实施条例第22条')
    expect(one?.answer.until).toBe('2026-03-09T15:59:59.999Z')
    expect(one?.answer.why).toContain('顺延至')
    expect(one?.stay.zh).toBe('按期提出的，交易暂停到答复时（实施条例第22条、实施条例第54条）。')
  })

  test('of a result in procurement: seven working days after its notice, and signing waits', async () => {
    const state = await after(notified, '')
    const asked = { level: 'first', procedure: procuring } as const
    const found = outlookOf(state, at('2026-04-01T01:00:00Z'), asked)
    const result = found.find(({ subject }) => subject.subject === 'result')
    expect(result?.lodge.until).toBe('2026-04-13T15:59:59.999Z')
    expect(result?.stay.zh).toContain('不得签订合同')
  })

  test('of a complaint: it stops nothing by itself, thirty days at most where it is ordered', async () => {
    const state = await after(notified, '')
    const asked = { level: 'complaint', procedure: procuring } as const
    const [one] = outlookOf(state, at('2026-04-01T01:00:00Z'), asked)
    expect(one?.lodge.until).toBeNull()
    expect(one?.stay.zh).toContain('最长30日')
  })

  test('nothing of a stage that knows no objection', () => {
    const level = 'first' as const
    expect(outlookOf(emptyTender, at('2026-04-01T01:00:00Z'), { level })).toEqual([])
  })
})

test('who is notified reads the complaint, and not who made it', async () => {
  const rows = `${complained}
  2026-03-26 10:00 | 住建局 | 受理投诉 T1 | 投诉审查
  2026-03-27 10:00 | 住建局 | 发出投诉 T1 的答复通知，一并通知第一名 | 投诉答复通知`
  const world = newWorld()
  expect(await findDifference(trace('', underReview, rows), world)).toBeUndefined()
  for (const who of [people.owner, people.bidder(1)]) {
    const { complaints } = stateFor(who.actor, world.events(), world.state())
    expect(complaints.map(({ notified: of }) => of?.facts)).toEqual(['第一名报价与投标文件不符'])
    expect(JSON.stringify(complaints)).not.toContain(people.bidder(2).actor.party)
  }
})
