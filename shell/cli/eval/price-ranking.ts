// SPDX-License-Identifier: Apache-2.0
/** 经评审的最低投标价法 and the low price alarm of a case. */

import { roundTo } from '@gongxin/core/kernel'
import { type AlarmLine, lowPriceAlarm, rankLowestEvaluated } from '@gongxin/core/law'
import { yuanAnswer } from './amounts.ts'
import type { Answers } from './evaluate.ts'
import type { Fields } from './fields.ts'
import { bidsOf, evaluatedOf, namesOf, rankAnswer, rejectedAnswer, shaped } from './price-bids.ts'

export function lowestEvaluated(fields: Fields): Answers {
  const given = bidsOf(fields)
  const { ranked, ties } = rankLowestEvaluated(given.bids, null)
  const winner = ranked[0]
  return {
    evaluated: shaped(given, (bid) => yuanAnswer(evaluatedOf(bid))),
    rank: rankAnswer(
      given,
      ranked.map((bid) => bid.id),
    ),
    contractPriceOfWinner: winner === undefined ? null : yuanAnswer(winner.corrected),
    ...rejectedAnswer(given),
    ...(ties.length === 0 ? {} : { tied: ties.map((tie) => rankAnswer(given, tie)) }),
  }
}

export function lowAlarm(fields: Fields): Answers {
  const given = bidsOf(fields)
  if (given.bids.length === 0) throw fields.wrong('bids', 'every bid is above maxPrice')
  const prices = given.bids.map(evaluatedOf)
  const alarm = lowPriceAlarm(lineOf(fields), prices)
  const asked = given.bids.filter((_, i) => alarm.ask.includes(i))
  return {
    mean: roundTo(alarm.mean, 2),
    limit: roundTo(alarm.limit, 2),
    ask: namesOf(given, asked),
    autoReject: alarm.autoReject,
    ...rejectedAnswer(given),
  }
}

const ceilingKeys = ['ratioOfMax', 'ratioOfMaxPrice', 'ratioOfCeiling'] as const

function lineOf(fields: Fields): AlarmLine {
  const line = fields.object('lowAlarm')
  if (line.hasValue('ratioOfMean')) {
    return { kind: 'ratio-of-mean', ratio: line.amount('ratioOfMean') }
  }
  const key = ceilingKeys.find((name) => line.hasValue(name))
  if (key === undefined) throw line.wrong('ratioOfMean', 'missing; or ratioOfMax')
  return { kind: 'ratio-of-ceiling', ratio: line.amount(key), ceiling: fields.amount('maxPrice') }
}
