// SPDX-License-Identifier: Apache-2.0
/** 期限 of a notice by the row of the law: each procedure names its rows, none is named here. */

import type { CivilDate, Finding } from '../../../kernel/index.ts'
import {
  bidPreparationTime,
  clarificationTime,
  documentAvailability,
  inquiryChangeTime,
  inquiryResponseTime,
  procurementBidPreparation,
  procurementClarificationTime,
  procurementDocumentSupply,
} from '../../../law/index.ts'
import { type Asked, finding } from '../acts/act.ts'

/** Two days of a notice, and whether the trade had to be tendered. */
export interface Period {
  readonly from: CivilDate
  readonly until: CivilDate
  readonly compulsory: boolean
}
type Judge = (asked: Asked<unknown>, period: Period) => Finding

export const timeRules: Readonly<Record<string, Judge>> = {
  'LIM-01': (asked, { from, until }) =>
    finding(asked, documentAvailability, { issuedOn: from, availableUntil: until }),
  'LIM-05': (asked, { from, until, compulsory }) =>
    finding(asked, bidPreparationTime, { compulsory, issuedOn: from, deadlineOn: until }),
  'LIM-06': (asked, { from, until }) =>
    finding(asked, clarificationTime, {
      affectsPreparation: true,
      publishedOn: from,
      deadlineOn: until,
    }),
  'TL-02': (asked, { from, until }) =>
    finding(asked, procurementBidPreparation, { issuedOn: from, deadlineOn: until }),
  'TL-03': (asked, { from, until }) =>
    finding(asked, procurementDocumentSupply, { suppliedFrom: from, suppliedUntil: until }),
  'TL-07': (asked, { from, until }) =>
    finding(asked, procurementClarificationTime, sent(from, until)),
  'TL-10': (asked, { from, until }) =>
    finding(asked, inquiryResponseTime, { issuedOn: from, deadlineOn: until }),
  'TL-11': (asked, { from, until }) => finding(asked, inquiryChangeTime, sent(from, until)),
}

function sent(sentOn: CivilDate, deadlineOn: CivilDate) {
  return { sentOn, deadlineOn, affects: true }
}
