// SPDX-License-Identifier: Apache-2.0
/** 中标候选人公示: who is recommended in which order, why others are out, and how to object. */

import { article, daysBetween, words } from '../../../kernel/index.ts'
import type { Candidate } from '../events/award.ts'
import { reportDay } from './evaluation-report.ts'
import { body, form, ownerSeals, projectEvents } from './form.ts'
import { managerCell } from './notices.ts'
import { authorityOf, cell, dayShown, groundSaid, yuanCell } from './say.ts'
import { type Block, facts, list, paragraph, sayingTable, table } from './shape.ts'
import { sections } from './terms-said.ts'

export const candidateNotice = form({
  kind: 'candidate-notice',
  title: words('中标候选人公示', 'Candidates published'),
  on: 'CandidatesPublished',
  draws: [...projectEvents, 'OpeningRecorded', 'ReportSubmitted', 'CandidatesPublished'],
  write: ({ event, state }) => {
    const { from, until, candidates, rejected, objections } = event.data
    const days = daysBetween(from, until)
    const period = `${dayShown(from)}至${dayShown(until)}（公示开始当日不计，共${days}日）`
    const authority = authorityOf(state)
    return body({
      blocks: [
        ...paragraph('本标段评标工作已经完成，评标委员会推荐的中标候选人公示如下：'),
        ...sections(
          ['中标候选人', candidateTable(candidates)],
          ['中标候选人响应招标文件资格能力条件的情况', conditionsMet(state.notice?.terms)],
          ['被否决投标的单位和情形', rejectedTable(rejected)],
          ['公示期', [facts(['公示期', period], ['评标报告提交日期', reportDay(state)])]],
          [
            '异议和投诉',
            [
              ...paragraph(
                '投标人或者其他利害关系人对评标结果有异议的，应当在公示期内提出，' +
                  `提出异议的渠道：${objections}。` +
                  '招标人自收到异议之日起3日内答复，答复之前暂停招标投标活动。',
              ),
              ...paragraph(`对异议答复不满的，可以依法向${authority}投诉。`),
            ],
          ],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [
        article('实施条例', 54),
        article('公告公示办法', 6),
        article('电子招标投标办法', 35),
        article('1117号文', 5),
      ],
    })
  },
})

export function candidateTable(candidates: readonly Candidate[]): readonly Block[] {
  const columns = [
    { head: '排序', align: 'centre' as const, weight: 0.9 },
    { head: '中标候选人', weight: 3 },
    { head: '投标价（元）', align: 'right' as const, weight: 2 },
    { head: '工期\n（日）', align: 'right' as const, weight: 0.9 },
    { head: '质量', weight: 1 },
    { head: '项目负责人和证书', weight: 2.4 },
    { head: '总分', align: 'right' as const, weight: 1 },
  ]
  const rows = candidates.map((one) => [
    `第${one.rank}名`,
    one.bidder.name,
    yuanCell(one.priceFen),
    String(one.durationDays),
    one.quality,
    managerCell(one.projectManager),
    cell(one.total),
  ])
  return sayingTable('', columns, rows)
}

function conditionsMet(
  terms: { readonly qualifications: readonly { title: string; text: string }[] } | undefined,
): readonly Block[] {
  const asked = terms?.qualifications ?? []
  if (asked.length === 0) return []
  return [
    ...paragraph('评标委员会认定，上列中标候选人均符合招标文件规定的下列资格能力条件：'),
    ...list(asked.map(({ title, text }) => `${title}：${text}`)),
  ]
}

function rejectedTable(
  rejected: readonly { readonly bidder: { readonly name: string }; readonly ground: string }[],
): readonly Block[] {
  const columns = [
    { head: '投标人', weight: 2 },
    { head: '否决情形和依据', weight: 4 },
  ]
  const rows = rejected.map(({ bidder, ground }) => [bidder.name, groundSaid(ground)])
  return table('', columns, rows, '无被否决的投标。')
}
