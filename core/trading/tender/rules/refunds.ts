// SPDX-License-Identifier: Apache-2.0
/** 退还保证金的规则: within which days a deposit goes back, by the row of the law. */

import { type CivilDate, certain, type Finding } from '../../../kernel/index.ts'
import {
  procurementRefundLosers,
  procurementRefundTerminated,
  procurementRefundWinner,
  procurementRefundWithdrawn,
  refundAfterContract,
  refundAfterTermination,
  refundAfterWithdrawal,
} from '../../../law/index.ts'
import { type Asked, finding } from '../acts/act.ts'

interface Refund {
  readonly dueFrom: CivilDate
  readonly refundedOn: CivilDate
}

export const refundRules: Readonly<
  Record<string, (asked: Asked<unknown>, refund: Refund) => Finding>
> = {
  'LIM-11': (asked, refund) => finding(asked, refundAfterWithdrawal, { ...refund }),
  'LIM-24': (asked, refund) => finding(asked, refundAfterContract, { ...refund }),
  'LIM-28': (asked, refund) => finding(asked, refundAfterTermination, { ...refund }),
  'TL-29': (asked, { dueFrom, refundedOn }) =>
    finding(asked, procurementRefundLosers, { noticeOn: dueFrom, refundedOn }),
  'TL-30': (asked, { dueFrom, refundedOn }) =>
    finding(asked, procurementRefundWinner, { signedOn: dueFrom, refundedOn }),
  'TL-31': (asked, { dueFrom, refundedOn }) =>
    finding(asked, procurementRefundWithdrawn, { withdrawnOn: dueFrom, refundedOn }),
  'TL-32': (asked, { dueFrom, refundedOn }) =>
    finding(asked, procurementRefundTerminated, { terminatedOn: dueFrom, refundedOn }),
}

export function refundFinding(asked: Asked<unknown>, rule: string, refund: Refund): Finding {
  return certain(refundRules[rule], `no refund rule ${rule}`)(asked, refund)
}
