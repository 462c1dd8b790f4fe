// SPDX-License-Identifier: Apache-2.0
/** Lines of 保证金: money that has moved is written down in every stage, suspended or not. */

import { evenSuspended, may, type StageAct, signed } from '../procedure.ts'

const credited = evenSuspended(may('record-deposit', 'system'))
const refunded = evenSuspended(may('record-refund', 'system'))

/** What the issuer of a performance deposit has paid or released. */
export const settling: StageAct = evenSuspended(may('record-performance-settlement', 'system'))

/** While bids are sealed, all money stays in the sealed streams. */
export const sealedMoney: readonly StageAct[] = [
  credited,
  evenSuspended(may('return-deposit', 'system')),
]

/** After it, what came late or was released goes back at once. */
export const openMoney: readonly StageAct[] = [
  credited,
  evenSuspended(may('take-up-deposits', 'system')),
  refunded,
  settling,
]

/** DC-4: what the owner may keep can be kept from the end of the opening. */
export const keeping: StageAct = signed(may('forfeit-deposit', 'tenderOwner'))
