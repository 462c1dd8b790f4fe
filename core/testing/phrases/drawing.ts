// SPDX-License-Identifier: Apache-2.0
/** Phrases of 抽取、通知、签到: one act at a time, where a trace looks closer than the whole stage. */

import { addMinutes } from '../../kernel/index.ts'
import { acceptedSeats, isPresent, nextCall } from '../../trading/tender/index.ts'
import { expert, member, named, secondRepresentative } from '../people.ts'
import { does, type Meaning, type Phrases, sitting, through } from '../saying.ts'
import { calling, draw, drawing, numberOfSide, promiseOf, sideNamed } from '../script.ts'

const number =
  (make: typeof promiseOf, act: string): Meaning =>
  async ({ driver, who, at }) =>
    driver.perform(make(sideNamed(who), act, at))

/** 重新申请抽取 D2，增加专业 B02 补 A01. */
const redraw = does('request-redraw', ({ m: [name, also = '', specialty = ''], at }) => ({
  draw: name,
  evaluationAt: addMinutes(at, 120),
  place: '三号评标室',
  library: also === '' ? '区外综合评标专家库' : '',
  widen: also === '' ? [] : [{ specialty, also: [also] }],
  reason: '名册不敷使用，按原定条件补足',
}))

/** Everybody of a specialty who is left is called and does not answer. */
const nobodyAnswers: Meaning = (said) =>
  through(() => (state, at) => {
    const [specialty = ''] = said.m
    const next = nextCall(state, specialty)
    if (next === undefined) return undefined
    const body = { specialty, index: next.index, answer: 'no-answer' }
    return { who: named(said.who), act: 'record-call', body, at }
  })(said)

/** The next in the order of A01 is employed by a bidder, and can only be passed over. */
const passedOver = does('record-call', (_, state) => ({
  specialty: 'A01',
  index: nextCall(state, 'A01')?.index,
  answer: 'recusal',
}))

/** The first of those who said yes and have not come. */
const absence = (present: boolean, ground: string) =>
  does('record-absence', (_, state) => {
    const seats = acceptedSeats(state)
    const seat = seats.find((s) => isPresent(state, s.expert) === present) ?? seats[0]
    return { draw: seat?.draw, specialty: seat?.specialty, index: seat?.index, ground }
  })

const firstAbsentComes: Meaning = async ({ driver, at }) => {
  const state = await driver.state()
  const gone = state.draw?.absent[0]
  const known = gone && state.draw?.pool?.experts[gone.index]
  const who = expert(known?.expert ?? '')
  return driver.perform({ who, act: 'check-in', body: { declared: true }, at })
}

const representativeDoes =
  (act: string, body: unknown): Meaning =>
  async ({ driver, at }) => {
    const state = await driver.state()
    const seat = state.committee?.members.find((m) => m.kind === 'representative')
    return driver.perform({ who: member(seat?.member ?? ''), act, body, at })
  }

export const drawingPhrases: Phrases = [
  [
    /申请抽取专家/,
    does('request-draw', ({ at }) => ({
      draw: 'D1',
      evaluationAt: addMinutes(at, 120),
      place: '三号评标室',
    })),
  ],
  [/封存专家名册/, does('freeze-pool', () => ({}))],
  [/承诺抽取随机数/, number(promiseOf, 'commit-draw-number')],
  [/公开抽取随机数/, number(numberOfSide, 'reveal-draw-number')],
  [/记录随机数缺席/, does('exclude-contributors', () => ({}))],
  [/重新申请抽取 (\w+)(?:，增加专业 (\w+) 补 (\w+))?/, redraw],
  [/封存、承诺、公开，抽出顺序/, through(() => drawing)],
  [/按顺序通知，直到满员/, through(() => calling)],
  [/通知专业 (\w+) 的专家，都没有接听/, nobodyAnswers],
  [/登记一名应当回避的专家/, passedOver],
  [/通知、签到并组建评标委员会/, through(() => draw)],
  [/记录一名专家没有到场/, absence(false, 'no-show')],
  [/记录一名专家签到后离场/, absence(true, 'left')],
  [/签到（已记为缺席的专家）/, firstAbsentComes],
  [
    /更换招标人代表席位的委员，因健康/,
    async ({ driver, who, at }) => {
      const state = await driver.state()
      const seat = state.committee?.members.find((m) => m.kind === 'representative')
      const body = { member: seat?.member, ground: 'health', reason: '因病不能参加评标' }
      return driver.perform({ who: named(who), act: 'recuse-member', body, at })
    },
  ],
  [
    /另派招标人代表/,
    does('name-representative', (_, state) => ({
      out: sitting(state).at(-1)?.actor.party,
      account: secondRepresentative.actor.party,
      name: '钱代表',
    })),
  ],
  [/签到/, representativeDoes('check-in', { declared: true })],
  [/提交初步评审意见/, representativeDoes('lock-preliminary', { faults: [] })],
]
