// SPDX-License-Identifier: Apache-2.0
/** How days, moments, money and codes are written in a paper: full Chinese forms, never a code. */

import { clockOf, dayOf, type Instant, yuanShown } from '../../../kernel/index.ts'
import { citeShown, dayShown, findGround } from '../../../law/index.ts'
import type { Party } from '../events/entry.ts'
import type { TenderState } from '../state.ts'

export { citeShown, dayShown }

/** 2026年11月24日9时30分: the way an official paper writes a moment, 北京时间. */
export function momentSaid(at: Instant): string {
  const [hour = '0', minute = '00'] = clockOf(at).split(':')
  return `${dayShown(dayOf(at))}${Number(hour)}时${minute}分`
}

/** With seconds, where a matter of seconds may decide. */
export function secondSaid(at: Instant): string {
  return `${momentSaid(at)}${at.slice(17, 19)}秒`
}

export function moneySaid(fen: number): string {
  return `${yuanShown(fen)}元`
}

/** A cell under a head that names 元. */
export function yuanCell(fen: number | null): string {
  return fen === null ? '—' : yuanShown(fen)
}

export function percentSaid(basisPoints: number): string {
  return `${Number((basisPoints / 100).toFixed(2))}%`
}

/** `0.03` is 3%. */
export function rateSaid(rate: string): string {
  return `${Number((Number(rate) * 100).toFixed(4))}%`
}

export function cell(value: string | number | null | undefined): string {
  return value === null || value === undefined || value === '' ? '—' : String(value)
}

type Named = Readonly<Record<string, string>>

const kinds: Named = { works: '施工', goods: '货物', service: '服务', design: '勘察设计' }
const deposits: Named = {
  transfer: '银行转账',
  guarantee: '银行保函',
  insurance: '保证保险',
  surety: '担保',
  none: '未提交',
}
const failures: Named = {
  'too-few-bidders': '递交投标文件的投标人不足三家',
  'too-few-opened': '解密成功的投标文件不足三份',
  'all-rejected': '全部投标被否决',
  'document-unlawful': '招标文件内容违法，影响投标或者评标',
  'no-candidate-left': '没有可以依次确定的中标候选人',
  'validity-expired': '投标有效期届满',
  'too-few-qualified': '资格审查合格的不足三家',
  'too-few-conforming': '实质性响应的不足三家',
  'remedy-upheld': '异议、质疑或者投诉成立',
}
const moves: Named = {
  clarification: '澄清或者修改可能影响投标文件编制',
  outage: '电子系统故障',
  resumption: '暂停之后恢复',
  owner: '招标人决定',
}
const faults: Named = {
  bidder: '投标人原因，视为撤销投标文件',
  platform: '平台原因，视为撤回投标文件',
  tenderOwner: '招标人原因，视为撤回投标文件',
  other: '投标人以外的原因，视为撤回投标文件',
}
const identities: Named = {
  proved: '有效',
  uncertified: '没有证书（演示确认，非可靠电子签名）',
  unchecked: '有效；认证机构未答复，没有核对是否吊销',
  IDENTITY_FORM: '密封的身份打不开或者格式不符',
  CERT_EXPIRED: '收到投标文件时证书不在有效期内',
  CERT_REVOKED: '收到投标文件时证书已被吊销',
  CERT_USAGE: '证书不能用于签名',
  CERT_NAME: '证书写的是另一个单位',
  CERT_CHAIN: '证书不是认可的认证机构签发的',
  SIG_SCHEME: '签名不是按国密标准的方式作出的',
  SIG_ENCODING: '签名的写法不规范',
  SIG_INVALID: '签名与投标文件不符',
}
const subjects: Named = {
  'tender-document': '招标文件',
  opening: '开标',
  result: '评标结果',
  process: '采购过程',
}
const methods: Named = {
  composite: '综合评估法',
  'lowest-evaluated': '经评审的最低投标价法',
  'lowest-price': '最低评标价法',
  comprehensive: '综合评分法',
}
const questions: Named = {
  ambiguity: '含义不明确',
  arithmetic: '计算错误',
  'low-price': '报价明显偏低',
}

const redactions: Named = {
  'state-secret': '国家秘密',
  'trade-secret': '商业秘密',
  'personal-data': '个人信息',
}
const changeKinds: Named = { supplement: '补充合同（追加）', amendment: '变更' }
const changeGrounds: Named = {
  supplement: '追加同样标的',
  'design-change': '设计变更',
  'measured-quantity': '按实计量',
  'price-clause': '合同调价条款',
  'public-interest': '公共利益',
  'force-majeure': '不可抗力',
  'law-change': '法律变化',
  agreement: '双方协商',
}
const outcomes: Named = { passed: '合格', failed: '不合格', rectify: '整改' }
const results: Named = { met: '符合', unmet: '不符合' }
const attendees: Named = {
  'other-bidder': '其他投标人（供应商）',
  'third-party': '第三方机构',
  served: '服务对象',
}

/** An unknown code is called 其他, never shown raw. */
const said = (named: Named) => (code: string) => named[code] ?? '其他'
export const kindSaid = said(kinds)
export const depositSaid = said(deposits)
export const failureSaid = said(failures)
export const moveSaid = said(moves)
export const faultSaid = said(faults)
export const identitySaid = said(identities)
export const subjectSaid = said(subjects)
export const methodSaid = said(methods)
export const questionSaid = said(questions)
export const redactionSaid = said(redactions)
export const changeKindSaid = said(changeKinds)
export const changeGroundSaid = said(changeGrounds)
export const outcomeSaid = said(outcomes)
export const resultSaid = said(results)
export const attendeeSaid = said(attendees)

/** The ground in words, with the article that makes it one. */
export function groundSaid(id: string): string {
  const ground = findGround(id)
  if (ground === undefined) return '其他情形'
  return `${ground.title}（${ground.cites.map(citeShown).join('、')}）`
}

/** B03 is said 3号. */
export function bidSaid(no: string): string {
  const digits = /(\d+)$/.exec(no)?.[1]
  return digits === undefined ? no : `${Number(digits)}号`
}

export function bidderOf(state: TenderState, no: string): string {
  return state.bids.find((bid) => bid.no === no)?.bidder.name ?? '—'
}

export function named(party: Party | null | undefined): string {
  return party?.name ?? ''
}

export function ownerOf(state: TenderState): string {
  return state.project?.owner.name ?? ''
}

export function authorityOf(state: TenderState): string {
  return state.project?.authority.name ?? '有关行政监督部门'
}
