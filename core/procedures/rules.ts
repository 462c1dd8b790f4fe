// SPDX-License-Identifier: Apache-2.0
/** 适用规则: which rule of the law judges each step of a procedure, named by its handbook id. */

/** A rule by its handbook id, such as `LIM-05`; the three systems know what it asks of a trade. */
export type RuleName = string

export interface Rules {
  /** On what ground the trade is held this way at all. */
  readonly project: RuleName
  /** How long the document is to be had. */
  readonly supply: RuleName | null
  /** From the document to the deadline. */
  readonly preparation: RuleName
  /** From a change of the document to the deadline. */
  readonly change: RuleName
  /** What the document itself must keep to. */
  readonly terms: readonly RuleName[]
  /** How many there must be, and when it is counted. */
  readonly enough: {
    readonly invited: RuleName | null
    readonly deadline: RuleName | null
    readonly qualified: RuleName | null
    readonly conforming: RuleName | null
  }
  /** Which bids must be asked about a price that looks too low. */
  readonly lowPrice: RuleName
  readonly panel: RuleName
  /** How many candidates the report must name; null where the law sets no least number. */
  readonly candidates: RuleName | null
  /** From the report to the next step of the owner, and which one that is. */
  readonly afterReport: RuleName
  readonly rank: RuleName
  /** From the decision to notice and result. */
  readonly result: RuleName
  /** Limits that count from the award notice. */
  readonly signing: RuleName
  readonly remedy: RuleName
  /** From the end of which day a loser's remedy counts; null where it is the day of the notice. */
  readonly resultPeriod: RuleName | null
  /** A report to the authority after the decision, where the law asks for one. */
  readonly report: RuleName | null
  readonly refunds: {
    readonly withdrawn: RuleName
    readonly losers: RuleName
    readonly winner: RuleName
    readonly ended: RuleName
    /** From when those who lost are paid back. */
    readonly losersFrom: 'notice' | 'contract'
  }
}

/** 招标投标法: works and what belongs to them. */
export const tenderingRules: Rules = {
  project: 'TH-1',
  supply: 'LIM-01',
  preparation: 'LIM-05',
  change: 'LIM-06',
  terms: ['BD-15', 'PB-1', 'CM-1', 'FC'],
  enough: { invited: 'P3', deadline: 'FL-2', qualified: null, conforming: null },
  lowPrice: 'LP-1',
  panel: 'CM-1',
  candidates: null,
  afterReport: 'LIM-17',
  rank: 'T34',
  result: 'LIM-20',
  signing: 'LIM-23',
  remedy: 'LIM-25',
  resultPeriod: null,
  report: 'LIM-22',
  refunds: {
    withdrawn: 'LIM-11',
    losers: 'LIM-24',
    winner: 'LIM-24',
    ended: 'LIM-28',
    losersFrom: 'contract',
  },
}

/** 政府采购法: tenders by a public purchaser; other methods change single lines. */
export const procurementRules: Rules = {
  project: '3.2',
  supply: 'TL-03',
  preparation: 'TL-02',
  change: 'TL-07',
  terms: ['MON-1', 'MON-5', 'COM-1', '4.2', 'PP-1', '4.6', 'EV-R1', 'FC'],
  enough: { invited: '18.3', deadline: '18.3', qualified: '18.3', conforming: '18.3' },
  lowPrice: '4.6',
  panel: 'COM-1',
  candidates: null,
  afterReport: 'TL-21',
  rank: 'ORD',
  result: 'TL-22',
  signing: 'TL-25',
  remedy: 'TL-34',
  resultPeriod: 'TL-23',
  report: null,
  refunds: {
    withdrawn: 'TL-31',
    losers: 'TL-29',
    winner: 'TL-30',
    ended: 'TL-32',
    losersFrom: 'notice',
  },
}

/** Limits that a stage shows by the name its procedure's rules have for them, slot by slot. */
function shown({ supply, preparation, change, refunds }: Rules): readonly (RuleName | null)[] {
  return [supply, preparation, change, refunds.withdrawn, refunds.losers, refunds.ended]
}

/**
 * What stands under other rules in the place of a limit: null where nothing does,
 * undefined where the rules it comes from have no such slot.
 */
export function inPlaceOf(limit: RuleName, from: Rules, to: Rules): RuleName | null | undefined {
  const place = shown(from).indexOf(limit)
  return place === -1 ? undefined : shown(to)[place]
}
