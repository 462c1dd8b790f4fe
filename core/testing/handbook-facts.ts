// SPDX-License-Identifier: Apache-2.0
/** What a procedure settles before its stages: its words, its counts, its secrets, its rules. */

import { type Citation, citeText } from '../kernel/index.ts'
import * as law from '../law/index.ts'
import { type Procedure, type RuleName, spoken } from '../procedures/index.ts'
import { methodSaid } from '../trading/tender/index.ts'

const isHan = (text: string) => /\p{Script=Han}/u.test(text)

/** 用语: the usual name and the one here; nothing where all names are usual. */
export function speech({ speaks }: Procedure): readonly string[] {
  const rows = speaks
    .filter(([usual]) => isHan(usual))
    .map(([usual, here]) => `| ${usual} | ${here} |`)
  if (rows.length === 0) return []
  return [['## 用语', '', '| 通常称 | 本方式称 |', '| --- | --- |', ...rows].join('\n')]
}

export function gates(procedure: Procedure): string {
  const { minToOpen, committee, tickets, readsOpening, qualifiedBy, methods, stages } = procedure
  const sealed = procedure.sealedStages.map((id) => stages.find((s) => s.id === id)?.title.zh ?? id)
  const cited = (cites: readonly Citation[]) => cites.map(citeText).join('、')
  const lines = [
    minToOpen && `截止时少于${minToOpen.count}家投标的，不开标（${cited(minToOpen.cites)}）。`,
    committee &&
      `评标委员会${committee.members}人以上单数，专家不少于三分之二（${cited(committee.cites)}）。`,
    tickets === 'anyone' ? '任何登记用户都可以投标。' : '只有受邀单位可以投标。',
    sealed.length === 0 ? null : `密封的阶段：${sealed.join('、')}。其间任何人看不到有几家、是谁。`,
    readsOpening === 'public'
      ? '开标记录一经公布，向社会公开。'
      : '开标记录在发出通知书之前，只有采购人、代理机构和评审成员可看。',
    qualifiedBy === 'committee' ? '资格由评标委员会审查。' : '资格由采购人或者代理机构审查。',
    `评标办法：${methods.map(methodSaid).join('、')}。`,
  ]
  const kept = lines.filter((line) => line !== null).map((line) => `- ${line}`)
  return ['## 关口', '', ...kept.map((line) => spoken(line, procedure))].join('\n')
}

/** 适用规则: which rule judges each step, by name. */
export function rulesOf(procedure: Procedure): string {
  const { rules } = procedure
  const { enough, refunds } = rules
  const steps: readonly (readonly [step: string, ...rules: readonly (RuleName | null)[]])[] = [
    ['采用本方式', rules.project],
    ['文件提供', rules.supply],
    ['编制时间', rules.preparation],
    ['文件改动', rules.change],
    ['文件内容', ...rules.terms],
    ['受邀家数', enough.invited],
    ['截止时家数', enough.deadline],
    ['资格合格家数', enough.qualified],
    ['符合要求家数', enough.conforming],
    ['异常低价', rules.lowPrice],
    ['评审组成', rules.panel],
    ['报告之后', rules.afterReport],
    ['确定次序', rules.rank],
    ['结果公开', rules.result],
    ['救济', rules.remedy],
    ['结果的救济起算', rules.resultPeriod],
    ['签订合同', rules.signing],
    ['书面报告', rules.report],
    ['退还保证金', ...new Set([refunds.withdrawn, refunds.losers, refunds.winner, refunds.ended])],
  ]
  const rows = steps.flatMap(([step, ...names]) =>
    names.flatMap((name) =>
      name === null ? [] : [`| ${step} | ${ruleNamed(name)} | \`${name}\` |`],
    ),
  )
  return ['## 适用规则', '', '| 环节 | 规则 | 编号 |', '| --- | --- | --- |', ...rows].join('\n')
}

interface Titled {
  readonly handbook: string
  readonly title: string
  readonly cites: readonly Citation[]
}

/** Rules that are a scan or a formula of the document and have no one case to be judged by. */
const unruled: Readonly<Record<string, string>> = {
  FC: '公平竞争审查',
  'LP-1': '低于文件所定预警线的报价，先询问后判断',
}

function ruleNamed(name: RuleName): string {
  const known: readonly unknown[] = Object.values(law)
  const rule = known.filter(isTitled).find(({ handbook }) => handbook === name)
  const found = rule ?? law.limits.find(({ handbook }) => handbook === name)
  if (found === undefined) return unruled[name] ?? name
  const cites = found.cites.map(citeText).join('、')
  return cites === '' ? found.title : `${found.title}（${cites}）`
}

function isTitled(value: unknown): value is Titled {
  if (typeof value !== 'object' || value === null) return false
  return 'handbook' in value && 'title' in value && 'cites' in value
}
