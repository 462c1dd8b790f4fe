// SPDX-License-Identifier: Apache-2.0
/** 评标之后的期限: public review, award notice, report, contract, refunds, complaints. */

import { type CivilDate, rule } from '../../kernel/index.ts'
import { type ComplaintClock, complaintEnd } from '../complaint-clock.ts'
import { dayShown } from '../limit.ts'
import { maximum, minimum, saidBy } from '../limit-rule.ts'
import { limitOf } from '../limits.ts'

export type ReviewStart = {
  compulsory: boolean
  reportReceivedOn: CivilDate
  startedOn: CivilDate
}

export const publicReviewStart = maximum<ReviewStart>('LIM-17', {
  span: (facts) => ({ start: facts.reportReceivedOn, end: facts.startedOn }),
  act: '公示开始于',
  applies: (facts) => facts.compulsory,
})

export type ReviewPeriod = { compulsory: boolean; startedOn: CivilDate; endsOn: CivilDate }

export const publicReviewPeriod = minimum<ReviewPeriod>('LIM-18', {
  span: (facts) => ({ start: facts.startedOn, end: facts.endsOn }),
  act: '公示结束定于',
  applies: (facts) => facts.compulsory,
})

export type ResultObjection = ReviewPeriod & { lodgedOn: CivilDate }

export const resultObjectionWindow = rule<ResultObjection>()({
  ...saidBy(limitOf('LIM-19')),
  weight: 'advice',
  applies: ({ compulsory }) => compulsory,
  holds: ({ startedOn, endsOn, lodgedOn }) => startedOn <= lodgedOn && lodgedOn <= endsOn,
  explain: ({ startedOn, endsOn, lodgedOn }) =>
    `公示自${dayShown(startedOn)}至${dayShown(endsOn)}，异议提出于${dayShown(lodgedOn)}，${
      startedOn <= lodgedOn && lodgedOn <= endsOn ? '在公示期内' : '不在公示期内'
    }（实施条例第54条）。`,
})

export type AwardNoticeCase = { reviewEndedOn: CivilDate; issuedOn: CivilDate }

export const awardNoticeTime = maximum<AwardNoticeCase>('LIM-20', {
  span: (facts) => ({ start: facts.reviewEndedOn, end: facts.issuedOn }),
  act: '中标通知书发出于',
})

export type LosersTold = { noticeOn: CivilDate; losers: number; toldOnSameDay: number }

export const losersInformed = rule<LosersTold>()({
  ...saidBy(limitOf('LIM-21')),
  weight: 'block',
  holds: ({ losers, toldOnSameDay }) => losers === toldOnSameDay,
  explain: ({ noticeOn, losers, toldOnSameDay }) =>
    `${dayShown(noticeOn)}发出中标通知书，未中标人${losers}家，同时通知${toldOnSameDay}家${
      losers === toldOnSameDay ? '' : '，尚有遗漏'
    }（招标投标法第45条）。`,
})

export type ReportCase = {
  compulsory: boolean
  decidedOn: CivilDate
  noticeOn: CivilDate | null
  filedOn: CivilDate
}

/** RU-03: two texts name two starts; the earlier one counts. */
export const writtenReportTime = maximum<ReportCase>('LIM-22', {
  span: ({ decidedOn, noticeOn, filedOn }) => ({
    start: noticeOn !== null && noticeOn < decidedOn ? noticeOn : decidedOn,
    end: filedOn,
  }),
  act: '书面报告提交于',
  applies: (facts) => facts.compulsory,
})

export type ContractCase = { noticeOn: CivilDate; signedOn: CivilDate }

export const contractTime = maximum<ContractCase>('LIM-23', {
  span: (facts) => ({ start: facts.noticeOn, end: facts.signedOn }),
  act: '合同订立于',
})

export type RefundCase = { dueFrom: CivilDate; refundedOn: CivilDate }

const refunded = {
  span: (facts: RefundCase) => ({ start: facts.dueFrom, end: facts.refundedOn }),
  act: '退还于',
}

export const refundAfterWithdrawal = maximum<RefundCase>('LIM-11', refunded)
export const refundAfterContract = maximum<RefundCase>('LIM-24', refunded)
export const refundAfterTermination = maximum<RefundCase>('LIM-28', refunded)

export type ComplaintCase = {
  knew: CivilDate
  lodgedOn: CivilDate
  /** Pairs of objection and reply; null while unanswered. */
  objections: readonly { objectedOn: CivilDate; repliedOn: CivilDate | null }[]
}

export const complaintTime = rule<ComplaintCase>()({
  ...saidBy(limitOf('LIM-25')),
  weight: 'advice',
  holds: (facts, { from }, { calendar }) => {
    const end = complaintEnd(clockOf(facts), { lawDay: from, calendar }).safe
    return end === null || facts.lodgedOn <= end
  },
  explain: (facts, { from }, { calendar }) => {
    const { safe, excludedDays } = complaintEnd(clockOf(facts), { lawDay: from, calendar })
    const known = `${dayShown(facts.knew)}知道或者应当知道`
    if (safe === null) return `${known}，异议尚待答复，投诉期限未届满（实施条例第60条）。`
    const without = excludedDays === 0 ? '' : `，扣除异议答复期间${excludedDays}日`
    const held = facts.lodgedOn <= safe ? '按期' : '逾期'
    return `${known}${without}，最晚${dayShown(safe)}投诉；${dayShown(facts.lodgedOn)}提出，${
      held
    }（实施条例第60条）。`
  },
})

export type ComplaintAcceptance = { receivedOn: CivilDate; decidedOn: CivilDate }

export const complaintAcceptanceTime = maximum<ComplaintAcceptance>('LIM-26', {
  span: (facts) => ({ start: facts.receivedOn, end: facts.decidedOn }),
  act: '受理决定作出于',
})

export type ComplaintDecision = {
  acceptedOn: CivilDate
  decidedOn: CivilDate
  /** Working days of tests, appraisals and expert review, which do not count. */
  stoppedWorkdays: number
}

export const complaintDecisionTime = maximum<ComplaintDecision>('LIM-27', {
  span: (facts) => ({ start: facts.acceptedOn, end: facts.decidedOn }),
  act: '处理决定作出于',
  n: ({ stoppedWorkdays }) => (limitOf('LIM-27').versions.at(-1)?.n ?? 0) + stoppedWorkdays,
})

export type ReasonPublished = { publishedOn: CivilDate; procurementOn: CivilDate }

export const exemptionReasonPublished = minimum<ReasonPublished>('LIM-34', {
  span: (facts) => ({ start: facts.publishedOn, end: facts.procurementOn }),
  act: '采购开始于',
  weight: 'reason',
})

export type ContractDisclosure = { signedOn: CivilDate; publishedOn: CivilDate }

export const contractDisclosureTime = maximum<ContractDisclosure>('LIM-46', {
  span: (facts) => ({ start: facts.signedOn, end: facts.publishedOn }),
  act: '合同订立信息公开于',
})

function clockOf({ knew, objections }: ComplaintCase): ComplaintClock {
  return {
    knew,
    objections: objections.map(({ objectedOn, repliedOn }) =>
      repliedOn === null ? { objectedOn } : { objectedOn, repliedOn },
    ),
  }
}
