// SPDX-License-Identifier: Apache-2.0
/** Lines that every stage shares: 终止招标 by the owner, 监督指令 by the authority. */

import { evenSuspended, may, type StageAct, signed } from '../procedure.ts'

export const termination: readonly StageAct[] = [
  evenSuspended(signed(may('terminate', 'tenderOwner'))),
]

export const directives: readonly StageAct[] = [
  evenSuspended(signed(may('issue-directive', 'authority'))),
]
