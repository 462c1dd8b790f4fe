// SPDX-License-Identifier: Apache-2.0
/** 评标报告: the ten things a report holds, from the closed facts of the evaluation. */

import { article, dayOf, words } from '../../../kernel/index.ts'
import type { TenderEvent } from '../events.ts'
import type { Committee, TenderState } from '../state.ts'
import { body, form, projectEvents } from './form.ts'
import { recordBlocks } from './opening-record.ts'
import {
  bidderOf,
  bidSaid,
  cell,
  dayShown,
  groundSaid,
  methodSaid,
  momentSaid,
  ownerOf,
  questionSaid,
  yuanCell,
} from './say.ts'
import { comparisonBlocks, rankingBlocks } from './scores-said.ts'
import { type Block, facts, list, note, paragraph, type Seal, table } from './shape.ts'
import { methodTable, sections } from './terms-said.ts'

export const evaluationReport = form({
  kind: 'evaluation-report',
  title: words('评标报告', 'Evaluation report'),
  on: 'ReportSubmitted',
  draws: [
    ...projectEvents,
    'BidsTakenUp',
    'OpeningRecorded',
    'DecryptionFailed',
    'CommitteeNamed',
    'CommitteeConvened',
    'MemberRecused',
    'MemberReplaced',
    'BidRejected',
    'ArithmeticCorrected',
    'CorrectionConfirmed',
    'ClarificationAsked',
    'ClarificationReplied',
    'LowPriceJudged',
    'EvaluationConcluded',
    'ReportSigned',
    'ReEvaluationOrdered',
    'ReportSubmitted',
  ],
  write: ({ event, state }) =>
    body({
      to: ownerOf(state),
      blocks: [
        ...sections(
          ['基本情况和数据表', [basicFacts(state)]],
          ['评标委员会成员名单', committeeBlocks(state)],
          ['开标记录', recordBlocks({ rows: state.record?.rows ?? [] })],
          ['符合要求的投标一览表', validBlocks(state)],
          ['否决投标的情况说明', rejectionBlocks(state)],
          ['评标标准、评标方法和评标因素一览表', criteriaBlocks(state)],
          ['经评审的价格或者评分比较一览表', comparisonBlocks(state)],
          ['经评审的投标人排序', rankingBlocks(state)],
          ['推荐的中标候选人和签订合同前要处理的事宜', candidateBlocks(state)],
          ['澄清、说明、补正事项纪要', clarificationBlocks(state)],
          ['委员签署和不同意见', signatureBlocks(state)],
        ),
        facts(['评审数据摘要', event.data.digest]),
        note('摘要由开标记录、否决情况和评审汇总按规定格式计算，任何改动都会使摘要不同。'),
      ],
      seals: committeeSeal(event),
      cites: [article('招标投标法', 40), article('实施条例', 53), article('评标委员会规定', 42)],
    }),
})

function committeeSeal(event: TenderEvent): readonly Seal[] {
  return [{ by: '评标委员会（签署情况见第十一部分）', on: dayOf(event.at) }]
}

function basicFacts(state: TenderState): Block {
  const { project, notice, record, received, evaluation, reportAt } = state
  const opened = record?.rows.filter((row) => row.decrypted).length
  const rejected = state.bids.filter((bid) => bid.standing === 'rejected').length
  return facts(
    ['标段名称', project?.name ?? ''],
    ['招标人', project?.owner.name ?? ''],
    ['投标截止（开标）时间', notice === null ? '' : momentSaid(notice.schedule.deadline)],
    ['收到投标文件', `${received ?? state.bids.length}份`],
    ['解密成功', opened === undefined ? '' : `${opened}份`],
    ['否决', `${rejected}份`],
    ['评标方法', notice === null ? '' : methodSaid(notice.terms.method.kind)],
    ['复核事项', evaluation?.reopened?.points.join('；') ?? ''],
    ['完成时间', reportAt === null ? '' : momentSaid(reportAt)],
  )
}

function committeeBlocks({ committee }: TenderState): readonly Block[] {
  const columns = [
    { head: '姓名', weight: 2 },
    { head: '类别', weight: 3 },
    { head: '职责', weight: 2 },
  ]
  return table('', columns, committee === null ? [] : committee.members.map(seatOf(committee)))
}

export const seatOf =
  (committee: Committee) =>
  ({ member, name, kind }: Committee['members'][number]) => [
    name,
    kind === 'expert' ? '评标专家（随机抽取）' : '招标人代表',
    member === committee.chair ? '评标委员会主任' : '委员',
  ]

function validBlocks(state: TenderState): readonly Block[] {
  const ranking = state.evaluation?.conclusion?.ranking ?? []
  const columns = [
    { head: '序号', align: 'centre' as const },
    { head: '投标人', weight: 4 },
    { head: '开标报价（元）', align: 'right' as const, weight: 2 },
    { head: '评审后投标价（元）', align: 'right' as const, weight: 2 },
  ]
  const announced = (no: string) => state.record?.rows.find((row) => row.bid === no)?.priceFen
  const rows = ranking.map(({ bid, priceFen }) => [
    bidSaid(bid),
    bidderOf(state, bid),
    yuanCell(announced(bid) ?? null),
    yuanCell(priceFen),
  ])
  return [...table('', columns, rows), ...correctionBlocks(state)]
}

function correctionBlocks(state: TenderState): readonly Block[] {
  const corrected = state.bids.flatMap(({ no, correction }) =>
    correction === null ? [] : [{ no, ...correction }],
  )
  if (corrected.length === 0) return []
  const items = corrected.map(({ no, steps, accepted }) => {
    const answer = accepted === null ? '投标人尚未确认' : accepted ? '投标人已确认' : '投标人不接受'
    return `${bidSaid(no)} ${bidderOf(state, no)}：${steps.join('；')}。${answer}。`
  })
  return [...paragraph('算术修正情况：'), ...list(items)]
}

function rejectionBlocks(state: TenderState): readonly Block[] {
  const columns = [
    { head: '投标人', weight: 2 },
    { head: '否决情形', weight: 3 },
    { head: '招标文件条款', weight: 1.6 },
    { head: '事实', weight: 3 },
    { head: '表决', align: 'centre' as const, weight: 1 },
  ]
  const rows = state.bids.flatMap(({ bidder, rejections }) =>
    rejections.map(({ ground, clause, facts: found, votesFor, votes }) => [
      bidder.name,
      groundSaid(ground),
      clause,
      found,
      votes === 0 ? '—' : `${votesFor}/${votes}`,
    ]),
  )
  return table('', columns, rows, '无被否决的投标。')
}

function criteriaBlocks({ notice }: TenderState): readonly Block[] {
  if (notice === null) return []
  const { method } = notice.terms
  return [...paragraph(`采用${methodSaid(method.kind)}。`), ...methodTable(method, '')]
}

function candidateBlocks(state: TenderState): readonly Block[] {
  const conclusion = state.evaluation?.conclusion
  const columns = [
    { head: '排序', align: 'centre' as const },
    { head: '中标候选人', weight: 4 },
    { head: '投标价（元）', align: 'right' as const, weight: 2 },
  ]
  const price = (no: string) => conclusion?.ranking.find(({ bid }) => bid === no)?.priceFen ?? null
  const rows = (conclusion?.candidates ?? []).map((no, index) => [
    `第${index + 1}名`,
    bidderOf(state, no),
    yuanCell(price(no)),
  ])
  const rate = state.notice?.terms.performanceDepositRate ?? 0
  const before = rate > 0 ? '签订合同前，中标人应当按招标文件提交履约保证金。' : ''
  return [...table('', columns, rows, '没有推荐中标候选人。'), ...paragraph(before)]
}

function clarificationBlocks(state: TenderState): readonly Block[] {
  const columns = [
    { head: '投标人', weight: 2 },
    { head: '事由', weight: 1.2 },
    { head: '要求', weight: 3 },
    { head: '答复', weight: 3 },
  ]
  const rows = (state.evaluation?.clarifications ?? []).map(({ bid, kind, question, reply }) => [
    bidderOf(state, bid),
    questionSaid(kind),
    question,
    cell(reply?.answer ?? '未在规定时间答复'),
  ])
  return [...table('', columns, rows, '评审中未要求澄清。'), ...lowPriceBlocks(state)]
}

function lowPriceBlocks(state: TenderState): readonly Block[] {
  const judged = state.evaluation?.lowPrice ?? []
  const items = [...new Set(judged.map(({ bid }) => bid))].map((no) => {
    const votes = judged.filter(({ bid }) => bid === no)
    const yes = votes.filter(({ reasonable }) => reasonable).length
    const counted = `${votes.length}名委员中${yes}名认为合理`
    const reasons = [...new Set(votes.map(({ reason }) => reason))].join('；')
    return `${bidderOf(state, no)}：${counted}。理由：${reasons}。`
  })
  if (items.length === 0) return []
  return [...paragraph('对报价明显偏低的说明的认定：'), ...list(items)]
}

function signatureBlocks({ committee, evaluation }: TenderState): readonly Block[] {
  const nameOf = (member: string) =>
    committee?.members.find((seat) => seat.member === member)?.name ?? '—'
  const columns = [
    { head: '委员', weight: 1 },
    { head: '签署', weight: 2 },
    { head: '不同意见和理由', weight: 4 },
  ]
  const rows = (evaluation?.signatures ?? []).map(({ member, dissent, silent }) => [
    nameOf(member),
    silent ? '拒绝签署又不书面说明，视为同意' : '已签署',
    dissent === '' ? '无' : dissent,
  ])
  return table('', columns, rows)
}

/** Day of a report in words, for papers that name it. */
export function reportDay(state: TenderState): string {
  return state.reportAt === null ? '' : dayShown(dayOf(state.reportAt))
}
