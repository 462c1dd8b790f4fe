// SPDX-License-Identifier: Apache-2.0
/** The book of the demo bank: lines that are only ever added, kept in one file. */

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { civilDate, fen, line, uscc, z } from '@gongxin/core/kernel'
import { claimedEntry, issuedEntry, type PaperEntry, releasedEntry } from './paper-shapes.ts'

export const creditForms = ['transfer', 'guarantee', 'insurance', 'surety'] as const

const number = z.string().regex(/^\d{10,32}$/)

export const creditBody = z.strictObject({
  account: number,
  form: z.enum(creditForms),
  amountFen: fen.min(1),
  /** Account, guarantee or policy it came from. */
  from: line(80),
  /** Number given by the payer: the same one is booked once. */
  reference: line(80),
  /** 统一社会信用代码 of who paid, where it is to be proved to others. */
  payer: uscc.optional(),
  /** A performance deposit is shown to the platform by its payer, who has the statement. */
  purpose: z.enum(['bid', 'performance']).optional(),
})
export type Credit = z.infer<typeof creditBody>

export const refundBody = z.strictObject({
  account: number,
  principalFen: fen,
  interestFen: fen,
  reference: line(120),
})
export type Refund = z.infer<typeof refundBody>

const entryShape = z.discriminatedUnion('kind', [
  creditBody.extend({ kind: z.literal('credit'), statement: line(40), on: civilDate }),
  refundBody.extend({ kind: z.literal('refund'), statement: line(40), on: civilDate }),
  z.strictObject({ kind: z.literal('notified'), statement: line(40) }),
  issuedEntry,
  claimedEntry,
  releasedEntry,
])
export type Entry = z.infer<typeof entryShape>
export type CreditEntry = Extract<Entry, { kind: 'credit' }>
export type RefundEntry = Extract<Entry, { kind: 'refund' }>

export interface Ledger {
  /** Books once; asked again with the same reference, gives what was booked then. */
  credit(credit: Credit, on: CreditEntry['on']): CreditEntry
  /** `conflict`: the reference was used for another payment. */
  refund(refund: Refund, on: RefundEntry['on']): RefundEntry | 'conflict'
  notified(statement: string): void
  /** Credits that the platform has not taken yet. */
  waiting(): readonly CreditEntry[]
  statementOf(account: string): readonly (CreditEntry | RefundEntry)[]
  /** The whole book, for the counter of papers. */
  readonly entries: readonly Entry[]
  next(letter: string): string
  add<E extends PaperEntry>(entry: E): E
}

/** Reads what a former run wrote; a line cut off by a crash is left out. */
export function openLedger(path: string): Ledger {
  const entries: Entry[] = existsSync(path) ? linesOf(readFileSync(path, 'utf8')) : []
  const told = new Set(entries.flatMap((e) => (e.kind === 'notified' ? [e.statement] : [])))
  const write = <E extends Entry>(entry: E): E => {
    mkdirSync(dirname(path), { recursive: true })
    appendFileSync(path, `${JSON.stringify(entry)}\n`)
    entries.push(entry)
    return entry
  }
  const next = (letter: string) => `${letter}${String(entries.length + 1).padStart(8, '0')}`
  const booked = () => entries.filter((e) => e.kind === 'credit' || e.kind === 'refund')
  return {
    entries,
    next,
    add: write,
    credit(credit, on) {
      const earlier = entries.find(
        (e) =>
          e.kind === 'credit' && e.account === credit.account && e.reference === credit.reference,
      )
      if (earlier?.kind === 'credit') return earlier
      return write({ ...credit, kind: 'credit', statement: next('C'), on })
    },
    refund(refund, on) {
      const earlier = entries.find((e) => e.kind === 'refund' && e.reference === refund.reference)
      if (earlier?.kind === 'refund') return same(earlier, refund) ? earlier : 'conflict'
      return write({ ...refund, kind: 'refund', statement: next('R'), on })
    },
    notified(statement) {
      if (told.has(statement)) return
      told.add(statement)
      write({ kind: 'notified', statement })
    },
    waiting: () =>
      entries.flatMap((e) =>
        e.kind === 'credit' && e.purpose !== 'performance' && !told.has(e.statement) ? [e] : [],
      ),
    statementOf: (account) => booked().filter((e) => e.account === account),
  }
}

function same(earlier: RefundEntry, refund: Refund): boolean {
  return earlier.account === refund.account && earlier.principalFen === refund.principalFen
}

function linesOf(text: string): Entry[] {
  return text.split('\n').flatMap((written) => {
    try {
      const read = entryShape.safeParse(JSON.parse(written))
      return read.success ? [read.data] : []
    } catch {
      return []
    }
  })
}
