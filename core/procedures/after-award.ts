// SPDX-License-Identifier: Apache-2.0
/** 合同订立以后 as data: which duties a line of trade has, by the handbook id of the rule of each. */

/** Grounds on which price, time or quality may change although they were awarded. */
export const changeGrounds = [
  'supplement',
  'design-change',
  'measured-quantity',
  'price-clause',
  'public-interest',
  'force-majeure',
  'law-change',
  'agreement',
] as const
export type ChangeGround = (typeof changeGrounds)[number]

/** What a trade must have before it is archived. */
export const archiveNeeds = [
  'written-report',
  'contract-publication',
  'contract-filing',
  'change-publication',
  'acceptance',
  'payment',
  'performance-deposit',
] as const
export type ArchiveNeed = (typeof archiveNeeds)[number]

export interface AfterAward {
  /** Limit for publishing the contract; null where the signing itself publishes it. */
  readonly publication: 'TL-26' | null
  /** Limit for sending the copy to the finance department; null where no law asks for it. */
  readonly filing: 'TL-27' | null
  /** Limit for publishing a change. */
  readonly changes: 'TL-28' | 'LIM-46'
  /** Rule that keeps price, time and quality as they were awarded. */
  readonly substance: 'IV-17' | 'B4'
  /** Grounds on which they may change all the same; 追加 is one where the law caps it. */
  readonly grounds: readonly ChangeGround[]
  /** Grounds that may also raise the price. */
  readonly raises: readonly ChangeGround[]
  /** Cap of all 追加 together; null where the line knows none. */
  readonly supplement: 'MON-6' | null
  /** Rule of 履约验收; null where the contract alone says how. */
  readonly acceptance: 'B5' | null
  /** Limit from the invoice to the payment; null where only the term of delivery counts. */
  readonly invoice: 'TL-55' | null
  readonly archive: readonly ArchiveNeed[]
}

/** 招标投标法: the signing publishes the contract, changes follow in time (N-12). */
export const tenderingAfterAward: AfterAward = {
  publication: null,
  filing: null,
  changes: 'LIM-46',
  substance: 'IV-17',
  grounds: ['design-change', 'measured-quantity', 'price-clause', 'force-majeure', 'law-change'],
  raises: ['design-change', 'measured-quantity', 'price-clause', 'force-majeure', 'law-change'],
  supplement: null,
  acceptance: null,
  invoice: null,
  archive: ['written-report'],
}

/** 政府采购法: B2 to B7 of the shared back part. */
export const procurementAfterAward: AfterAward = {
  publication: 'TL-26',
  filing: 'TL-27',
  changes: 'TL-28',
  substance: 'B4',
  grounds: ['supplement', 'public-interest', 'force-majeure', 'law-change'],
  raises: ['supplement'],
  supplement: 'MON-6',
  acceptance: 'B5',
  invoice: 'TL-55',
  archive: [
    'contract-publication',
    'contract-filing',
    'change-publication',
    'acceptance',
    'payment',
    'performance-deposit',
  ],
}
