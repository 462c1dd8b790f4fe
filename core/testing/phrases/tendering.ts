// SPDX-License-Identifier: Apache-2.0
/** Phrases from 登记 to the deadline. */

import { named } from '../people.ts'
import { type Plan, planOf } from '../plan.ts'
import { does, fenIn, type Meaning, momentOf, type Phrases, type Said, through } from '../saying.ts'
import { depositStep, noticeOf, preparation, promiseOf, sideNamed } from '../script.ts'
import { contentOf } from '../terms.ts'

const prepare: Meaning = (said) => {
  const kind = said.m[0] === '货物' ? 'goods' : 'works'
  said.memory.plan = planOf({ kind })
  return through(() => preparation(said.memory.plan))(said)
}

/** 发布招标公告，截止 T，保证金 X 元，评标委员会 N 人、专家 M 人. */
const publish: Meaning = (said) => {
  const { memory, m } = said
  const [deadline, deposit, members, experts] = m
  const plan = { ...memory.plan, deadline: momentOf(deadline) }
  memory.plan = withSeats(withDeposit(plan, deposit), members, experts)
  return does('publish-notice', () => noticeOf(memory.plan, said.at))(said)
}

function withDeposit(plan: Plan, yuan: string | undefined): Plan {
  const { deposit } = plan.terms
  if (!yuan || deposit === null) return plan
  return { ...plan, terms: { ...plan.terms, deposit: { ...deposit, amountFen: fenIn(yuan) } } }
}

function withSeats(plan: Plan, members?: string, experts?: string): Plan {
  if (!members || !experts) return plan
  const [committeeMembers, drawn] = [Number(members), Number(experts)]
  const specialties = [{ code: 'A01', count: drawn }]
  const ownerSeats = committeeMembers - drawn
  return { ...plan, terms: { ...plan.terms, committeeMembers, ownerSeats, specialties } }
}

const clarify = (affectsBids: boolean) =>
  does('clarify', (_, state) => ({
    id: `C${state.clarifications.length + 1}`,
    answers: [{ question: '', answer: '管径改为六百毫米' }],
    affectsBids,
    terms: null,
    files: [],
  }))

const submit =
  (act: 'submit-bid' | 'replace-bid'): Meaning =>
  async ({ driver, who, at, m }) => {
    const [yuan, words, items] = m
    const priceFen = yuan ? fenIn(yuan) : 980_000_000
    const bill = items ? billOf(items) : []
    const content = contentOf({ priceFen, priceInWords: words ?? '', bill })
    return driver.perform({ who: named(who), act, content, at })
  }

/** 单价 12.50×数量 3=合计 40.00: one line whose figures do not agree. */
function billOf(text: string) {
  const [unitPrice = '0', quantity = '0', total = '0'] = text.split(/[×=]/)
  return [{ id: 'I1', unitPrice, quantity, totalFen: fenIn(total) }]
}

const payDeposit: Meaning = async ({ driver, who, at, m, memory }) => {
  const amountFen = m[0] ? fenIn(m[0]) : (memory.plan.terms.deposit?.amountFen ?? 0)
  return driver.perform(depositStep(named(who), amountFen, at))
}

const objection = (said: Said) => ({ id: said.m[0], text: '评分标准与项目无关', files: [] })

export const tenderingPhrases: Phrases = [
  [/办妥(施工|货物)项目登记、备案、入场和份额密钥/, prepare],
  [
    /发布招标公告，截止 (\d{4}-\d\d-\d\d \d\d:\d\d)(?:，保证金 ([\d,.]+) 元)?(?:，评委 (\d+) 人、专家 (\d+) 人)?/,
    publish,
  ],
  [/发布澄清，影响投标/, clarify(true)],
  [/发布澄清，不影响投标/, clarify(false)],
  [
    /截止改到 (\d{4}-\d\d-\d\d \d\d:\d\d)/,
    does('move-deadline', ({ m }) => ({
      to: momentOf(m[0]),
      because: 'resumption',
      reason: '暂停结束后重新确定',
    })),
  ],
  [
    /承诺系数随机数/,
    async ({ driver, who, at }) =>
      driver.perform(promiseOf(sideNamed(who), 'commit-coefficient-number', at)),
  ],
  [
    /下载招标文件/,
    async ({ driver, who, at }) =>
      driver.perform({ who: named(who), act: 'download-document', at }),
  ],
  [/提交投标保证金(?: ([\d,.]+) 元)?/, payDeposit],
  [/递交投标文件(?:，报价 ([\d,.]+) 元)?(?:，大写(.+?))?(?:，清单 (.+))?/, submit('submit-bid')],
  [/修改投标文件，报价 ([\d,.]+) 元/, submit('replace-bid')],
  [
    /撤回投标文件/,
    async ({ driver, who, at }) => driver.perform({ who: named(who), act: 'withdraw-bid', at }),
  ],
  [
    /作为利害关系人提出异议 (\w+)/,
    does('lodge-objection', (said) => ({ ...objection(said), interest: '拟分包管材供应' })),
  ],
  [/提出异议 (\w+)/, does('lodge-objection', objection)],
  [
    /答复异议 (\w+)/,
    does('answer-objection', ({ m }) => ({
      id: m[0],
      answer: '已核实，维持原文件',
      upheld: false,
    })),
  ],
  [/终止招标/, does('terminate', () => ({ reason: '项目调整', forceMajeure: false }))],
  [
    /终止招标，因不可抗力/,
    does('terminate', () => ({ reason: '洪水冲毁现场', forceMajeure: true })),
  ],
  [
    /下达(暂停|恢复|无效)指令 (\w+)(?:，解除 (\w+))?/,
    does('issue-directive', ({ m: [kind, id, lifts] }) => ({
      id,
      kind: kind === '暂停' ? 'suspend' : kind === '恢复' ? 'resume' : 'invalidate',
      number: `柳建督〔2026〕${id}号`,
      basis: ['实施条例 62'],
      text: '依法作出',
      lifts: lifts === '' ? null : lifts,
    })),
  ],
]
