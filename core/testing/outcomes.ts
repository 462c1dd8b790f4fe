// SPDX-License-Identifier: Apache-2.0
/** How an event reads in the last column of a trace: its title, and what matters about it. */

import { yuanShown } from '../kernel/index.ts'
import { type BidEvent, bidShapes, isBidEventType } from '../trading/bid/index.ts'
import { eventShapes, isEventType, type TenderEvent } from '../trading/tender/index.ts'
import { momentText } from './saying.ts'

/** Both the bare title and the title with its detail count as said. */
export function outcomesOf(
  events: readonly (TenderEvent | BidEvent)[],
  named: ReadonlyMap<string, string>,
): readonly string[] {
  return events.flatMap((event) => {
    if (isBidEvent(event)) return [bidShapes[event.type].title.zh]
    const detail = detailOf(event, named)
    const title = eventShapes[event.type].title.zh
    return detail === '' ? [title] : [title, detail]
  })
}

function isBidEvent(event: TenderEvent | BidEvent): event is BidEvent {
  return isBidEventType(event.type)
}

function detailOf(event: TenderEvent, named: ReadonlyMap<string, string>): string {
  switch (event.type) {
    case 'DeadlineMoved':
      return `截止改为 ${momentText(event.data.to)}`
    case 'BiddingClosed':
      return `收到 ${event.data.received} 份`
    case 'OpeningRecorded': {
      const { coefficient } = event.data
      const name = { owner: '招标人', centre: '交易中心', authority: '住建局' } as const
      if (coefficient === null) return ''
      const absent = coefficient.silent.map((side) => name[side]).join('、')
      return `系数由 ${coefficient.shown.length} 个随机数抽取，缺席${absent || '无'}`
    }
    case 'BidRejected':
      return `否决${named.get(event.data.bid)}`
    case 'ArithmeticCorrected':
      return `修正为 ${yuanShown(event.data.correctedFen)} 元`
    case 'EvaluationConcluded':
      return `第一名${named.get(event.data.candidates[0] ?? '')}`
    case 'TieResolved':
      return `${event.data.order.map((no) => named.get(no)).join('、')}`
    case 'ReportSigned':
      return event.data.dissent === '' ? '' : '写明不同意见'
    case 'CandidatesPublished':
      return `公示至 ${event.data.until}`
    case 'AwardDecided':
      return `${event.data.winner.name}中标`
    case 'DepositRefunded': {
      const { bidder, principalFen, interestFen } = event.data
      return `退${bidder.name} ${yuanShown(principalFen)} 元、利息 ${yuanShown(interestFen)} 元`
    }
    case 'ContractChangeAnswered':
      return `合同价 ${yuanShown(event.data.totalFen)} 元`
    case 'PaymentMade': {
      const { dueOn, lateDays, interestFen } = event.data
      if (dueOn === null) return ''
      return `应付 ${dueOn}，逾期 ${lateDays} 日、利息 ${yuanShown(interestFen)} 元`
    }
    case 'PerformanceDepositReturned':
      return `退 ${yuanShown(event.data.amountFen)} 元`
    case 'DepositForfeited':
      return `${event.data.bidder.name}保证金不退`
    case 'ComplaintLodged':
      return event.data.doubts.map((doubt) => doubts[doubt]).join('、')
    case 'ObjectionLodged':
      return (event.data.evidence ?? []).map(evidenceShown).join('、')
    default:
      return ''
  }
}

type Lodged = Extract<TenderEvent, { readonly type: 'ComplaintLodged' }>['data']

const doubts: Readonly<Record<Lodged['doubts'][number], string>> = {
  'no-standing': '存疑：没有资格',
  vague: '存疑：不明确',
  unsigned: '存疑：没有签章',
  late: '存疑：逾期',
  'decided-before': '存疑：已经处理',
  'objection-missing': '存疑：没有先提出',
  'beyond-scope': '存疑：超出范围',
  'before-a-court': '存疑：已经诉讼',
}

function evidenceShown({ type, logged }: Lodged['evidence'][number]): string {
  const title = isEventType(type) ? eventShapes[type].title.zh : type
  return `依据${title}（日志${logged ?? '未编号'}）`
}
