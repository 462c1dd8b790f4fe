// SPDX-License-Identifier: Apache-2.0
/** Which rule of law judges a step of a remedy: read by the limit that its definition names. */

import type { CivilDate, Finding } from '../../../kernel/index.ts'
import {
  complaintAcceptanceTime,
  complaintDecisionTime,
  objectionReplyTime,
  procurementComplaintCheck,
  procurementComplaintDecision,
  procurementComplaintNotice,
  procurementComplaintStatement,
  procurementInquiryAnswer,
  procurementQuestionAnswer,
  procurementSuspension,
} from '../../../law/index.ts'
import { type Asked, finding } from '../acts/act.ts'

type Case = Pick<Asked<unknown>, 'state' | 'at'>

export interface Stretch {
  readonly from: CivilDate
  readonly to: CivilDate
  /** Working days that do not count. */
  readonly stopped?: number
}

const judges: Readonly<Record<string, (of: Case, stretch: Stretch) => Finding>> = {
  'LIM-08': (of, { from, to }) =>
    finding(of, objectionReplyTime, { receivedOn: from, answeredOn: to }),
  'LIM-26': (of, { from, to }) =>
    finding(of, complaintAcceptanceTime, { receivedOn: from, decidedOn: to }),
  'LIM-27': (of, { from, to, stopped = 0 }) =>
    finding(of, complaintDecisionTime, {
      acceptedOn: from,
      decidedOn: to,
      stoppedWorkdays: stopped,
    }),
  'TL-33': (of, { from, to }) =>
    finding(of, procurementInquiryAnswer, { receivedOn: from, answeredOn: to }),
  'TL-35': (of, { from, to }) =>
    finding(of, procurementQuestionAnswer, { receivedOn: from, answeredOn: to }),
  'TL-37': (of, { from, to }) =>
    finding(of, procurementComplaintCheck, { receivedOn: from, checkedOn: to }),
  'TL-39': (of, { from, to }) =>
    finding(of, procurementComplaintNotice, { receivedOn: from, sentOn: to }),
  'TL-40': (of, { from, to }) =>
    finding(of, procurementComplaintStatement, { receivedOn: from, filedOn: to }),
  'TL-41': (of, { from, to, stopped = 0 }) =>
    finding(of, procurementComplaintDecision, {
      receivedOn: from,
      decidedOn: to,
      stoppedWorkdays: stopped,
    }),
  'TL-42': (of, { from, to }) =>
    finding(of, procurementSuspension, { suspendedOn: from, resumedOn: to }),
}

/** What the limit says of a stretch; nothing where the definition names no limit. */
export function judged(of: Case, limit: string | null, stretch: Stretch): readonly Finding[] {
  const judge = limit === null ? undefined : judges[limit]
  return judge === undefined ? [] : [judge(of, stretch)]
}
