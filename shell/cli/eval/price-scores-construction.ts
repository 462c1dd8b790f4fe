// SPDX-License-Identifier: Apache-2.0
/** Group `price-scores-construction`: which of the four questions a case asks. */

import type { Evaluate } from './evaluate.ts'
import { arithmetic } from './price-arithmetic.ts'
import { lowAlarm, lowestEvaluated } from './price-ranking.ts'
import { priceScores } from './price-scores.ts'

export const evaluate: Evaluate = (fields) => {
  if (fields.has('arith')) return { arith: arithmetic(fields) }
  if (fields.has('lowAlarm')) return { expect: lowAlarm(fields) }
  if (fields.has('method')) {
    fields.oneOf('method', ['LOWEST_EVALUATED'])
    return { expect: lowestEvaluated(fields) }
  }
  return { expect: priceScores(fields) }
}
