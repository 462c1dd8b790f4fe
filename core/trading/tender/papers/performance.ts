// SPDX-License-Identifier: Apache-2.0
/** 合同公告, 合同变更公告 and 履约验收书: what the contract says in public, and how it was taken over. */

import { article, words, yuanShown } from '../../../kernel/index.ts'
import type { EventOf } from '../events.ts'
import { afterAwardOf } from '../performing.ts'
import type { TenderState } from '../state.ts'
import { body, form, ownerSeals, projectEvents } from './form.ts'
import {
  attendeeSaid,
  changeGroundSaid,
  changeKindSaid,
  dayShown,
  moneySaid,
  outcomeSaid,
  ownerOf,
  redactionSaid,
  resultSaid,
} from './say.ts'
import { type Block, facts, paragraph, table } from './shape.ts'

export const publishedContract = form({
  kind: 'published-contract',
  title: words('合同公告', 'Contract published'),
  on: 'ContractPublished',
  draws: [...projectEvents, 'AwardNoticeIssued', 'ContractSigned', 'ContractPublished'],
  write: ({ event, state }) => {
    const { files, redactions } = event.data
    return body({
      blocks: [
        ...paragraph('合同已经签订，现予公告：'),
        contractFacts(state),
        ...table(
          '合同文本',
          [
            { head: '文件', weight: 2 },
            { head: 'SM3指纹', weight: 3 },
          ],
          files.map(({ name, digest }) => [name, digest]),
        ),
        ...table(
          '不予公开的内容',
          [{ head: '部分', weight: 2 }, { head: '种类' }, { head: '理由', weight: 3 }],
          redactions.map(({ part, ground, reason }) => [part, redactionSaid(ground), reason]),
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [article('政府采购法实施条例', 50)],
    })
  },
})

function contractFacts({ contract, awardNotice, project }: TenderState): Block {
  return facts(
    ['采购人（发包人）', project?.owner.name ?? ''],
    ['供应商（承包人）', contract?.winner.name ?? ''],
    ['合同金额', contract === null ? '' : moneySaid(contract.priceFen)],
    ['履行期限', contract === null ? '' : `${contract.durationDays}日`],
    ['质量', contract?.quality ?? ''],
    ['签订日期', contract === null ? '' : dayShown(contract.signedOn)],
    ['中标通知书编号', awardNotice?.number ?? ''],
  )
}

export const changeNotice = form({
  kind: 'contract-change-notice',
  title: words('合同变更公告', 'Contract change published'),
  on: 'ContractChangePublished',
  draws: [...projectEvents, 'ContractSigned', 'ContractChangePublished'],
  write: ({ event, state }) => {
    const { kind, ground, what, addedFen, durationDays, quality, totalFen } = event.data
    return body({
      blocks: [
        ...paragraph('合同双方协商一致，合同变更如下：'),
        facts(
          ['合同双方', `${ownerOf(state)}、${state.contract?.winner.name ?? ''}`],
          ['变更种类', changeKindSaid(kind)],
          ['事由', changeGroundSaid(ground)],
          ['变更内容', what],
          ['增减金额', addedFen === 0 ? '不变' : addedSaid(addedFen)],
          ['变更后合同价', moneySaid(totalFen)],
          ['变更后履行期限', durationDays === null ? '' : `${durationDays}日`],
          ['变更后质量', quality ?? ''],
          ['变更日期', dayShown(event.data.changedOn)],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [basisOf(kind, state)],
    })
  },
})

function isPurchase(state: TenderState): boolean {
  return afterAwardOf(state).acceptance !== null
}

function basisOf(kind: 'supplement' | 'amendment', state: TenderState) {
  if (!isPurchase(state)) return article('1117号文', 7)
  return article('政府采购法', kind === 'supplement' ? 49 : 50)
}

function addedSaid(addedFen: number): string {
  return `${addedFen > 0 ? '增加' : '减少'}${yuanShown(Math.abs(addedFen))}元`
}

export const acceptancePaper = form({
  kind: 'acceptance',
  title: words('履约验收书', 'Acceptance'),
  on: 'AcceptanceRecorded',
  draws: [...projectEvents, 'ContractSigned', 'ContractChangeAnswered', 'AcceptanceRecorded'],
  write: ({ event, state }) => {
    const { items, outcome, rectifyUntil, attended, opinion } = event.data
    const winner = state.contract?.winner.name ?? ''
    return body({
      blocks: [
        facts(
          ['采购人（发包人）', ownerOf(state)],
          ['供应商（承包人）', winner],
          ['合同金额', state.contract === null ? '' : moneySaid(state.contract.priceFen)],
          ['验收日期', dayShown(event.data.on)],
          ['验收结论', outcomeSaid(outcome)],
          ['整改期限', rectifyUntil === null ? '' : dayShown(rectifyUntil)],
        ),
        ...itemTable(items),
        ...table(
          '参加验收的人员',
          [{ head: '名称', weight: 2 }, { head: '身份' }],
          attended.map(({ name, as }) => [name, attendeeSaid(as)]),
        ),
        ...paragraph(opinion),
      ],
      seals: ownerSeals(state, event),
      cites: [isPurchase(state) ? article('政府采购法实施条例', 45) : article('招标投标法', 48)],
    })
  },
})

function itemTable(items: EventOf<'AcceptanceRecorded'>['data']['items']): readonly Block[] {
  const columns = [
    { head: '合同条款' },
    { head: '标准', weight: 3 },
    { head: '结论' },
    { head: '说明', weight: 2 },
  ]
  const rows = items.map(({ clause, standard, result, note }) => [
    clause,
    standard,
    resultSaid(result),
    note === '' ? '—' : note,
  ])
  return table('逐项结论', columns, rows)
}

export const publishedAcceptance = form({
  kind: 'acceptance-notice',
  title: words('验收结果公告', 'Acceptance published'),
  on: 'AcceptancePublished',
  draws: [...projectEvents, 'ContractSigned', 'AcceptancePublished'],
  write: ({ event, state }) =>
    body({
      blocks: [
        ...paragraph('公共服务项目履约验收结果公告如下：'),
        facts(
          ['采购人', ownerOf(state)],
          ['供应商', state.contract?.winner.name ?? ''],
          ['验收日期', dayShown(event.data.on)],
          ['验收结论', outcomeSaid(event.data.outcome)],
          ['验收意见', event.data.opinion],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [article('政府采购法实施条例', 45)],
    }),
})
