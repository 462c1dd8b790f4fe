// SPDX-License-Identifier: Apache-2.0
/** Group `money-procurement`: caps, interest, supplements and fines, all in fen. */

import { one } from '@gongxin/core/kernel'
import {
  isSupplementLawful,
  lateRefundInterestFen,
  lateSmallFirmInterestFen,
  procurementBondMaxFen,
  procurementDepositMaxFen,
  supplementShares,
  supplierFineRangeFen,
} from '@gongxin/core/law'
import type { Answers, Evaluate } from './evaluate.ts'
import type { Fields } from './fields.ts'

const questions: Readonly<Record<string, (item: Fields) => Answers>> = {
  bidDepositMax: (item) => ({ maxFen: procurementDepositMaxFen(item.count('budgetFen')) }),
  performanceBondMax: (item) => ({ maxFen: procurementBondMaxFen(item.count('contractFen')) }),
  lateRefundInterest,
  supplementOk,
  supplierFineRange: (item) => {
    const { least, most } = supplierFineRangeFen(item.count('amountFen'))
    return { minFen: least, maxFen: most }
  },
  smeLateInterestDefault: (item) => ({
    interestFen: lateSmallFirmInterestFen(item.count('amountFen'), item.count('days')),
  }),
}

export const evaluate: Evaluate = (fields) => ({
  cases: fields.objects('cases').map((item) => {
    const what = item.oneOf('what', Object.keys(questions))
    return questions[what]?.(item) ?? {}
  }),
})

function lateRefundInterest(item: Fields): Answers {
  const basis = item.hasValue('basis') ? item.count('basis') : 360
  if (![360, 365, 366].includes(basis)) throw item.wrong('basis', 'must be 360, 365 or 366')
  const baseRate = item.amount('baseRate')
  if (baseRate.gt(one)) throw item.wrong('baseRate', 'is a share, such as 0.0435')
  const principalFen = item.count('principalFen')
  const interestFen = lateRefundInterestFen({
    ...{ principalFen, baseRate, basis },
    days: item.count('days'),
  })
  return { interestFen }
}

/** The tenth that holds on any day; what emergencies add is no part of this question. */
function supplementOk(item: Fields): Answers {
  const shares = supplementShares[0]
  const originalFen = item.count('originalFen')
  const priorFen = item.hasValue('priorFen') ? item.count('priorFen') : 0
  const of = { originalFen, priorFen, newFen: item.count('newFen'), emergency: false }
  return { ok: shares !== undefined && isSupplementLawful(of, shares) }
}
