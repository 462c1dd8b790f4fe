// SPDX-License-Identifier: Apache-2.0
/** 救济和以后: questions, complaints, courts, frameworks and payment of a case. */

import type { CivilDate } from '../../kernel/index.ts'
import { maximum } from '../limit-rule.ts'
import { ownFigure } from './counting.ts'

export const procurementQuestionTime = maximum<{ knewOn: CivilDate; lodgedOn: CivilDate }>(
  'TL-34',
  {
    span: ({ knewOn, lodgedOn }) => ({ start: knewOn, end: lodgedOn }),
    act: '提出质疑于',
  },
)

export const procurementQuestionAnswer = maximum<{ receivedOn: CivilDate; answeredOn: CivilDate }>(
  'TL-35',
  {
    span: ({ receivedOn, answeredOn }) => ({ start: receivedOn, end: answeredOn }),
    act: '答复于',
  },
)

export const procurementComplaintTime = maximum<{
  replyPeriodEndedOn: CivilDate
  lodgedOn: CivilDate
}>('TL-36', {
  span: ({ replyPeriodEndedOn, lodgedOn }) => ({ start: replyPeriodEndedOn, end: lodgedOn }),
  act: '提出投诉于',
})

export const procurementComplaintCheck = maximum<{ receivedOn: CivilDate; checkedOn: CivilDate }>(
  'TL-37',
  {
    span: ({ receivedOn, checkedOn }) => ({ start: receivedOn, end: checkedOn }),
    act: '审查完毕于',
  },
)

export const procurementComplaintRefusal = maximum<{ checkedOn: CivilDate; toldOn: CivilDate }>(
  'TL-38',
  {
    span: ({ checkedOn, toldOn }) => ({ start: checkedOn, end: toldOn }),
    act: '告知于',
  },
)

export const procurementComplaintNotice = maximum<{ receivedOn: CivilDate; sentOn: CivilDate }>(
  'TL-39',
  {
    span: ({ receivedOn, sentOn }) => ({ start: receivedOn, end: sentOn }),
    act: '发出通知于',
  },
)

export const procurementComplaintStatement = maximum<{ receivedOn: CivilDate; filedOn: CivilDate }>(
  'TL-40',
  {
    span: ({ receivedOn, filedOn }) => ({ start: receivedOn, end: filedOn }),
    act: '提交说明于',
  },
)

/** C-5: working days for tests, expert review and supplements are added. */
export const procurementComplaintDecision = maximum<{
  receivedOn: CivilDate
  decidedOn: CivilDate
  stoppedWorkdays: number
}>('TL-41', {
  span: ({ receivedOn, decidedOn }) => ({ start: receivedOn, end: decidedOn }),
  act: '作出决定于',
  n: ({ stoppedWorkdays }) => ownFigure('TL-41') + stoppedWorkdays,
})

export const procurementSuspension = maximum<{ suspendedOn: CivilDate; resumedOn: CivilDate }>(
  'TL-42',
  {
    span: ({ suspendedOn, resumedOn }) => ({ start: suspendedOn, end: resumedOn }),
    act: '恢复于',
  },
)

export const reconsiderationTime = maximum<{ knewOn: CivilDate; filedOn: CivilDate }>('TL-43', {
  span: ({ knewOn, filedOn }) => ({ start: knewOn, end: filedOn }),
  act: '申请复议于',
})

export const litigationTime = maximum<{ receivedOn: CivilDate; filedOn: CivilDate }>('TL-44', {
  span: ({ receivedOn, filedOn }) => ({ start: receivedOn, end: filedOn }),
  act: '起诉于',
})

export const expertConductRecord = maximum<{ evaluatedOn: CivilDate; recordedOn: CivilDate }>(
  'TL-45',
  {
    span: ({ evaluatedOn, recordedOn }) => ({ start: evaluatedOn, end: recordedOn }),
    act: '记录于',
  },
)

export const expertRatesPurchaser = maximum<{ evaluatedOn: CivilDate; recordedOn: CivilDate }>(
  'TL-46',
  {
    span: ({ evaluatedOn, recordedOn }) => ({ start: evaluatedOn, end: recordedOn }),
    act: '记录于',
  },
)

export const frameworkSigning = maximum<{ noticeOn: CivilDate; signedOn: CivilDate }>('TL-47', {
  span: ({ noticeOn, signedOn }) => ({ start: noticeOn, end: signedOn }),
  act: '签订于',
})

export const frameworkFiling = maximum<{ signedOn: CivilDate; filedOn: CivilDate }>('TL-48', {
  span: ({ signedOn, filedOn }) => ({ start: signedOn, end: filedOn }),
  act: '备案于',
})

export const frameworkApplicationAnswer = maximum<{ receivedOn: CivilDate; answeredOn: CivilDate }>(
  'TL-49',
  {
    span: ({ receivedOn, answeredOn }) => ({ start: receivedOn, end: answeredOn }),
    act: '答复于',
  },
)

export const frameworkEntryNotice = maximum<{ decidedOn: CivilDate; publishedOn: CivilDate }>(
  'TL-50',
  {
    span: ({ decidedOn, publishedOn }) => ({ start: decidedOn, end: publishedOn }),
    act: '公告于',
  },
)

export const frameworkCallOffNotice = maximum<{ decidedOn: CivilDate; publishedOn: CivilDate }>(
  'TL-51',
  {
    span: ({ decidedOn, publishedOn }) => ({ start: decidedOn, end: publishedOn }),
    act: '公告于',
  },
)

export const frameworkSummary = maximum<{ endedOn: CivilDate; publishedOn: CivilDate }>('TL-52', {
  span: ({ endedOn, publishedOn }) => ({ start: endedOn, end: publishedOn }),
  act: '公告汇总于',
})

/** PAY802 9: the term of the contract counts, and thirty days without one. */
export const smallFirmPayment = maximum<{
  deliveredOn: CivilDate
  paidOn: CivilDate
  agreedDays: number | null
}>('TL-54', {
  span: ({ deliveredOn, paidOn }) => ({ start: deliveredOn, end: paidOn }),
  act: '付款于',
  n: ({ agreedDays }) => agreedDays ?? ownFigure('TL-54'),
})

export const paymentAfterInvoice = maximum<{ invoicedOn: CivilDate; paidOn: CivilDate }>('TL-55', {
  span: ({ invoicedOn, paidOn }) => ({ start: invoicedOn, end: paidOn }),
  act: '付款于',
})

export const receivableConfirmation = maximum<{ askedOn: CivilDate; confirmedOn: CivilDate }>(
  'TL-56',
  {
    span: ({ askedOn, confirmedOn }) => ({ start: askedOn, end: confirmedOn }),
    act: '确认于',
  },
)

export const administrativeInformation = maximum<{ decidedOn: CivilDate; publishedOn: CivilDate }>(
  'TL-59',
  {
    span: ({ decidedOn, publishedOn }) => ({ start: decidedOn, end: publishedOn }),
    act: '公开于',
  },
)
