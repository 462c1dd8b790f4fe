// SPDX-License-Identifier: Apache-2.0
/** Deciders of 发票 and 付款: when money is due, and what lateness costs, to the fen. */

import {
  civilDate,
  dayOf,
  type Finding,
  fen,
  happened,
  id,
  line,
  refused,
  words,
  z,
} from '../../../kernel/index.ts'
import { paymentAfterInvoice, smallFirmPayment } from '../../../law/index.ts'
import { event } from '../events.ts'
import {
  afterAwardOf,
  contractTotalFen,
  invoicedFen,
  lateInterest,
  owedFrom,
  paidFen,
  paymentDue,
  smallFirmDue,
} from '../performing.ts'
import type { Invoice } from '../state.ts'
import { type Asked, act, finding, lawDayOf } from './act.ts'
import { isTaken, notOfContract } from './performance.ts'

/** Whoever has the invoice in hand may write it down; the clock runs from this very day. */
export const recordInvoice = act(
  'record-invoice',
  words('登记发票', 'Record an invoice'),
  z.strictObject({ id, number: line(40), amountFen: fen.min(1), milestone: id.nullable() }),
  (asked) => {
    const { body, state, at } = asked
    const refusal = notOfContract(asked)
    if (refusal !== undefined) return refusal
    if (isTaken(asked, body.id)) return refused('number-taken', { id: body.id })
    const { records, invoices } = state.performing
    if (invoices.some(({ number }) => number === body.number)) {
      return refused('invoice-already-in', { number: body.number })
    }
    const confirmed = records.some((r) => r.id === body.milestone && r.by === 'owner')
    if (body.milestone !== null && !confirmed) {
      return refused('no-such-milestone', { id: body.milestone })
    }
    const leftFen = contractTotalFen(state) - invoicedFen(state)
    if (body.amountFen > leftFen) return refused('invoice-over-contract', { leftFen })
    return happened([event('InvoiceReceived', at.now, { ...body, receivedOn: dayOf(at.now) })])
  },
)

/** B6 付款: late is written down with what it costs, and never a reason not to pay. */
export const recordPayment = act(
  'record-payment',
  words('登记付款', 'Record a payment'),
  z.strictObject({
    invoice: id,
    amountFen: fen.min(1),
    paidOn: civilDate,
    reference: line(60),
  }),
  (asked) => {
    const { body, state, at } = asked
    const invoice = state.performing.invoices.find((one) => one.id === body.invoice)
    if (invoice === undefined) return refused('no-such-invoice', { id: body.invoice })
    const leftFen = invoice.amountFen - paidFen(invoice)
    if (body.amountFen > leftFen) return refused('payment-over-invoice', { leftFen })
    const { signedOn } = state.contract ?? { signedOn: body.paidOn }
    if (body.paidOn > dayOf(at.now) || body.paidOn < signedOn) {
      return refused('day-outside-contract', { on: body.paidOn, signedOn })
    }
    const counting = { lawDay: lawDayOf(state, at.now), calendar: at.calendar }
    const dueOn = paymentDue(state, invoice, counting)?.on ?? null
    const { amountFen } = body
    const late = lateInterest(dueOn, { on: body.paidOn, amountFen })
    const small = smallFirmDue(state, invoice, counting)?.on ?? null
    const { interestFen } = lateInterest(small, { on: body.paidOn, amountFen })
    const data = { ...body, dueOn, lateDays: late.days, interestFen }
    return happened([event('PaymentMade', at.now, data)], timely(asked, invoice, body.paidOn))
  },
)

function timely(
  asked: Asked<unknown>,
  invoice: Invoice,
  paidOn: ReturnType<typeof dayOf>,
): readonly Finding[] {
  const { state } = asked
  const from = owedFrom(state, invoice)
  if (from === null) return []
  const payment = state.contract?.payment
  const small =
    payment?.smallFirm === true
      ? [
          finding(asked, smallFirmPayment, {
            deliveredOn: from,
            paidOn,
            agreedDays: payment.days,
          }),
        ]
      : []
  if (afterAwardOf(state).invoice === null) return small
  const invoicedOn = from > invoice.receivedOn ? from : invoice.receivedOn
  return [...small, finding(asked, paymentAfterInvoice, { invoicedOn, paidOn })]
}

export const paymentActs = [recordInvoice, recordPayment]
