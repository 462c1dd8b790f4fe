// SPDX-License-Identifier: Apache-2.0
/** 异常低价的规则: which prices must be asked about, by the document or by the law of procurement. */

import { certain, type Rational, rational } from '../../../kernel/index.ts'
import {
  type AlarmLine,
  abnormalFiguresOn,
  abnormalTriggers,
  lowPriceAlarm,
} from '../../../law/index.ts'
import type { Notice, TenderState } from '../state.ts'
import type { TenderTerms } from '../terms.ts'

interface Case {
  readonly state: TenderState
  readonly notice: Notice
  /** 分, of the bids that are still in: as corrected, and as announced. */
  readonly prices: readonly Rational[]
  readonly announced: readonly Rational[]
}
/** Places of the prices to ask about. */
type Judge = (of: Case) => readonly number[]

export const lowPriceRules: Readonly<Record<string, Judge>> = {
  'LP-1': ({ notice, prices }) =>
    linesOf(notice.terms).flatMap((line) => lowPriceAlarm(line, prices).ask),
  // The day on which the procurement began decides which triggers there are.
  '4.6': ({ state, notice, announced }) => {
    const stated = notice.terms.policy?.abnormalRates ?? null
    if (stated === null || abnormalFiguresOn(notice.lawDay).rates === null) return []
    const rates = { T1: rational(stated.T1), T2: rational(stated.T2), T3: rational(stated.T3) }
    const ceiling = rational(notice.terms.ceilingFen ?? state.project?.funds.budgetFen ?? 0)
    return announced.flatMap((suspect, place) => {
      const { T1, T2, T3 } = abnormalTriggers({ suspect, quotes: announced, ceiling }, rates)
      return T1 || T2 || T3 === true ? [place] : []
    })
  },
}

function linesOf({ lowPriceAlarm: alarm, ceilingFen }: TenderTerms): readonly AlarmLine[] {
  const { ratioOfMean, ratioOfCeiling } = alarm
  const byMean: readonly AlarmLine[] =
    ratioOfMean === undefined ? [] : [{ kind: 'ratio-of-mean', ratio: rational(ratioOfMean) }]
  if (ratioOfCeiling === undefined || ceilingFen === null) return byMean
  const ceiling = rational(ceilingFen)
  return [...byMean, { kind: 'ratio-of-ceiling', ratio: rational(ratioOfCeiling), ceiling }]
}

/** Places of the prices that the rule of the procedure asks about. */
export function lowPricesBy(rule: string, of: Case): readonly number[] {
  return certain(lowPriceRules[rule], `no low price rule ${rule}`)(of)
}
