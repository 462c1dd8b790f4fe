// SPDX-License-Identifier: Apache-2.0
/** The form of a time limit: what starts it, what ends it, how long, and which article says so. */

import { article, type Citation, type CivilDate, day, type Version } from '../kernel/index.ts'

/**
 * MIN at least, MAX at most, EXACT the same moment or what the document says, BACK counted back
 * from a deadline, WITHIN inside another period, RANGE from least to most, DUTY without a figure.
 */
export type LimitKind = 'MIN' | 'MAX' | 'EXACT' | 'BACK' | 'WITHIN' | 'RANGE' | 'DUTY'
/** D calendar days, WD working days, H hours, MINUTE minutes, Y years, MONTHDAY day of a month. */
export type LimitUnit = 'D' | 'WD' | 'H' | 'MINUTE' | 'Y' | 'MONTHDAY' | 'NONE'
/** law: the article names it; parameter: our default, overridable; document: the tender document. */
export type FigureSource = 'law' | 'parameter' | 'document'
/** v read in full, v2 seen in a second source, m from memory, m? weak memory, eng our decision. */
export type SourceMark = 'v' | 'v2' | 'm' | 'm?' | 'eng'

export interface Figure {
  /** Null where the law names no number and we set none. */
  readonly n: number | null
  /** The upper end of a RANGE. */
  readonly most?: number
}

export interface Limit {
  readonly id: string
  readonly handbook: string
  readonly title: string
  readonly titleEn: string
  readonly kind: LimitKind
  readonly unit: LimitUnit
  /** What happened on day zero, as it reads after a date: 开始发出招标文件. */
  readonly since: string
  /** What must, or may not yet, happen at the end. */
  readonly until: string
  readonly figure: FigureSource
  readonly versions: readonly Version<Figure>[]
  readonly cites: readonly Citation[]
  readonly restates: string
  /** Whose law it is: 招标投标 or 政府采购. */
  readonly binds: 'bidding' | 'procurement'
  /** Only 依法必须招标 projects are bound. */
  readonly onlyCompulsory: boolean
  readonly readings: readonly string[]
  readonly mark: SourceMark
}

/** What a row states; the rest has defaults. `from` is the day the cited texts are in force. */
export interface LimitRow
  extends Omit<Limit, 'figure' | 'versions' | 'binds' | 'onlyCompulsory' | 'readings'> {
  readonly from: string
  readonly n: number | null
  readonly most?: number
  readonly figure?: FigureSource
  readonly binds?: Limit['binds']
  readonly onlyCompulsory?: boolean
  readonly readings?: readonly string[]
}

export function limitRow(row: LimitRow): Limit {
  const { from, n, most, ...rest } = row
  const version: Version<Figure> =
    most === undefined ? { from: day(from), n } : { from: day(from), n, most }
  return {
    figure: 'law',
    binds: 'bidding',
    onlyCompulsory: false,
    readings: [],
    ...rest,
    versions: [version],
  }
}

export function procurementLimit(row: LimitRow): Limit {
  return limitRow({ ...row, binds: 'procurement' })
}

/** The days from which the texts that the rows cite are in force. */
export const since = {
  biddingLaw: '2017-12-28',
  regulation: '2019-03-02',
  measures2013: '2013-05-01',
} as const

export const biddingLaw = (number: number) => article('招标投标法', number)
export const regulation = (number: number) => article('实施条例', number)
export const electronic = (number: number) => article('电子招标投标办法', number)
export const committeeRules = (number: number) => article('评标委员会规定', number)
export const notices = (number: number) => article('公告公示办法', number)
export const opinions1117 = (number: number) => article('1117号文', number)

/** 招标投标法第24条, as a letter would write it. */
export function citeShown(cite: Citation): string {
  if (!/^\d+$/.test(cite.article)) return `${cite.document}${cite.article}`
  return `${cite.document}第${cite.article}${cite.document === '1117号文' ? '项' : '条'}`
}

/** 2025年9月1日. */
export function dayShown(on: CivilDate): string {
  const [year, month, date] = on.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 9月21日, with the year only where it differs from that of `beside`. */
export function dayShownBeside(on: CivilDate, beside: CivilDate): string {
  return on.slice(0, 4) === beside.slice(0, 4) ? dayShown(on).slice(5) : dayShown(on)
}
