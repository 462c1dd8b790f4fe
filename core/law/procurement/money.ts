// SPDX-License-Identifier: Apache-2.0
/** 政府采购的钱: caps of deposits, interest for lateness, supplements of a contract, fines. */

import {
  article,
  type CivilDate,
  day,
  type Fen,
  floorFen,
  type Rational,
  rational,
  roundFen,
  rule,
  shareOf,
  type Version,
  versionOn,
  yuanShown,
} from '../../kernel/index.ts'
import { interestFen } from '../tendering/deposits.ts'

/** MON-1: two per cent of the budget, rounded down (RU-07). */
export function procurementDepositMaxFen(budgetFen: Fen): Fen {
  return floorFen(shareOf(budgetFen, 200))
}

/** MON-5: ten per cent of the contract, rounded down. */
export function procurementBondMaxFen(contractFen: Fen): Fen {
  return floorFen(shareOf(contractFen, 1000))
}

export interface LateRefund {
  readonly principalFen: Fen
  /** Yearly benchmark loan rate for the same term, as a share. */
  readonly baseRate: Rational
  readonly days: number
  /** Days of a bank year: 360, 365 or 366; 360 where nobody says. */
  readonly basis: number
}

/** MON-3: a fifth above the benchmark rate, half up to the fen (RU-27). */
export function lateRefundInterestFen({ principalFen, baseRate, days, basis }: LateRefund): Fen {
  const yearlyRate = baseRate.mul(rational('1.2'))
  return interestFen({ principalFen, yearlyRate, days, base: basis })
}

/** MON-7: five in ten thousand a day where the contract names no rate. */
export function lateSmallFirmInterestFen(amountFen: Fen, days: number): Fen {
  return roundFen(rational(amountFen).mul(rational('0.0005')).mul(rational(days)))
}

/** MON-12: five to ten in a thousand of the amount, both ends inside. */
export function supplierFineRangeFen(amountFen: Fen): { readonly least: Fen; readonly most: Fen } {
  const least = Number(shareOf(amountFen, 50).ceil().toString())
  return { least, most: floorFen(shareOf(amountFen, 100)) }
}

export type SupplementCase = {
  originalFen: Fen
  /** What earlier supplements added. */
  priorFen: Fen
  newFen: Fen
  /** 紧急采购 under the measures of 2026. */
  emergency: boolean
}

/** MON-6: by all supplements together; for emergencies more from 2026-10-01 on. */
export interface SupplementShares {
  readonly percent: number
  readonly emergencyPercent: number
}

export const supplementShares: readonly Version<SupplementShares>[] = [
  { from: day('2014-08-31'), percent: 10, emergencyPercent: 10 },
  { from: day('2026-10-01'), percent: 10, emergencyPercent: 30 },
]

export function isSupplementLawful(of: SupplementCase, shares: SupplementShares): boolean {
  const percent = of.emergency ? shares.emergencyPercent : shares.percent
  const added = rational(of.priorFen).add(rational(of.newFen))
  return added.mul(rational(100)).lte(rational(of.originalFen).mul(rational(percent)))
}

export function supplementSharesOn(on: CivilDate): SupplementShares {
  return versionOn(supplementShares, on)
}

export type ProcurementDepositCase = { budgetFen: Fen; depositFen: Fen }

export const procurementDepositCap = rule<ProcurementDepositCase>()({
  id: 'procurement-deposit-cap',
  handbook: 'MON-1',
  title: '采购保证金上限',
  titleEn: 'Cap of the deposit in procurement',
  cites: [article('政府采购法实施条例', 33)],
  restates: '投标或者响应保证金不超过采购预算的百分之二',
  versions: [{ from: day('2015-03-01') }],
  readings: ['R-010'],
  weight: 'block',
  holds: ({ budgetFen, depositFen }) => depositFen <= procurementDepositMaxFen(budgetFen),
  explain: ({ budgetFen, depositFen }) =>
    `采购预算${yuanShown(budgetFen)}元，保证金最多${yuanShown(
      procurementDepositMaxFen(budgetFen),
    )}元，现定${yuanShown(depositFen)}元（政府采购法实施条例第33条）。`,
})

export type ProcurementBondCase = { contractFen: Fen; depositFen: Fen }

export const procurementBondCap = rule<ProcurementBondCase>()({
  id: 'procurement-bond-cap',
  handbook: 'MON-5',
  title: '采购合同履约保证金上限',
  titleEn: 'Cap of the performance deposit in procurement',
  cites: [article('政府采购法实施条例', 48)],
  restates: '履约保证金不超过政府采购合同金额的百分之十',
  versions: [{ from: day('2015-03-01') }],
  readings: ['R-010', 'R-064'],
  weight: 'block',
  holds: ({ contractFen, depositFen }) => depositFen <= procurementBondMaxFen(contractFen),
  explain: ({ contractFen, depositFen }) =>
    `合同金额${yuanShown(contractFen)}元，履约保证金最多${yuanShown(
      procurementBondMaxFen(contractFen),
    )}元，现定${yuanShown(depositFen)}元（政府采购法实施条例第48条）。`,
})

export const supplementCap = rule<SupplementCase>()({
  id: 'supplement-cap',
  handbook: 'MON-6',
  title: '补充合同不超过一成',
  titleEn: 'Supplements within a tenth of the contract',
  cites: [article('政府采购法', 49), article('政府采购法', 31)],
  restates: '补充合同的金额合计不超过原合同的百分之十',
  versions: supplementShares,
  readings: ['R-065'],
  weight: 'block',
  holds: isSupplementLawful,
  explain: ({ originalFen, priorFen, newFen, emergency }, { percent, emergencyPercent }) => {
    const share = emergency ? emergencyPercent : percent
    const added = `已追加${yuanShown(priorFen)}元，再追加${yuanShown(newFen)}元`
    return `原合同${yuanShown(originalFen)}元，${added}，合计不得超过${share}%（政府采购法第49条）。`
  },
})

export type SupplierFineCase = { amountFen: Fen; fineFen: Fen }

export const supplierFineInRange = rule<SupplierFineCase>()({
  id: 'supplier-fine-in-range',
  handbook: 'MON-12',
  title: '供应商罚款幅度',
  titleEn: 'Range of a fine on a supplier',
  cites: [article('政府采购法', 77)],
  restates: '供应商违法的，处采购金额千分之五以上千分之十以下罚款',
  versions: [{ from: day('2014-08-31') }],
  readings: ['R-066'],
  weight: 'advice',
  holds: ({ amountFen, fineFen }) => {
    const { least, most } = supplierFineRangeFen(amountFen)
    return least <= fineFen && fineFen <= most
  },
  explain: ({ amountFen, fineFen }) => {
    const { least, most } = supplierFineRangeFen(amountFen)
    const range = `${yuanShown(least)}元至${yuanShown(most)}元`
    return `采购金额${yuanShown(amountFen)}元，罚款${range}，现处${yuanShown(
      fineFen,
    )}元（政府采购法第77条）。`
  },
})

/** PAY802 9: a longer term than sixty days may not be agreed. */
export const smallFirmPaymentTerm = rule<{ agreedDays: number }>()({
  id: 'small-firm-payment-term',
  handbook: 'MON-7',
  title: '约定付款期限上限',
  titleEn: 'Longest term of payment',
  cites: [article('款项支付条例', 9)],
  restates: '合同另外约定的付款期限最长六十天',
  versions: [{ from: day('2025-06-01'), most: 60 }],
  weight: 'block',
  holds: ({ agreedDays }, { most }) => agreedDays <= most,
  explain: ({ agreedDays }, { most }) =>
    `约定${agreedDays}日付款，最长${most}日（款项支付条例第9条）。`,
})
