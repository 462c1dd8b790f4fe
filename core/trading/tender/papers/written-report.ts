// SPDX-License-Identifier: Apache-2.0
/** 招标投标情况书面报告: to the authority, within fifteen days of the decision. */

import { article, dayOf, words } from '../../../kernel/index.ts'
import type { TenderState } from '../state.ts'
import { candidateTable } from './candidates.ts'
import { reportDay, seatOf } from './evaluation-report.ts'
import { body, form, ownerSeals, projectEvents } from './form.ts'
import { recordBlocks } from './opening-record.ts'
import { authorityOf, dayShown, methodSaid, momentSaid, moneySaid, ownerOf } from './say.ts'
import { type Block, facts, paragraph, table } from './shape.ts'
import {
  conditionBlocks,
  methodTable,
  moneyBlocks,
  projectFacts,
  scopeBlocks,
  sections,
} from './terms-said.ts'

export const writtenReport = form({
  kind: 'written-report',
  title: words('招标投标情况书面报告', 'Written report'),
  on: 'WrittenReportFiled',
  draws: [
    ...projectEvents,
    'DeadlineMoved',
    'BiddingClosed',
    'OpeningStarted',
    'OpeningRecorded',
    'CommitteeNamed',
    'MemberReplaced',
    'CommitteeConvened',
    'ReportSubmitted',
    'CandidatesPublished',
    'AwardDecided',
    'AwardNoticeIssued',
    'ContractSigned',
    'WrittenReportFiled',
  ],
  numberOf: ({ receipt }) => receipt,
  write: ({ event, state }) =>
    body({
      to: authorityOf(state),
      blocks: [
        ...paragraph(
          `${ownerOf(state)}已完成“${state.project?.name ?? ''}”的招标投标活动，现将有关情况报告如下：`,
        ),
        ...sections(
          ['招标项目和招标范围', [projectFacts(state), ...termsOf(state, scopeBlocks)]],
          ['招标方式和发布公告的媒介', mediaBlocks(state)],
          ['投标人须知、技术要求和合同主要条款', documentBlocks(state)],
          ['评标标准和方法', methodPart(state)],
          ['开标情况', openingBlocks(state)],
          ['评标委员会的组成和评标报告', committeeBlocks(state)],
          ['中标候选人公示', candidateTable(state.publicReview?.candidates ?? [])],
          ['中标结果', [resultFacts(state)]],
          ['其他需要报告的情况', paragraph(event.data.summary)],
        ),
        facts(['平台受理回执编号', event.data.receipt], ['提交时间', momentSaid(event.at)]),
      ],
      seals: ownerSeals(state, event),
      cites: [article('招标投标法', 47), article('施工招标办法', 65)],
    }),
})

function termsOf(
  { notice }: TenderState,
  said: (notice: NonNullable<TenderState['notice']>) => readonly Block[],
): readonly Block[] {
  return notice === null ? [] : said(notice)
}

function mediaBlocks({ notice }: TenderState): readonly Block[] {
  if (notice === null) return []
  return [
    facts(
      ['招标方式', '公开招标，资格后审'],
      ['发布媒介', '交易平台，并同步提供给规定的发布媒介'],
      ['公告发布时间', momentSaid(notice.publishedAt)],
      ['投标截止时间', momentSaid(notice.schedule.deadline)],
    ),
  ]
}

function documentBlocks(state: TenderState): readonly Block[] {
  return termsOf(state, (notice) => [
    ...conditionBlocks(notice),
    ...moneyBlocks(notice),
    facts(['合同主要条款', notice.terms.contractTerms], ['支付方式', notice.terms.payment]),
  ])
}

function methodPart({ notice }: TenderState): readonly Block[] {
  if (notice === null) return []
  const { method } = notice.terms
  return [...paragraph(`采用${methodSaid(method.kind)}。`), ...methodTable(method, '')]
}

function openingBlocks({ record, recordedAt, received }: TenderState): readonly Block[] {
  return [
    facts(
      ['收到投标文件', received === null ? '' : `${received}份`],
      ['开标记录公布时间', recordedAt === null ? '' : momentSaid(recordedAt)],
    ),
    ...recordBlocks({ rows: record?.rows ?? [] }),
  ]
}

function committeeBlocks(state: TenderState): readonly Block[] {
  const { committee } = state
  const columns = [
    { head: '姓名', weight: 2 },
    { head: '类别', weight: 3 },
    { head: '职责', weight: 2 },
  ]
  return [
    ...table('', columns, committee === null ? [] : committee.members.map(seatOf(committee))),
    facts(['评标报告提交日期', reportDay(state)]),
    ...paragraph('评标报告全文已由评标委员会提交并存入项目档案，作为本报告附件。'),
  ]
}

function resultFacts({ award, awardNotice, contract }: TenderState): Block {
  return facts(
    ['中标人', award?.winner.name ?? ''],
    ['中标价', award === null ? '' : moneySaid(award.priceFen)],
    ['评标排序', award === null ? '' : `第${award.rank}名`],
    ['定标理由', award?.reason ?? ''],
    ['定标日期', award === null ? '' : dayShown(dayOf(award.at))],
    [
      '中标通知书',
      awardNotice === null ? '' : `${awardNotice.number}，${dayShown(dayOf(awardNotice.at))}发出`,
    ],
    ['合同订立日期', contract === null ? '' : dayShown(contract.signedOn)],
  )
}
