// SPDX-License-Identifier: Apache-2.0
/** The terms of a tender in the words of a notice: scope, conditions, money, method, contacts. */

import type { Notice, TenderState } from '../state.ts'
import { factorsOf, type Method, pricePointsOf, type TenderTerms } from '../terms.ts'
import { kindSaid, methodSaid, momentSaid, moneySaid, percentSaid } from './say.ts'
import { type Block, facts, heading, list, paragraph, table } from './shape.ts'

export function projectFacts(state: TenderState): Block {
  const { project, notice, agency } = state
  return facts(
    ['项目名称', project?.projectName ?? ''],
    ['标段名称', project?.name ?? ''],
    ['投资项目统一代码', project?.projectCode ?? ''],
    ['批准文件', approvalSaid(project)],
    ['招标类别', project === null ? '' : kindSaid(project.kind)],
    ['招标人', project?.owner.name ?? ''],
    ['招标代理机构', agency?.name ?? ''],
    ['资金来源', notice?.terms.fundsSource ?? project?.funds.source ?? ''],
    ['建设地点', notice?.terms.place ?? ''],
    ['行政监督部门', project?.authority.name ?? ''],
  )
}

function approvalSaid(project: TenderState['project']): string {
  if (project === null) return ''
  const { document, by } = project.approval
  return `${document}（${by}）`
}

export function scopeBlocks({ terms }: Notice): readonly Block[] {
  const { ceilingFen } = terms
  return [
    facts(
      ['招标范围', terms.scope],
      ['工期（服务期、交货期）', `${terms.durationDays}日`],
      ['质量要求', terms.quality],
      ['最高投标限价', ceilingFen === null ? '不设' : moneySaid(ceilingFen)],
      ['工程量清单', terms.bill.length === 0 ? '' : `共${terms.bill.length}项，见招标文件`],
    ),
  ]
}

export function conditionBlocks({ terms }: Notice): readonly Block[] {
  const { qualifications, consortium, starred } = terms
  return [
    ...list(
      qualifications.map(({ title, text, evidence }) => conditionSaid(title, text, evidence)),
    ),
    ...paragraph(`本次招标${consortium ? '接受' : '不接受'}联合体投标。`),
    ...(starred.length === 0
      ? []
      : [
          ...paragraph('以下为实质性要求，不响应的投标将被否决：'),
          ...list(starred.map(({ text }) => text)),
        ]),
  ]
}

function conditionSaid(title: string, text: string, evidence: string): string {
  return `${title}：${text}${evidence === '' ? '' : `（证明材料：${evidence}）`}`
}

export function moneyBlocks({ terms }: Notice): readonly Block[] {
  const { deposit, performanceDepositRate: rate } = terms
  return [
    facts(
      ['投标保证金', deposit === null ? '不收取' : moneySaid(deposit.amountFen)],
      ['提交方式', deposit?.instructions ?? ''],
      ['履约保证金', rate === 0 ? '不收取' : `中标合同金额的${percentSaid(rate)}`],
      ['投标有效期', `自投标截止之日起${terms.validityDays}日`],
    ),
  ]
}

export function methodBlocks({ terms }: Notice): readonly Block[] {
  const { method } = terms
  const rules = [
    `评标委员会由${terms.committeeMembers}人组成，其中招标人代表${terms.ownerSeats}人。`,
    `推荐中标候选人不超过${terms.candidates}名，并标明排列顺序。`,
    `得分或者评标价相同时：${terms.tieRule}。`,
  ]
  return [
    ...paragraph(`采用${methodSaid(method.kind)}。${rules.join('')}`),
    ...methodTable(method, '评审因素和分值'),
  ]
}

export function methodTable(method: Method, caption: string): readonly Block[] {
  if (method.kind === 'lowest-evaluated') {
    const rows = method.adjustments.map(({ title, unit, perUnitFen }) => [
      title,
      `每${unit}`,
      moneySaid(perUnitFen),
    ])
    const columns = [
      { head: '价格调整因素', weight: 3 },
      { head: '计量' },
      { head: '调整金额（增为正）', align: 'right' as const, weight: 2 },
    ]
    return table(caption, columns, rows, '不作价格调整。')
  }
  const columns = [
    { head: '评审因素', weight: 2 },
    { head: '评审标准', weight: 4 },
    { head: '满分', align: 'right' as const },
  ]
  const priceFull = pricePointsOf(method)
  if (priceFull === null) return paragraph('满足全部实质性要求，评审价最低的排名第一。')
  const rows = factorsOf(method).map(({ title, standard, full }) => [title, standard, full])
  return table(caption, columns, [...rows, ['投标报价', '按招标文件公布的公式计算', priceFull]])
}

export function timeBlocks(notice: Notice): readonly Block[] {
  const { documentFrom, documentUntil, deadline } = notice.schedule
  return [
    facts(
      ['招标文件获取时间', `${momentSaid(documentFrom)}至${momentSaid(documentUntil)}（北京时间）`],
      ['招标文件获取方式', '在交易平台登记后免费下载，不需要报名'],
      ['投标截止时间', `${momentSaid(deadline)}（北京时间），同时为开标时间`],
      ['递交方式', '在交易平台在线加密递交，截止后送达的拒收'],
      ['解密时间', `开标后${notice.terms.decryptMinutes}分钟`],
    ),
  ]
}

export function contactBlocks({ owner, agency, objections }: TenderTerms): readonly Block[] {
  const rows = [
    ['招标人', owner] as const,
    ...(agency === null ? [] : [['招标代理机构', agency] as const]),
    ['异议受理', objections] as const,
  ].map(([role, of]) => [role, of.organisation, of.address, of.person, of.phone])
  const columns = [
    { head: '', weight: 2 },
    { head: '单位', weight: 3 },
    { head: '地址', weight: 3 },
    { head: '联系人', weight: 1.4 },
    { head: '电话', weight: 2 },
  ]
  return table('', columns, rows)
}

/** Headings are numbered as official papers number them: 一、二、三. */
export function sections(...parts: readonly (readonly [string, readonly Block[]])[]): Block[] {
  const said = parts.filter(([, blocks]) => blocks.length > 0)
  return said.flatMap(([title, blocks], index) => [
    heading(`${numerals[index] ?? index + 1}、${title}`),
    ...blocks,
  ])
}

const numerals = [...'一二三四五六七八九十', '十一', '十二', '十三', '十四', '十五']
