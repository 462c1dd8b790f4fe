// SPDX-License-Identifier: Apache-2.0
/** Prices from tables, totals, capitals, workbooks, and the list that turns green. */

import { deflateRawSync } from 'node:zlib'
import { yuanOfWords } from '@gongxin/core/law'
import { type BillItem, bidContent, emptyTender } from '@gongxin/core/trading/tender'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultTerms } from '../document/defaults.ts'
import { isBody, put } from '../form/index.ts'
import { capitalOf } from './capital.ts'
import { emptyContent, sealedContent, totalFenOf } from './content.ts'
import { readinessOf } from './readiness.ts'
import { columnOf, rowsOfText } from './sheet.ts'
import { takeOver } from './take-over.ts'
import { unzip } from './unzip.ts'

const bill: readonly BillItem[] = [
  { id: 'B1', title: '挖土方', unit: 'm3', quantity: '100' },
  { id: 'B2', title: '回填', unit: 'm3', quantity: '33.3' },
]

describe('the bill', () => {
  test('multiplies exactly and rounds to the fen', () => {
    expect(totalFenOf('0.1', '3')).toBe(30)
    expect(totalFenOf('12.345', '33.3')).toBe(41_109)
    expect(totalFenOf('', '3')).toBeUndefined()
  })

  test('takes prices by title, by id, by number and in order', () => {
    const named = takeOver(rowsOfText('名称\t单价\n回填\t8.5\n挖土方\t12\n别的\t1'), bill)
    expect([...named.prices]).toEqual([
      ['B2', '8.5'],
      ['B1', '12'],
    ])
    expect(named.missed).toBe(1)
    expect(takeOver(rowsOfText('B1,1.5\nB2,2'), bill).prices.get('B2')).toBe('2')
    expect([...takeOver(rowsOfText('3\n4\n5'), bill).prices.values()]).toEqual(['3', '4'])
  })

  test('reads a packed file by name', async () => {
    const bytes = zipOf('xl/worksheets/sheet1.xml', '<row/>')
    expect([...(await unzip(bytes, () => true))]).toEqual([['xl/worksheets/sheet1.xml', '<row/>']])
    expect((await unzip(new Uint8Array(30), () => true)).size).toBe(0)
    expect([columnOf('A1'), columnOf('Z9'), columnOf('AB12')]).toEqual([0, 25, 27])
  })
})

describe('the price in words', () => {
  test('is the price in figures, as the server reads it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (fen) => {
        const read = yuanOfWords(capitalOf(fen))
        expect(read?.mul(100).equals(fen), capitalOf(fen)).toBe(true)
      }),
      { seed: 7, numRuns: 400 },
    )
  })

  test('is written as a clerk writes it', () => {
    expect(capitalOf(123_456_700)).toBe('壹佰贰拾叁万肆仟伍佰陆拾柒元整')
    expect(capitalOf(100_000_005)).toBe('壹佰万元零伍分')
    expect(capitalOf(1_000_050)).toBe('壹万元伍角整')
  })
})

describe('readiness', () => {
  const terms = { ...defaultTerms(emptyTender), ceilingFen: 1_000_000, bill: [...bill] }

  test('turns green line by line, and what is ready has the shape of a bid', () => {
    const begun = emptyContent(terms)
    const open = (content: typeof begun) =>
      readinessOf(content, terms, null, { saved: true })
        .filter((line) => line.needed && !line.done)
        .map((line) => line.id)
    expect(open(begun)).toEqual(['form', 'ceiling', 'words', 'bill', 'qualification', 'starred'])
    const steps: readonly (readonly [readonly (string | number)[], string | number | string[]])[] =
      [
        [['form', 'priceFen'], 283_050],
        [['form', 'projectManager', 'name'], '李项'],
        [['bill', 0, 'unitPrice'], '25.3'],
        [['bill', 1, 'unitPrice'], '9.024024'],
        [['priceInWords'], capitalOf(283_050)],
        [['qualifications', 0, 'statement'], '具备'],
        [['starredAccepted'], ['s1']],
      ]
    const filled = steps.reduce((now, [place, value]) => {
      const next = put(now, place, value)
      return isBody(next) ? next : now
    }, begun)
    expect(open(filled)).toEqual([])
    expect(bidContent.safeParse(sealedContent(filled).content).success).toBe(true)
  })
})

function zipOf(name: string, text: string): Uint8Array {
  const data = deflateRawSync(text)
  const title = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(title.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(text.length, 24)
  entry.writeUInt16LE(title.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(30 + title.length + data.length, 16)
  return Buffer.concat([local, title, data, entry, title, end])
}
