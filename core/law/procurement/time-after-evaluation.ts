// SPDX-License-Identifier: Apache-2.0
/** 评审以后: report, decision, result, contract and refunds of a case. */

import type { CivilDate } from '../../kernel/index.ts'
import { maximum, minimum } from '../limit-rule.ts'

export const procurementReportTime = maximum<{ evaluatedOn: CivilDate; deliveredOn: CivilDate }>(
  'TL-20',
  {
    span: ({ evaluatedOn, deliveredOn }) => ({ start: evaluatedOn, end: deliveredOn }),
    act: '送交报告于',
  },
)

export const procurementDecisionTime = maximum<{ deliveredOn: CivilDate; decidedOn: CivilDate }>(
  'TL-21',
  {
    span: ({ deliveredOn, decidedOn }) => ({ start: deliveredOn, end: decidedOn }),
    act: '确定供应商于',
  },
)

export const procurementResultTime = maximum<{ decidedOn: CivilDate; publishedOn: CivilDate }>(
  'TL-22',
  {
    span: ({ decidedOn, publishedOn }) => ({ start: decidedOn, end: publishedOn }),
    act: '公告结果于',
  },
)

export const procurementResultPeriod = minimum<{ publishedOn: CivilDate; endsOn: CivilDate }>(
  'TL-23',
  {
    span: ({ publishedOn, endsOn }) => ({ start: publishedOn, end: endsOn }),
    act: '公告到',
  },
)

export const procurementMediumTime = maximum<{ receivedOn: CivilDate; publishedOn: CivilDate }>(
  'TL-24',
  {
    span: ({ receivedOn, publishedOn }) => ({ start: receivedOn, end: publishedOn }),
    act: '发布于',
  },
)

export const procurementContractTime = maximum<{ noticeOn: CivilDate; signedOn: CivilDate }>(
  'TL-25',
  {
    span: ({ noticeOn, signedOn }) => ({ start: noticeOn, end: signedOn }),
    act: '签订合同于',
  },
)

export const procurementContractNotice = maximum<{ signedOn: CivilDate; publishedOn: CivilDate }>(
  'TL-26',
  {
    span: ({ signedOn, publishedOn }) => ({ start: signedOn, end: publishedOn }),
    act: '公告合同于',
  },
)

export const procurementContractFiling = maximum<{ signedOn: CivilDate; filedOn: CivilDate }>(
  'TL-27',
  {
    span: ({ signedOn, filedOn }) => ({ start: signedOn, end: filedOn }),
    act: '备案于',
  },
)

export const procurementContractChange = maximum<{ changedOn: CivilDate; publishedOn: CivilDate }>(
  'TL-28',
  {
    span: ({ changedOn, publishedOn }) => ({ start: changedOn, end: publishedOn }),
    act: '公告变更于',
  },
)

export const procurementRefundLosers = maximum<{ noticeOn: CivilDate; refundedOn: CivilDate }>(
  'TL-29',
  {
    span: ({ noticeOn, refundedOn }) => ({ start: noticeOn, end: refundedOn }),
    act: '退还于',
  },
)

export const procurementRefundWinner = maximum<{ signedOn: CivilDate; refundedOn: CivilDate }>(
  'TL-30',
  {
    span: ({ signedOn, refundedOn }) => ({ start: signedOn, end: refundedOn }),
    act: '退还于',
  },
)

export const procurementRefundWithdrawn = maximum<{
  withdrawnOn: CivilDate
  refundedOn: CivilDate
}>('TL-31', {
  span: ({ withdrawnOn, refundedOn }) => ({ start: withdrawnOn, end: refundedOn }),
  act: '退还于',
})

export const procurementRefundTerminated = maximum<{
  terminatedOn: CivilDate
  refundedOn: CivilDate
}>('TL-32', {
  span: ({ terminatedOn, refundedOn }) => ({ start: terminatedOn, end: refundedOn }),
  act: '退款于',
})

export const procurementInquiryAnswer = maximum<{ receivedOn: CivilDate; answeredOn: CivilDate }>(
  'TL-33',
  {
    span: ({ receivedOn, answeredOn }) => ({ start: receivedOn, end: answeredOn }),
    act: '答复于',
  },
)
