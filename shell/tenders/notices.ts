// SPDX-License-Identifier: Apache-2.0
/** Which events are published as which item of the disclosure catalogue, and under what title. */

import { yuanShown } from '@gongxin/core/kernel'
import type { TenderEvent, TenderState } from '@gongxin/core/trading/tender'

export interface NoticeText {
  /** Id of the disclosure catalogue. */
  readonly kind: string
  readonly title: string
  readonly body: string
}

export function noticeOf(event: TenderEvent, state: TenderState): NoticeText | null {
  const name = state.project?.name ?? ''
  switch (event.type) {
    case 'NoticePublished': {
      const { terms } = event.data
      return { kind: 'N-02', title: `${name}招标公告`, body: `${terms.scope} ${terms.place}` }
    }
    case 'ClarificationPublished': {
      const body = event.data.answers.map((a) => `${a.question} ${a.answer}`).join(' ')
      return { kind: 'N-05', title: `${name}澄清与修改`, body }
    }
    case 'DeadlineMoved':
      return { kind: 'N-05', title: `${name}投标截止时间变更公告`, body: event.data.reason }
    case 'OpeningRecorded': {
      const body = event.data.rows.map((row) => row.bidder.name).join(' ')
      return { kind: 'N-07', title: `${name}开标记录`, body }
    }
    case 'CandidatesPublished': {
      const body = event.data.candidates.map((c) => c.bidder.name).join(' ')
      return { kind: 'N-08', title: `${name}中标候选人公示`, body }
    }
    case 'ResultPublished': {
      const body = `${event.data.winner.name} ${yuanShown(event.data.priceFen)}元`
      return { kind: 'N-10', title: `${name}中标结果公示`, body }
    }
    case 'TenderFailed':
      return { kind: 'N-11', title: `${name}招标失败公告`, body: event.data.explanation }
    case 'TenderTerminated':
      return { kind: 'N-11', title: `${name}终止招标公告`, body: event.data.reason }
    case 'ContractSigned': {
      const body = `${event.data.winner.name} ${yuanShown(event.data.priceFen)}元`
      return { kind: 'N-12', title: `${name}合同订立信息`, body }
    }
    case 'ContractPublished': {
      const body = event.data.redactions.map(({ part, reason }) => `${part} ${reason}`).join(' ')
      return { kind: 'N-12', title: `${name}合同公告`, body }
    }
    case 'ContractChangePublished':
      return { kind: 'N-12', title: `${name}合同变更公告`, body: event.data.what }
    case 'AcceptancePublished':
      return { kind: 'N-12', title: `${name}验收结果公告`, body: event.data.opinion }
    case 'ComplaintDecided':
      return { kind: 'N-14', title: `${name}投诉处理决定`, body: event.data.text }
    default:
      return null
  }
}
