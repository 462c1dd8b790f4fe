// SPDX-License-Identifier: Apache-2.0
/** Phrases of 截止, 开标, 抽取. */

import { waitingIn } from '../../trading/tender/index.ts'
import { named, persona } from '../people.ts'
import { bidNumber, does, inTurn, type Meaning, type Phrases, sitting, through } from '../saying.ts'
import { draw, numberOfSide, opening, seating, sideNamed } from '../script.ts'

const empty = () => ({})

/** Every bidder but those named opens the own bid. */
const decryptAll: Meaning = async ({ driver, at, m }) => {
  const absent = (m[0] ?? '').split('、')
  const { bids } = await driver.state()
  const present = bids.filter((b) => b.standing === 'sealed' && !absent.includes(b.bidder.name))
  return inTurn(
    driver,
    present.map(({ bidder }) => ({
      who: persona(bidder.name, 'bidder', bidder.party),
      act: 'decrypt-bid',
      body: {},
      at,
    })),
  )
}

const faults: Readonly<Record<string, string>> = { 投标人: 'bidder', 平台: 'platform' }

export const openingPhrases: Phrases = [
  [/截止投标/, does('close-bidding', empty)],
  [/开标/, does('start-opening', empty)],
  [/截止、开标、解密并公布/, through(() => opening)],
  [
    /解密/,
    async (said) => (said.who === '各投标人' ? decryptAll(said) : does('decrypt-bid', empty)(said)),
  ],
  [/除(.+)外解密/, decryptAll],
  [
    /记录(.+)解密失败，原因在(投标人|平台)/,
    does('record-decryption-failure', ({ m: [name, fault] }, state) => ({
      bid: bidNumber(state, name ?? ''),
      fault: faults[fault ?? ''],
      evidence: '平台日志第12行',
    })),
  ],
  [
    /公开系数随机数/,
    async ({ driver, who, at }) =>
      driver.perform(numberOfSide(sideNamed(who), 'reveal-coefficient-number', at)),
  ],
  [/改公开另一个系数随机数/, does('reveal-coefficient-number', () => ({ number: '7'.repeat(64) }))],
  [
    /对开标提出异议 (\w+)/,
    does('object-opening', ({ m }) => ({ id: m[0], text: '解密失败的原因认定不实' })),
  ],
  [
    /答复开标异议 (\w+)/,
    does('answer-opening-objection', ({ m }) => ({ id: m[0], answer: '经核对平台日志，认定无误' })),
  ],
  [
    /提交(.+)的密钥份额/,
    does('give-share', ({ m: [name] }, state) => ({
      bid: bidNumber(state, name ?? ''),
      ...{ share: '02'.repeat(33), proof: '03'.repeat(64) },
    })),
  ],
  [
    /提交(.+)的假份额/,
    does('give-share', ({ m: [name] }, state) => ({
      bid: bidNumber(state, name ?? ''),
      ...{ share: '00'.repeat(33), proof: '03'.repeat(64) },
    })),
  ],
  [/公布开标记录/, does('announce-opening', empty)],
  [/抽取专家并组建评标委员会/, through(() => draw)],
  [
    /更换第(\d)席委员，因(回避|健康)/,
    async ({ driver, who, at, m }) => {
      const seat = sitting(await driver.state())[Number(m[0]) - 1]
      const ground = m[1] === '回避' ? 'RC-1' : 'health'
      const body = { member: seat?.actor.party, ground, reason: '发现应当更换的情形' }
      return driver.perform({ who: named(who), act: 'recuse-member', body, at })
    },
  ],
  [
    /跳过一位通知专业 (\w+) 的专家/,
    does('record-call', ({ m: [specialty = ''] }, state) => ({
      specialty,
      index: state.draw === null ? 0 : waitingIn(state.draw, specialty)[1],
      answer: 'accepted',
    })),
  ],
  [/按抽取顺序递补并签到/, through(() => seating)],
]
