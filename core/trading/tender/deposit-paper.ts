// SPDX-License-Identifier: Apache-2.0
/** 保函、保险、转账凭证 as its issuer confirms it, and why one is not enough for what was asked. */

import type { CivilDate, Fen, Refused } from '../../kernel/index.ts'
import { refused } from '../../kernel/index.ts'
import type { depositForms } from './bid.ts'

/** What bank, insurer or guarantor says of a number when it is asked. */
export interface DepositPaper {
  readonly form: (typeof depositForms)[number]
  /** Name of the issuer. */
  readonly issuer: string
  readonly number: string
  /** 统一社会信用代码 of whose duty it secures. */
  readonly applicant: string
  /** And of whom it is payable to. */
  readonly beneficiary: string
  readonly amountFen: Fen
  /** Null for money that has been paid in. */
  readonly validUntil: CivilDate | null
  readonly standing: 'in-force' | 'claimed' | 'released'
}

export interface AskedOfPaper {
  readonly form: DepositPaper['form']
  readonly applicant: string
  readonly beneficiary: string | undefined
  readonly amountFen: Fen
  readonly validUntil: CivilDate
}

/** Undefined: nobody asked the issuer; null: it knows no such number. */
export function paperFault(
  paper: DepositPaper | null | undefined,
  asked: AskedOfPaper,
): Refused | undefined {
  if (paper === undefined || paper === null || paper.form !== asked.form) {
    return refused('deposit-not-confirmed')
  }
  if (paper.standing !== 'in-force') return refused('deposit-not-in-force')
  const { applicant, beneficiary } = paper
  if (applicant !== asked.applicant || beneficiary !== asked.beneficiary) {
    return refused('deposit-of-another', { applicant, beneficiary })
  }
  const { amountFen, validUntil } = asked
  if (paper.amountFen < amountFen) {
    return refused('deposit-paper-too-low', { askedFen: amountFen, confirmedFen: paper.amountFen })
  }
  if (paper.validUntil !== null && paper.validUntil < validUntil) {
    return refused('deposit-paper-too-short', { asked: validUntil, confirmed: paper.validUntil })
  }
  return undefined
}
