// SPDX-License-Identifier: Apache-2.0
/** Papers of an issuer that names them after what they say, so that a number alone tells all. */

import { addDays, type CivilDate, dayOf, type Instant, isCivilDate } from '../kernel/index.ts'
import { type DepositPaper, depositForms, type TenderState } from '../trading/tender/index.ts'

const letters = { transfer: 'T', guarantee: 'G', insurance: 'I', surety: 'S' } as const

export type PaperAsked = Pick<
  DepositPaper,
  'form' | 'applicant' | 'beneficiary' | 'amountFen' | 'validUntil'
>

/** Ends in R once it is released. */
export function numberOfPaper(of: PaperAsked, standing = ''): string {
  const day = of.validUntil?.replaceAll('-', '') ?? '0'
  return `${letters[of.form]}.${of.applicant}.${of.beneficiary}.${of.amountFen}.${day}${standing}`
}

/** What the issuer of such numbers says of one; null where it never gave it. */
export function paperNumbered(number: string): DepositPaper | null {
  const said = /^([TGIS])\.(\w+)\.([\w-]+)\.(\d+)\.(\d+)(R?)$/.exec(number)
  if (said === null) return null
  const [, letter = '', applicant = '', beneficiary = '', amount = '', day = '', over] = said
  const form = depositForms.find((one) => letters[one] === letter)
  if (form === undefined) return null
  const standing = over === 'R' ? 'released' : 'in-force'
  const amountFen = Number(amount)
  const parties = { applicant, beneficiary, amountFen, validUntil: dayIn(day), standing } as const
  return { form, issuer: '演示银行', number, ...parties }
}

function dayIn(digits: string): CivilDate | null {
  const day = digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  return isCivilDate(day) ? day : null
}

/** A letter of guarantee of the winner that is just enough for the performance of this contract. */
export function performancePaper(
  { awardNotice, project }: TenderState,
  at: Instant,
  change: Partial<PaperAsked> = {},
): PaperAsked {
  return {
    form: 'guarantee',
    applicant: awardNotice?.winner.party ?? '',
    beneficiary: project?.owner.party ?? '',
    amountFen: Math.floor((awardNotice?.priceFen ?? 0) / 20) + 1,
    validUntil: addDays(dayOf(at), awardNotice?.durationDays ?? 0),
    ...change,
  }
}
