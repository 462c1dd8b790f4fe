// SPDX-License-Identifier: Apache-2.0
/** 工程量清单: typed, pasted or imported; totals and sum follow by themselves. */

import { yuanShown } from '@gongxin/core/kernel'
import type { BillItem } from '@gongxin/core/trading/tender'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { Labelled, useText } from '../../../app/index.ts'
import { type Body, useForm } from '../../form/index.ts'
import { capitalOf } from '../capital.ts'
import { linesOf, type PricedLine, sumOf } from '../content.ts'
import { messages } from '../messages.ts'
import { type Rows, rowsOfFile, rowsOfText } from '../sheet.ts'
import { takeOver } from '../take-over.ts'

interface Props {
  readonly content: Body
  readonly bill: readonly BillItem[]
}

export function BillStep({ content, bill }: Props) {
  const t = useText()
  const { change } = useForm()
  const lines = linesOf(content)
  const priceOf = (id: string) => lines.find((line) => line.id === id)
  if (bill.length === 0) return <p className="empty">{t(messages.noBill)}</p>
  const put = (prices: ReadonlyMap<string, string>) =>
    change(
      ['bill'],
      bill.map(({ id, quantity }) => ({
        id,
        quantity,
        unitPrice: prices.get(id) ?? priceOf(id)?.unitPrice ?? '',
      })),
    )
  const sum = sumOf(lines)
  return (
    <div className="stack">
      <Importing bill={bill} onTaken={put} />
      <div className="table-wrap">
        <table className="table">
          <caption className="for-readers">{t(messages.bill)}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t(messages.item)}</th>
              <th scope="col">{t(messages.unit)}</th>
              <th scope="col" className="sum">
                {t(messages.quantity)}
              </th>
              <th scope="col" className="sum">
                {t(messages.unitPrice)}
              </th>
              <th scope="col" className="sum">
                {t(messages.total)}
              </th>
            </tr>
          </thead>
          <tbody>
            {bill.map((item, index) => (
              <ItemRow
                key={item.id}
                item={item}
                number={index + 1}
                line={priceOf(item.id)}
                onPrice={(price) => put(new Map([[item.id, price]]))}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {t(messages.sum)}
              </th>
              <td className="sum">{yuanShown(sum)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <Button
        onClick={() => {
          change(['form', 'priceFen'], sum)
          change(['priceInWords'], capitalOf(sum))
        }}
      >
        {t(messages.usePrice)}
      </Button>
    </div>
  )
}

interface RowProps {
  readonly item: BillItem
  readonly number: number
  readonly line: PricedLine | undefined
  readonly onPrice: (price: string) => void
}

function ItemRow({ item, number, line, onPrice }: RowProps) {
  const t = useText()
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">{item.title}</th>
      <td>{item.unit}</td>
      <td className="sum">{item.quantity}</td>
      <td className="sum">
        <Input
          aria-label={`${item.title} ${t(messages.unitPrice)}`}
          inputMode="decimal"
          className="sum"
          value={line?.unitPrice ?? ''}
          status={
            line !== undefined && line.unitPrice !== '' && line.totalFen === undefined
              ? 'error'
              : ''
          }
          onChange={({ target }) => onPrice(target.value.normalize('NFKC').replace(/[,\s]/g, ''))}
        />
      </td>
      <td className="sum">{line?.totalFen === undefined ? '—' : yuanShown(line.totalFen)}</td>
    </tr>
  )
}

interface ImportProps {
  readonly bill: readonly BillItem[]
  readonly onTaken: (prices: ReadonlyMap<string, string>) => void
}

function Importing({ bill, onTaken }: ImportProps) {
  const t = useText()
  const chooser = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const [said, setSaid] = useState('')
  const take = (rows: Rows | null) => {
    if (rows === null) {
      setSaid(t(messages.importFailed))
      return
    }
    const { prices, missed } = takeOver(rows, bill)
    onTaken(prices)
    setSaid(t(messages.imported, { count: prices.size, missed }))
  }
  const open = async (file: File | undefined) => {
    if (file !== undefined) take(await rowsOfFile(file).catch(() => null))
  }
  return (
    <div className="stack narrow">
      <input
        ref={chooser}
        type="file"
        accept=".xlsx,.csv,.txt"
        className="for-readers"
        tabIndex={-1}
        aria-label={t(messages.import)}
        onChange={({ target }) => {
          void open(target.files?.[0])
          target.value = ''
        }}
      />
      <div className="row">
        <Button onClick={() => chooser.current?.click()}>{t(messages.import)}</Button>
      </div>
      <Labelled label={t(messages.paste)}>
        {(bound) => (
          <Input.TextArea
            {...bound}
            rows={2}
            value={pasted}
            onChange={({ target }) => setPasted(target.value)}
          />
        )}
      </Labelled>
      <div className="row">
        <Button disabled={pasted.trim() === ''} onClick={() => take(rowsOfText(pasted))}>
          {t(messages.pasteApply)}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  )
}
