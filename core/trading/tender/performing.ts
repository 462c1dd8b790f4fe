// SPDX-License-Identifier: Apache-2.0
/** 履约 read from state: what the contract is worth now, what is due when, what is still missing. */

import {
  addDays,
  type CivilDate,
  daysBetween,
  type Fen,
  type WorkingCalendar,
} from '../../kernel/index.ts'
import { type Due, due, lateSmallFirmInterestFen, limitOf } from '../../law/index.ts'
import type { AfterAward, ArchiveNeed } from '../../procedures/index.ts'
import { procedureOf } from './decide.ts'
import type { ContractChange, Invoice, TenderState } from './state.ts'

export function afterAwardOf(state: TenderState): AfterAward {
  return procedureOf(state).afterAward
}

export function agreedChanges({ performing }: TenderState): readonly ContractChange[] {
  return performing.changes.filter(({ answer }) => answer?.agreed === true)
}

/** What supplements have added so far: only they are counted against the cap. */
export function supplementedFen(state: TenderState): Fen {
  return agreedChanges(state)
    .filter(({ kind }) => kind === 'supplement')
    .reduce((sum, { addedFen }) => sum + addedFen, 0)
}

/** The price of the contract with all that both sides have agreed since. */
export function contractTotalFen(state: TenderState): Fen {
  const added = agreedChanges(state).reduce((sum, { addedFen }) => sum + addedFen, 0)
  return (state.contract?.priceFen ?? 0) + added
}

export function invoicedFen({ performing }: TenderState): Fen {
  return performing.invoices.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

export function paidFen({ payments }: Invoice): Fen {
  return payments.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

export function unpaidInvoices({ performing }: TenderState): readonly Invoice[] {
  return performing.invoices.filter((invoice) => paidFen(invoice) < invoice.amountFen)
}

export function passedAcceptance({ performing }: TenderState) {
  return performing.acceptances.find(({ outcome }) => outcome === 'passed')
}

/** The day from which the money of an invoice is owed; null while its condition is not met. */
export function owedFrom(state: TenderState, { milestone }: Invoice): CivilDate | null {
  const { records } = state.performing
  const owners = records.filter(({ by }) => by === 'owner')
  if (milestone !== null) return owners.find(({ id }) => id === milestone)?.on ?? null
  const accepted = passedAcceptance(state)?.on ?? null
  const delivered =
    owners.filter(({ kind }) => kind === 'delivery' || kind === 'completion').at(-1)?.on ?? null
  const wait = state.contract?.payment?.acceptanceDays ?? null
  const agreed = delivered === null || wait === null ? null : addDays(delivered, wait)
  if (agreed !== null) return accepted !== null && accepted < agreed ? accepted : agreed
  return accepted ?? (afterAwardOf(state).acceptance === null ? delivered : null)
}

export interface PaymentDue {
  readonly on: CivilDate
  /** The count of the law behind it; null where the contract alone names the day. */
  readonly due: Due | null
}

type Counting = { readonly lawDay: CivilDate; readonly calendar: WorkingCalendar }

/** 款项支付条例 9: of a small firm; null for others, and while nothing is owed. */
export function smallFirmDue(
  state: TenderState,
  invoice: Invoice,
  counting: Counting,
): PaymentDue | null {
  const from = owedFrom(state, invoice)
  const payment = state.contract?.payment
  if (from === null || payment?.smallFirm !== true) return null
  const { days } = payment
  const found = due(limitOf('TL-54'), from, days === null ? counting : { ...counting, n: days })
  return { on: found.safe, due: found }
}

/** The earliest of what law and contract name; null where nothing is owed yet or no day is named. */
export function paymentDue(
  state: TenderState,
  invoice: Invoice,
  counting: Counting,
): PaymentDue | null {
  const from = owedFrom(state, invoice)
  if (from === null) return null
  const { invoice: limit } = afterAwardOf(state)
  const since = from > invoice.receivedOn ? from : invoice.receivedOn
  const billed = limit === null ? null : due(limitOf(limit), since, counting)
  const { smallFirm = false, days = null } = state.contract?.payment ?? {}
  const named = [
    ...(billed === null ? [] : [{ on: billed.safe, due: billed }]),
    ...(smallFirm || days === null ? [] : [{ on: addDays(from, days), due: null }]),
  ]
  const small = smallFirmDue(state, invoice, counting)
  return [...(small === null ? [] : [small]), ...named].reduce<PaymentDue | null>(
    (first, one) => (first === null || one.on < first.on ? one : first),
    null,
  )
}

/** What a late payment costs, to the fen: five in ten thousand a day for a small firm. */
export function lateInterest(
  dueOn: CivilDate | null,
  paid: { readonly on: CivilDate; readonly amountFen: Fen },
): { readonly days: number; readonly interestFen: Fen } {
  const days = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, paid.on))
  return { days, interestFen: lateSmallFirmInterestFen(paid.amountFen, days) }
}

/** Of the performance deposit, what has been neither called upon nor returned. */
export function depositLeftFen({ performance, performing }: TenderState): Fen {
  if (performance === null || performing.returned !== null) return 0
  return performing.claims.reduce((left, { amountFen }) => left - amountFen, performance.amountFen)
}

/** When the contract says that the performance deposit goes back; null before, or where it is silent. */
export function depositReturnDue(state: TenderState): CivilDate | null {
  const accepted = passedAcceptance(state)
  const days = state.contract?.payment?.depositReturnDays ?? null
  return accepted === undefined || days === null ? null : addDays(accepted.on, days)
}

/** Claims and returns that the issuer has not carried out yet. */
export function unsettledDeposit({ performing }: TenderState) {
  const settled = (what: 'claim' | 'return', id: string | null) =>
    performing.settlements.some((s) => s.what === what && s.id === id)
  const claims = performing.claims
    .filter(({ id }) => !settled('claim', id))
    .map(({ id, amountFen }) => ({ what: 'claim' as const, id, amountFen }))
  const lapsed = performing.lapsed
    .filter(({ number }) => !settled('return', number))
    .map(({ number, amountFen }) => ({ what: 'return' as const, id: number, amountFen }))
  const { returned } = performing
  const open = returned !== null && !settled('return', null)
  const back = open ? [{ what: 'return' as const, id: null, amountFen: returned.amountFen }] : []
  return [...lapsed, ...claims, ...back]
}

/** What the line of trade asks for and the trade does not have yet. */
export function missingForArchive(state: TenderState): readonly ArchiveNeed[] {
  return afterAwardOf(state).archive.filter((need) => !isThere(need, state))
}

function isThere(need: ArchiveNeed, state: TenderState): boolean {
  const { performing, project } = state
  switch (need) {
    case 'written-report':
      return state.writtenReport !== null || project?.compulsory !== true
    case 'contract-publication':
      return performing.published !== null
    case 'contract-filing':
      return performing.filed !== null
    case 'change-publication':
      return agreedChanges(state).every(({ published }) => published)
    case 'acceptance':
      return passedAcceptance(state) !== undefined
    case 'payment':
      return invoicedFen(state) === contractTotalFen(state) && unpaidInvoices(state).length === 0
    case 'performance-deposit':
      return depositLeftFen(state) === 0 && unsettledDeposit(state).length === 0
  }
}
