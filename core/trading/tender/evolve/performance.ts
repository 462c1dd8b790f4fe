// SPDX-License-Identifier: Apache-2.0
/** How publication, changes, acceptance, invoices and payments change a tender. */

import type { performanceShapes } from '../events/performance.ts'
import type { ContractChange, Evolvers, Performance, TenderState } from '../state.ts'

export const evolvePerformance: Evolvers<keyof typeof performanceShapes> = {
  ContractPublished: (state, data, at) => now(state, { published: { ...data, at } }),
  ContractFiled: (state, data, at) => now(state, { filed: { ...data, at } }),
  PerformanceRecorded: (state, record) =>
    now(state, { records: [...state.performing.records, record] }),
  ContractChangeProposed: (state, data) => {
    const change = { ...data, answer: null, answeredAt: null, published: false }
    return now(state, { changes: [...state.performing.changes, change] })
  },
  ContractChangeAnswered: (state, answer, answeredAt) =>
    withChange(state, answer.id, (change) => ({ ...change, answer, answeredAt })),
  ContractChangePublished: (state, { id }) =>
    withChange(state, id, (change) => ({ ...change, published: true })),
  AcceptanceRecorded: (state, acceptance) =>
    now(state, { acceptances: [...state.performing.acceptances, acceptance] }),
  AcceptancePublished: (state) => state,
  InvoiceReceived: (state, data, at) => {
    const invoice = { ...data, at, payments: [] }
    return now(state, { invoices: [...state.performing.invoices, invoice] })
  },
  PaymentMade: (state, payment) =>
    now(state, {
      invoices: state.performing.invoices.map((invoice) =>
        invoice.id === payment.invoice
          ? { ...invoice, payments: [...invoice.payments, payment] }
          : invoice,
      ),
    }),
  PerformanceDepositConfirmed: (state, deposit) => now(state, { deposit }),
  PerformanceDepositClaimed: (state, claim) =>
    now(state, { claims: [...state.performing.claims, claim] }),
  PerformanceDepositReturned: (state, returned) => now(state, { returned }),
  PerformanceDepositSettled: (state, settlement) =>
    now(state, { settlements: [...state.performing.settlements, settlement] }),
}

function now(state: TenderState, change: Partial<Performance>): TenderState {
  return { ...state, performing: { ...state.performing, ...change } }
}

function withChange(
  state: TenderState,
  id: string,
  change: (of: ContractChange) => ContractChange,
): TenderState {
  return now(state, {
    changes: state.performing.changes.map((of) => (of.id === id ? change(of) : of)),
  })
}
