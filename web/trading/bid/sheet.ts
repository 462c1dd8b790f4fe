// SPDX-License-Identifier: Apache-2.0
/** Rows out of a pasted table, a CSV file or an Excel workbook, read on this machine alone. */

import { unzip } from './unzip.ts'

export type Rows = readonly (readonly string[])[]

/** Null for what is neither. */
export async function rowsOfFile(file: File): Promise<Rows | null> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return rowsOfWorkbook(bytes)
  return rowsOfText(decoded(bytes))
}

/** UTF-8, or the GB18030 that older spreadsheets save. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Tabs as spreadsheets copy them, else commas with quotes as CSV has them. */
export function rowsOfText(text: string): Rows {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (plain.includes('\t')) {
    return nonEmpty(plain.split('\n').map((line) => line.split('\t').map((cell) => cell.trim())))
  }
  return nonEmpty(commaRows(plain))
}

function commaRows(text: string): Rows {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const end = () => rows.at(-1)?.push(cell.trim())
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i)
    if (quoted && character === '"' && text.charAt(i + 1) === '"') {
      cell += '"'
      i += 1
    } else if (character === '"') quoted = !quoted
    else if (!quoted && (character === ',' || character === '\n')) {
      end()
      cell = ''
      if (character === '\n') rows.push([])
    } else cell += character
  }
  end()
  return rows
}

function nonEmpty(rows: Rows): Rows {
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** The first sheet of an xlsx: shared texts, inline texts and plain values. */
async function rowsOfWorkbook(bytes: Uint8Array): Promise<Rows | null> {
  const files = await unzip(bytes, (name) =>
    /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name),
  )
  const sheets = [...files.keys()].filter((name) => name.includes('worksheets')).sort()
  const sheet = files.get(sheets[0] ?? '')
  if (sheet === undefined) return null
  const shared = texts(files.get('xl/sharedStrings.xml') ?? '', 'si')
  const rows = new DOMParser().parseFromString(sheet, 'application/xml').getElementsByTagName('row')
  return nonEmpty([...rows].map((row) => cellsOf(row, shared)))
}

function cellsOf(row: Element, shared: readonly string[]): readonly string[] {
  const cells: string[] = []
  for (const cell of row.getElementsByTagName('c')) {
    const column = columnOf(cell.getAttribute('r') ?? '')
    const value = cell.getElementsByTagName('v')[0]?.textContent ?? ''
    const inline = [...cell.getElementsByTagName('t')].map((t) => t.textContent ?? '').join('')
    const type = cell.getAttribute('t')
    while (cells.length < column) cells.push('')
    cells[column] = (type === 's' ? (shared[Number(value)] ?? '') : inline || value).trim()
  }
  return cells
}

/** `AB12` → 27. */
export function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function texts(xml: string, tag: string): readonly string[] {
  const found = new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName(tag)
  return [...found].map((one) =>
    [...one.getElementsByTagName('t')].map((t) => t.textContent ?? '').join(''),
  )
}
