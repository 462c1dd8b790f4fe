// SPDX-License-Identifier: Apache-2.0
/** 履约 on the page of the result: what both sides have done under the contract, as far as one may read. */

import {
  contractTotalFen,
  depositLeftFen,
  type Invoice,
  paidFen,
  type TenderState,
} from '@gongxin/core/trading/tender'
import type { ReactNode } from 'react'
import { dayShown, moneyShown, usePreferences, useText } from '../../app/index.ts'
import { choiceWords } from '../fields.ts'
import { messages } from './messages.ts'

interface Props {
  readonly state: TenderState
}

export function Performing({ state }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const { contract, performing } = state
  if (contract === null) return null
  const { published, filed } = performing
  const total = contractTotalFen(state)
  return (
    <section>
      <h2>{t(messages.performing)}</h2>
      {total !== contract.priceFen && (
        <p>{t(messages.total, { price: moneyShown(total, language) })}</p>
      )}
      {published !== null && (
        <p>✓ {t(messages.published, { on: dayShown(published.publishedOn, language) })}</p>
      )}
      {filed !== null && <p>✓ {t(messages.filed, { on: dayShown(filed.filedOn, language) })}</p>}
      <Records state={state} />
      <Changes state={state} />
      <Acceptances state={state} />
      <Payments invoices={performing.invoices} />
      <Deposit state={state} />
    </section>
  )
}

interface ListProps {
  readonly title: string
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[]
}

function Listed({ title, rows }: ListProps) {
  if (rows.length === 0) return null
  return (
    <table className="table">
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move.
              <td key={place}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Records({ state }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const rows = state.performing.records.map(({ id, on, kind, by, what }) => ({
    id,
    cells: [
      dayShown(on, language),
      t(choiceWords('PerformanceRecorded', 'kind', kind)),
      t(choiceWords('PerformanceRecorded', 'by', by)),
      what,
    ],
  }))
  return <Listed title={t(messages.records)} rows={rows} />
}

function Changes({ state }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const rows = state.performing.changes.map(({ id, kind, ground, what, addedFen, answer }) => ({
    id,
    cells: [
      `${t(choiceWords('ContractChangeProposed', 'kind', kind))} · ${t(
        choiceWords('ContractChangeProposed', 'ground', ground),
      )}`,
      what,
      addedFen === 0 ? '' : moneyShown(addedFen, language),
      answer === null
        ? `▲ ${t(messages.changeWaits)}`
        : answer.agreed
          ? `✓ ${t(messages.changeAgreed, { on: dayShown(answer.changedOn, language) })}`
          : t(messages.changeRefused),
    ],
  }))
  return <Listed title={t(messages.changes)} rows={rows} />
}

function Acceptances({ state }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const rows = state.performing.acceptances.map(({ id, on, outcome, rectifyUntil, opinion }) => ({
    id,
    cells: [
      dayShown(on, language),
      `${outcome === 'passed' ? '✓' : '▲'} ${t(
        choiceWords('AcceptanceRecorded', 'outcome', outcome),
      )}`,
      rectifyUntil === null
        ? ''
        : t(messages.rectifyUntil, { until: dayShown(rectifyUntil, language) }),
      opinion,
    ],
  }))
  return <Listed title={t(messages.acceptances)} rows={rows} />
}

function Payments({ invoices }: { readonly invoices: readonly Invoice[] }) {
  const t = useText()
  const { language } = usePreferences()
  const rows = invoices.map((invoice) => {
    const { id, number, amountFen, receivedOn, payments } = invoice
    const days = payments.reduce((most, { lateDays }) => Math.max(most, lateDays), 0)
    const interest = payments.reduce((sum, { interestFen }) => sum + interestFen, 0)
    const late = { days, interest: moneyShown(interest, language) }
    return {
      id,
      cells: [
        `${t(messages.invoice)} ${number}`,
        dayShown(receivedOn, language),
        moneyShown(amountFen, language),
        `${t(messages.paid)} ${moneyShown(paidFen(invoice), language)}`,
        days === 0 ? '' : `▲ ${t(messages.late, late)}`,
      ],
    }
  })
  return <Listed title={t(messages.payments)} rows={rows} />
}

function Deposit({ state }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const { deposit, returned } = state.performing
  // Whoever may not read what was called upon is told no sum that is left.
  if (deposit === null) return null
  const sum = moneyShown(returned?.amountFen ?? depositLeftFen(state), language)
  return <p>{t(returned === null ? messages.depositLeft : messages.depositBack, { sum })}</p>
}
