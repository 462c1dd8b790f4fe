// SPDX-License-Identifier: Apache-2.0
/** Every form of paper there is, in the order in which a trade meets them. */

import { awardNotice, resultLetter } from './award.ts'
import { candidateNotice } from './candidates.ts'
import {
  complaintDecision,
  complaintReceipt,
  entryReceipt,
  filingReceipt,
  objectionReceipt,
} from './complaints.ts'
import { evaluationReport } from './evaluation-report.ts'
import type { PaperForm } from './form.ts'
import * as notices from './notices.ts'
import { openingObjectionRecord, openingRecord } from './opening-record.ts'
import * as performance from './performance.ts'
import { writtenReport } from './written-report.ts'

export const paperForms: readonly PaperForm[] = [
  filingReceipt,
  entryReceipt,
  notices.tenderNotice,
  notices.clarificationNotice,
  notices.deadlineNotice,
  objectionReceipt,
  notices.objectionAnswer,
  openingRecord,
  openingObjectionRecord,
  evaluationReport,
  candidateNotice,
  awardNotice,
  resultLetter,
  notices.resultNotice,
  notices.contractNotice,
  writtenReport,
  notices.failureNotice,
  notices.terminationNotice,
  performance.publishedContract,
  performance.changeNotice,
  performance.acceptancePaper,
  performance.publishedAcceptance,
  complaintReceipt,
  complaintDecision,
]
