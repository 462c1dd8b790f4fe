// SPDX-License-Identifier: Apache-2.0
/** 公告: the tender notice and what changes, stops or ends it afterwards. */

import { article, dayOf, words } from '../../../kernel/index.ts'
import { getRemedy } from '../../../procedures/index.ts'
import { usualRemedy } from '../remedies/times.ts'
import { body, form, ownerSeals, projectEvents } from './form.ts'
import { aboutSaid, complaintBasis, complaintSaid, titleSaid } from './remedy-said.ts'
import {
  authorityOf,
  bidSaid,
  dayShown,
  failureSaid,
  momentSaid,
  moneySaid,
  moveSaid,
  ownerOf,
} from './say.ts'
import { facts, list, paragraph } from './shape.ts'
import {
  conditionBlocks,
  contactBlocks,
  methodBlocks,
  moneyBlocks,
  projectFacts,
  scopeBlocks,
  sections,
  timeBlocks,
} from './terms-said.ts'

const law = (number: number) => article('招标投标法', number)
const decree = (number: number) => article('实施条例', number)

export const tenderNotice = form({
  kind: 'tender-notice',
  title: words('招标公告', 'Tender notice'),
  on: 'NoticePublished',
  draws: projectEvents,
  write: ({ event, state }) => {
    const { notice } = state
    if (notice === null) return body({ blocks: [], seals: [], cites: [] })
    const intro = `本项目已具备招标条件，现由${ownerOf(state)}对下列标段公开招标，特邀请有意向的潜在投标人投标。`
    const media = '本公告在交易平台发布，并同步提供给国家和自治区规定的发布媒介，各处内容一致。'
    return body({
      blocks: [
        ...paragraph(intro),
        ...sections(
          ['招标条件和项目概况', [projectFacts(state)]],
          ['招标范围和要求', scopeBlocks(notice)],
          ['投标人资格要求', conditionBlocks(notice)],
          ['招标文件的获取和投标文件的递交', timeBlocks(notice)],
          ['保证金和投标有效期', moneyBlocks(notice)],
          ['评标办法', methodBlocks(notice)],
          ['招标人对文件内容的说明', list(notice.reasons.map(({ reason }) => reason))],
          ['发布媒介和异议', [...paragraph(media), ...paragraph(objectionWay(authorityOf(state)))]],
          ['联系方式', contactBlocks(notice.terms)],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [law(16), decree(15), article('公告公示办法', 5), article('电子招标投标办法', 17)],
    })
  },
})

function objectionWay(authority: string): string {
  return (
    '对招标文件有异议的，应当在投标截止时间10日前向招标人提出，招标人自收到之日起3日内答复，' +
    `答复之前暂停招标投标活动；对答复不满的，可以依法向${authority}投诉。`
  )
}

export const clarificationNotice = form({
  kind: 'clarification',
  title: words('澄清与修改', 'Clarification'),
  on: 'ClarificationPublished',
  draws: [...projectEvents, 'ClarificationPublished', 'DeadlineMoved'],
  write: ({ event, state }) => {
    const { answers, affectsBids, files } = event.data
    const said = answers.map(({ question, answer }, index) =>
      question === ''
        ? `第${index + 1}项 招标人主动说明：${answer}`
        : `第${index + 1}项 问：${question} 答：${answer}`,
    )
    const deadline = state.notice?.schedule.deadline
    const effect = affectsBids
      ? '上述内容可能影响投标文件编制，投标截止时间距本次发布不足15日的，依法顺延。'
      : '上述内容不影响投标文件编制，投标截止时间不变。'
    return body({
      blocks: [
        ...paragraph('现对招标文件作如下澄清与修改，其内容为招标文件的组成部分：'),
        ...list(said),
        ...(files.length === 0 ? [] : list(files.map(({ name }) => `附件：${name}`))),
        ...paragraph(effect),
        facts(
          ['投标截止时间', deadline === undefined ? '' : momentSaid(deadline)],
          ['发布时间', momentSaid(event.at)],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [law(23), decree(21), article('电子招标投标办法', 22)],
    })
  },
})

export const deadlineNotice = form({
  kind: 'deadline-moved',
  title: words('投标截止时间变更公告', 'Deadline moved'),
  on: 'DeadlineMoved',
  draws: [...projectEvents, 'DeadlineMoved'],
  write: ({ event, state }) => {
    const { from, to, because, reason } = event.data
    return body({
      blocks: [
        ...paragraph('本标段投标截止时间（开标时间）变更如下，其他事项不变：'),
        facts(
          ['原投标截止时间', momentSaid(from)],
          ['变更后投标截止时间', momentSaid(to)],
          ['变更原因', moveSaid(because)],
          ['说明', reason],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [law(23), decree(21)],
    })
  },
})

export const failureNotice = form({
  kind: 'failure-notice',
  title: words('招标失败公告', 'Tender failed'),
  on: 'TenderFailed',
  draws: [...projectEvents, 'BiddingClosed', 'TenderFailed'],
  write: ({ event, state }) => {
    const { because, explanation } = event.data
    return body({
      blocks: [
        ...paragraph('本标段本次招标失败，现予公告：'),
        facts(
          ['失败原因', failureSaid(because)],
          ['具体情况', explanation],
          ['收到投标文件', state.received === null ? '' : `${state.received}份`],
          ['失败时间', momentSaid(event.at)],
        ),
        ...paragraph(
          '已提交的投标保证金依法退还，转账提交的一并退还银行同期存款利息。招标人分析原因并采取措施后依法重新招标。',
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [law(28), law(42), decree(44)],
    })
  },
})

export const terminationNotice = form({
  kind: 'termination-notice',
  title: words('终止招标公告', 'Tender terminated'),
  on: 'TenderTerminated',
  draws: [...projectEvents, 'TenderTerminated'],
  write: ({ event, state }) =>
    body({
      blocks: [
        ...paragraph('本标段招标终止，现予公告：'),
        facts(
          ['终止原因', event.data.reason],
          ['是否不可抗力', event.data.forceMajeure ? '是' : '否'],
          ['终止时间', momentSaid(event.at)],
        ),
        ...paragraph('已收取的费用和投标保证金及银行同期存款利息及时退还。'),
      ],
      seals: ownerSeals(state, event),
      cites: [decree(31)],
    }),
})

export const objectionAnswer = form({
  kind: 'objection-answer',
  title: words('异议答复书', 'Answer to an objection'),
  titleOf: ({ remedy }) => titleSaid(getRemedy(remedy ?? usualRemedy), '答复书', 'Answer to the'),
  on: 'ObjectionAnswered',
  draws: [...projectEvents, 'ObjectionAnswered'],
  write: ({ event, state }) => {
    const { subject, answer, upheld, remedy: id } = event.data
    const remedy = getRemedy(id ?? usualRemedy)
    const { zh } = remedy.title
    return body({
      blocks: [
        ...paragraph(`关于对${aboutSaid(remedy, subject)}的${zh}，现答复如下：`),
        ...paragraph(answer),
        facts(['处理结论', upheld ? `${zh}成立` : `${zh}不成立`]),
        ...paragraph(complaintSaid(remedy, authorityOf(state))),
      ],
      seals: ownerSeals(state, event),
      cites: [...remedy.basis, ...complaintBasis(remedy)],
    })
  },
})

export const resultNotice = form({
  kind: 'result-notice',
  title: words('中标结果公示', 'Result published'),
  on: 'ResultPublished',
  draws: [
    ...projectEvents,
    'BiddingClosed',
    'AwardDecided',
    'AwardNoticeIssued',
    'ResultPublished',
  ],
  write: ({ event, state }) => {
    const { winner, priceFen, durationDays } = event.data
    const { award, awardNotice } = state
    return body({
      blocks: [
        ...paragraph('本标段中标结果公示如下：'),
        facts(
          ['中标人', winner.name],
          ['统一社会信用代码', winner.party],
          ['中标价', moneySaid(priceFen)],
          ['工期（服务期、交货期）', `${durationDays}日`],
          ['质量', awardNotice?.quality ?? ''],
          ['项目负责人', managerSaid(awardNotice?.projectManager)],
          ['评标排序', award === null ? '' : `第${award.rank}名（${bidSaid(award.bid)}投标）`],
          ['定标理由', award?.reason ?? ''],
          ['定标日期', award === null ? '' : dayShown(dayOf(award.at))],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [article('公告公示办法', 6), article('电子招标投标办法', 35)],
    })
  },
})

export function managerSaid(
  person: { readonly name: string; readonly certificate: string } | null | undefined,
): string {
  if (person === null || person === undefined) return ''
  return person.certificate === '' ? person.name : `${person.name}（证书编号${person.certificate}）`
}

/** In a narrow column the certificate stands under the name. */
export function managerCell(
  person: { readonly name: string; readonly certificate: string } | null | undefined,
): string {
  if (person === null || person === undefined) return ''
  return [person.name, person.certificate].filter((part) => part !== '').join('\n')
}

export const contractNotice = form({
  kind: 'contract-notice',
  title: words('合同订立信息', 'Contract signed'),
  on: 'ContractSigned',
  draws: [...projectEvents, 'AwardNoticeIssued', 'ContractSigned'],
  write: ({ event, state }) => {
    const { winner, priceFen, durationDays, quality, signedOn } = event.data
    return body({
      blocks: [
        ...paragraph('本标段书面合同已经订立，信息公开如下：'),
        facts(
          ['发包人（招标人）', ownerOf(state)],
          ['承包人（中标人）', winner.name],
          ['合同价', moneySaid(priceFen)],
          ['工期（服务期、交货期）', `${durationDays}日`],
          ['质量', quality],
          ['订立日期', dayShown(signedOn)],
          ['中标通知书编号', state.awardNotice?.number ?? ''],
        ),
      ],
      seals: ownerSeals(state, event),
      cites: [law(46), decree(57)],
    })
  },
})
