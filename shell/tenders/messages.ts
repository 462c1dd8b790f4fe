// SPDX-License-Identifier: Apache-2.0
/** Letters into inboxes: who must be told what, when an event has happened. */

import { yuanShown } from '@gongxin/core/kernel'
import type { TenderEvent, TenderState } from '@gongxin/core/trading/tender'
import { type Letter, remedyLetters } from './remedy-letters.ts'

export interface Message extends Letter {
  readonly to: string
}

export function messagesFor(event: TenderEvent, state: TenderState): readonly Message[] {
  const name = state.project?.name ?? ''
  const bidderOf = (no: string) => state.bids.find((b) => b.no === no)?.bidder.party
  const to = (party: string | undefined, subject: string, body: string): readonly Message[] =>
    party === undefined ? [] : [{ to: party, subject: `${name}：${subject}`, body }]
  switch (event.type) {
    case 'AgencyEntrusted':
      return to(event.data.agency.party, '委托代理', event.data.mandate)
    case 'ClarificationAsked':
      return to(bidderOf(event.data.bid), '评标委员会要求澄清', event.data.question)
    case 'ArithmeticCorrected':
      return to(bidderOf(event.data.bid), '请确认算术修正', event.data.steps.join('；'))
    case 'AwardNoticeIssued':
      return to(event.data.winner.party, '中标通知书', `编号${event.data.number}，请按期订立合同。`)
    case 'LoserNotified': {
      const { letter } = event.data
      const rank = letter.rank === null ? '' : `您单位排名第${letter.rank}。`
      const body = `中标人为${letter.winner.name}。${rank}如有异议可在${letter.complainUntil}前投诉。`
      return to(letter.bidder.party, '招标结果通知书', body)
    }
    case 'DepositForfeited':
      return to(event.data.bidder.party, '投标保证金不予退还', event.data.reason)
    case 'ContractOffered':
      return to(state.awardNotice?.winner.party, '请会签合同', '招标人已签署合同。')
    case 'ContractChangeProposed':
      return to(state.contract?.winner.party, '请答复合同变更', event.data.what)
    case 'ContractChangeAnswered': {
      const said = event.data.agreed ? '同意合同变更' : '不同意合同变更'
      return to(state.project?.owner.party, said, event.data.reason)
    }
    case 'AcceptanceRecorded':
      return to(state.contract?.winner.party, '履约验收结论', event.data.opinion)
    case 'PaymentMade':
      return to(state.contract?.winner.party, '已付款', `${yuanShown(event.data.amountFen)}元。`)
    case 'PerformanceDepositClaimed':
      return to(state.contract?.winner.party, '履约保证金被索赔', event.data.reason)
    case 'PerformanceDepositReturned': {
      const sum = `${yuanShown(event.data.amountFen)}元。`
      return to(state.contract?.winner.party, '履约保证金退还', sum)
    }
    case 'TenderFailed':
    case 'TenderTerminated': {
      const why = event.type === 'TenderFailed' ? event.data.explanation : event.data.reason
      return state.bids.flatMap((bid) => to(bid.bidder.party, '招标活动结束', why))
    }
    default:
      return remedyLetters(event, state).flatMap((of) => to(of.to, of.subject, of.body))
  }
}
