// SPDX-License-Identifier: Apache-2.0
/** 中标通知书 and 中标结果通知书: what the winner must do, and what each other bidder may know. */

import { article, dayOf, rational, roundTo, words, yuanShown } from '../../../kernel/index.ts'
import type { Letter } from '../events/award.ts'
import type { TenderState } from '../state.ts'
import { body, form, ownerSeals, projectEvents } from './form.ts'
import { managerSaid } from './notices.ts'
import {
  authorityOf,
  cell,
  dayShown,
  faultSaid,
  groundSaid,
  moneySaid,
  ownerOf,
  percentSaid,
} from './say.ts'
import { type Block, facts, list, paragraph, table } from './shape.ts'
import { sections } from './terms-said.ts'

const law = (number: number) => article('招标投标法', number)

export const awardNotice = form({
  kind: 'award-notice',
  title: words('中标通知书', 'Award notice'),
  on: 'AwardNoticeIssued',
  draws: [...projectEvents, 'BiddingClosed', 'BidsTakenUp', 'AwardNoticeIssued'],
  numberOf: ({ number }) => number,
  write: ({ event, state }) => {
    const { winner, priceFen, durationDays, quality, projectManager, signUntil } = event.data
    const sent = state.bids.find(({ bidder }) => bidder.party === winner.party)
    const when = sent === undefined ? '' : `于${dayShown(dayOf(sent.receivedAt))}`
    const rate = state.notice?.terms.performanceDepositRate ?? 0
    const deposit =
      rate > 0
        ? `签订合同之前，请按招标文件提交履约保证金，金额为中标价的${percentSaid(rate)}。`
        : ''
    return body({
      to: winner.name,
      blocks: [
        ...paragraph(
          `贵单位${when}递交的“${state.project?.name ?? ''}”投标文件已被接受，现确定贵单位为中标人。主要内容如下：`,
        ),
        facts(
          ['中标价', moneySaid(priceFen)],
          ['工期（服务期、交货期）', `${durationDays}日`],
          ['质量', quality],
          ['项目负责人', managerSaid(projectManager)],
        ),
        ...paragraph(
          `请贵单位于${dayShown(signUntil)}前，按照招标文件和贵单位的投标文件与${ownerOf(state)}订立` +
            '书面合同，合同的标的、价款、质量、履行期限等主要条款应当与招标文件和投标文件一致，' +
            '不得另行订立背离合同实质性内容的其他协议。',
        ),
        ...paragraph(deposit),
        ...paragraph(
          '本通知书对招标人和中标人具有法律效力。招标人改变中标结果，或者中标人放弃中标项目的，依法承担责任。',
        ),
        ...paragraph('特此通知。'),
      ],
      seals: ownerSeals(state, event),
      cites: [law(45), law(46), article('实施条例', 57), article('电子招标投标办法', 36)],
    })
  },
})

export const resultLetter = form({
  kind: 'result-letter',
  title: words('中标结果通知书', 'Result letter'),
  on: 'LoserNotified',
  draws: [
    ...projectEvents,
    'BidsTakenUp',
    'DecryptionFailed',
    'CandidatesPublished',
    'AwardDecided',
    'AwardNoticeIssued',
  ],
  write: ({ event, state }) => {
    const { letter } = event.data
    return body({
      to: letter.bidder.name,
      blocks: [
        ...paragraph(
          `感谢贵单位参加“${state.project?.name ?? ''}”投标。本标段已经定标，现将结果和贵单位的评审情况通知如下：`,
        ),
        ...sections(
          ['中标结果', [winnerFacts(letter)]],
          ['贵单位的结果', ownBlocks(letter, state)],
          ['贵单位各项得分', itemBlocks(letter)],
          ['救济途径', remedyBlocks(letter, state)],
          ['投标保证金', depositBlocks(state)],
        ),
        ...paragraph('特此通知。'),
      ],
      seals: ownerSeals(state, event),
      cites: [
        law(45),
        article('实施条例', 54),
        article('实施条例', 57),
        article('实施条例', 60),
        article('1117号文', 5),
      ],
    })
  },
})

function winnerFacts({ winner, winnerPriceFen, winnerTotal }: Letter): Block {
  return facts(
    ['中标人', winner.name],
    ['中标价', moneySaid(winnerPriceFen)],
    ['中标人总分', winnerTotal === null ? '' : `${winnerTotal}分`],
  )
}

function ownBlocks(letter: Letter, state: TenderState): readonly Block[] {
  const { rank, priceFen, total, rejections, bid } = letter
  const failure = state.bids.find(({ no }) => no === bid)?.failure ?? null
  const unopened =
    failure === null
      ? ''
      : `贵单位的投标文件开标时未能解密（${faultSaid(failure.fault)}），未进入评审。情况：${failure.evidence}`
  return [
    ...paragraph(unopened),
    facts(
      ['评审结论', conclusionSaid(letter, unopened)],
      ['名次', rank === null ? '' : `第${rank}名`],
      ['投标价', priceFen === null ? '' : moneySaid(priceFen)],
      ['总分', total === null ? '' : `${total}分`],
      ['与中标人的价差', priceGap(letter)],
      ['与中标人的分差', totalGap(letter)],
    ),
    ...(rejections.length === 0 ? [] : rejectionTable(rejections)),
  ]
}

function conclusionSaid({ rejections, rank }: Letter, unopened: string): string {
  if (rejections.length > 0) return '投标被否决'
  if (unopened !== '') return ''
  return rank === null ? '未参加排序' : '投标有效，未中标'
}

function priceGap({ priceFen, winnerPriceFen }: Letter): string {
  if (priceFen === null) return ''
  const gap = priceFen - winnerPriceFen
  if (gap === 0) return '与中标价相同'
  return `${gap > 0 ? '高于' : '低于'}中标价${yuanShown(Math.abs(gap))}元`
}

function totalGap({ total, winnerTotal }: Letter): string {
  if (total === null || winnerTotal === null) return ''
  const gap = rational(winnerTotal).sub(rational(total))
  if (gap.equals(0)) return '与中标人相同'
  return `${gap.compare(0) > 0 ? '低' : '高'}${roundTo(gap.abs(), 2)}分`
}

function rejectionTable(rejections: Letter['rejections']): readonly Block[] {
  const columns = [
    { head: '否决情形和依据', weight: 3 },
    { head: '招标文件条款', weight: 1.6 },
    { head: '评标委员会认定的事实', weight: 3 },
  ]
  const rows = rejections.map(({ ground, clause, facts: found }) => [
    groundSaid(ground),
    clause,
    found,
  ])
  return table('否决原因', columns, rows)
}

function itemBlocks({ items }: Letter): readonly Block[] {
  if (items.length === 0) return []
  const columns = [
    { head: '评审因素', weight: 3 },
    { head: '贵单位得分', align: 'right' as const, weight: 1.3 },
    { head: '最低', align: 'right' as const },
    { head: '中位', align: 'right' as const },
    { head: '最高', align: 'right' as const },
    { head: '距最高', align: 'right' as const },
  ]
  const rows = items.map(({ title, own, lowest, median, best }) => [
    title,
    own,
    lowest,
    median,
    cell(best),
    roundTo(rational(best).sub(rational(own)), 2),
  ])
  return table('与全部有效投标的最低分、中位分、最高分比较', columns, rows)
}

function remedyBlocks({ complainUntil }: Letter, state: TenderState): readonly Block[] {
  const contact = state.notice?.terms.objections
  const review = state.publicReview
  const period =
    review === null
      ? ''
      : `中标候选人已于${dayShown(review.from)}至${dayShown(review.until)}公示，对评标结果的异议应当在公示期内提出。`
  const ask =
    contact === undefined
      ? ''
      : `对本通知内容有疑问的，可以联系${contact.organisation}，联系人${contact.person}，电话${contact.phone}。`
  return list([
    period,
    '认为招标投标活动不符合法律、行政法规规定的，可以自知道或者应当知道之日起10日内，' +
      `最迟于${dayShown(complainUntil)}向${authorityOf(state)}投诉。` +
      '就评标结果投诉的，应当先提出异议，异议答复期间不计算在内。',
    ask,
  ])
}

function depositBlocks({ notice }: TenderState): readonly Block[] {
  if (notice?.terms.deposit == null) return []
  return paragraph(
    '贵单位的投标保证金在招标人与中标人订立书面合同后5日内退还，转账提交的一并退还银行同期存款利息。',
  )
}
