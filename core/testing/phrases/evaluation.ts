// SPDX-License-Identifier: Apache-2.0
/** Phrases of 评标. */

import { certain } from '../../kernel/index.ts'
import {
  bidNumber,
  does,
  type Meaning,
  members,
  type Phrases,
  type Said,
  sitting,
  through,
} from '../saying.ts'
import { askLowPrice, evaluation, marksOf, preliminary, scoring } from '../script.ts'

const fault = (bid: string, ground: string) => ({
  bid,
  ground,
  clause: '招标文件第三章',
  facts: '证书已过期',
})

/** The first N members find the fault, the others do not. */
const preliminaryWith = members(
  'lock-preliminary',
  ({ m: [count, name, ground] }, seat, state) => ({
    faults:
      seat < Number(count)
        ? [{ ...fault(bidNumber(state, name ?? ''), ground ?? ''), page: '8' }]
        : [],
  }),
)

const chair =
  (act: string, body: (said: Said, bid: string) => unknown): Meaning =>
  async (said) => {
    const state = await said.driver.state()
    const who = certain(sitting(state)[0], 'a committee')
    const bid = bidNumber(state, said.m[0] ?? '')
    return said.driver.perform({ who, act, body: body(said, bid), at: said.at })
  }

const ask: Meaning = async ({ driver, at, m }) => {
  const state = await driver.state()
  const step = askLowPrice(state, bidNumber(state, m[0] ?? ''), at)
  return driver.perform(certain(step, 'a committee'))
}

/** Everybody signs; the last member writes a dissent, or refuses in silence and is recorded. */
const sign =
  (how: 'agree' | 'dissent' | 'silent'): Meaning =>
  async (said) => {
    const state = await said.driver.state()
    const seats = sitting(state).length
    const last = (seat: number) => seat === seats - 1
    const dissent = (seat: number) =>
      how === 'dissent' && last(seat) ? '对第二名的技术评分有不同意见' : ''
    const signing = members(
      'sign-report',
      (_, seat) => ({ dissent: dissent(seat) }),
      () => (how === 'silent' ? seats - 1 : seats),
    )
    const signed = await signing(said)
    if (how !== 'silent' || signed.kind !== 'done') return signed
    const member = sitting(state).at(-1)?.actor.party
    return chair('record-silent-refusal', () => ({ member }))(said)
  }

export const evaluationPhrases: Phrases = [
  [/完成评标并签署报告/, through(() => evaluation)],
  [/初步评审，无人认为不合格/, through(() => preliminary)],
  [/初步评审，(\d) 人认为(.+)应否决（(RJ-\d+)）/, preliminaryWith],
  [/要求(.+)说明低价/, ask],
  [
    /说明低价/,
    does('reply-clarification', ({ who }, state) => ({
      id: `Q-${bidNumber(state, who)}`,
      answer: '自有厂房，附成本明细',
      files: [],
    })),
  ],
  [
    /认定(.+)低价(合理|不合理)，(\d) 人/,
    members(
      'judge-low-price',
      ({ m: [name, fair] }, _, state) => ({
        bid: bidNumber(state, name ?? ''),
        reasonable: fair === '合理',
        reason: fair === '合理' ? '证据充分' : '证据不足以说明成本',
      }),
      ({ m }) => Number(m[2]),
    ),
  ],
  [/算术修正(.+)/, chair('correct-arithmetic', (_, bid) => ({ bid }))],
  [/(接受|不接受)算术修正/, does('confirm-correction', ({ m }) => ({ accepted: m[0] === '接受' }))],
  [
    /表决否决(.+)（(RJ-\d+)），(\d) 人/,
    members(
      'vote-rejection',
      ({ m: [name, ground] }, _, state) => fault(bidNumber(state, name ?? ''), ground ?? ''),
      ({ m }) => Number(m[2]),
    ),
  ],
  [
    /表决否决所有投标，(\d) 人/,
    members(
      'vote-rejection',
      () => ({ ...fault('', '缺乏竞争'), bid: null, facts: '有效投标不足三家，明显缺乏竞争' }),
      ({ m }) => Number(m[0]),
    ),
  ],
  [/评分/, through(() => scoring)],
  [
    /表决并列顺序为(.+)，(\d) 人/,
    members(
      'vote-tie',
      ({ m: [names = ''] }, _, state) => ({
        order: names.split('、').map((name) => bidNumber(state, name)),
        reason: '同类设备供货业绩较多',
      }),
      ({ m }) => Number(m[1]),
    ),
  ],
  [
    /第(\d)席委员全部重新评分/,
    async ({ driver, at, m }) => {
      const state = await driver.state()
      const who = certain(sitting(state)[Number(m[0]) - 1], 'a seat')
      return driver.perform({ who, act: 'lock-scores', body: { marks: marksOf(state) }, at })
    },
  ],
  [
    /表决恢复(.+)，(\d) 人/,
    members(
      'vote-restoration',
      ({ m: [name] }, _, state) => ({ bid: bidNumber(state, name ?? ''), reason: '否决依据不足' }),
      ({ m }) => Number(m[1]),
    ),
  ],
  [
    /第(\d)席委员评分超过满分/,
    async ({ driver, at, m }) => {
      const state = await driver.state()
      const who = certain(sitting(state)[Number(m[0]) - 1], 'a seat')
      const marks = marksOf(state).map((mark) => ({ ...mark, mark: '99' }))
      return driver.perform({ who, act: 'lock-scores', body: { marks }, at })
    },
  ],
  [/全体签署评标报告/, sign('agree')],
  [/签署评标报告，1 人写明不同意见/, sign('dissent')],
  [/签署评标报告，1 人拒签且不说明理由/, sign('silent')],
  [
    /停止评标 (\w+)/,
    chair('stop-evaluation', ({ m }) => ({ id: m[0], reason: '招标文件自相矛盾' })),
  ],
]
