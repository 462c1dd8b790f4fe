// SPDX-License-Identifier: Apache-2.0
/** Phrases of 谈判 and 磋商: talks, changes of the demand, last quotes promised and shown. */

import { hex, utf8 } from '@gongxin/trust/canonical'
import { sm3Digest } from '@gongxin/trust/suites'
import { certain } from '../../kernel/index.ts'
import { quotePromise, type TenderState } from '../../trading/tender/index.ts'
import { machine, named } from '../people.ts'
import {
  bidNumber,
  does,
  fenIn,
  inTurn,
  type Meaning,
  momentOf,
  type Phrases,
  type Said,
  sitting,
} from '../saying.ts'

/** What a supplier keeps to itself until it shows its quote. */
export function saltOf(name: string): string {
  return hex(sm3Digest(utf8(`salt of ${name}`)))
}

const chairing =
  (act: string, bodies: (said: Said, state: TenderState) => readonly unknown[]): Meaning =>
  async (said) => {
    const state = await said.driver.state()
    const who = certain(sitting(state)[0], 'a panel')
    const steps = bodies(said, state).map((body) => ({ who, act, body, at: said.at }))
    return inTurn(said.driver, steps)
  }

const promise: Meaning = does('promise-last-quote', ({ who, m }, state) => {
  const own = state.bids.find(({ bidder }) => bidder.party === named(who).actor.party)
  const quote = { amountFen: fenIn(m[0]), salt: saltOf(who) }
  return { promise: quotePromise(own ?? { commitment: '' }, quote) }
})

const conclude: Meaning = (said) =>
  said.who === machine.name
    ? does('conclude-last-quotes', () => ({}))(said)
    : chairing('conclude-last-quotes', () => [{}])(said)

const minute = /\d{4}-\d\d-\d\d \d\d:\d\d/.source

export const roundPhrases: Phrases = [
  [
    /与(.+)谈判/,
    chairing('hold-negotiation', ({ m: [names = ''] }, state) =>
      names.split('、').map((name) => ({
        bid: bidNumber(state, name),
        summary: '就技术参数和交货安排交换意见',
      })),
    ),
  ],
  [
    /拟变动采购需求 (\w+)/,
    chairing('change-demand', ({ m }) => [
      { id: m[0], about: 'technical', text: '泵组流量由每小时八百立方米改为九百立方米' },
    ]),
  ],
  [
    /(确认|不同意)变动采购需求 (\w+)/,
    does('confirm-demand-change', ({ m }) => ({ id: m[1], agreed: m[0] === '确认' })),
  ],
  [
    /按变动 (\w+) 重新响应/,
    does('answer-demand', ({ m }) => ({ id: m[0], answer: '完全响应变动后的需求' })),
  ],
  [/退出谈判/, does('leave-negotiation', () => ({ reason: '产能不足' }))],
  [
    new RegExp(`要求最后报价，截止 (${minute})`),
    chairing('call-last-quotes', ({ m }) => [{ deadline: momentOf(m[0]) }]),
  ],
  [/承诺最后报价 ([\d,.]+) 元/, promise],
  [
    /出示最后报价 ([\d,.]+) 元/,
    does('show-last-quote', ({ who, m }) => ({ amountFen: fenIn(m[0]), salt: saltOf(who) })),
  ],
  [/汇总最后报价/, conclude],
]
