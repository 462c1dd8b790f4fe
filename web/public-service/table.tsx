// SPDX-License-Identifier: Apache-2.0
/** One table as data: drawn for people with labels for narrow screens, written for programs as CSV. */

import type { ReactNode } from 'react'
import type { Voice } from './setting.ts'

export interface Cell {
  /** What stands in the CSV, and on the page unless `shown` says it better. */
  readonly text: string
  readonly shown?: ReactNode
  readonly href?: string
}

export interface Column {
  readonly title: string
  readonly align?: 'right'
}

export interface Table {
  readonly caption: string
  readonly columns: readonly Column[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[]
  /** Said instead of an empty table. */
  readonly empty: string
  /** Address of the same table as CSV. */
  readonly csv?: string
}

export function cell(text: string, more: Omit<Cell, 'text'> = {}): Cell {
  return { text, ...more }
}

export function DataTable({ table, voice }: { readonly table: Table; readonly voice: Voice }) {
  const { caption, columns, rows, empty, csv } = table
  if (rows.length === 0) return <p className="note">{empty}</p>
  return (
    <div className="table">
      <table className="stack">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup, rows never move.
            <Row key={index} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {csv === undefined ? null : (
        <p className="csv">
          <a href={csv}>{voice.say('csv')}</a>
        </p>
      )}
    </div>
  )
}

function Row({
  row,
  columns,
}: {
  readonly row: readonly Cell[]
  readonly columns: readonly Column[]
}) {
  return (
    <tr>
      {columns.map((column, index) => {
        const content = drawn(row[index] ?? { text: '' })
        return index === 0 ? (
          <th key={column.title} scope="row" className={column.align}>
            {content}
          </th>
        ) : (
          <td key={column.title} className={column.align} data-label={column.title}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

function drawn({ text, shown = text, href }: Cell): ReactNode {
  return href === undefined ? shown : <a href={href}>{shown}</a>
}

/** With a mark of the encoding, for the spreadsheets that guess. */
export function csvOf({ columns, rows }: Table): string {
  const head = columns.map(({ title }) => quoted(title)).join(',')
  const lines = rows.map((row) => columns.map((_, i) => quoted(row[i]?.text ?? '')).join(','))
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`
}

/** A text that a spreadsheet would run as a formula is made a text; plain numbers stay numbers. */
function quoted(text: string): string {
  const isNumber = /^-?[\d,]+(?:\.\d+)?$/.test(text)
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
