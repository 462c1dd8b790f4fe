// SPDX-License-Identifier: Apache-2.0
/** 预留份额: what is kept for small and medium firms where their offers suit. */

import { article, day, type Fen, rational, rule, yuanShown } from '../../kernel/index.ts'
import type { ProcuredObject } from './method-choice.ts'

export interface ReservationFigures {
  /** Up to here everything is reserved: 200万元 of goods and services, 400万元 of works. */
  readonly wholeUpToFen: Readonly<Record<ProcuredObject, Fen>>
  /** Above it, per cent of the amount, and per cent of that for small and micro firms. */
  readonly leastPercent: number
  readonly smallPercent: number
}

/** The forty per cent for works of 2022 was for a time; only a dated text may bring it back. */
const figures: ReservationFigures = {
  wholeUpToFen: { goods: 200_000_000, service: 200_000_000, works: 400_000_000 },
  leastPercent: 30,
  smallPercent: 60,
}

export type ReservationCase = {
  object: ProcuredObject
  amountFen: Fen
  /** 适宜由中小企业提供. */
  suitable: boolean
  reservedFen: Fen
  reservedForSmallFen: Fen
}

export const smallFirmReservation = rule<ReservationCase>()({
  id: 'small-firm-reservation',
  handbook: '4.4',
  title: '中小企业预留份额',
  titleEn: 'Share reserved for small and medium firms',
  cites: [article('46号文', 7), article('46号文', 8)],
  restates:
    '适宜的货物服务二百万元以下、工程四百万元以下全部预留，超过的预留三成以上、其中六成给小微',
  versions: [{ from: day('2021-01-01'), ...figures }],
  readings: ['R-080'],
  weight: 'reason',
  applies: ({ suitable }) => suitable,
  holds: ({ object, amountFen, reservedFen, reservedForSmallFen }, of) => {
    if (amountFen <= of.wholeUpToFen[object]) return reservedFen >= amountFen
    return (
      isShareOf(reservedFen, amountFen, of.leastPercent) &&
      isShareOf(reservedForSmallFen, reservedFen, of.smallPercent)
    )
  },
  explain: ({ object, amountFen, reservedFen, reservedForSmallFen }, of) => {
    const whole = amountFen <= of.wholeUpToFen[object]
    const due = whole
      ? '应全部预留'
      : `应预留${of.leastPercent}%以上，其中小微${of.smallPercent}%以上`
    const done = `现预留${yuanShown(reservedFen)}元，其中小微${yuanShown(reservedForSmallFen)}元`
    return `金额${yuanShown(amountFen)}元，${due}，${done}（46号文第7条、第8条）。`
  },
})

function isShareOf(part: Fen, whole: Fen, percent: number): boolean {
  return rational(part)
    .mul(rational(100))
    .gte(rational(whole).mul(rational(percent)))
}
