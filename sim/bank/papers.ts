// SPDX-License-Identifier: Apache-2.0
/** 保函、保证保险、担保 and money paid in, behind one counter: confirm, call upon, release. */

import type { CivilDate } from '@gongxin/core/kernel'
import type { CreditEntry, Ledger } from './ledger.ts'
import { type Claim, type Issue, issuers, type Release } from './paper-shapes.ts'

/** What is said of a number to whoever asks. */
export interface PaperShown {
  readonly form: Issue['form'] | 'transfer'
  readonly issuer: string
  readonly number: string
  /** Of money: who paid, as the payer said, and the account it came to. */
  readonly applicant: string
  readonly beneficiary: string
  readonly amountFen: number
  readonly validUntil: CivilDate | null
  readonly standing: 'in-force' | 'claimed' | 'released'
  readonly leftFen: number
}

/** Undefined: no such number. */
export function paperShown({ entries }: Ledger, number: string): PaperShown | undefined {
  const paper = issuedIn(entries, number) ?? paidIn(entries, number)
  if (paper === undefined) return undefined
  const called = entries.reduce(
    (sum, e) => sum + (e.kind === 'claimed' && e.number === number ? e.amountFen : 0),
    0,
  )
  const leftFen = paper.amountFen - called
  const released = entries.some((e) => e.kind === 'released' && e.number === number)
  const standing = released ? 'released' : leftFen === 0 ? 'claimed' : 'in-force'
  return { ...paper, standing, leftFen }
}

type Stated = Omit<PaperShown, 'standing' | 'leftFen'>

function issuedIn(entries: Ledger['entries'], number: string): Stated | undefined {
  const found = entries.find((e) => e.kind === 'issued' && e.number === number)
  if (found?.kind !== 'issued') return undefined
  const { form, applicant, beneficiary, amountFen, validUntil } = found
  const issuer = issuers[form].name
  return { form, issuer, number, applicant, beneficiary, amountFen, validUntil }
}

function paidIn(entries: Ledger['entries'], number: string): Stated | undefined {
  const found = entries.find((e): e is CreditEntry => e.kind === 'credit' && e.statement === number)
  if (found === undefined || found.form !== 'transfer') return undefined
  const { payer = '', account: beneficiary, amountFen } = found
  const own = { form: 'transfer', issuer: issuers.guarantee.name, validUntil: null } as const
  return { ...own, number, applicant: payer, beneficiary, amountFen }
}

/** Gives out a paper once; asked again with the same reference, the one of then. */
export function issue(ledger: Ledger, asked: Issue, on: CivilDate) {
  const known = ledger.entries.find(
    (e) =>
      e.kind === 'issued' && e.reference === asked.reference && e.applicant === asked.applicant,
  )
  if (known?.kind === 'issued') return known
  const number = ledger.next(issuers[asked.form].letter)
  return ledger.add({ ...asked, kind: 'issued' as const, number, on })
}

/** Pays the beneficiary once under a reference, never more than is left. */
export function claim(ledger: Ledger, number: string, asked: Claim, on: CivilDate) {
  const known = ledger.entries.find((e) => e.kind === 'claimed' && e.reference === asked.reference)
  if (known?.kind === 'claimed') {
    return known.number === number && known.amountFen === asked.amountFen ? known : 'conflict'
  }
  const paper = paperShown(ledger, number)
  if (paper === undefined) return 'unknown'
  const over = paper.validUntil !== null && paper.validUntil < on
  if (paper.standing !== 'in-force' || over || asked.amountFen > paper.leftFen) return 'conflict'
  const statement = ledger.next('P')
  return ledger.add({ ...asked, kind: 'claimed' as const, number, statement, on })
}

/** Ends the paper, or pays back what is left of the money; once. */
export function release(ledger: Ledger, number: string, asked: Release, on: CivilDate) {
  const known = ledger.entries.find((e) => e.kind === 'released' && e.number === number)
  if (known?.kind === 'released') {
    return known.reference === asked.reference ? known : 'conflict'
  }
  if (paperShown(ledger, number) === undefined) return 'unknown'
  const statement = ledger.next('R')
  return ledger.add({ ...asked, kind: 'released' as const, number, statement, on })
}
