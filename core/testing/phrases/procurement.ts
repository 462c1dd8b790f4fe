// SPDX-License-Identifier: Apache-2.0
/** Phrases of 政府采购: methods and their grounds, notices with one term changed, qualification. */

import { certain } from '../../kernel/index.ts'
import type { TenderTerms } from '../../trading/tender/index.ts'
import { named } from '../people.ts'
import { type Plan, planOf } from '../plan.ts'
import { declaredContent, procurementPlans } from '../procurement.ts'
import { bidNumber, does, fenIn, type Meaning, momentOf, type Phrases, through } from '../saying.ts'
import { noticeOf, preparation, projectOf } from '../script.ts'

const planFor = (method: string): Plan =>
  planOf(certain(procurementPlans[method], `no plan for ${method}`))

const prepare: Meaning = (said) => {
  said.memory.plan = planFor(said.m[0] ?? '')
  return through(() => preparation(said.memory.plan))(said)
}

const prepareInvited: Meaning = (said) => {
  said.memory.plan = planOf({ kind: 'goods', procedure: 'engineering/invited-tender' })
  return through(() => preparation(said.memory.plan))(said)
}

/** 登记政府采购M项目，适用情形 G，意向公开于 D: what is stated decides whether it may be held so. */
const register: Meaning = async ({ driver, who, at, m, memory }) => {
  const [method = '', ground = '', intended = ''] = m
  const plan = planFor(method)
  const facts = certain(plan.procurement, 'a plan of procurement')
  const intentionOn = intended === '' ? facts.intentionOn : intended
  memory.plan = plan
  const procurement = { ...facts, ground: ground === '无' ? null : ground, intentionOn }
  const body = { ...projectOf(plan), procurement }
  return driver.perform({ who: named(who), act: 'register-project', body, at })
}

/** One term of the notice otherwise: 价格分 29, 小微扣除 0.09, 保证金 180,000.01 元. */
const changes: Readonly<Record<string, (terms: TenderTerms, value: string) => TenderTerms>> = {
  价格分: (terms, value) => {
    const { method } = terms
    if (method.kind !== 'comprehensive') return terms
    const [first, ...rest] = method.factors
    const moved = String(80 - Number(value))
    const factors = first === undefined ? [] : [{ ...first, full: moved }, ...rest]
    return { ...terms, method: { ...method, pricePoints: value, factors } }
  },
  小微扣除: (terms, value) => withPolicy(terms, { smallFirmRate: value }),
  异常低价比例: (terms, value) =>
    withPolicy(terms, { abnormalRates: { T1: value, T2: '0.5', T3: '0.45' } }),
  保证金: (terms, value) => ({
    ...terms,
    deposit: { instructions: '转账、保函、保险均可', amountFen: fenIn(value) },
  }),
  履约保证金: (terms, value) => ({
    ...terms,
    performanceDepositRate: Math.round(Number(value) * 100),
  }),
  评委: (terms, value) => {
    const [members = 5, experts = 4] = value.split('/').map(Number)
    return {
      ...terms,
      committeeMembers: members,
      ownerSeats: members - experts,
      specialties: [{ code: 'A01', count: experts }],
    }
  },
  候选人: (terms, value) => ({ ...terms, candidates: Number(value) }),
  限价: (terms, value) => ({ ...terms, ceilingFen: fenIn(value) }),
  统一标准: (terms) => withPolicy(terms, { uniformStandard: true }),
}

function withPolicy(terms: TenderTerms, change: Partial<NonNullable<TenderTerms['policy']>>) {
  const policy = certain(terms.policy, 'procurement states its policy')
  return { ...terms, policy: { ...policy, ...change } }
}

const publish: Meaning = (said) => {
  const [deadline, until = '', name = '', value = ''] = said.m
  const { plan } = said.memory
  const change = changes[name]
  const terms = change === undefined ? plan.terms : change(plan.terms, value)
  said.memory.plan = { ...plan, deadline: momentOf(deadline), terms }
  const { schedule, ...rest } = noticeOf(said.memory.plan, said.at)
  const documentUntil = until === '' ? schedule.documentUntil : momentOf(until)
  return does('publish-notice', () => ({ ...rest, schedule: { ...schedule, documentUntil } }))(said)
}

const submit: Meaning = async ({ driver, who, at, m }) => {
  const [yuan, said = ''] = m
  const content = declaredContent({ priceFen: fenIn(yuan) }, said)
  return driver.perform({ who: named(who), act: 'submit-bid', content, at })
}

const fault = (bid: string) => ({
  ...{ bid, ground: 'RJ-3', clause: '招标文件第二章' },
  facts: '没有提供有效的资格证明',
})

const minute = /\d{4}-\d\d-\d\d \d\d:\d\d/.source

export const procurementPhrases: Phrases = [
  [/办妥政府采购(\S+)项目登记、计划备案、入场和份额密钥/, prepare],
  [/办妥工程邀请招标项目登记、备案、入场和份额密钥/, prepareInvited],
  [/登记政府采购(\S+)项目，适用情形 (\S+?)(?:，意向公开于 (\S+))?/, register],
  [
    new RegExp(
      `发布采购公告，截止 (${minute})(?:，文件提供到 (${minute}))?(?:，(\\S+?) ([\\d./,]+))?`,
    ),
    publish,
  ],
  [
    /确定受邀单位(.+)/,
    does('name-invitees', ({ m: [names = ''] }) => ({
      invitees: names.split('、').map((name) => ({ party: named(name).actor.party, name })),
      source: 'library-draw',
      reason: '从供应商库随机抽取',
    })),
  ],
  [/递交响应，报价 ([\d,.]+) 元(?:，(.+))?/, submit],
  [
    /资格审查，(无人|.+?)不合格/,
    does('judge-qualification', ({ m: [names = ''] }, state) => ({
      faults:
        names === '无人' ? [] : names.split('、').map((name) => fault(bidNumber(state, name))),
      creditChecked: true,
    })),
  ],
]
