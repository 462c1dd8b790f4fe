// SPDX-License-Identifier: Apache-2.0
/** Phrases of 登记, 委托, 备案, 入场, and of the notice with one term changed. */

import type { HolderOffice } from '../../trading/tender/index.ts'
import { holderBody, holderPeople } from '../holders.ts'
import { named } from '../people.ts'
import { planOf } from '../plan.ts'
import { does, inTurn, type Meaning, momentOf, type Phrases } from '../saying.ts'
import { noticeOf, preparation } from '../script.ts'

const register: Meaning = async ({ driver, who, at, memory }) => {
  memory.plan = planOf()
  const first = preparation(memory.plan)(await driver.state(), at)
  return driver.perform({ ...first, who: named(who), act: 'register-project', at })
}

/** Whose key is meant, or the agency's key with a proof for another tender. */
const provideKey: Meaning = async (said) => {
  const [mark] = said.m
  const state = await said.driver.state()
  const office: HolderOffice =
    said.who === '公证处' ? 'notary' : said.who === '审计局' ? 'audit' : 'host'
  const { project } = state
  const meant = mark === '' || project === null ? project : { ...project, round: 9 }
  return does('provide-holder-key', () => holderBody(office, { project: meant }))(said)
}

/** One share of the contract price, in basis points, instead of the usual one. */
const publishWithShare: Meaning = (said) => {
  const [deadline, percent] = said.m
  const { plan } = said.memory
  const performanceDepositRate = Math.round(Number(percent) * 100)
  said.memory.plan = {
    ...{ ...plan, deadline: momentOf(deadline) },
    terms: { ...plan.terms, performanceDepositRate },
  }
  return does('publish-notice', () => noticeOf(said.memory.plan, said.at))(said)
}

const publishUntil: Meaning = (said) => {
  const [deadline, until] = said.m
  said.memory.plan = { ...said.memory.plan, deadline: momentOf(deadline) }
  const { schedule, ...rest } = noticeOf(said.memory.plan, said.at)
  const body = { ...rest, schedule: { ...schedule, documentUntil: momentOf(until) } }
  return does('publish-notice', () => body)(said)
}

const minute = /\d{4}-\d\d-\d\d \d\d:\d\d/.source

export const preparationPhrases: Phrases = [
  [/登记施工项目/, register],
  [
    /委托(.+)为代理机构/,
    does('entrust-agency', ({ m: [name = ''] }) => ({
      agency: { party: named(name).actor.party, name },
      mandate: '招标全过程代理',
      contract: null,
    })),
  ],
  [/自行招标备案/, does('notify-filing', () => ({ form: 'self' }))],
  [/由代理机构招标备案/, does('notify-filing', () => ({ form: 'agency' }))],
  [
    /办理入场登记/,
    does('admit-entry', () => ({ openingRoom: '一号开标室', evaluationRoom: '三号评标室' })),
  ],
  [
    /退回入场材料/,
    does('return-entry', () => ({ reason: 'incomplete', missing: '缺立项批复附件' })),
  ],
  [
    /三方登记份额密钥/,
    async ({ driver, at }) => {
      const state = await driver.state()
      const act = 'provide-holder-key'
      return inTurn(
        driver,
        holderPeople.map(({ who, office }) => ({ who, act, body: holderBody(office, state), at })),
      )
    },
  ],
  [/登记份额密钥(，证明属于另一次招标)?/, provideKey],
  [new RegExp(`发布招标公告，截止 (${minute})，履约保证金 ([\\d.]+)%`), publishWithShare],
  [new RegExp(`发布招标公告，截止 (${minute})，文件提供到 (${minute})`), publishUntil],
  [
    new RegExp(`发布踏勘通知，定于 (${minute})`),
    does('announce-site-visit', ({ m }) => ({
      on: momentOf(m[0]),
      place: '城中区文昌路口',
      details: '请自备安全帽，统一答疑以书面澄清为准',
    })),
  ],
  [
    /对开标提出异议 (\w+)/,
    does('object-opening', ({ m }) => ({ id: m[0], text: '唱标价格与投标函不一致' })),
  ],
  [
    /答复开标异议 (\w+)/,
    does('answer-opening-objection', ({ m }) => ({ id: m[0], answer: '当场核对投标函，一致' })),
  ],
]
