// SPDX-License-Identifier: Apache-2.0
/** Acts by which a trade is questioned, and by which the authority steps in. */

import type { Act } from './act.ts'
import { complaintWorkActs } from './complaint-work.ts'
import { complaintActs } from './complaints.ts'
import { enquiryActs } from './enquiries.ts'
import { objectionActs } from './objections.ts'

export const remedyCaseActs: readonly Act[] = [
  ...objectionActs,
  ...enquiryActs,
  ...complaintActs,
  ...complaintWorkActs,
]
