// SPDX-License-Identifier: Apache-2.0
/** Lines of 履约: what both sides may do from the signing until the last payment. */

import { evenSuspended, may, type StageAct, signed } from '../procedure.ts'

/** Of every line of trade. Money that has moved is written down even while all else stands. */
export const performing: readonly StageAct[] = [
  may('record-performance', 'tenderOwner', 'bidder'),
  signed(may('propose-contract-change', 'tenderOwner')),
  signed(may('answer-contract-change', 'bidder')),
  may('publish-contract-change', 'tenderOwner', 'agency'),
  signed(may('accept-performance', 'tenderOwner')),
  may('record-invoice', 'tenderOwner', 'bidder'),
  evenSuspended(may('record-payment', 'tenderOwner')),
  signed(may('claim-performance-deposit', 'tenderOwner')),
  signed(may('return-performance-deposit', 'tenderOwner')),
]

/** What only 政府采购 asks: the contract on the legal medium, its copy to the finance department. */
export const reporting: readonly StageAct[] = [
  may('publish-contract', 'tenderOwner', 'agency'),
  may('file-contract', 'tenderOwner', 'agency'),
]
