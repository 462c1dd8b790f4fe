// SPDX-License-Identifier: Apache-2.0
/** 保证金: the caps of bid and performance deposits, interest, and when a deposit may be kept. */

import {
  article,
  day,
  type Fen,
  floorFen,
  type Rational,
  rational,
  roundFen,
  rule,
  shareOf,
  yuanShown,
} from '../../kernel/index.ts'
import { type ContractKind, contractKindTitles } from './compulsory.ts'

export interface DepositFigures {
  /** Basis points of the estimate. */
  readonly rate: number
  /** By kind; null where no regulation names a cap. */
  readonly capsFen: Readonly<Record<ContractKind, Fen | null>>
}

/** BD-1 and BD-2: two per cent of the estimate, and the caps of the three ministry measures. */
export const bidDepositFigures: DepositFigures = {
  rate: 200,
  capsFen: {
    works: 80_000_000,
    goods: 80_000_000,
    design: 10_000_000,
    service: null,
    epc: 80_000_000,
  },
}

/** RU-07: a cap that is no whole fen is rounded down. */
export function maxBidDepositFen(
  kind: ContractKind,
  estimateFen: Fen,
  figures: DepositFigures = bidDepositFigures,
): Fen {
  const share = floorFen(shareOf(estimateFen, figures.rate))
  const cap = figures.capsFen[kind]
  return cap === null ? share : Math.min(share, cap)
}

/** PB-1: ten per cent of the contract price. */
export function maxPerformanceDepositFen(contractFen: Fen, rate = 1000): Fen {
  return floorFen(shareOf(contractFen, rate))
}

/** What the bank pays for the time a deposit lay with it. */
export interface InterestTerms {
  readonly principalFen: Fen
  /** Yearly rate as a share: `0.0035`. */
  readonly yearlyRate: Rational
  /** Credit day included, refund day excluded. */
  readonly days: number
  /** Days of a bank year: 360 by default, the bank's statement prevails. */
  readonly base?: number
}

/** `principal × rate × days / base`, half up to the fen (RU-27). */
export function interestFen({ principalFen, yearlyRate, days, base = 360 }: InterestTerms): Fen {
  const amount = rational(principalFen).mul(yearlyRate).mul(rational(days))
  return roundFen(amount.div(rational(base)))
}

export type BidDepositCase = { kind: ContractKind; estimateFen: Fen; depositFen: Fen }

export const bidDepositCap = rule<BidDepositCase>()({
  id: 'bid-deposit-cap',
  handbook: 'BD-15',
  title: '投标保证金上限',
  titleEn: 'Cap of the bid deposit',
  cites: [
    article('实施条例', 26),
    article('施工招标办法', 37),
    article('货物招标办法', 27),
    article('勘察设计招标办法', 24),
  ],
  restates: '投标保证金不超过估算价的百分之二，施工、货物不超过八十万元，勘察设计不超过十万元',
  versions: [{ from: day('2019-03-02'), figures: bidDepositFigures }],
  readings: ['R-010', 'R-018', 'R-033'],
  weight: 'block',
  holds: ({ kind, estimateFen, depositFen }, { figures }) =>
    depositFen <= maxBidDepositFen(kind, estimateFen, figures),
  explain: ({ kind, estimateFen, depositFen }, { figures }) => {
    const most = maxBidDepositFen(kind, estimateFen, figures)
    const base = `${contractKindTitles[kind]}估算价${yuanShown(estimateFen)}元`
    const held = depositFen <= most ? '符合' : '超过上限'
    return `${base}，保证金最多${yuanShown(most)}元，现定${yuanShown(depositFen)}元，${
      held
    }（实施条例第26条）。`
  },
})

export type PerformanceDepositCase = { contractFen: Fen; depositFen: Fen }

export const performanceDepositCap = rule<PerformanceDepositCase>()({
  id: 'performance-deposit-cap',
  handbook: 'PB-1',
  title: '履约保证金上限',
  titleEn: 'Cap of the performance deposit',
  cites: [article('实施条例', 58)],
  restates: '履约保证金不超过中标合同金额的百分之十',
  versions: [{ from: day('2019-03-02'), rate: 1000 }],
  readings: ['R-010'],
  weight: 'block',
  holds: ({ contractFen, depositFen }, { rate }) =>
    depositFen <= maxPerformanceDepositFen(contractFen, rate),
  explain: ({ contractFen, depositFen }, { rate }) => {
    const most = maxPerformanceDepositFen(contractFen, rate)
    const held = depositFen <= most ? '符合' : '超过上限'
    return `合同金额${yuanShown(contractFen)}元，履约保证金最多${yuanShown(most)}元，现定${yuanShown(
      depositFen,
    )}元，${held}（实施条例第58条）。`
  },
})

/** BD-13: the only grounds on which a bid deposit may be kept. */
export const forfeitGrounds = [
  { id: 'bid-revoked', title: '投标截止后撤销投标', by: '实施条例 35' },
  { id: 'contract-refused', title: '中标人无正当理由不订立合同', by: '实施条例 74' },
  { id: 'conditions-added', title: '签约时提出附加条件', by: '实施条例 74' },
  { id: 'performance-deposit-missing', title: '不按要求提交履约保证金', by: '实施条例 74' },
] as const
export type ForfeitGround = (typeof forfeitGrounds)[number]['id']

/** DC-4 and DC-5: who caused that a bid could not be decrypted. */
export type DecryptionFault = 'bidder' | 'other'

export interface DecryptionConsequence {
  /** revoked = 撤销, withdrawn = 撤回. */
  readonly bid: 'revoked' | 'withdrawn'
  readonly forfeitAllowed: boolean
  readonly refundDays: number | null
}

export function afterDecryptionFailure(fault: DecryptionFault): DecryptionConsequence {
  return fault === 'bidder'
    ? { bid: 'revoked', forfeitAllowed: true, refundDays: null }
    : { bid: 'withdrawn', forfeitAllowed: false, refundDays: 5 }
}
