// SPDX-License-Identifier: Apache-2.0
/** Every act from 合同 to the last payment, in the order of the catalogue. */

import type { Act } from './act.ts'
import { changeActs } from './changes.ts'
import { contractActs } from './contract.ts'
import { depositActs } from './deposits.ts'
import { paymentActs } from './payments.ts'
import { performanceActs } from './performance.ts'
import { performanceDepositActs } from './performance-deposit.ts'

export const concludingActs: readonly Act[] = [
  ...contractActs,
  ...depositActs,
  ...performanceActs,
  ...changeActs,
  ...paymentActs,
  ...performanceDepositActs,
]
