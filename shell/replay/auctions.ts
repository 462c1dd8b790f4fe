// SPDX-License-Identifier: Apache-2.0
/** Real auctions from a table: who bid what, and who won in the record. */

import { type Fen, isFen, rational, roundFen } from '@gongxin/core/kernel'
import { parse } from 'csv-parse/sync'

export interface AuctionBid {
  readonly bidder: string
  readonly priceFen: Fen
}

export interface Auction {
  readonly tender: string
  /** In the order of the table; of two offers of one bidder the later replaces the earlier. */
  readonly bids: readonly AuctionBid[]
  /** The winner in the record, or nothing where the record names none. */
  readonly recorded: string | null
}

/** Where the table is wrong, as `line 7 Bid_value`. */
export interface TableFault {
  readonly field: string
  readonly why: string
}

type Line = Readonly<Record<string, string>>
const columns = ['Tender', 'Competitors', 'Bid_value', 'Winner'] as const

export function readAuctions(text: string): readonly Auction[] | TableFault {
  const lines = linesOf(text)
  if (!Array.isArray(lines))
    return { field: 'FILE', why: 'is not a table of comma-separated values' }
  const known = Object.keys(lines[0] ?? {})
  const missing = columns.find((column) => !known.includes(column))
  if (missing !== undefined) return { field: missing, why: 'column missing' }
  const rows: Row[] = []
  for (const [index, line] of lines.entries()) {
    const row = rowOf(line, index + 2)
    if ('why' in row) return row
    rows.push(row)
  }
  const tenders = [...new Set(rows.map((row) => row.tender))]
  return tenders.map((tender) =>
    auctionOf(
      tender,
      rows.filter((row) => row.tender === tender),
    ),
  )
}

function linesOf(text: string): readonly Line[] | undefined {
  try {
    const lines: Line[] = parse(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    })
    return lines
  } catch {
    return undefined
  }
}

interface Row extends AuctionBid {
  readonly tender: string
  readonly won: boolean
}

function rowOf(line: Line, place: number): Row | TableFault {
  const { Tender: tender = '', Competitors: bidder = '', Bid_value: value = '', Winner } = line
  const at = (column: string) => `line ${place} ${column}`
  if (!name.test(tender)) return { field: at('Tender'), why: 'is not a short name' }
  if (!name.test(bidder)) return { field: at('Competitors'), why: 'is not a short name' }
  const priceFen = fenOf(value)
  if (priceFen === undefined) return { field: at('Bid_value'), why: 'is not an amount above zero' }
  return { tender, bidder, priceFen, won: Number(Winner) === 1 }
}

const name = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/

/** Yuan as written, rounded half up to the fen; binary fractions are never made of it. */
function fenOf(value: string): Fen | undefined {
  if (!/^\d+(\.\d+)?$/.test(value)) return undefined
  const fen = roundFen(rational(value).mul(rational(100)))
  return isFen(fen) && fen > 0 ? fen : undefined
}

function auctionOf(tender: string, rows: readonly Row[]): Auction {
  const last = new Map(rows.map(({ bidder, priceFen }) => [bidder, priceFen]))
  const bids = [...last].map(([bidder, priceFen]) => ({ bidder, priceFen }))
  return { tender, bids, recorded: rows.find((row) => row.won)?.bidder ?? null }
}
