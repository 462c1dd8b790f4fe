// SPDX-License-Identifier: Apache-2.0
/** Fits rows of a table to the bill: by id, by title, by its running number, or line by line. */

import type { BillItem } from '@gongxin/core/trading/tender'
import { isDecimal } from './content.ts'
import type { Rows } from './sheet.ts'

export interface TakenOver {
  /** Unit prices by id of the item. */
  readonly prices: ReadonlyMap<string, string>
  /** Rows with a price that fit no item. */
  readonly missed: number
}

export function takeOver(rows: Rows, bill: readonly BillItem[]): TakenOver {
  if (rows.every((row) => row.length === 1)) return inOrder(rows, bill)
  const prices = new Map<string, string>()
  const column = priceColumn(rows[0] ?? [])
  let missed = 0
  for (const row of rows) {
    const price = priceIn(row, column)
    if (price === undefined) continue
    const item = itemOf(row, bill)
    if (item === undefined) missed += 1
    else prices.set(item.id, price)
  }
  return { prices, missed }
}

function inOrder(rows: Rows, bill: readonly BillItem[]): TakenOver {
  const all = rows.flatMap((row) => decimalOf(row[0] ?? '') ?? [])
  const pairs = bill.flatMap((item, index) => {
    const price = all[index]
    return price === undefined ? [] : [[item.id, price] as const]
  })
  return { prices: new Map(pairs), missed: Math.max(0, all.length - bill.length) }
}

/** The column headed 单价, where there is a head. */
function priceColumn(head: readonly string[]): number {
  return head.findIndex((cell) => cell.includes('单价') || /unit price/i.test(cell))
}

function priceIn(row: readonly string[], column: number): string | undefined {
  if (column >= 0) return decimalOf(row[column] ?? '')
  return row.toReversed().flatMap((cell) => decimalOf(cell) ?? [])[0]
}

function decimalOf(cell: string): string | undefined {
  const plain = cell.normalize('NFKC').replace(/[,\s¥￥元]/g, '')
  return isDecimal(plain) ? plain : undefined
}

function itemOf(row: readonly string[], bill: readonly BillItem[]): BillItem | undefined {
  return (
    bill.find((item) => row.includes(item.id)) ??
    bill.find((item) => row.includes(item.title)) ??
    bill[Number(row[0]) - 1]
  )
}
